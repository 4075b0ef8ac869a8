"""One entry of an attendance list: names, with role, organisation, and what stands in brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from index_store.models import Status
from index_store.parser.names import TITLE, WORD, Person, initials_fit, plural_title, read_person
from index_store.parser.roles import (
    BRACKETS,
    ORGANISATION,
    is_description,
    is_idle,
    mask,
    names_role,
    role_and_organisation,
    split_list,
    unbracketed,
)

CHAIRING = re.compile(
    r"^(?:\(?(?:cadeirydd ?/ ?)?(?:acting |interim |newly elected )?(?:in the chair|(?:the )?chair(?:man|woman|person|"
    r"ing)?|convenor|"
    r"convener|presiding|(?:committee|board|panel|council|meeting|(?-i:[A-Z]{2,8})) chair(?:man|woman|person)?|"
    r"acting (?:(?-i:[A-Z]{2,8}) )?chair(?:man)?|"
    r"lord mayor in the chair|cathaoirleach|i gceannas|(?:as |acting as )chair(?:man)?(?: for (?:the|this) meeting)?|"
    r"chair(?:man|person)? (?:of|for) (?:the |this )?meeting|meeting chair)\)?|.*\bin the chair)$",
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
    r"^(?:(?:as |acting as |named )?(?:a )?(?:substitut(?:e|ing|ed)|sub|deputis(?:ing|ed)|alternate|proxy|standing in|"
    r"vice)\.?(?: member)?(?: for| to)?|in place of|for|on behalf of)\b:?\s*(?P<name>.*)$",
    re.IGNORECASE,
)
_SUBSTITUTED = re.compile(
    r"^(?:(?:for whom|with|but) (?P<other>.+?) (?:substitut|deputis|attend|stood in|standing in|was present|acted).*|"
    r"(?P<third>[^,;]+?) (?:was )?(?:(?:substituting|deputising|substituted|deputised|standing in)$|"
    r"(?:attend(?:ed|ing)|substitut(?:ed|ing)|present) (?:on|in) (?:his|her|their) .*|in (?:his|her|their) place.*)|"
    r"(?:substituted? by|substitute|represented by|replaced by|sub(?:stitute)?:)\s+(?P<name>.+))$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:Mill|Lodge|Farm|House|Street|Bridge|Common|Estate|Castle|Court|Gardens|Square|Way|Lane|Close|Woods?|"
    r"Church|Cross|"
    r"Quarry|Station|Works|Site|Scheme|Bid|Hall|Park)$"
)
DASH = re.compile(r"\s+[-–—]+\s*|\s*[–—]\s+|(?<=[\w.)])—(?=[A-Z])|\t+|\s{3,}|\s*\|\s*|(?<=[a-z)])\s*:\s+")
_DASHES = frozenset("-–—\t|:\n\xa0")
_OFFICE_FIRST = re.compile(
    r"(?:The )?(?P<office>(?:Vice[- ]|Deputy |Acting )?(?:Chair(?:man|woman|person)?|Convenor|Convener|(?:Town |"
    r"Parish )?Clerk|"
    r"Treasurer|Secretary|Leader|Footpath Warden|(?:Assistant |Deputy )?Fire Chief)|"
    r"(?i:(?:deputy |town |township |village |city |assistant )*"
    r"(?:guests?|residents?|supervisors?|treasurers?|clerks?|trustees|selectm[ae]n|"
    r"commissioners|alderpersons?))),? (?P<who>[A-Z].*)$"
)
_OFFICE_HOLDER = re.compile(r"(?:[Tt]he )?(?P<office>[A-Z][\w -]{3,40}?) \((?P<who>[^()]+)\)[ ,]*(?P<rest>.*)$")
_INITIALS = re.compile(r"(?P<who>[^()]+?)\s*(?:\([^()]*\))?\s+(?P<initials>[A-Z][A-Za-z]{1,3})\b(?:\s*\([^()]*\))*$")
_AWAY = re.compile(r"(?:sent )?apologies|absent", re.IGNORECASE)
_MARKS = re.compile(r"[*_\\]+")
_WIDE = re.compile(r"\s{2,}")
_APART_BY = re.compile(r"(\s+[-–—]+\s+|\s*\|\s*|\t+)")
_TAIL = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)+$|\s*\[([^\]]*)\]$")
_TOGETHER = re.compile(
    rf"(?P<who>(?:{TITLE}\.? )+(?:(?:[A-Z]\.? ?)+(?<= )|{WORD} ){WORD}|(?:[A-Z]\. ?)+{WORD}|{WORD} {WORD}(?= \([A-Z]))"
    r"(?: \((?P<letters>[A-Z][A-Za-z]{1,3})\))?,? (?P<what>[A-Z][^,;]+)$"
)
_STANDS_FOR = re.compile(r"(?P<who>[A-Z][^()]*?),? for (?P<whom>[A-Z][^()]*)$")
"""Somebody who came in another's place: "Ann Other for Jo Bloggs"."""
_LETTERS = re.compile(r"\(?([A-Z][A-Za-z]{1,3})\)?")
_APART = re.compile(
    r"(?P<who>[^()]+?(?: \([^()]*\))?),? (?P<what>(?:for whom|substitut(?:ing|ed)|deputi[sz](?:ing|ed)|standing in|"
    r"attending (?:for|"
    r"on behalf)|in place of|on behalf of|representing)\b.+|"
    r"(?:Director|Head|Chief|Manager|Leader|Secretary|Minister|Adviser|Advisor|Clerk|Officer|Deputy|Assistant|"
    r"Chair(?:man|woman|person)?|"
    r"Treasurer|Area|Electoral Area|(?:City|Town|Village|Township|Municipality|District|County) of)\b.*)$"
)


class Entry(NamedTuple):
    """What an attendance list says of one person; ``substituted_by`` names who came instead."""

    person: Person
    status: Status | None = None
    role: str | None = None
    organisation: str | None = None
    note: str | None = None
    initials: str | None = None
    substitute_for: str | None = None
    substituted_by: str | None = None


def find_dash(text: str) -> re.Match[str] | None:
    """The first dash, bar or wide gap that parts a name from its description."""
    return None if _DASHES.isdisjoint(text) and "   " not in text else DASH.search(text)


@lru_cache(maxsize=2048)
def read_entry(text: str) -> tuple[Entry, ...]:
    """The people of one list entry ("A Smith and B Jones – Deloitte (minute 267)"); empty where it names nobody."""
    words = _MARKS.sub("", text).replace("\xa0", " ").strip(" .;,")
    bare = _WIDE.sub("   ", words)
    outside = mask(bare)
    split = find_dash(outside)
    left, right = (bare[: split.start()], bare[split.end() :]) if split else (bare, "")
    office = _OFFICE_HOLDER.match(bare)
    held = office is not None and names_role(office.group("office"))
    if office and held and (holder := read_entry(office.group("who"))) and len(holder) == 1:
        told = _describe(holder[0], [], office.group("rest"))
        return (told._replace(role=told.role or office.group("office")),)
    first = _OFFICE_FIRST.match(bare)
    if first and (holder := read_entry(first.group("who"))) and len(holder) == 1:
        if CHAIRING.match(first.group("office")):
            return (holder[0]._replace(status=holder[0].status or "chair"),)
        office_held = re.sub(r"(?<=[rekt])s$", "", first.group("office"))
        return (holder[0]._replace(role=holder[0].role or office_held),)
    names, comma = _names(left)
    if not names and right and names_role(left) and (turned := read_entry(right)) and len(turned) == 1:
        return (turned[0]._replace(role=turned[0].role or left.strip(" ,:")),)
    if not names:
        return _run_together(bare)
    described = [_describe(Entry(person), brackets, right) for person, brackets in names]
    if comma and not is_idle(comma):
        person, brackets = names[-1]
        described[-1] = _describe(Entry(person), brackets, " – ".join(piece for piece in (comma, right) if piece))
    return tuple(described)


def _run_together(words: str) -> tuple[Entry, ...]:
    """A name and its description with nothing between them ("Cllr. D. Bilcock Hinckham Borough Council")."""
    found = _TOGETHER.match(words)
    if found is None or not is_description(found["what"]):
        return ()
    person = read_person(found["who"])
    letters = found["letters"]
    if person is None or (letters and not initials_fit(letters, person.name)):
        return ()
    return (_describe(Entry(person, initials=letters), [], found["what"]),)


def _names(left: str) -> tuple[list[tuple[Person, list[str]]], str]:
    """People at the head of an entry with their brackets, and what follows the last of them behind a comma."""
    title = plural_title(left)
    pieces = split_list(left)
    found: list[tuple[Person, list[str]]] = []
    at = 0
    for number, piece in enumerate(pieces):
        written = piece
        brackets = [one or other for one, other in BRACKETS.findall(piece)] if "(" in piece or "[" in piece else []
        apart = _APART.match(piece)
        if apart and read_person(unbracketed(apart.group("who"))):
            piece, brackets = apart.group("who"), [*brackets, apart.group("what")]
        standing = _STANDS_FOR.match(piece)
        if standing and read_person(unbracketed(standing["who"])) and read_person(standing["whom"]):
            piece, brackets = standing["who"], [*brackets, f"for {standing['whom']}"]
        behind = _INITIALS.match(piece)
        if (
            behind
            and (named := read_person(behind.group("who")))
            and initials_fit(behind.group("initials"), named.name)
        ):
            piece, brackets = behind.group("who"), [*brackets, behind.group("initials")]
        bare = unbracketed(piece).strip(" ,;.")
        person = read_person(bare) or (read_person(f"{title} {bare}") if title else None)
        if person is None:
            return found, left[left.index(pieces[number], at) :] if found else ""
        at = left.index(written, at) + len(written)
        found.append((person, brackets))
    return found, ""


def _describe(entry: Entry, brackets: list[str], right: str) -> Entry:
    """``entry`` with brackets and description sorted into status, role, organisation and note."""
    for bracket in brackets:
        entry = _bracket(entry, bracket.strip())
    parts = []
    described = _APART_BY.split(right) if right else [""]
    lone = len(described) == 1
    for number, part in enumerate(described[::2]):
        kept = part.strip(" ,;.")
        seated = lone or "|" in right or "\t" in right or number > 0
        while (
            kept.endswith((")", "]")) and (tail := _TAIL.search(kept)) and _aside(tail.group(1) or tail.group(2) or "")
        ):
            entry = _bracket(entry, (tail.group(1) or tail.group(2)).strip())
            kept = kept[: tail.start()].strip(" ,;.")
        if (letters := _LETTERS.fullmatch(kept)) and initials_fit(letters[1], entry.person.name):
            entry = entry._replace(initials=letters[1])
        elif (named := _SUBSTITUTED.match(kept)) and read_person(
            re.sub(r"\(.*\)", "", next(filter(None, named.groups())))
        ):
            entry = _bracket(entry, re.sub(r"\s*\([A-Z]+\)", "", kept))
        elif _AWAY.fullmatch(kept):
            entry = _bracket(entry, kept.split()[-1])
        elif CHAIRING.match(kept) and seated:
            entry = entry._replace(status="chair")
        elif kept and (_SUBSTITUTES.match(kept) and not names_role(kept) or _NOTE.match(kept) or _is_reason(kept)):
            entry = _bracket(entry, kept)
        elif kept:
            parts.append(kept)
    if not parts:
        return entry
    role, organisation = role_and_organisation(", ".join(parts))
    if entry.role and role:
        entry = entry._replace(note=_joined(entry.note, entry.role))
    return entry._replace(role=role or entry.role, organisation=organisation or entry.organisation)


def describe(entry: Entry, words: str) -> Entry:
    """``entry`` with what another line or cell says of the person."""
    return _describe(entry, [], words.strip(" ,;|"))


def _is_reason(words: str) -> bool:
    """Whether a description only says why somebody is away ("holiday", "work commitments")."""
    return words[:1].islower() and len(words.split()) < 4 and not names_role(words)


def _aside(bracket: str) -> bool:
    """Whether brackets behind a description speak of the person's presence, not of the role or organisation."""
    return bool(
        CHAIRING.match(bracket)
        or _NOTE.match(bracket)
        or _SUBSTITUTES.match(bracket)
        or _SUBSTITUTED.match(bracket)
        or re.match(r"(?:observer|guest|apologies|absent|in attendance)\b", bracket, re.IGNORECASE)
    )


def _bracket(entry: Entry, text: str) -> Entry:
    if CHAIRING.match(text):
        return entry._replace(status="chair")
    first, _, second = text.partition(",")
    for office, other in ((first, second.strip()), (second.strip(), first)):
        if other and CHAIRING.match(office) and names_role(other) and not ORGANISATION.search(other):
            return _bracket(entry, other)._replace(status="chair")
    if re.match(r"observer\b", text, re.IGNORECASE):
        return entry._replace(status="observer")
    if re.match(r"(?:absent|apolog(?:y|ies|ised))\b(?! for late)", text, re.IGNORECASE):
        return entry._replace(status="absent" if text.lower().startswith("absent") else "apologies")
    substituted = _SUBSTITUTED.match(text)
    if substituted and read_person(deputy := next(filter(None, substituted.groups()))):
        return entry._replace(substituted_by=_name(deputy))
    substitutes = _SUBSTITUTES.match(text)
    named = split_list(substitutes.group("name")) if substitutes else []
    if substitutes and (
        (named and read_person(named[0]) and not _PLACE.search(named[0]))
        or re.match(r"(?i)sub|deput|altern|(?:as )?(?:a )?proxy", text)
    ):
        _, organisation = role_and_organisation(", ".join(named[1:])) if named[1:] else (None, None)
        return entry._replace(
            substitute_for=_name(named[0]) if named else "", organisation=entry.organisation or organisation
        )
    if re.fullmatch(r"[A-Z][A-Za-z]{1,3}", text) and initials_fit(text, entry.person.name):
        return entry._replace(initials=text)
    if _NOTE.match(text) or (text[:1].islower() and not names_role(text)):
        return entry._replace(note=_joined(entry.note, text))
    if names_role(text) or text[:1].islower():
        role, organisation = role_and_organisation(text)
        return entry._replace(role=entry.role or role, organisation=entry.organisation or organisation)
    return entry._replace(organisation=entry.organisation or text)


def _name(text: str) -> str:
    person = read_person(text)
    return person.name if person else text.strip()


def _joined(*parts: str | None) -> str | None:
    return "; ".join(part for part in parts if part) or None
