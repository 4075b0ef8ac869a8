"""One entry of an attendance list: names, with role, organisation, and what stands in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index_store.models import Status
from index_store.parser.names import HONOURS, Person, initials_fit, plural_title, read_person, split_title

CHAIRING = re.compile(
    r"^(?:\(?(?:acting |interim |newly elected )?(?:in the chair|(?:the )?chair(?:man|woman|person|ing)?|convenor|"
    r"convener|presiding|(?-i:[A-Z]{2,8}) chair(?:man)?|acting (?:(?-i:[A-Z]{2,8}) )?chair(?:man)?|"
    r"lord mayor in the chair|cathaoirleach|i gceannas|(?:as |acting as )chair(?:man)?(?: for (?:the|this) meeting)?|"
    r"chair(?:man|person)? (?:of|for) (?:the |this )?meeting|meeting chair)\)?|.*\bin the chair)$",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:Chief|Director|Officer|Manager|Chair(?:man|woman|person)?|Vice|Leader|Head|Clerk|Secretary|Treasurer|"
    r"Constable|Inspector|Superintendent|"
    r"Lead|Advis[eo]r|Representative|Representing|Assistant|Deputy|Solicitor|Secretariat|Minister|Consultant|Analyst|"
    r"Co-?ordinator|Administrator|"
    r"Commissioner|Convenor|Convener|President|Principal|Member|Observer|Engineer|Planner|Accountant|Auditor|Warden|"
    r"Partner|Founder|Editor|"
    r"Professor|Fellow|Governor|Trustee|Owner|Resident|Councillor|Mayor|Ranger|Curator|Reporter|Architect|Registrar|"
    r"Specialist|Executive|CEO|"
    r"Surveyor|Minutes?|Associate|Spokes\w+|Portfolio|PA|CFO|COO|CTO|City Manager|Supervisor|Strategist|Economist|"
    r"Statistician)\b",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"\b(?:Council|NHS|Constabulary|Trust|Board|Authority|University|College|Ltd|Limited|plc|PLC|Inc|LLP|Partnership|"
    r"Association|Group|Society|Agency|"
    r"Police|PCT|Ministry|Department|Dept|Foundation|Institute|Forum|Federation|Union|Centre|School|Church|Service|"
    r"Services|Committee|Company|"
    r"Fund|Bank|Network|Office|Hub|Academy|Club|Commission|Labs?|Systems|Group plc|Survey|Probation|Fire|Team|"
    r"Company|CVS|Hospital|Housing Association)\b"
)
_TOPIC = re.compile(
    r"['’]s?\b(?! (?:Office|Department))|\b(?:reports?|updates?|announcements?|business|minutes|welcome|elections?|"
    r"appointments?|matters|questions?|items?)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:minutes?|items?|agenda items?|part(?:ial)?|for|from|until|till|to|left|arrived|joined|departed|up to|after|"
    r"before|during|via|by|remote(?:ly)?|"
    r"virtual(?:ly)?|online|on-line|telephone|phone|teleconference|dial|zoom|teams|video|late|in part|not present|"
    r"except|excluding|apolog|am\b|pm\b|"
    r"morning|afternoon|based at|who|has|whose|until|since|only|taking|note|minute)\b|\d",
    re.IGNORECASE,
)
_SUBSTITUTES = re.compile(
    r"^(?:(?:as |acting as |named )?(?:a )?(?:substitut(?:e|ing|ed)|sub|deputis(?:ing|ed)|alternate|standing in|"
    r"vice)\.?(?: member)?(?: for)?|in place of|for|on behalf of)\b:?\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_SUBSTITUTED = re.compile(
    r"^(?:(?:for whom|with|but) (?P<other>.+?) (?:substitut|deputis|attend|stood in|standing in).*|"
    r"(?:substituted? by|substitute|represented by|replaced by|sub(?:stitute)?:)\s+(?P<name>.+))$",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s+[-–—]+\s*|\s*[–—]\s+|\t+|\s{3,}|\s*\|\s*|(?<=[a-z)])\s*:\s+")
_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)+|\[([^\]]*)\]")


_IDLE = re.compile(
    rf"{HONOURS}$|(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|various|some|no|"
    rf"other)\\b.*\\b(?:members?|public|press|residents?|"
    r"representatives?|officers?|visitors?|people|others?|students?)\b|members of|the (?:press|public)|others?\b",
    re.IGNORECASE,
)


_INITIALS = re.compile(r"(?P<who>[^()]+?)\s*(?:\([^()]*\))?\s+(?P<initials>[A-Z][A-Za-z]{1,3})\b(?:\s*\([^()]*\))*$")
_APART = re.compile(
    r"(?P<who>[^()]+?) (?P<what>(?:for whom|substitut(?:ing|ed)|deputi[sz](?:ing|ed)|standing in|attending (?:for|"
    r"on behalf)|in place of|on behalf of|representing)\b.+|"
    r"(?:Director|Head|Chief|Manager|Leader|Secretary|Minister|Adviser|Advisor|Clerk|Officer|Deputy|Assistant|Chair|"
    r"Treasurer)\b.*)$"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What an attendance list says of one person; ``substituted_by`` names who came instead."""

    person: Person
    status: Status | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    initials: str | None = None
    substitute_for: str | None = None
    substituted_by: str | None = None


def read_entry(text: str) -> tuple[Entry, ...]:
    """The people of one list entry ("A Smith and B Jones – Deloitte (minute 267)"); empty where it names nobody."""
    words = " ".join(re.sub(r"[*_\\]+", "", text).replace("\xa0", " ").split(" ")).strip(" .;,")
    bare = re.sub(r"\s{2,}", "   ", words)
    outside = _mask(bare)
    split = _DASH.search(outside)
    left, right = (bare[: split.start()], bare[split.end() :]) if split else (bare, "")
    names, comma = _names(left)
    if not names and right and _ROLE.search(left) and (turned := read_entry(right)) and len(turned) == 1:
        return (replace(turned[0], role=turned[0].role or left.strip(" ,:")),)
    if not names:
        return ()
    described = [_describe(Entry(person), brackets, right) for person, brackets in names]
    if comma and not _IDLE.match(comma):
        person, brackets = names[-1]
        described[-1] = _describe(Entry(person), brackets, ", ".join(piece for piece in (comma, right) if piece))
    return tuple(described)


def _mask(text: str) -> str:
    """``text`` with what stands in brackets blanked out by a letter, so that offsets stay."""
    return _BRACKETS.sub(lambda match: "(" + "x" * (len(match.group()) - 2) + ")", text)


def _names(left: str) -> tuple[list[tuple[Person, list[str]]], str]:
    """People at the head of an entry with their brackets, and what follows the last of them behind a comma."""
    title = plural_title(left)
    pieces = split_list(left)
    found: list[tuple[Person, list[str]]] = []
    for number, piece in enumerate(pieces):
        brackets = [one or other for one, other in _BRACKETS.findall(piece)]
        apart = _APART.match(piece)
        if apart and read_person(apart.group("who")):
            piece, brackets = apart.group("who"), [*brackets, apart.group("what")]
        behind = _INITIALS.match(piece)
        if (
            behind
            and (named := read_person(behind.group("who")))
            and initials_fit(behind.group("initials"), named.name)
        ):
            piece, brackets = behind.group("who"), [*brackets, behind.group("initials")]
        bare = _BRACKETS.sub(" ", piece).strip(" ,;.")
        person = read_person(bare) or (read_person(f"{title} {bare}") if title else None)
        if person is None:
            return found, ", ".join(pieces[number:]) if found else ""
        found.append((person, brackets))
    return found, ""


def split_list(text: str) -> list[str]:
    """The parts of "A, B and C (x, y)", not cut inside brackets."""
    masked = _mask(text)
    cuts = [0]
    ends = []
    for match in re.finditer(
        r"\s*[,;](?!\s*\()\s*(?:and\s+|&\s+)?|(?<=[a-z])\s+(?=(?:Cllrs|Councillors)\s)|"
        r"(?<=\))\s+(?=(?:[A-Z][a-z’']+\s){1,3}[A-Z(])|(?<=[a-z])\s+(?=(?:Professor|Dr|Cllr|Mrs|Mr)\s[A-Z])|"
        r"\s+(?:and|agus|&)\s+",
        masked,
    ):
        ends.append(match.start())
        cuts.append(match.end())
    return [piece for piece in (text[a:b].strip() for a, b in zip(cuts, [*ends, len(text)], strict=True)) if piece]


def _describe(entry: Entry, brackets: list[str], right: str) -> Entry:
    """``entry`` with brackets and description sorted into status, role, organisation and note."""
    for bracket in brackets:
        entry = _bracket(entry, bracket.strip())
    parts = []
    described = re.split(r"(\s+[-–—]+\s+|\s*\|\s*|\t+)", right)
    lone = len(described) == 1
    for number, part in enumerate(described[::2]):
        kept = part.strip(" ,;.")
        seated = lone or "|" in right or "\t" in right or number > 0
        while (tail := re.search(r"\s*\(((?:[^()]|\([^()]*\))*)\)+$|\s*\[([^\]]*)\]$", kept)) and _aside(
            tail.group(1) or tail.group(2) or ""
        ):
            entry = _bracket(entry, (tail.group(1) or tail.group(2)).strip())
            kept = kept[: tail.start()].strip(" ,;.")
        if CHAIRING.match(kept) and seated:
            entry = replace(entry, status="chair")
        elif kept and (_SUBSTITUTES.match(kept) and not _ROLE.search(kept) or _NOTE.match(kept)):
            entry = _bracket(entry, kept)
        elif kept:
            parts.append(kept)
    if not parts:
        return entry
    role, organisation = role_and_organisation(", ".join(parts))
    if entry.role and role:
        entry = replace(entry, note=_joined(entry.note, entry.role))
    return replace(entry, role=role or entry.role, organisation=organisation or entry.organisation)


def describe(entry: Entry, words: str) -> Entry:
    """``entry`` with what another line or cell says of the person."""
    return _describe(entry, [], words.strip(" ,;|"))


def _aside(bracket: str) -> bool:
    """Whether brackets behind a description speak of the person's presence, not of the role or organisation."""
    return bool(
        CHAIRING.match(bracket)
        or _NOTE.match(bracket)
        or _SUBSTITUTES.match(bracket)
        or re.match(r"(?:observer|guest|apologies|absent|in attendance)\b", bracket, re.IGNORECASE)
    )


def _bracket(entry: Entry, text: str) -> Entry:
    if CHAIRING.match(text):
        return replace(entry, status="chair")
    if re.match(r"observer\b", text, re.IGNORECASE):
        return replace(entry, status="observer")
    if re.match(r"(?:absent|apolog(?:y|ies|ised))\b(?! for late)", text, re.IGNORECASE):
        return replace(entry, status="absent" if text.lower().startswith("absent") else "apologies")
    substituted = _SUBSTITUTED.match(text)
    if substituted and read_person(deputy := substituted.group("name") or substituted.group("other")):
        return replace(entry, substituted_by=_name(deputy))
    substitutes = _SUBSTITUTES.match(text)
    named = split_list(substitutes.group("name")) if substitutes else []
    if substitutes and ((named and read_person(named[0])) or re.match(r"(?i)sub|deput|altern", text)):
        _, organisation = role_and_organisation(", ".join(named[1:])) if named[1:] else (None, None)
        return replace(
            entry, substitute_for=_name(named[0]) if named else "", organisation=entry.organisation or organisation
        )
    if re.fullmatch(r"[A-Z][A-Za-z]{1,3}", text) and initials_fit(text, entry.person.name):
        return replace(entry, initials=text)
    if _NOTE.match(text) or (text[:1].islower() and not _ROLE.search(text)):
        return replace(entry, note=_joined(entry.note, text))
    if _ROLE.search(text) or text[:1].islower():
        role, organisation = role_and_organisation(text)
        return replace(entry, role=entry.role or role, organisation=entry.organisation or organisation)
    return replace(entry, organisation=entry.organisation or text)


def _name(text: str) -> str:
    person = read_person(text)
    return person.name if person else text.strip()


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None


def role_and_organisation(text: str) -> tuple[str | None, str | None]:
    """A description taken apart: ("Chief Executive", "Charnwood Borough Council"), whichever stands first."""
    pieces = _pieces(text)
    if len(pieces) == 1:
        return _single(pieces[0])
    if _ROLE.search(pieces[0]) and not (
        ORGANISATION.search(pieces[0]) and not _leads(pieces[0]) and _ROLE.search(pieces[1])
    ):
        at = next(
            (n for n, piece in enumerate(pieces[1:], 1) if ORGANISATION.search(piece) and not _ROLE.match(piece)),
            next((n for n, piece in enumerate(pieces[1:], 1) if re.fullmatch(r"[A-Z]{2,8}", piece)), 1),
        )
        return ", ".join(pieces[:at]), ", ".join(pieces[at:])
    roles = [n for n, piece in enumerate(pieces) if n and _ROLE.search(piece)]
    if roles:
        return ", ".join(pieces[roles[0] :]), ", ".join(pieces[: roles[0]])
    return None, ", ".join(pieces)


def _pieces(text: str) -> list[str]:
    masked, cuts, ends = _mask(text), [0], []
    for match in re.finditer(r"\s*[,;]\s*", masked):
        ends.append(match.start())
        cuts.append(match.end())
    return [
        piece for piece in (text[a:b].strip(" .") for a, b in zip(cuts, [*ends, len(text)], strict=True)) if piece
    ] or [text]


def _leads(piece: str) -> bool:
    """Whether a piece opens with the role ("Director of Public Health"), not with the organisation."""
    role, organisation = _ROLE.search(piece), ORGANISATION.search(piece)
    return bool(role and organisation and role.start() < organisation.start())


def _single(text: str) -> tuple[str | None, str | None]:
    """A description without commas: role, organisation, or both run together ("Marl County Council Policy Manager")."""
    role = _ROLE.search(text)
    if not role or re.search(r"['’]s (?:Office|Department|Service|Board)$", text):
        return None, text
    glued = re.match(
        r"(?P<organisation>.*?\b(?:Council|Constabulary|Trust|Board|Authority|University|PCT|Association|"
        r"Partnership))\s+(?P<role>[A-Z].*)$",
        text,
    )
    if glued and _ROLE.search(glued.group("role")) and not _ROLE.search(glued.group("organisation")):
        return glued.group("role"), glued.group("organisation")
    return text, None


def read_run(line: str, title: str | None = None) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The people of a list entry or a comma run, with offsets.

    A piece that names nobody describes the one before it. ``title`` goes for names printed without one, so that lone
    surnames count behind "Cllrs" or under "Councillors".
    """
    whole = read_entry(line.lstrip(" -*•·>\t"))
    lead = len(line) - len(line.lstrip(" -*•·>\t"))
    pieces = _pieces_of(line, title)
    if len(pieces) > 1 and not (whole and _is_entry(line[lead:])):
        return pieces
    return [(lead, len(line.rstrip()), whole)] if whole else pieces


def _is_entry(line: str) -> bool:
    """Whether a line is one entry with its description behind a dash, not a run of people: a dash after the first three at most."""
    dashes = [number for number, piece in enumerate(split_list(line)) if _DASH.search(_mask(piece))]
    return len(dashes) == 1 and dashes[0] < 3


def _pieces_of(line: str, title: str | None) -> list[tuple[int, int, tuple[Entry, ...]]]:
    found: list[tuple[int, int, tuple[Entry, ...]]] = []
    at, opened, lead = 0, False, len(line) - len(line.lstrip(" -*•·>\t"))
    last_join = ""
    for piece in split_list(line):
        start = line.index(piece, at)
        join, at = line[at:start], start + len(piece)
        title = None if "and" in last_join and "and" not in join else title
        title = plural_title(piece) or (None if split_title(piece)[0] else title)
        last_join = join
        entries = (read_entry(f"{title} {piece}") if title and not plural_title(piece) else ()) or read_entry(piece)
        opened = opened or is_description(piece)
        if entries and not found and not opened and start > lead + 2 and not entries[0].person.title:
            continue
        if entries:
            found.append((start, at, entries))
        elif found and len(piece) < 80 and not _IDLE.match(piece):
            first, _, people = found[-1]
            described = _describe(people[-1], [], piece)
            found[-1] = (first, at, (*people[:-1], described))
    return found


def is_description(words: str) -> bool:
    """Whether words name a role or an organisation."""
    return bool(_ROLE.search(words) or ORGANISATION.search(words)) and not _TOPIC.search(words)
