"""The words that make a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index_store.parser.capital_headings import in_heading
from index_store.parser.cues import cued
from index_store.parser.defeats import DENIED, DID_NOT, NO_SECOND, NOT, REFUSING, UNSECONDED, WITHDRAWN, WITHDREW
from index_store.parser.noted_and import taken_too
from index_store.parser.wording import is_supposed

_CAPITALS = (
    "AGREED|RESOLVED|NOTED|RECOMMENDED|APPROVED|DEFERRED|REFUSED|GRANTED|REJECTED|ADOPTED|ORDERED|DECIDED|ENDORSED|"
    "ACCEPTED|NO OBJECTIONS?|REFERRED|CARRIED|LOST|DEFEATED|PERMITTED|CONFIRMED|ACKNOWLEDGED|RATIFIED|WITHDRAWN|"
    "DISMISSED|PASSED|FAILED"
)
_DECIDING = (
    "agreed|resolved|noted|recommended|approved|deferred|refused|granted|rejected|adopted|decided|endorsed|accepted|"
    "ratified|referred|carried|voted|determined|passed|ordered|declined"
)
_ADVERB = (
    r"(?:(?:also|then|therefore|further|subsequently|unanimously|duly|formally|"
    r"accordingly|provisionally|generally|all|collectively) )*"
)
_SUBJECT = (
    r"(?:the |this |The |This |THE )?(?:[A-Z][\w’'&-]+ ){0,4}(?:board|committee|sub-?committee|group|council|panel|"
    r"members|cabinet|(?<!chief\s)executive|chair|forum|partnership|meeting|councillors|trustees|governors|commission|assembly|authority|directors|"
    r"Board|Committee|Sub-?Committee|Group|Council|Chomhairle|Panel|Members|Cabinet|(?<!Chief\s)Executive|Forum|Partnership|Meeting|Councillors|Trustees|Governors|Commission|Assembly|Authority|Directors|COUNCIL|MEMBERS|COMMITTEE|BOARD)"
)
_PAST = (
    r"(?:when|which|as|had been|had|have|has|been|previously|if|what|once|until|"
    r"already|earlier|whatever|where|not|never|be|"
    r"(?:after|since|before|once) (?:they|it|these|this|that) (?:were|was)) $"
)
_BEFORE = re.compile(rf"\b{_PAST}", re.IGNORECASE)
_STRONG = re.compile(
    rf"\b(?P<verb>(?i:{REFUSING})(?<=[A-Z])|{_CAPITALS})\b(?!(?! (?:UNANIMOUSLY|ON A TIE))[A-Z ]*[A-Z]{{2}}[A-Z ]*$)"
)
_FORMAL = (
    "agreed|resolved|noted|recommended|approved|deferred|refused|rejected|adopted|decided|endorsed|ratified|determined|"
    "referred"
)
_IMPERSONAL = re.compile(
    rf"\b[Ii]t (?:was|has been|is|WAS) (?:{_ADVERB}|hereby )(?:proposed and |"
    rf"moved and )?(?P<verb>{_FORMAL})\b(?: (?:and |that it be )?\w+)?"
)
_COLLECTIVE = re.compile(
    rf"(?:{_SUBJECT}|\b[A-Z]{{4,8}}|\b[Tt]he [A-Z]{{2,6}})"
    r"(?: of (?:the |this )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})?(?: present)? "
    r"(?:(?:considered|received|discussed|reviewed|debated|read|moved|voted)(?: it)?,? and )?"
    rf"{_ADVERB}(?P<verb>{_DECIDING}|VOTED)\b(?! by the)(?!(?<=referred) to\b)"
    r"(?!(?<=voted) [‘“'\"]?(?:[Ff]or|[Ii]n favour|[Aa]gainst)\b[^.\n]{0,60}:)"
)
"""A group of people that did it; who "referred to" a thing spoke of it, and a list is of who "voted for:" it."""
_ACTIVELY = re.compile(rf" (?<!\bbe )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?:{_DECIDING}|VOTED)\b(?! by the)")
_ALL = re.compile(
    r"\b[Aa]ll (?:were |present |members )?(?:(?:were )?in )?(?P<verb>agreed|favou?r|approved|ayes?)\b(?!-)"
)
_MINUTES = re.compile(
    r"\b(?:[Mm]inutes?|[Nn]otes|[Rr]ecord|[Rr]eports?|[Aa]ccounts|[Pp]roposals?|[Mm]otion|[Aa]mendment|"
    r"[Rr]ecommendations?|[Aa]pplication|[Aa]genda|"
    r"[Rr]esolution|[Pp]olicy|[Bb]udget|[Aa]pologies|[Pp]ayments?|[Cc]heques)\b[^.;]{0,140}?\b"
    r"(?<!comments )(?<!views )(?<!questions )(?:were|was|are|be|being) "
    rf"{_ADVERB}(?:taken as read and |read and |received and |signed and |proposed and |welcomed and |declared |"
    r"(?:submitted|presented|circulated)(?:,| and) )?(?P<verb>agreed|approved|accepted|adopted|ratified|noted|"
    r"deferred|rejected|refused|carried|lost|defeated|passed|confirmed|referred|withdrawn)\b"
)
_AS_CORRECT = re.compile(
    r"(?:\b(?:was|were) (?:then )?|(?:\d{4}|[Mm]inutes|circulated),? )(?P<verb>moved|taken|accepted|confirmed|signed|"
    r"passed|approved|agreed)\b[^.;]{0,30}? (?:as (?:a |an |being )?(?:true|correct|accurate|read)|and signed)\b"
)
_ON_TABLE = re.compile(
    r"\b(?:was|were) (?P<verb>left(?: to lie)? on the table|laid on the table|"
    r"tabled(?= (?:until|till|pending|to (?:the|a|our|its))\b))"
)
"""What waits: "left to lie on the table", "was tabled until May"."""
_STOOD_OVER = re.compile(
    r"\b(?:[Mm]otion|[Ii]tem|[Mm]atter|[Aa]pplication|[Qq]uestion|[Bb]usiness|[Rr]eport)\b[^.;]{0,140}?\b"
    r"(?P<verb>stood over)(?= (?:to|until|till)\b)"
)
"""What waits for another meeting: "the motion, not having been reached, stood over to May"."""
_SIGN = re.compile(r"\b(?:was|were|be) (?P<verb>authori[sz]ed)(?= to sign (?:the |those )?(?:minutes?|them|it|same)\b)")
"""How minutes are approved where that is not said: "The Chair was authorised to sign the minutes"."""
_PASSIVE = re.compile(
    rf"\b(?:was|were) {_ADVERB}(?P<verb>agreed|approved|adopted|ratified|deferred)\b(?! (?:by the|with))"
)
_MOTION = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|MOTION|AMENDMENT|declared the (?:vote|proposal|resolution))\b"
    r"[^.;]{0,60}?\b(?P<verb>carried|passed|lost|defeated|failed|"
    r"withdrawn|fell|fails|died|dies|lapsed|LAPSED)\b"
)
_OPENING = re.compile(
    r"(?:[Aa]nd (?:it was )?|Therefore )?(?:(?:Unanimously|Disposition|Item|Report|Minutes?|Action|All|Decision|"
    r"Resolution|Outcome|Motion|Amendment|Application|Proposal|Matter) ?:? ?)?"
    rf"(?P<verb>(?i:{REFUSING})|Agreed|Noted|Resolved|Approved|Carried|Passed|Deferred|Rejected|Refused|Recommended|Adopted|Accepted|Lost|"
    r"Defeated|Failed|Withdrawn|agreed|noted|resolved|deferred|approved|carried|lost|defeated|adopted|refused|withdrawn)"
    r"(?= ?[-–:;.,]|\s*$| \(\d| (?:that|to|as|by|[Uu]nanimously|the|with|and|on|nem|without|not?)\b)"
)
_BEGINS = re.compile(
    r"\W*(?:Unanimously )?(?P<verb>Resolved|Agreed|Approved|Noted|Recommended|Decided)(?= (?:[Uu]nanimously )?(?:not )?"
    r"(?:that|to)\b)"
)
"""How a sentence within a paragraph begins that is a decision, however long: "Resolved to buy two bins…"."""
_FIRST = re.compile(r"\b(?:[Ww]e|WE) (?:all |also |then )?(?P<verb>agreed|resolved|approved|decided|noted)\b")


@dataclass(frozen=True, slots=True)
class Decision:
    """A deciding word in a sentence: where it starts and ends, as printed, and whether it stands in capitals."""

    verb: str
    start: int
    end: int
    capital: bool


_VOTED = re.compile(r"\bput to (?:the|a) vote\b[^.;]{0,60}?\b(?P<verb>carried|passed|lost|defeated|failed)\b")
_MOVED = re.compile(
    r"\b(?i:proposed|moved|seconded|2nd)\b(?:[^.;]|(?<=Cllr)\.|(?<=\b[A-Z])\.|(?<=\b[MW][lm])\.){3,160}?(?:,|;|,? and) "
    rf"{_ADVERB}(?:it was )?(?P<verb>agreed|resolved|approved|adopted|carried|(?:Agreed|Resolved)(?=:| that\b|\W*$))\b"
)
_COUNTED = re.compile(
    r"\bseconded\b(?:[^.;]|(?<=Cllr)\.|(?<=\b[A-Z])\.){3,160}?(?:,|;|,? with|,? and) (?:there (?:were|was) )?"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: councillors| members| votes?)?"
    r"(?: were| voted)? in (?P<verb>favou?r)\b",
    re.IGNORECASE,
)
"""A motion that some were for: "…, seconded by Cllr Ash, four were in favour and one against"."""
_HEADED = re.compile(
    r"\W*(?P<verb>DECISION|Decision|RESOLUTION|Resolution)"
    r"(?=\s*[:–-]\s*(?:[Tt]hat|[Tt]o|[a-z]{3,} (?:of|the|a|to|that))\b)"
)
_BOXED = re.compile(
    r"^\W*(?P<verb>DECISION|Decision)(?=(?:\s*[|\t]\s*(?:[Tt]hat|[Tt]o)|\s+That)\b|\s*[:|\t]?\s*(?:[(]?(?:i|a|1)[.)]\s|$))"
)
"""A decision under its own head, or in the cell beside it: "Decision: that…", "Decision | (a) the plan be approved"."""
_ACCEPTED = re.compile(r"\bagus (?P<verb>glacadh leis)\b", re.IGNORECASE)
_RESULTS = "APPROVE|ADOPT|DENIED|TABLED|CONTINUED|RECEIVE"
_RESULT = re.compile(
    rf"\W*(?:RESULT:?\s+(?=(?:{_RESULTS})\b)|O(?:rder|RDER)\s?:\s*(?:[^.;:]{{1,60}}?\s)??(?=(?i:{_FORMAL})\b))"
    r"(?P<verb>[A-Za-z]+)"
)
"""What a line of its own says was decided: "RESULT: ADOPT", "Order: Motion as amended agreed"."""
_OBJECTION = re.compile(
    r"\b(?:[Cc]ouncil(?:lors)?|[Mm]embers|[Cc]ommittee|[Bb]oard)\b[^.;]{0,60}? "
    r"(?:had|has|raised|have|offered|made) (?P<verb>no objections?)\b"
)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of telling a decision. A search is dear, so first come the words without which it finds nothing.

    ``sign`` is a cheaper pattern without which it finds nothing.
    """

    pattern: re.Pattern[str]
    verbs: frozenset[str]
    needs: tuple[str, ...] = ()
    sign: re.Pattern[str] | None = None

    def search(self, sentence: str) -> re.Match[str] | None:
        """Where the sentence, which holds one of ``verbs``, tells a decision in this way."""
        if self.needs and not cued(sentence, self.needs):
            return None
        if self.sign is not None and self.sign.search(sentence) is None:
            return None
        return self.pattern.search(sentence)


def _words(alternatives: str) -> frozenset[str]:
    return frozenset(alternatives.split("|"))


_FINDING = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment)\b[^.;]{0,60}?\b(?P<verb>became the (?:finding|decision|resolution))\b"
)
_ORDERED = (
    "RECEIVED|DIRECTED|INTRODUCED|AUTHORIZED|AUTHORISED|FORWARDED|AMENDED|REQUESTED|APPOINTED|ADVISED|INSTRUCTED|"
    "DELEGATED|EXTENDED|REMOVED|WAIVED|GIVEN|ESTABLISHED|CIRCULATED|INVITED|SUPPORTED|FILED|TABLED|ENACTED|SCHEDULED|"
    "EXCUSED|ADJOURNED|DENIED|ASKED|PAID|AWARDED|ALLOCATED|CONSIDERED|PURCHASED|NOMINATED|ELECTED|RELEASED|REPEALED"
)
_TO_BE = re.compile(rf"\bBE (?:HEREBY )?(?P<verb>{_ORDERED})\b")
_WEAK = (
    _Way(_TO_BE, _words(_ORDERED), ("BE ",)),
    _Way(_IMPERSONAL, _words(_FORMAL), ("t was", "t is", "t has been", "t WAS")),
    _Way(_COLLECTIVE, _words(_DECIDING + "|VOTED"), sign=_ACTIVELY),
    _Way(_ACCEPTED, _words("glacadh")),
    _Way(_RESULT, _words(f"{_RESULTS}|{_FORMAL}|{_FORMAL.title()}"), ("RESULT", "rder", "RDER")),
    _Way(_ALL, _words("agreed|favour|favor|approved"), ("ll ",)),
    _Way(_ON_TABLE, _words("left|laid|tabled"), ("table",)),
    _Way(_STOOD_OVER, _words("stood"), ("stood over ",)),
    _Way(_SIGN, _words("authorised|authorized"), (" to sign ",)),
    _Way(_FIRST, _words("agreed|resolved|approved|decided|noted"), ("we ", "We ", "WE ")),
    _Way(
        _MOTION,
        _words("carried|passed|lost|defeated|failed|withdrawn|fell|fails|died|dies|lapsed|LAPSED"),
        ("otion", "mendment", "MOTION", "AMENDMENT", "declared the "),
    ),
    _Way(_VOTED, _words("carried|passed|lost|defeated|failed"), ("put to ",)),
    _Way(
        _MINUTES,
        _words(
            "agreed|approved|accepted|adopted|ratified|noted|deferred|rejected|refused|carried|lost|defeated|passed|"
            "confirmed|referred|withdrawn"
        ),
        ("were ", "was ", "are ", "be ", "being "),
    ),
    _Way(_AS_CORRECT, _words("moved|taken|accepted|confirmed|signed|passed|approved|agreed"), (" as ", " and signed")),
    _Way(_PASSIVE, _words("agreed|approved|adopted|ratified|deferred"), ("was ", "were ")),
    _Way(_MOVED, _words("agreed|resolved|approved|adopted|carried|Agreed|Resolved")),
    _Way(_COUNTED, _words("favour|favor"), ("econded",)),
    _Way(_BOXED, _words("DECISION|Decision")),
    _Way(_HEADED, _words("DECISION|Decision|RESOLUTION|Resolution")),
    _Way(NOT, _words("carried|supported|approved|agreed|accepted|adopted|seconded"), (" not ",)),
    _Way(DID_NOT, _words(DENIED + "|" + DENIED.upper()), (" did ",)),
    _Way(UNSECONDED, _words("second|seconder"), (" second",)),
    _Way(NO_SECOND, _words("second|seconder"), ("no second",)),
    _Way(WITHDREW, _words("withdrew")),
    _Way(WITHDRAWN, _words("withdrawn")),
    _Way(_FINDING, _words("became")),
    _Way(_OBJECTION, _words("objection|objections"), (" no ",)),
)
_STRONGLY = _words(_CAPITALS.replace("NO OBJECTIONS?", "OBJECTION|OBJECTIONS"))
_OPENLY = _words(
    "passed|Failed|Agreed|Noted|Resolved|Approved|Carried|Passed|Deferred|Rejected|Refused|Recommended|Adopted|Accepted|Lost|Defeated|"
    "Withdrawn|agreed|noted|resolved|deferred|approved|carried|lost|defeated|adopted|refused|withdrawn"
)
_TELLING = _STRONGLY.union(_OPENLY, *(way.verbs for way in _WEAK))
_WORD = re.compile(rf"[A-Za-z]{{{min(map(len, _TELLING))},}}")
"""Words as long as those, with no letters of the alphabet around them."""
_ELSEWHERE = re.compile(
    r"(?: by (?:the |this |that )?(?:[A-Z][\w’'-]*(?: and| of)? ?){1,5})?"
    r",? ?\b(?:at|in|during) (?:the|its|our|their) (?:last|previous|earlier|\w+ [Mm]eeting)"
)
_MAY_BE = re.compile(r"\b(?:would|could|should|may|might|can|will|to) (?:be )?$")


@lru_cache(maxsize=4)
def held_words(text: str) -> frozenset[str]:
    """The words that may tell a decision, as far as they stand in the text of a minute."""
    return _TELLING.intersection(_WORD.findall(text))


def deciding_words(line: str, held: frozenset[str]) -> frozenset[str]:
    """Those of the :func:`held_words` of a minute that stand in one of its lines: a cheap look before its sentences."""
    return held.intersection(_WORD.findall(line)) if cued(line, held) else frozenset()


@lru_cache(maxsize=1024)
def _ways(words: frozenset[str]) -> tuple[_Way, ...]:
    """The ways that ``words`` can tell a decision in."""
    return tuple(way for way in _WEAK if not way.verbs.isdisjoint(words))


def find_decision(text: str, start: int, end: int, opening: bool, telling: frozenset[str]) -> Decision | None:
    """The first deciding word of the sentence ``text[start:end]``.

    ``opening`` says that the sentence begins a line, ``telling`` are the :func:`deciding_words` of that line.
    """
    sentence = text[start:end]
    words = deciding_words(sentence, telling)
    if not words:
        return None
    strong = None if _STRONGLY.isdisjoint(words) else _STRONG.search(sentence)
    if strong and not in_heading(sentence, strong):
        return _made(text, start, end, strong, capital=True)
    first = (_OPENING if opening or len(sentence) < 60 else _BEGINS).match(sentence)
    told: set[int] = set()
    for match in chain([first], (way.search(sentence) for way in _ways(words))):
        if match is None or match.start("verb") in told:
            continue
        if match.re in (_OBJECTION, _TO_BE) or not _told(sentence, match):
            return _made(text, start, end, match, capital=False)
        told.add(match.start("verb"))
    return None


def _made(text: str, start: int, end: int, match: re.Match[str], *, capital: bool) -> Decision:
    """The decision whose verb was found in the sentence at ``start``: what is decided counts before what is noted."""
    stop = start + match.end("verb")
    more = taken_too(text, stop, end) if match["verb"].lower() == "noted" else None
    if more:
        return Decision(more["verb"], more.start("verb"), more.end("verb"), more["verb"].isupper())
    return Decision(match["verb"], start + match.start("verb"), stop, capital)


def _told(sentence: str, match: re.Match[str]) -> bool:
    """Whether the sentence tells of a decision taken elsewhere ("as had been agreed"), or to be taken ("unless…")."""
    before = sentence[: match.start()] if match.re is _IMPERSONAL else sentence[: match.start("verb")]
    after = sentence[match.end("verb") : match.end("verb") + 60]
    if _BEFORE.search(before[-24:]) or is_supposed(before):
        return True
    if match.re in (_MINUTES, _PASSIVE) and _MAY_BE.search(before[-16:]):
        return True
    return _ELSEWHERE.match(after) is not None
