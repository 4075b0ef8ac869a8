"""What an attendance list says of one person besides the name: status, role, organisation, who came for whom."""

from __future__ import annotations

import re
from typing import NamedTuple

from index_store.models import Status
from index_store.parser.names import Person, initials_fit, read_person
from index_store.parser.roles import BRACKETS, ORGANISATION, names_role, role_and_organisation, split_list, unbracketed

CHAIRING = re.compile(
    r"^(?:\(?(?:cadeirydd ?/ ?)?(?:acting |interim |newly elected )?(?:in the chair|(?:the )?chair(?:man|woman|person|"
    r"ing)?|(?:and )?chairing (?:the|this) meeting|convenor|"
    r"convener|presiding|(?:committee|board|panel|council|meeting|(?-i:[A-Z]{2,8})) chair(?:man|woman|person)?|"
    r"acting (?:(?-i:[A-Z]{2,8}) )?chair(?:man)?|(?-i:Chr?)|"
    r"lord mayor in the chair|cathaoirleach|i gceannas|sa ch?athaoir|"
    r"(?:as |acting as )chair(?:man)?(?: for (?:the|this) meeting)?|"
    r"chair(?:man|person)? (?:of|for) (?:the |this )?meeting|meeting chair)\)?|.*\bin the chair)$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^(?:minutes?(?! (?:secretary|taker|clerk))|"
    r"items?|agenda items?|part(?:ial)?|for|from|until|till|to|left|arrived|joined|departed|up to|after|"
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
    r"^(?:(?:for whom|with|but) (?P<other>.+?) (?:(?:was|were|is) (?:the |a )?)?"
    r"(?:substitut|deputis|attend|stood in|standing in|was present|acted).*|"
    r"(?P<third>[^,;]+?)(?:, [^,;]{3,60}?)? (?:was )?(?:(?:substituting|deputising|substituted|deputised|standing in)$|"
    r"(?:attend(?:ed|ing)|substitut(?:ed|ing)|present) (?:(?:on|in) (?:his|her|their) .*|"
    r"as (?:an? |the |named )*substitute)|in (?:his|her|their) place.*)|"
    r"(?:substituted? by|substitute|represented by|replaced by|sub(?:stitute)?:)\s+(?P<name>.+))$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:Mill|Lodge|Farm|House|Street|Bridge|Common|Estate|Castle|Court|Gardens|Square|Way|Lane|Close|Woods?|"
    r"Church|Cross|"
    r"Quarry|Station|Works|Site|Scheme|Bid|Hall|Park)$"
)
_AWAY = re.compile(r"(?:sent )?apologies|absent", re.IGNORECASE)
_APART_BY = re.compile(r"(\s+[-–—]+\s+|\s*\|\s*|\t+)")
_TAIL = re.compile(r"\s*\(((?:[^()]|\([^()]*\))*)\)+$|\s*\[([^\]]*)\]$")
_INITIALS_LAST = re.compile(r"(?<=[\w)])\s*\(([A-Z][A-Za-z]{1,3})\)$")
_LETTERS = re.compile(r"\(?([A-Z][A-Za-z]{1,3})\)?")
_LED_BY_LETTERS = re.compile(r"(?P<letters>[A-Z]{2,4})\s*[,;–-]\s*(?P<rest>\S.*)$")
"""Initials before what else is told of somebody in the same brackets: "(AA, Chair)"."""
_SHORT = re.compile(r"[A-Z][A-Za-z]{1,3}")
_OBSERVES = re.compile(r"observer\b", re.IGNORECASE)
_IS_AWAY = re.compile(r"(?:absent|regrets|apolog(?:y|ies|ised))\b(?! for late)", re.IGNORECASE)


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


def described(entry: Entry, brackets: list[str], right: str) -> Entry:
    """``entry`` with brackets and description sorted into status, role, organisation and note."""
    for bracket in brackets:
        entry = _bracket(entry, bracket.strip())
    if not right:
        return entry
    parts = []
    described = _APART_BY.split(right)
    lone = len(described) == 1
    for number, part in enumerate(described[::2]):
        kept = part.strip(" ,;.")
        seated = lone or "|" in right or "\t" in right or number > 0
        if (letters := _INITIALS_LAST.search(kept)) and initials_fit(letters[1], entry.person.name):
            entry, kept = entry._replace(initials=letters[1]), kept[: letters.start()]
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
        elif CHAIRING.match(unbracketed(kept).strip()) and seated:
            held = BRACKETS.search(kept)
            entry = (_bracket(entry, held[1]) if held and held[1] else entry)._replace(status="chair")
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
    return described(entry, [], words.strip(" ,;|"))


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
    led = _LED_BY_LETTERS.match(text)
    if led and initials_fit(led["letters"], entry.person.name):
        return _bracket(entry._replace(initials=led["letters"]), led["rest"])
    if CHAIRING.match(text):
        return entry._replace(status="chair")
    first, _, second = text.partition(",")
    for office, other in ((first, second.strip()), (second.strip(), first)):
        if other and CHAIRING.match(office) and names_role(other) and not ORGANISATION.search(other):
            return _bracket(entry, other)._replace(status="chair")
    if _OBSERVES.match(text):
        return entry._replace(status="observer")
    if _IS_AWAY.match(text):
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
    if _SHORT.fullmatch(text) and initials_fit(text, entry.person.name):
        return entry._replace(initials=text)
    said, dash, when = text.partition(" – ")
    if dash and _NOTE.match(when):
        return _bracket(entry._replace(note=_joined(entry.note, when)), said)
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
