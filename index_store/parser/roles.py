"""Roles and organisations in what minutes say of a person, and lists taken apart outside their brackets."""

from __future__ import annotations

import re

from index_store.parser.cues import by_letter
from index_store.parser.names import HONOURS, read_person

ROLE = by_letter(
    r"\b(?:Chief|Director|Officer|Manager|Chair(?:man|woman|person)?|Vice|Leader|Head|Clerk|Secretary|Treasurer|"
    r"Constable|Inspector|Superintendent|"
    r"Lead|Advis[eo]r|Representative|Representing|Assistant|Deputy|Solicitor|Secretariat|Minister|Consultant|Analyst|"
    r"Co-?ordinator|Administrator|"
    r"Commissioner|Convenor|Convener|President|Principal|Member|Observer|Engineer|Planner|Accountant|Auditor|Warden|"
    r"Partner|Founder|Editor|"
    r"Professor|Fellow|Governor|Trustee|Owner|Resident|Councillor|Mayor|Ranger|Curator|Reporter|Architect|Registrar|"
    r"Specialist|Executive|CEO|CAO|Sheriff|Macebearer|"
    r"Surveyor|Minutes?|Associate|Spokes\w+|Portfolio|PA|CFO|COO|CTO|City Manager|Supervisor|Strategist|Economist|"
    r"Statistician|Independent Person|Head ?teacher|Headmaster|Headmistress|(?:Harbour|Head) ?Master|Bursar|Reeve)\b",
    re.IGNORECASE,
)
ORGANISATION = by_letter(
    r"\b(?:Council|NHS|Constabulary|Trust|Board|Authority|University|College|Ltd|Limited|plc|PLC|Inc|LLP|Partnership|"
    r"Association|Group|Society|Agency|"
    r"Police|PCT|Ministry|Department|Dept|Foundation|Institute|Forum|Federation|Union|Centre|School|Church|Service|"
    r"Services|Committee|Company|"
    r"Fund|Bank|Network|Office|Hub|Homes|Academy|Club|Commission|Labs?|Systems|Group plc|Survey|Probation|Fire|Team|"
    r"Company|CVS|Hospital|Housing Association)\b"
)
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
BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)+|\[([^\]]*)\]")


_LISTED = r"\s*[,;](?!\s*\()\s*(?:and\s+|&\s+)?|\s+(?:and|agus|&)\s+"
_LOST = (
    r"(?<=\))\.?\s+(?=(?:[A-Z][a-z’']+\s){1,3}[A-Z(])|"
    r"(?<=[a-z])\.\s+(?=[A-Z]\. ?[A-Z][a-z])|"
    r"(?<=[a-z])\s+(?=(?:deputy )?(?:treasurer|clerk|secretary)\s[A-Z][a-z]+\s[A-Z])|"
    r"(?<=[a-z])\s+(?=[A-Z][a-z’']+\s[A-Z][a-z’'-]+\s\()|"
    r"(?<=[a-z)])\.?\s+(?=(?:Professor|Dr|Cllrs?|Councillors?|Mrs|Mr|Ms|Miss)\.?\s[A-Z])"
)
_OFFICE = (
    r"(?:(?:Vice|Deputy|Acting|Parish|Town|Borough|County|District|City|Ward|Footpath|Tree)[- ])*"
    r"(?:Chair(?:man|woman|person)?|Clerk|Councillors?|Warden|Mayor|Treasurer|Secretary)"
)
_OFFICE_LED = re.compile(rf"(?<=[a-z)])\.?\s+(?={_OFFICE}\s+[A-Z]|[A-Z]\.? [A-Z][a-z])")
_LED = re.compile(rf"{_OFFICE}\s+(?=[A-Z])")
_NEXT_NAME = re.compile(r"[A-Z][a-z’']+\s[A-Z][a-z’'-]+\s\(")
_BEHIND = re.compile(rf"\s+{_OFFICE}$")
"""A list in which each office stands before its holder: "Chairman A Ash Clerk Mrs B Birch"."""
_CUT = re.compile(rf"(?=[\s,;.])(?:{_LISTED}|(?P<lost>{_LOST}))")
_FROM = re.compile(
    r"^(?:(?i:(?:apologies )?(?:were|was|have been|had been) (?:received|accepted|given|sent) (?:from|by))|from|"
    r"both)\s+(?=[A-Z])"
)
_IDLE = re.compile(
    rf"(?:and )?(?:{HONOURS}$|(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|various|some|no|"
    rf"other)\b.*"
    r"\b(?:members?|public|press|residents?|representatives?|officers?|visitors?|people|others?|students?)\b|"
    r"members of|"
    r"the (?:press|public)|others?\b)",
    re.IGNORECASE,
)


def role_and_organisation(text: str) -> tuple[str | None, str | None]:
    """A description taken apart: ("Chief Executive", "Charnwood Borough Council"), whichever stands first."""
    pieces = _pieces(text)
    if len(pieces) == 1:
        return _single(pieces[0])
    if ROLE.search(pieces[0]) and not (
        ORGANISATION.search(pieces[0]) and not _leads(pieces[0]) and ROLE.search(pieces[1])
    ):
        at = next(
            (n for n, piece in enumerate(pieces[1:], 1) if ORGANISATION.search(piece) and not ROLE.match(piece)),
            next((n for n, piece in enumerate(pieces[1:], 1) if re.fullmatch(r"[A-Z]{2,8}", piece)), 1),
        )
        if all(_DEPARTMENT.fullmatch(piece) for piece in pieces[at:]):
            return ", ".join(pieces), None
        while at > 1 and " and " in pieces[at] and re.fullmatch(r"[A-Z][\w’']+(?: [A-Z][\w’']+)?", pieces[at - 1]):
            at -= 1
        return ", ".join(pieces[:at]), ", ".join(pieces[at:])
    roles = [n for n, piece in enumerate(pieces) if n and ROLE.search(piece)]
    if roles:
        return ", ".join(pieces[roles[0] :]), ", ".join(pieces[: roles[0]])
    return None, ", ".join(pieces)


def _pieces(text: str) -> list[str]:
    masked, cuts, ends = mask(text), [0], []
    for match in re.finditer(r"\s*[,;]\s*", masked):
        ends.append(match.start())
        cuts.append(match.end())
    return [
        piece for piece in (text[a:b].strip(" .") for a, b in zip(cuts, [*ends, len(text)], strict=True)) if piece
    ] or [text]


def _leads(piece: str) -> bool:
    """Whether a piece opens with the role ("Director of Public Health"), not with the organisation."""
    role, organisation = ROLE.search(piece), ORGANISATION.search(piece)
    return bool(role and organisation and role.start() < organisation.start())


def _single(text: str) -> tuple[str | None, str | None]:
    """A description without commas: role, organisation, or both run together ("Marl County Council Policy Manager")."""
    role = ROLE.search(text)
    if not role or re.search(r"['’]s (?:Office|Department|Service|Board)$", text):
        return None, text
    glued = re.match(
        r"(?P<organisation>\S+ .*?\b(?:Council|Constabulary|Trust|Board|Authority|University|PCT|Association|"
        r"Partnership))\s+(?P<role>[A-Z].*)$",
        text,
    )
    if glued and ROLE.search(glued.group("role")) and not ROLE.search(glued.group("organisation")):
        return glued.group("role"), glued.group("organisation")
    return text, None


def is_description(words: str) -> bool:
    """Whether words name a role or an organisation."""
    return bool(ROLE.search(words) or ORGANISATION.search(words)) and not _TOPIC.search(words)


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
    masked = mask(text)
    cuts, ends = [0], []
    marks = list(_CUT.finditer(masked))
    if (led := _LED.match(masked)) and not led[0].startswith("Councillor"):
        marks = sorted([*marks, *_OFFICE_LED.finditer(masked)], key=lambda match: match.start())
    for match in marks:
        if match.start() < cuts[-1]:
            continue
        lost = match.re is _OFFICE_LED or match.group("lost") is not None
        if lost and not _is_whole(text[cuts[-1] : match.start()], match):
            continue
        ends.append(match.start())
        cuts.append(match.end())
    parts = (_FROM.sub("", text[a:b].strip()) for a, b in zip(cuts, [*ends, len(text)], strict=True))
    return [part for part in parts if part]


def _is_whole(before: str, match: re.Match[str]) -> bool:
    """Whether what stands before a lost comma is a person; forename and surname where only a name follows."""
    person = read_person(_BEHIND.sub("", _LED.sub("", unbracketed(before).strip(), 1)))
    if person is None:
        return False
    return match[0].strip() != "" or " " in person.name or not _NEXT_NAME.match(match.string, match.end())


def is_idle(words: str) -> bool:
    """Whether a part of a list says nothing of a named person: honours, "3 members of the public"."""
    return bool(_IDLE.match(words))
