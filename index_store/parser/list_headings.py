"""Headings of an attendance record: what each says of the people under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index_store.models import Status
from index_store.parser.cues import any_of, cued, small
from index_store.parser.names import NAME, TITLE, singular
from index_store.parser.people import read_entry
from index_store.parser.roles import ORGANISATION, is_idle

_WORDS: tuple[tuple[Status, str], ...] = (
    (
        "apologies",
        r"(?:with |other )?apolog(?:ies|y)(?: for (?:absence|non[- ]attendance))?"
        r"(?: (?:were )?(?:received|given|tendered|"
        r"submitted|accepted)(?: and (?:accepted|noted|received))?)?"
        r"(?: from)?|apols?|regrets|(?:members |trustees |directors )?excused(?: absences?)?|leithscéalta|"
        r"absent with (?:apolog(?:y|ies)|regrets?)|apologies - [\w ]{3,30}members|a p o l o g i e s|"
        r"(?:governors?|members?|trustees?|directors?|"
        r"councillors?)[’']? "
        r"apologies",
    ),
    (
        "absent",
        r"(?:members |councillors |those )?absent(?: with(?:out)? (?:apolog(?:y|ies)|leave))?|not present|absentees|"
        r"(?:members |councillors |those |cllrs |crs )?(?:on )?(?:approved |granted )?leave of absence|"
        r"as láthair|(?:did )?not attend(?:ed|ing)?|not in attendance",
    ),
    ("observer", r"observers(?:/presenters)?|observing"),
    (
        "in_attendance",
        r"(?:also,? )?(?<!council )(?<!board )(?<!members )(?<!councillors )in attendance(?: were)?|"
        r"also (?:present|attending|in attendance)(?: (?:via|by|on)(?: \w+){1,3}|"
        r" virtually| remotely| online| were)?|"
        r"(?:members|councillors) (?:also )?attending (?:in accordance with|under|by virtue of)[^:\n]{3,60}|"
        r"(?:[a-z]{2,6} )?officers attending|the following officers were (?:also )?(?:present|in attendance)"
        r"(?: in support)?(?: throughout(?: the meeting)?)?|officers?(?: present| in (?:support|attendance))?|"
        r"officials?(?: present| in (?:support|attendance))?|(?:(?:the )?council |other |city |county |"
        r"municipal )?staff(?: members?)?(?: and (?:visitors|guests|others|public|consultants))?"
        r"(?: present| in attendance)?(?: were)?|delegations?|"
        r"(?:remote|virtual|online) (?:attendance|attendees|participants|participation)|"
        r"(?:guests?(?: speakers?| present)?|visitors|staff)"
        r"(?: (?:via|by|on|over) (?:zoom|teams|skype|phone|video\w*))?|"
        r"others? (?:present|in attendance|attending)|others?(?=\s*:)|also(?=\s*:)|visitors?|"
        r"advis[eo]rs?(?: present)?|invite(?:d|es)|"
        r"by invitation|presenters?|(?:council )?employees(?: present)?|members of the public present|"
        r"for the (?:applicant|objectors?|licen[cs]ee|respondent|authority)|objectors?|applicants?|interested parties|"
        r"responsible authorities|(?:(?:via|by|on) )?(?:zoom|teams|video ?conference|tele(?:phone|conference))(?=\s*:)|"
        r"speakers?|secretariat|members of the (?:public|press)|public|press|city staff|administration|support|"
        r"oifigigh(?: i láthair)?|i bhfreastai?l|"
        r"(?:district|ward|borough) (?:cllrs?|councillors?)|county (?:cllrs?|councillor)|"
        r"i láthair freisin|executive officers|regular attendees|(?:executive|corporate) directors present|"
        r"council officers|attending(?! (?:by|via|on|remotely|virtually|online)\b)|"
        r"non[- ](?:members|governors|trustees|directors|councillors)(?: attending| present| in attendance)?|"
        r"other (?:members|"
        r"councillors|attendees)"
        r"(?: present| in attendance)?|representatives|observer|external(?: attendees)?|(?:council|county|"
        r"city) officials",
    ),
    (
        "chair",
        r"(?:acting )?chair(?:man|woman|person)?|(?:present,? )?in the chair|presiding(?: officer)?|"
        r"convenor|convener|cathaoirleach|chaired by|i gceannas",
    ),
    ("substitute", r"substitutes?(?: members?)?(?: present)?"),
    (
        "present",
        r"(?:those |there were |the following (?:members )?were |the other councillors |the other members |"
        r"members?(?: of (?:the )?\w+)? |committee members |"
        r"board members |councillors? |trustees |governors |commissioners |directors |supervisors |"
        r"panel members |"
        r"voting members )?present(?: were| at the meeting| in person| virtually| remotely| online|"
        r" via \w+(?: [a-z]\w+)?| (?:on|by) (?:zoom|teams|video ?(?:conference|link)|(?:tele)?phone)| were|"
        r" in (?:the )?[\w ]{3,30})?|"
        r"(?:members )?attended (?:in person|online|virtually|remotely|via \w+)|"
        r"(?:governors|trustees|directors|councillors|members) attending|p r e s e n t|"
        r"attended - [\w ]{3,30}members|those (?:attending|in attendance)|"
        r"(?:attending|participating) (?:remotely|virtually|online|electronically|(?:by|via|on) \w+)|"
        r"attendance|attendees|attended|council(?=\s*:)|(?:council|board|councillors) in attendance|baill|board|"
        r"(?:attending |committee |board |panel |voting |elected |core |co-opted )?members(?: attending|"
        r" in attendance(?: were)?)?|"
        r"councillors?|comhairleoirí?|sederunt|i láthair|panel|"
        r"community councillors|participants?|roll call|(?:deputy |"
        r"vice[- ]?)(?:chair(?:man)?|mayor)|"
        r"county councillors|deputies|senators|trustees|governors|directors|attendance and apologies|"
        r"attendees and apologies|"
        r"present and apologies|late arrivals?|ex[- ]officio(?: members)?|"
        r"sectoral (?:interests?|members?|representatives)(?: present)?",
    ),
)
_ROLES = (
    r"(?:minute|note)s?[- ]?(?:taker|secretary|clerk)|(?:minutes|notes)(?: taken)?(?: by)?|"
    r"meetings administrator|(?:(?:parish|town|council) )?clerk(?: to the (?:council|board|committee))?|secretary|"
    r"treasurer|recorder"
)
_GROUP = re.compile(
    r"[ \t#>*_\-•]*(?P<words>(?:[A-Z][\w&’'-]+ |of |the |and |& ){1,5}(?P<who>(?i:Members|Councillors|Attendees|"
    r"Officials|Officers|Staff|Guests|Advisors|Advisers|"
    r"Secretariat|Representatives|Observers|Ministers|Chairs)))(?i: present)?"
    r"(?:[ \t]*\([^)\n]{0,40}\))?[ \t*_]*(?::[ \t*_]*|$)"
)
_GROUPS = (
    *("members", "councillors", "attendees", "officials", "officers", "staff", "guests", "advisors", "advisers"),
    *("secretariat", "representatives", "observers", "ministers", "chairs"),
)
"""Cheap to look for, in small letters: without one of these no heading names a group."""
_AS_MEMBERS = re.compile(r"\((?:co-?opted|voting|added|independent) members?\)", re.IGNORECASE)
"""What makes members of representatives: "Employer Representatives (Co-opted members)"."""
_MEMBERS = ("Members", "Councillors", "Attendees", "Ministers", "Chairs")
_TWIN = (
    r" ?/ ?(?!.*(?:apolog|absen|attend|present\b|chair|vice|clerk|members|officers|guests|observers|minute|staff))"
    r"[^\W\d_][^\W\d_’' ]{2,40}(?=[ \t*_.]*(?::|$))"
)
"""The same label in another language: "Clerk/Clerc"."""
_HEADING = re.compile(
    r"[ \t#>*_\-•]*(?:\d{1,2}\.\s+)?(?:(?:[^\W\d_]+ ){0,3}?[^\W\d_]+ ?/ ?)??(?:(?:council|board|committee) (?=\w+))?(?:"
    + "|".join(f"(?P<{status}>{words})" for status, words in _WORDS)
    + rf"|(?P<role>{_ROLES}))(?P<twin>{_TWIN})?(?P<more>[ \t]*\([^)\n]{{0,40}}\)|"
    r",[ \t]*(?:full|part)(?: of)?(?: the)? meeting(?:,?[ \t]*\([^)\n]{0,60}\))?|"
    r"[ \t]*[-–—:][ \t]*(?:on ?-?line|remotely|virtually|in person|via (?:microsoft )?\w+)(?=[ \t]*[-–—:]))?"
    r"(?P<mark>[ \t*_]*(?::-?|;|–|—|…|\.{3,}|\s-\s|-(?=\s|$))[,.…\-– \t*_]*|[ \t*_.]*$|\s(?=[a-z])|"
    r"\.\s+(?=(?:cllrs?|councillors?|mrs?|ms|miss|dr|[a-z])\.? ?[a-z]))"
)
"""Looks at text in small letters."""
_TELLING = (
    "was|were|had|has|have|would|will|reported|attended|apologised|welcomed|opened|declared|chaired|took|thanked|is|"
    "are|be|been|said|advised|noted|agreed|informed|received|asked|expressed|extended|recited|spoke"
)
_PROSE = re.compile(
    rf"\b{any_of(_TELLING)}\b|\b[a-z]+ed (?:the|to|that|by|for)\b|"
    r"\b(?:sent|gave) (?:(?:their|his|her) )?apologi|\bgave an? "
)
_INSTEAD = re.compile(r", for whom [^,;]{3,60} (?:was|were|acted|attended)\b(?: as)?(?: the)?(?: an?)? ?[a-z]*")
"""Who came for somebody away, in a list of names."""
_SOMEBODY = re.compile(rf"(?:{TITLE}|{NAME.pattern})")
_BRACKETS = re.compile(r"\([^)]*\)")
_COUPLE = re.compile(r"(?P<forename>[A-Z][a-z]+) (?:and|&) (?P<whole>[A-Z][a-z]+ (?P<surname>[A-Z][\w’'-]+))")
"""Two who share a surname: "Ann and Bob Clay"."""
_WERE = re.compile(r"\s+(?:was|were)(?: (?:all|also))? (?:present|in attendance|absent|excused)\W*$")
_WHOLE = re.compile(r"\W*(?:whole|part) of (?:the )?meeting\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\W*(?:items?|agenda|action|resignations?|vacanc(?:y|ies)|declarations?|disclosures?|prox(?:y|ies)|"
    r"votes? of (?:sympathy|condolences?|congratulations?|thanks)|sympathy|condolences|congratulations|"
    r"conflicts? of interests?|"
    r"(?:(?:committee|staff|officers?[’']?|councillors?[’']?|board|department) )?reports?(?=\s*:)|minutes? of|"
    r"quorum|distribution|min(?:ute)? no(?:description\w*|minute\w*)?|"
    r"copies to|circulation|the meeting|welcome|"
    r"part (?:i+|one|two|a|b|\d)\b|next meeting|time|date|venue|location|held|start|quorate|meeting|"
    r".{0,40}\bvotes?(?=\s*:)|"
    r".{0,40}:\s*(?:aye|nay|yes|no|abstain(?:ed)?)\W*$)\b",
    re.IGNORECASE,
)


REMOTE = re.compile(r"(?:(?:via|by|on) )?(?:zoom|teams|video ?conference|tele(?:phone|conference))", re.IGNORECASE)
"""A heading that tells how those below it came, and not as what."""
_VICE = re.compile(r"(?i)deputy|vice")
_OF_TITLE = re.compile(r"(?i)(?:members |those )?((?:community |county )?councillors|deputies|senators)\b")
_CROWD = re.compile(r"\W*public\s*[:–-]\s*(?:\d+|one|two|three|four|five|none)[.,]?", re.IGNORECASE)
_BEFORE_NAMES = (
    "present",
    "apologies",
    "in attendance",
    "also in attendance",
    "also, in attendance",
    "also present",
    "those attending",
    "those present",
    "absent with apologies",
    "absent without apologies",
    "leave of absence",
)


@dataclass(frozen=True, slots=True)
class Heading:
    """``words`` as printed; the names under it follow at ``end``. ``title`` goes for names printed without one."""

    status: Status
    words: str
    end: int
    role: str | None = None
    title: str | None = None


@lru_cache(maxsize=2048)
def read_heading(cell: str, column: int = 0) -> Heading | None:
    """The heading that a cell opens with, if it does; in a further column only where nothing else can be meant."""
    low = small(cell)
    match = _HEADING.match(low)
    group = _GROUP.match(cell) if cued(low, _GROUPS) else None
    if group and (not match or group.end() > match.end()):
        members = group.group("who").title() in _MEMBERS or _AS_MEMBERS.search(group.group()) is not None
        who: Status = "present" if members else "in_attendance"
        return Heading(
            "observer" if group.group("who").title() == "Observers" else who, group.group("words"), group.end()
        )
    if not match or (":" not in match.group("mark") and is_prose(_bare(cell, match))):
        return None
    status: Status = next((status for status, _ in _WORDS if match.group(status)), "in_attendance")
    words = cell[slice(*match.span("role" if match.group("role") else status))].strip()
    if not _is_heading(cell, match, words):
        return None
    singulars = (
        status == "chair"
        or match.group("role")
        or words.lower() in ("observer", "member", "support", "representatives")
    )
    if column and (singulars or _VICE.match(words)) and ":" not in match.group("mark"):
        return None
    if match.group("role"):
        return Heading("in_attendance", words, match.end(), role=words)
    vice = _VICE.match(words)
    titled = _OF_TITLE.match(words)
    return Heading(
        status, words, match.end(), words if vice else None, singular(titled.group(1).title()) if titled else None
    )


def _bare(cell: str, match: re.Match[str]) -> str:
    """A cell without the words that make a sentence of the names behind a dash: "PRESENT – A Ash were present."."""
    return _WERE.sub("", cell) if cued(match.group("mark"), ("-", "–", "—")) else cell


def _is_heading(cell: str, match: re.Match[str], words: str) -> bool:
    """A heading stands alone, has a colon or dash behind it, or is in capitals, or a lone "Present", before a name."""
    if words.lower() in ("minutes", "notes") and not re.search(r"[:;–—-]", match.group("mark")):
        return False
    rest = _CROWD.sub("", cell[match.end() :])
    mark: str = match.group("mark")
    if not rest.strip(" *_.:") or cued(mark, (":", ";", "…", "...")):
        return True
    if "-" in mark or "–" in mark or "—" in mark:
        return words.lower() not in ("councillor",) and _SOMEBODY.match(rest) is not None
    if not (words.isupper() or words.lower() in _BEFORE_NAMES):
        return False
    parts = re.split(r",| and ", rest)
    return any(read_entry(part) for part in (parts[:3] if words.isupper() else parts[:1]))


@lru_cache(maxsize=1024)
def is_prose(line: str) -> bool:
    """Whether a line tells something in a sentence."""
    if ", for whom " in line:
        line = _INSTEAD.sub("", line)
    return _PROSE.search(_BRACKETS.sub("", line) if "(" in line else line) is not None


def is_other(line: str) -> bool:
    """Whether a line opens with words that no attendance list holds ("Agenda", "Declarations of interest")."""
    return bool(_OTHER.match(line))


def ends_list(line: str) -> bool:
    """Whether a lone line ends the names above it: a heading that is not of attendance."""
    if _WHOLE.match(line):
        return False
    if is_other(line):
        return True
    bare = line.strip(" *#_.:\t")
    if not bare[:3].isalpha() or len(bare) < 3:
        return False
    if is_idle(bare) or len(bare.split()) > 6 or line.rstrip().endswith(":") or re.match(r"\s*[-*•]", line):
        return False
    couple = _COUPLE.fullmatch(bare)
    if couple and read_entry(couple["whole"]) and read_entry(f"{couple['forename']} {couple['surname']}"):
        return False
    return (
        not read_entry(line)
        and not ORGANISATION.search(bare.title() if bare.isupper() else bare)
        and not re.search(r"[,(|]", bare)
    )
