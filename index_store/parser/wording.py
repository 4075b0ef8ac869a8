"""How a line is worded: like a heading, like a sentence, or like neither."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters, digits

from index_store.parser.cues import any_of, cued

_VERBS = (
    "was|were|is|are|be|been|had|has|have|having|will|would|should|could|can|may|might|must|did|does|do|reported|"
    "agreed|noted|said|asked|advised|stated|resolved|confirmed|explained|informed|thanked|welcomed|approved|"
    "proposed|seconded|introduced|gave|received|considered|discussed|declared|raised|expressed|suggested|commented|"
    "opened|closed|presented|provided|attended|requested|recommended|moved|took|made|went|sent|announced|updated|"
    "outlined|thank|called|adjourned|observed|began|started|commenced|elected|appointed|nominated|answered|replied|"
    "referred|adopted"
)
_VERB = re.compile(rf"\b{any_of(_VERBS)}\b")
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|be|been|had|has|have|will|would|should|could|can|may|might|must|did)\b")
_RECEIVED = re.compile(
    r"(?i:items?|matters?|petitions?|reports?|minutes|questions?|decisions?|correspondence|motions?|business|"
    r"documents?|"
    r"applications?|papers?|letters?|actions?|references?|recommendations?|resolutions?|requests?)\b.{0,60}\b"
    r"(?:referred|received|raised|held|considered|taken|arising|noted|approved|circulated|submitted|delegated|agreed|"
    r"moved|presented|adopted|requested)\b"
)
_TO_BE = re.compile(
    r"(?:the )?(?:draft )?(?:minutes|notes)\b[^.;]{0,120}\bto be "
    r"(?:approved|confirmed|agreed|signed|noted|received|adopted)\b[^.;]{0,60}\.?$",
    re.IGNORECASE,
)
"""Minutes of another meeting with what is to be done with them, as the agenda words it."""
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "de",
        "du",
        "en",
        "for",
        "from",
        "from",
        "in",
        "into",
        "la",
        "le",
        "nor",
        "of",
        "on",
        "or",
        "over",
        "per",
        "re",
        "the",
        "to",
        "under",
        "up",
        "via",
        "vs",
        "with",
        "within",
    ]
)
_WORD = re.compile(r"[^\W\d_][\w’'&/.-]*")
_OPENERS = re.compile(
    r"(?:that|to|it|there|he|she|they|we|this|these|those|members|councillors?|cllrs?|mr|mrs|ms|dr|i|"
    r"no\s+\w+\s+(?:was|were)|"
    r"following|in response|with regard|having|at (?:the|this) (?:outset|point|stage|juncture))\b",
    re.IGNORECASE,
)
_HEADINGS = re.compile(
    r"(?:the\s+)?(?:in memoriam|apolog(?:y|ies)|election of|appointment of|declarations?\b|disclosures?\b|"
    r"minutes\b|matters? arising|confirmation of (?:the )?(?:previous )?minutes|votes? of (?:sympathy|congratulat)|"
    r"lord mayor[’']s |suspension of standing|"
    r"chair(?:man|person|woman)?[’']?s?\b.{0,12}(?:announcements?|business|remarks|report|communications?)|"
    r"mayor[’']?s? |"
    r"public (?:participation|question|forum|session|speaking|comment)|open (?:forum|session|floor)|petitions?\b|"
    r"deputations?|delegations?|"
    r"correspondence|planning\b|finance|financial|treasurer|clerk[’']?s? |secretary[’']?s? |councillors?[’'] |"
    r"councillor[’']?s? report|"
    r"police|highways|any other|(?:councillors?[’']? |members[’']? |public )?other business|aocb|aob|a\.o\.b|"
    r"a\.o\.c\.b|urgent business|exempt|exclusion of|confidential|"
    r"dates?(?: and (?:time|venue|place))? of (?:the )?next|dates? of (?:future )?meetings?|next meeting|welcome|"
    r"introductions?|presentations?|"
    r"reports?\b|"
    r"questions?\b|notices? of motion|motions?\b|adjournment|call to order|roll call|adoption of|approval of|"
    r"close of|closing|closure|terms of reference|work programme|forward plan|updates?\b|action log|actions?\b|"
    r"budget|by-?laws?\b|conflicts? of interests?\b|"
    r"new business|old business|unfinished business|consent agenda|in camera|closed session|business arising|"
    r"review of|"
    r"items? (?:for|of)|chairs? report|substitutions?|attendance|interests?\b|co-?option|vacanc|payments?|"
    r"accounts?\b|risk register)"
)
_NOTE = re.compile(
    r"(?:and (?:agreed|resolved)\b|(?:the )?motions? (?:was )?(?:carried|lost|defeated|passed|failed|put)\b|"
    r"disposition\b|motion\W?\d|amendment\s*:|amendment \d{1,2}(?: \([^()]*\))?\W*$|"
    r"approved and confirmed|certified (?:correct|a true)|opposed\b|"
    r"defeated\W*$|disclaimer\W*$|(?:table of )?contents\W*$|summary of motions\W*$|"
    r"actions?(?: points?)?(?: required)?(?:\s*\(?\d{0,3}\)?\s*(?:[:.–—-]|$)| for | on )|action required(?! items)|"
    r"due\b|"
    r"deadline|decisions?\s*:?$|(?:freagra|reply|answer|response)\s*:?$|"
    r"lead\s*:|owner\b|resolved\b|agreed\b|proposed(?: by| and|:|$)|seconded\b|(?:not )?carried(?: unanimously)?\W*$|"
    r"moved (?:by|that)|"
    r"res(?:olution)?\.? ?#|"
    r"resolution\b(?! to\b)"
    r"(?! (?:no|number|#)[.,]? ?[\w./-]*\d[\w./-]*(?: of \d{4})?(?: ?:| [–-]) (?!that\b|be it\b|moved\b)\w)|"
    r"recommend(?:ed|ations?)\b(?! (?:from|of|to|tracker|monitor(?:ing)?|log)\b)|comments?\s*:?$|"
    r"points (?:made|raised)|\d+\s*$|none\b|n[./]?a\.?$|nil\b|no (?:items?|business|report|matters)\b|yes\b|for:|"
    r"against:|in favour|"
    r"[a-z]{2,8} ?\((?:19|20)\d\d\) ?\d{1,3}$|"
    r"(?:not )?(?:carried|lost|defeated) \W?\d{1,2} ?(?:[/:–-]|to|votes?\b)[^a-z]*(?:\d{1,2}\W*)?$|"
    r"(?:council|committee|board|cabinet|commission)[’']?s? (?:resolution|decision)(?: (?:no|number)\b)?[^a-z]*"
    r"(?:[a-z]{0,4}\W?\d[\w./-]*)?\W*$|"
    r"(?:officers?|staff|executive|administration|director|manager|chief executive(?: officer)?)[’']?s?[’']? "
    r"recommendation\W*$|(?:procedural|substantive|foreshadowed|alternative|amended|original) "
    r"(?:motion|recommendation|resolution)\W*$|"
    r"lost\W*$|(?:sub-?)?total\b.*\d\W*$|tel\b|email|www\.|https?:|figure|table|source:|note:|\(?cont(?:inued|[.)’']))"
)
_PEOPLE = re.compile(
    r"(?:present|(?:an |leas-?)?cathaoirleach|"
    r"those present|members? present|also (?:present|in attendance|attending)|in attendance|attendees?|"
    r"attending|attendance|apolog(?:ies|y)(?: for absence| received)?|absent|presiding|"
    r"(?:the )?(?:council |city |county )?staff in attendance(?: were)?|"
    r"the other (?:members|councillors) present(?: were)?|"
    r"officers?(?: in (?:support|attendance)| present)?|officials?(?: in attendance| present)?|guests?|observers?|"
    r"substitutes?|panel(?: members)?|other attendees|"
    r"members?(?: of the (?:board|panel|council|committee|public))?|councillors?|staff|secretariat|"
    r"minute[- ]?taker|minutes? (?:taken|prepared) by|chair(?:man|ed by)?|not present|regrets|"
    r"circulation|distribution|copies to|copy to|venue|location|date|time|press|visitors?|"
    r"speakers?|in the chair)\b[^a-z]{0,3}(?::|$|\(|[-–—])"
)
"""These three look at text in small letters: to ignore its case would take twice as long."""
_SIDE = re.compile(
    r"(?:(?:those|members|councillors|votes?|voting|voted|cast|recorded|in)\b\W*){0,3}(?:for|favou?r|against|opposed|"
    r"abst\w{0,8}|ayes?|noes|nays?|yeas?|absent|not voting)(?: (?:the )?(?:motion|amendment|recommendation))?"
    r"\W*\d{0,3}\W*$",
    re.IGNORECASE,
)
_NO_SIDE = frozenset(set(ascii_letters + digits) - set("aAcCfFiImMnNoOrRtTvVyY"))
"""Cheap to look for: no such line begins with these."""
_MINUTES = ("Mi", "MI", "Th", "TH", "Dr", "DR", "No", "NO")
_OPENING = 100
"""Longer than any words that a line can be told by."""
_GLANCE = 16
"""As many letters as show most lines not to be set in capitals."""
_ASKED = re.compile(
    r"(?:(?:the |parish |town )?(?:clerk|chair\w*|secretary|treasurer)|(?:cllrs?|councillors?)\b\.? [\w’'-]+|"
    r"(?-i:[A-Z]{2,3}))(?: and [\w’' -]{2,24})? to (?!(?:sign|open|declare|welcome|receive|note|take)\b)[a-z]{3,}\b",
    re.IGNORECASE,
)
"""What somebody is to do: "Clerk to forward the report"."""
_NO_PREDICATE = re.compile(
    r"(?<=\w )(?:which|who)\b.*(?<!\.)$|(?:(?<=\ba )|(?<=\bthe ))(?:proposed|agreed|recommended|approved|adopted|"
    r"suggested|"
    r"requested)\b|\b(?:matters?|items?|business|issues?|topics?) to be [a-z]+|"
    r"\(to be [^()]*\)\W*$|"
    r"\b(?:asked|raised|made|given|received|submitted|introduced|presented|proposed|taken|moved|referred|provided|"
    r"approved|recommended|requested|adopted|agreed|considered|discussed)(?= (?:by|from|under|since|during)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""Participles and relative clauses inside a noun phrase: "Questions asked by members"."""
_NO_PREDICATE_CUES = (
    *(" to be ", "(to be "),
    *(" who", " which", " by", " from", " under", "a proposed", "a agreed", "a recommended", "a approved", "a adopted"),
    *("a suggested", "a requested", "the proposed", "the agreed", "the recommended", "the approved", "the adopted"),
    *("the suggested", "the requested"),
)


@lru_cache(maxsize=4096)
def is_sentence(text: str) -> bool:
    """Whether the words read as running text rather than as a heading."""
    if len(text) < 12:
        return False
    if len(text) > 240 or (len(text) > 130 and title_case(text) < 0.7):
        return True
    if text[:2] in _MINUTES and _TO_BE.match(text):
        return False
    if " to " in text[:40] and _ASKED.match(text):
        return True
    ended = text.endswith((".", ";", ",")) and not text.endswith(("etc.", "No.", "Cllr."))
    if _RECEIVED.match(text) and not _AUXILIARY.search(text):
        return False
    if has_verb(text):
        return ended or len(text) > 55 or _OPENERS.match(text) is not None
    return ended and len(text) > 90 and title_case(text) < 0.7


@lru_cache(maxsize=4096)
def has_verb(text: str) -> bool:
    """Whether a verb of minutes makes a statement of the words."""
    if not _VERB.search(text):
        return False
    if not cued(text.lower(), _NO_PREDICATE_CUES):
        return True
    return _VERB.search(_NO_PREDICATE.sub(" ", text)) is not None


def reports(text: str) -> bool:
    """Whether a line, with or without a label, says that something happened."""
    return len(text) > 35 and _VERB.search(text) is not None


@lru_cache(maxsize=4096)
def is_heading(text: str) -> bool:
    """Whether the words could be a heading: short, beginning like one, not running text."""
    if not text or len(text) > 240 or text[0] in ",;.)" or text.endswith((",", ";")):
        return False
    if " | " in text or text[0] in "|#@" or (text.count(" (") > 1 and not is_capitals(text)):
        return False
    if _NOTE.match(text.lower()) or is_side(text):
        return False
    if text[0].islower() or _WORD.search(text) is None or (len(text) > 110 and title_case(text) < 0.7):
        return False
    return not is_sentence(text)


def is_side(text: str) -> bool:
    """Whether a line heads those who voted one way, counted or not: "Against (45)"."""
    return len(text) < 50 and text[:1] not in _NO_SIDE and _SIDE.match(text) is not None


def is_capitals(text: str) -> bool:
    """Whether a line is set in capitals."""
    if text[:_GLANCE].upper() != text[:_GLANCE]:
        return False
    return text.upper() == text and sum(map(str.isalpha, text)) >= 3


@lru_cache(maxsize=4096)
def title_case(text: str) -> float:
    """The share of words of some weight that begin with a capital."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=4096)
def is_people(text: str) -> bool:
    """Whether a line heads a list of people or other particulars of the meeting, not business."""
    return _PEOPLE.match(text[:_OPENING].lower()) is not None


@lru_cache(maxsize=4096)
def is_usual(text: str) -> bool:
    """Whether a line is worded like one of the usual headings of business."""
    return _HEADINGS.match(text[:_OPENING].lower()) is not None


_SUPPOSED = re.compile(
    r"\b(?:unless|until|if|once)\s+(?:(?!(?:and|but|or|to|that|then)\b)[\w’'-]+\s+){1,4}$", re.IGNORECASE
)
"""A condition that ends right before a verb: "unless the Council "."""


def is_supposed(before: str) -> bool:
    """Whether what stands before a verb makes it a condition, and nothing that came about."""
    return _SUPPOSED.search(before[-80:]) is not None
