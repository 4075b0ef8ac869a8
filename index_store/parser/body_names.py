"""Parts of names of bodies: nouns, sorts of meeting, short names, names of files."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from index_store.parser.cues import small
from index_store.parser.wording import title_case

NOUN = (
    r"(?:Council|Committee|Sub-?Committee|Board|Panel|Group|Cabinet|Executive|Forum|Partnership|Trust|Authority|"
    r"Commission|Governors|Assembly|Governing Body|"
    r"Trustees|Association|Working Party|Task (?:and Finish )?Group|Task Force|Taskforce|Court|Senate|Society|"
    r"Directors|(?:Municipal|Metropolitan|Borough) District|Electoral Area|Network|Federation|Team|Steering Group|Club|"
    r"Joint Committee)"
)
BODY = re.compile(rf"\b{NOUN}s?\b", re.IGNORECASE)
SORT = (
    r"(?:regular|ordinary|special|monthly|quarterly|annual|statutory|extraordinary|emergency|inaugural|revised|amended|"
    r"adjourned|public|open|closed|virtual|electronic|hybrid|budget|budgetary|extra)"
)
BARE = re.compile(
    rf"(?:(?:the|full|{SORT}|general|county|city|borough|district|town|township|village|"
    r"parish|community|municipal|regional|shire) )*(?:council|board|committee|governing body)",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTHS = re.compile(rf"\s(?:draft )?{_MONTH}(?: \w+)*$", re.IGNORECASE)
_LEADING = re.compile(
    rf"^(?:(?:followed by|(?:the |our )?(?:record|minutes|notes|report) (?:of|from)|the|an?|to|for|from|of|last|latest|"
    rf"recent|(?:month|year)[’']?s|virtual|{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)|"
    rf"(?:19|20)\d\d(?:(?:-\d\d){{1,2}}| ?[-–/] ?(?:19|20)?\d\d)?|(?<=\d )[-–—])\s+)+",
    re.IGNORECASE,
)
_SMALL_FIRST = re.compile(r"^(?:[a-z][\w’'-]* )+(?=[A-Z])")
_ANNUAL = re.compile(
    r"^(?:(?:annual|extraordinary|virtual|ordinary|monthly|emergency|adjourned|inaugural|statutory)\s+)+"
    r"(?=[A-Z].*\bcouncil$)|"
    r"(?<=\s)(?:(?:annual|extraordinary|extra|virtual|ordinary)\s+)+(?:general\s+)?"
    r"(?=(?:(?:parish|town|community|city|borough|district|county|village)\s+)*council$)|"
    r"(?<=\s)(?:19|20)\d\d\s+(?=(?:parish|town|community)\s+(?:annual\s+)?council$)|"
    r"(?<=\s)(?:(?:regular|special|ordinary|monthly|quarterly|annual|extraordinary|emergency|adjourned|rescheduled|"
    r"organi[sz]ational)\s+)+(?=(?:council|board|commission)(?:\s+of\s+\w+)?$)",
    re.IGNORECASE,
)
"""The sort of meeting inside a body's name: "Marl Annual Parish Council", "Port of Marl Special Commission"."""
_BEHIND = re.compile(
    rf"(?<=council)\s+(?:planning|(?:[a-z]+\s+)?{_MONTH}(?:\s+{SORT}|\s+\d{{2,4}})*|\(.*|"
    rf"(?-i:(?!of\b|for\b|and [A-Z]|in [A-Z])[a-z])(?!.*{NOUN}).*)$"
    rf"|(?<=council)\s*[-–—=:,|(]\s*(?:[a-z]+\s+)?{_MONTH}\b(?:.*\bcouncil)?$"
    rf"|\s*[-–—=:,|(]\s*{_MONTH}(?:\s+(?:19|20)?\d\d)?\)?$|(?<=council)\s*[-–—=:,|(]\s*(?:19|20)\d\d\)?$",
    re.IGNORECASE,
)
"""What a title puts behind the name: the month, the year, the rest of a sentence."""
_GENERAL = re.compile(r"\s+(?:[AE]\.?G\.?M|(?:annual|extraordinary) general)\b(?!.*council).*$", re.IGNORECASE)
_ELECTORS = re.compile(
    r"(?P<name>(?:[A-Z][\w’'-]*[ \t]+){1,6})(?:(?i:annual)\s+)?(?P<what>Parish|PARISH|Town|TOWN|Community|COMMUNITY)\s+"
    r"(?:(?i:annual)\s+)?(?:(?i:meeting)|(?i:assembly))\b"
)
_ASSEMBLED = re.compile(r"(?:parish|town|community)\s+(?:annual\s+)?(?:meeting|assembly)")
"""Cheap to look for, in small letters: without these words no meeting of electors is named."""
OF_SITE = re.compile(
    r"(?:your )?(?:(?:councillors?|committees?|agendas?|meetings?|minutes|decisions|democracy|documents|"
    r"reports)(?:, )?)+"
    r"(?: ?(?:and|&|,) (?:committees?|councillors?|meetings?|minutes|agendas?|decisions|democracy|council))+",
    re.IGNORECASE,
)
"""What a council's site calls its pages: "Councillors and committees"."""
PAPER = re.compile(r"\b(?:forms?|templates?|notices?|newsletters?|handbooks?|terms of reference)(?: \d{4})?$", re.I)
"""What a line names that is a paper of a body: "Committee nomination form 2023"."""
_TOP = 6
_SUFFIX = re.compile(r"\.\w+$")
_UNDERSCORES = re.compile("_+")
_BLANKS = re.compile(r"\s+")
_SHORT_NAME = re.compile(
    r"\b(?P<name>(?:(?!Minutes|Meeting|Draft|The|From|Notes|Of)[A-Z][\w’'-]+ ){1,4})(?P<kind>PC|TC)\b"
)
_CALLED = re.compile(
    r"(?:(?:minutes|notes) of (?:the |an? )?)?(?P<name>(?:(?!(?i:minutes|meeting|draft|approved|final|annual|monthly|"
    r"regular|special|ordinary|general|agenda|action|committee|public|held|the|january|february|march|april|may|june|"
    r"july|"
    r"august|september|october|november|december|in camera|closed|open|first|second|third|[a-z]+th)\b)"
    r"[A-Z][\w’'&-]* ?){2,6})"
    r"(?:(?i:meeting) )?(?i:minutes|notes|meeting)(?: (?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day).*)?"
)
NTH = (
    r"(?:\d+(?:st|nd|rd|th)|(?:[a-z]+[-\s])?(?:first|second|third|fourth|fifth|sixth|seventh|"
    r"eighth|ninth|tenth|[a-z]+teenth|[a-z]+tieth|twelfth|eleventh))"
)
_SAID_BEFORE = re.compile(
    r"\W*(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|"
    r"[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?),? \d{4}\W+(?=\w))?"
    r"(?:(?:draft|unconfirmed|confirmed|final|approved|agreed|adopted|the|this)(?:\s+|(?=minutes)))*(?:minutes?|notes?)?"
    r"\s*(?:of\s+)?(?:the\s+)?"
    r"(?:proceedings\s+of\s+(?:the\s+)?)?"
)
_SAID_BEHIND = re.compile(
    rf"\b(?:(?:the )?{NTH}(?= meeting)|draft|unapproved|confirmed|minutes?|notes?|teleconference|(?:annual |ordinary |"
    rf"special |"
    r"extraordinary |extra[- ]ordinary |(?<=– )regular |(?<=council )business |general |monthly |public |full |open )*"
    r"(?:general )?meetings?|agenda|held|home ?page|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9} \d{4}|"
    r"\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|"
    r"december) \d{1,2}(?:st|nd|rd|th)?,? \d{4})\b"
)
"""What stands around a name, in small letters."""


@lru_cache(maxsize=256)
def trimmed(words: str) -> str:
    """Words without "Minutes of the" before them and what is said of the meeting behind them."""
    low = small(words)
    before = _SAID_BEFORE.match(low)
    start = before.end() if before else 0
    behind = _SAID_BEHIND.search(low, start)
    return words[start : behind.start()].rstrip(" \t\n\xa0,–:-(") if behind else words[start:]


def led(body: str) -> str:
    """A name without what a page's own heading puts before it ("last month's", "May 9th") and the sort of meeting."""
    for _ in range(3):
        cut = _LEADING.sub("", _SMALL_FIRST.sub("", body), count=1)
        if cut == body or not BODY.search(cut) or (BARE.fullmatch(cut) and body.startswith(("March Town", "May Town"))):
            break
        body = cut
    return _ANNUAL.sub("", _BEHIND.sub("", _GENERAL.sub("", body)))


def electors(head: str) -> str | None:
    """A meeting of a parish's electors, which is a body of its own: "Marl Annual Parish Meeting"."""
    for found in _ELECTORS.finditer(head) if _ASSEMBLED.search(head.lower()) else ():
        place = re.sub(r"['’]s(?=\s|$)", "", found["name"])
        name = led(" ".join((place + found["what"]).split()) + " Council").removesuffix(" Council")
        if len(name.split()) > 1:
            return f"{name} {'MEETING' if name.isupper() else 'Meeting'}"
    return None


_NAMELESS = re.compile(r"\bAnnual (?:Parish|Town|Community) (?:Meeting|Assembly)\b")


def electors_alone(head: str) -> str | None:
    """A meeting of electors whose parish the head does not name with it."""
    found = _NAMELESS.search(head)
    return found[0] if found else None


_ASSEMBLY = re.compile(
    r"(?:(?:draft )?minutes (?:of|for) (?:the )?)?(?P<name>(?:[A-Z][\w’'&-]* ){1,6}(?:Annual|Special|Extraordinary) "
    r"(?:General |Members[’']? |Membership |Owners[’']? |Homeowners[’']? )?Meeting)(?: Minutes)?"
)


def assembled(head: str) -> str | None:
    """A meeting of all members, which is a body of its own: "Marl Ranch Annual Meeting", on a line of its own."""
    lines = (line.strip(" .,:;|#*") for line in head.splitlines()[:_TOP])
    return next((found["name"] for line in lines if (found := _ASSEMBLY.fullmatch(line))), None)


def abbreviated(text: str) -> str | None:
    """A council by its short name: "Minutes from the meeting of Marl PC"."""
    found = _SHORT_NAME.search(text)
    if found is None:
        return None
    return f"{found['name'].strip()} {'Parish' if found['kind'] == 'PC' else 'Town'} Council"


def called(head: str) -> str | None:
    """A body without a noun of its own, by the line that heads its minutes: "Mill Liaison Minutes"."""
    for line in head.splitlines():
        found = _CALLED.fullmatch(line.strip(" .,:;|#*"))
        if found and not re.search(r"\d", found["name"]) and title_case(found["name"]) == 1.0:
            return found["name"].strip()
    return None


_HALL = re.compile(
    r"\b(?P<place>(?!The |Council |Chambers? )[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?) (?P<sort>County|City)"
    r" (?:Hall|Buildings|Offices)\b"
)
_OFFICES = re.compile(r"\b(?:councillors?|cllrs?|cathaoirleach)\b", re.IGNORECASE)


def seated(head: str) -> str | None:
    """A council that is named nowhere, by the hall that it sat in: "Council Chamber, Marl County Hall"."""
    found = _HALL.search(head) if _OFFICES.search(head) else None
    return f"{found['place']} {found['sort']} Council" if found else None


_SEAT = re.compile(
    r"\bheld\b[^.\n]{0,80}?\b(?:hall|centre|center|rooms?|house|offices?|chambers?|institute|pavilion|library|school)\s*,"
    r"\s*(?P<place>(?-i:[A-Z][\w’'-]+(?:(?: | (?:on|upon|in|le|the)[ -])[A-Z][\w’'-]+){0,2}))"
    r"(?=,?\s+(?:on|at)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|the\s+\d|\d))",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"(?:town|parish|community|village) council", re.IGNORECASE)
_OF_ITS_OWN = re.compile(rf".*\w {_LOCAL.pattern}", re.IGNORECASE)
_STREET = re.compile(
    r".*\b(?:road|street|lane|avenue|close|way|drive|square|hill|green|terrace|zoom|teams)", re.IGNORECASE
)


def is_local(body: str) -> bool:
    """Whether a body is the council of a parish or a town, which has no council above it: "Marl Parish Council"."""
    return _OF_ITS_OWN.fullmatch(body) is not None and not BARE.fullmatch(body)


def seated_at(body: str, head: str, region: str) -> str | None:
    """A local council named by its sort alone, with the place where it sat: "the Town Council held in the Town Hall,
    Marl, on…". The place must be spoken of in the minutes too."""
    found = _SEAT.search(_BLANKS.sub(" ", head)) if _LOCAL.fullmatch(body) else None
    if found is None or _STREET.fullmatch(found["place"]):
        return None
    spoken = len(re.findall(rf"\b{re.escape(found['place'])}\b", region, re.IGNORECASE))
    return f"{found['place']} {body.title()}" if spoken > 2 else None


def folders(path: str) -> list[str]:
    """The words of the folders that a file stands in, the nearest first."""
    return [stem(f"{name}.x") for name in reversed(path.split("/")[:-1]) if name]


def broken(name: str, head: str) -> str | None:
    """A bare name with the place in the line above it: "Marl-Oakley" over "Regional Council"."""
    below = rf"(?:{re.escape(name)}\b|\n[ \t]*{re.escape(name)}[ \t]*$)"
    for found in re.finditer(_PLACE_ABOVE + below, head, re.MULTILINE) if " " in name else ():
        words = found["place"].split()
        apart = "\n\n" in found[0]
        if not any(_OTHER_WORDS.fullmatch(word) for word in words) and (not apart or found[0].isupper()):
            return f"{found['place']} {name}"
    return None


DISTRICT = re.compile(r"(?:municipal|metropolitan|borough) district of \w", re.IGNORECASE)
"""A district of a county, where the line above it is its council's: elsewhere a municipality of its own."""
_SHARED = re.compile(r"(?:strategic policy|(?:local )?area) committee", re.IGNORECASE)
"""What several committees of one council are called, each with a subject or an area of its own."""


def subject_above(name: str, head: str) -> str | None:
    """What stands above the words that several committees share: "Housing" over "Strategic Policy Committee"."""
    if not _SHARED.fullmatch(name):
        return None
    lines = [" ".join(line.split()).strip(" .,:;-–|#*") for line in head.splitlines() if line.strip()]
    for above, line in pairwise(lines):
        if line.casefold() == name.casefold():
            others = re.search(r"\d", above) or BODY.search(above) or any(map(_OTHER_WORDS.fullmatch, above.split()))
            alike = above.isupper() == line.isupper() and title_case(above) >= _TITLED
            return above if alike and not others and not _AUTHORITY.match(above) else None
    return None


_TITLED = 0.6
_AUTHORITY = re.compile(r"comhairle\b|cyngor\b|(?:city|county|borough|town) of\b", re.IGNORECASE)
GENERIC = re.compile(
    r"(?:(?:fire and rescue|fire|combined fire|combined|national park|waste|waste disposal|passenger transport|"
    r"transport|police|port health|harbour) authority|"
    r"integrated care board|police and crime panel|health and wellbeing board)",
    re.IGNORECASE,
)
"""What many places have one of: the place belongs to the name."""
_PLACE_ABOVE = r"^[ \t]*(?:(?:of|OF|Of|the) )?(?P<place>(?:(?:[A-Z][\w’'-]+,?|and|&) ){0,5}[A-Z][\w’'-]+)[ \t]*\n[ \t]*"
_OTHER_WORDS = re.compile(
    rf"minutes?|meeting|notes?|draft|agenda|page|ordinary|the|of|at|in|on|present|{_MONTH}|council|committee|chambers?|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def stem(path: str) -> str:
    """The words of a file's name; one in small letters with hyphens is put in title case, without date and count."""
    name = _SUFFIX.sub("", path.rsplit("/", 1)[-1])
    if " " in name or "_" in name or not name.islower() or name.count("-") < 2:
        return _UNDERSCORES.sub(" ", name)
    words = _MONTHS.sub("", re.sub(r"^(?:\d{1,4}-)+", "", name).replace("-", " "))
    words = re.sub(r"(?: \d{1,4}(?:st|nd|rd|th)?)+$", "", words).title()
    return re.sub(r"\b(?:Pc|Tc)\b", lambda found: found[0].upper(), re.sub(r"\b(?:Of|The|And|For)\b", _lower, words))


def _lower(found: re.Match[str]) -> str:
    return found[0].lower()


def mixed_case(name: str, region: str) -> str:
    """A name printed in capitals, as the same minutes print it elsewhere in mixed case."""
    if not name.isupper():
        return name
    low, sought, at = small(region), small(name), 0
    while (at := low.find(sought, at)) >= 0:
        printed = region[at : at + len(name)]
        if not printed.isupper() and not printed.islower() and printed[0].isupper():
            return printed
        at += len(name)
    return name
