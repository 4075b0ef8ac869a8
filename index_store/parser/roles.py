"""Roles and organisations in what minutes say of a person, and lists taken apart outside their brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from index_store.parser.cues import any_of, cued
from index_store.parser.names import HONOURS, read_person

_ROLES = (
    r"chief|director|officer|manager|chair|chairman|chairwoman|chairperson|vice|leader|head|clerk|secretary|"
    r"treasurer|constable|inspector|superintendent|lead|advis[eo]r|representative|representing|assistant|deputy|"
    r"solicitor|attorney|secretariat|minister|consultant|analyst|co-?ordinator|administrator|commissioner|convenor|convener|"
    r"president|principal|member|observer|engineer|planner|accountant|auditor|warden|partner|founder|editor|"
    r"professor|fellow|governor|trustee|owner|resident|councillor|mayor|ranger|marshal|curator|reporter|architect|registrar|"
    r"specialist|executive|ceo|cao|sheriff|macebearer|surveyor|minutes?|associate|spokes\w+|portfolio|pa|cfo|coo|"
    r"cto|dir|mgr|asst|exec|"
    r"city manager|supervisor|strategist|economist|statistician|independent person|head ?teacher|headmaster|"
    r"headmistress|assessor|rector|harbour ?master|cathaoirleach|príomh chomhairleoir|head ?master|bursar|reeve"
)
_ROLE = re.compile(rf"\b{any_of(_ROLES)}\b")
"""Looks at text in small letters."""
_ORGANISATIONS = (
    "Council|Councils|Healthwatch|NHS|Constabulary|Trust|Board|Authority|University|College|Ltd|Limited|plc|PLC|Inc|"
    "LLP|Partnership|Association|Group|Society|Agency|Police|PCT|Ministry|Department|Dept|Foundation|Institute|Forum|"
    "Federation|Union|Centre|School|Church|Service|Services|Committee|Company|Fund|Bank|Network|Office|Hub|Homes|"
    "Academy|Club|Commission|Labs?|Systems|Group plc|Survey|Probation|Fire|Team|CVS|Hospital|Housing Association"
)
ORGANISATION = re.compile(rf"\b{any_of(_ORGANISATIONS)}\b")
_DEPARTMENT = re.compile(
    r"(?:[A-Z][\w’']+|and|&|,|of|the|\s)*\b(?:Development|Resources|Transport|Environment|Engagement|Communities|"
    r"Transformation|Protection|Finance|Governance|Regeneration|Place|People|Customer|Wellbeing|Education|Skills|"
    r"Growth|"
    r"Economy|Infrastructure|Operations|Performance|Planning|Housing|Assets|Communications|Strategy|Health|"
    r"Neighbourhoods|Libraries|Archives|Registration|Museums|Culture|Delivery|(?:Children['’]?s?['’]?|Adult|Corporate|"
    r"Democratic|Legal|Community|Environmental|"
    r"Regulatory|Customer|Property|Leisure|Engineering|Building|Financial|Planning|Development|Social|People['’]?s?) "
    r"(?:Services|Care))"
)
"""A field of work inside one council: it belongs to the role ("Director, Children's Services")."""
_TOPIC = re.compile(
    r"['’]s?\b(?! (?:Office|Department))|\b(?:reports?|updates?|announcements?|business|minutes|welcome|elections?|"
    r"appointments?|matters|questions?|items?)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(rf"(?:^|,\s*)(?:{HONOURS}(?:,\s*|\s*$))+")
"""Honours and degrees behind a name, in the middle of its description: "Ed.D., president"."""
BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)+|\[([^\]]*)\]")


_LISTED = r"\s*[,;](?!\s*\()\s*(?:and\s+|&\s+)?|\s+(?:and|agus|&)\s+"
_LOST = (
    r"(?<=\))\s+(?=[A-Z]{1,3}\.?\s[A-Z][a-z’'-]+(?:,|$|\s\(|\sand\s))|"
    r"(?<=\))\.?\s+(?=(?:[A-Z][a-zß-ſ’']+\s){1,3}[A-Z(]|[A-Z][a-z]+(?:,|\sand\s))|"
    r"(?<=[a-z])\.\s+(?=[A-Z]\. ?[A-Z][a-z])|"
    r"(?<=[a-z])\s+(?=(?:deputy )?(?:treasurer|clerk|secretary)\s[A-Z][a-z]+\s[A-Z])|"
    r"(?<=[a-z])\s+(?=[A-Z][a-z’']+\s[A-Z][a-z’'-]+\s\()|"
    r"(?<=[a-z)])\.?\s+(?=(?:Prof|Professor|Dr|Cllrs?|Councillors?|Mrs|Mr|Ms|Miss|Dame|Baroness|Lord(?! Mayor| Provost|"
    r" Lieutenant))\.?\s[A-Z])|"
    r"(?<=[A-Z)])\.?\s+(?=(?:MR|MRS|MS|MISS|DR)\.?\s[A-Z])|(?<=[A-Z])\s+AND\s+(?=[A-Z]\. ?[A-Z]{2})"
)
_OFFICE = (
    r"(?:(?:Vice|Deputy|Acting|Parish|Town|Borough|County|District|City|Ward|Footpath|Tree)[- ])*"
    r"(?:Chair(?:man|woman|person)?|Clerk|Councillors?|Warden|Mayor|Treasurer|Secretary)"
)
_OFFICE_LED = re.compile(rf"(?<=[a-z)])\.?\s+(?={_OFFICE}\s+[A-Z]|[A-Z]\.? [A-Z][a-z])")
_LED = re.compile(rf"{_OFFICE}\s+(?=[A-Z])")
_INITIAL = re.compile(r"[A-Z]\.? [A-Z][a-z]")
_NEXT_NAME = re.compile(r"[A-Z][a-z’']+(?:\s[A-Z][a-z’'-]+\s\(|,|\sand\s)")
_BEHIND = re.compile(rf"\s+{_OFFICE}$")
"""A list in which each office stands before its holder: "Chairman A Ash Clerk Mrs B Birch"."""
_CUT = re.compile(rf"(?=[\s,;.])(?:{_LISTED}|(?P<lost>{_LOST}))")
_OWN_NAME = re.compile(
    rf"(?:[A-Z][\w’'-]* ){{1,3}}(?:{_ORGANISATIONS}|Chronicle|Gazette|Herald|News|Times|Co)\b(?! [A-Z])"
)
"""The rest of an organisation's name behind its "&": "Pistol & Small Bore Club"."""
_LETTERED = re.compile(r"[A-Z]{2,3} [A-Z][a-z]")
_ENDS_IN_LETTERS = re.compile(r"(?<!\S)[A-Z]{1,3}\Z")
_BETWEEN = (
    *(",", ";", "and", "&", "agus", ".", ")", "(", "treasurer", "clerk", "secretary", "Dr", "Cllr"),
    *("Councillor", "Mr", "Ms", "Miss", "Prof", "Dame", "Baroness", "Lord", "MR", "MS", "MISS", "DR", "AND"),
)
"""Cheap to look for: nothing is cut where none of these stands."""
_FROM = re.compile(
    r"(?:(?i:(?:apologies )?(?:were|was|have been|had been) (?:received|accepted|given|sent) (?:from|by))|from|"
    r"both)\s+(?=[A-Z])"
)
_IDLE = re.compile(
    rf"(?:and )?(?:{HONOURS}$|(?:\d+|an?(?!/)|one|two|three|four|five|six|seven|eight|nine|ten|several|various|some|no|"
    rf"other)\b.*"
    r"\b(?:members?|public|press|residents?|representatives?|officers?|visitors?|people|others?|students?)\b|"
    r"members of|"
    r"the (?:press|public)|others?\b)",
    re.IGNORECASE,
)


_COMMA = re.compile(r"\s*[,;]\s*")
_WHOSE = re.compile(r"['’]s (?:Office|Department|Service|Board)$")
_GLUED = re.compile(
    r"(?P<organisation>\S+ .*?\b(?:Council|Constabulary|Trust|Board|Authority|University|PCT|Association|"
    r"Partnership))\s+(?P<role>[A-Z].*)$"
)


@lru_cache(maxsize=1024)
def role_and_organisation(text: str) -> tuple[str | None, str | None]:
    """A description taken apart: ("Chief Executive", "Charnwood Borough Council"), whichever stands first."""
    pieces = _pieces(text)
    if len(pieces) == 1:
        return _single(pieces[0])
    if names_role(pieces[0]) and not (
        ORGANISATION.search(pieces[0]) and not _leads(pieces[0]) and names_role(pieces[1])
    ):
        at = next(
            (n for n, one in enumerate(pieces[1:], 1) if ORGANISATION.search(one) and not _ROLE.match(one.lower())),
            next((n for n, piece in enumerate(pieces[1:], 1) if re.fullmatch(r"[A-Z]{2,8}", piece)), 1),
        )
        if all(_DEPARTMENT.fullmatch(piece) for piece in pieces[at:]):
            return ", ".join(pieces), None
        while at > 1 and " and " in pieces[at] and re.fullmatch(r"[A-Z][\w’']+(?: [A-Z][\w’']+)?", pieces[at - 1]):
            at -= 1
        return ", ".join(pieces[:at]), ", ".join(pieces[at:])
    roles = [n for n, piece in enumerate(pieces) if n and names_role(piece)]
    if roles:
        return ", ".join(pieces[roles[0] :]), ", ".join(pieces[: roles[0]])
    return None, ", ".join(pieces)


def _pieces(text: str) -> list[str]:
    text = _LETTERS.sub("", text) or text
    masked, cuts, ends = mask(text), [0], []
    for match in _COMMA.finditer(masked) if "," in masked or ";" in masked else ():
        ends.append(match.start())
        cuts.append(match.end())
    pieces: list[str] = []
    for a, b in zip(cuts, [*ends, len(text)], strict=True):
        piece = text[a:b].strip(" .")
        if pieces and piece in ("Inc", "Ltd", "LLC", "LLP"):
            pieces[-1] = f"{pieces[-1]}, {piece}"
        elif piece:
            pieces.append(piece.removeprefix("of ") if pieces else piece)
    return pieces or [text]


def _leads(piece: str) -> bool:
    """Whether a piece opens with the role ("Director of Public Health"), not with the organisation."""
    role, organisation = _ROLE.search(piece.lower()), ORGANISATION.search(piece)
    return bool(role and organisation and role.start() < organisation.start())


def _single(text: str) -> tuple[str | None, str | None]:
    """A description without commas: role, organisation, or both run together ("Marl County Council Policy Manager")."""
    if not names_role(text) or _WHOSE.search(text):
        return None, text
    glued = _GLUED.match(text)
    if glued and names_role(glued.group("role")) and not names_role(glued.group("organisation")):
        return glued.group("role"), glued.group("organisation")
    return text, None


def names_role(words: str) -> bool:
    """Whether words name a role, an office or a profession."""
    return _ROLE.search(words.lower()) is not None


def is_description(words: str) -> bool:
    """Whether words name a role or an organisation."""
    return (names_role(words) or ORGANISATION.search(words) is not None) and not _TOPIC.search(words)


def mask(text: str) -> str:
    """``text`` with what stands in brackets blanked out by a letter, so that offsets stay."""
    if "(" not in text and "[" not in text:
        return text
    return BRACKETS.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", text)


def unbracketed(text: str) -> str:
    """``text`` with a space for each pair of brackets and what stands in it."""
    return BRACKETS.sub(" ", text) if "(" in text or "[" in text else text


def split_list(text: str) -> list[str]:
    """The parts of "A, B and C (x, y)", not cut inside brackets; a comma that got lost between two people is seen."""
    return list(_split(text))


@lru_cache(maxsize=1024)
def _split(text: str) -> tuple[str, ...]:
    """The same, kept: entries are split as parts of their list and by themselves."""
    masked = mask(text)
    cuts, ends = [0], []
    marks = list(_CUT.finditer(masked)) if cued(masked[1:], _BETWEEN) else []
    if (led := _LED.match(masked)) and not led[0].startswith("Councillor"):
        marks = sorted([*marks, *_OFFICE_LED.finditer(masked)], key=lambda match: match.start())
    if not marks:
        part = text.strip()
        part = part[found.end() :] if (found := _FROM.match(part)) else part
        return (part,) if part else ()
    for match in marks:
        if match.start() < cuts[-1]:
            continue
        lost = match.re is _OFFICE_LED or match.group("lost") is not None
        if lost and not _is_whole(text[cuts[-1] : match.start()], match):
            continue
        if "&" in match[0] and (_OWN_NAME.match(masked, match.end()) or _of_a_firm(masked, cuts[-1], match)):
            continue
        ends.append(match.start())
        cuts.append(match.end())
    parts = [text[a:b].strip() for a, b in zip(cuts, [*ends, len(text)], strict=True)]
    bare = [part[found.end() :] if (found := _FROM.match(part)) else part for part in parts]
    return tuple(part for part in bare if part)


def _of_a_firm(masked: str, begin: int, match: re.Match[str]) -> re.Match[str] | None:
    """Whether initials alone stand on both sides of an "&": "MG & AB Other" is a firm and no couple."""
    return _ENDS_IN_LETTERS.search(masked[begin : match.start()]) and _LETTERED.match(masked, match.end())


def _is_whole(before: str, match: re.Match[str]) -> bool:
    """Whether what stands before a lost comma is a person; forename and surname where only a name follows."""
    bare = unbracketed(before).strip()
    named = before.removesuffix(")").rpartition("(")
    if before.endswith(")") and named[1] and is_description(bare) and read_person(named[2]):
        return True
    person = read_person(_BEHIND.sub("", _LED.sub("", bare, 1))) or read_person(bare)
    if person is None or (" " not in person.name and _INITIAL.match(match.string, match.end())):
        return False
    return match[0].strip() != "" or " " in person.name or not _NEXT_NAME.match(match.string, match.end())


def is_idle(words: str) -> bool:
    """Whether a part of a list says nothing of a named person: honours, "3 members of the public"."""
    return bool(_IDLE.match(words))
