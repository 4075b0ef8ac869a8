"""Which body met, as its minutes print it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from index_store.parser.authorities import NARROWER, WIDER, authority_above
from index_store.parser.body_and_council import ALIAS, PLACED, SORTED, behind_place, cleaned, taken_apart
from index_store.parser.body_lines import NOT_ITS_NAME, name_lines, whole_names
from index_store.parser.body_names import (
    BARE,
    BODY,
    DISTRICT,
    GENERIC,
    abbreviated,
    assembled,
    broken,
    called,
    electors,
    electors_alone,
    folders,
    is_local,
    led,
    mixed_case,
    seated,
    seated_at,
    stem,
    subject_above,
)
from index_store.parser.said_bodies import acronym, council_of, dated, house_of, met, nounless, said
from index_store.parser.said_councils import said_council
from index_store.parser.wording import title_case

_COUNCIL = re.compile(
    r"\b(?:County|City|Borough|District|Town|Parish|Community|Metropolitan|Unitary|Regional|Combined|"
    r"London Borough of \w+|Municipal) (?:Borough )?Council\b|\bCouncil\b|\b(?:City|Town|Township|Municipality|"
    r"District|County|Borough) of\b",
    re.IGNORECASE,
)
_ON_COUNCILS = re.compile(
    r"(?:Community|Parish|Town) Councils? (?:[A-Z]\w+ ){0,3}(?:Group|Party|Panel|Forum|Committee)"
)
"""A committee whose business is other councils: "Community Council Review Working Group"."""
_PROPER = re.compile(r"\b(?!The |This |Your |Our |That |All |Each |Some )(?:[A-Z][\w’'-]+ ){1,5}Council\b")
_LONGER = re.compile(r"(?<![.:;\n] )(?<!^)\b(?!The\b|Our\b|This\b)[A-Z][\w’'-]+ $")
"""A further word of a longer name in front of one: "State Board of Education (SBE)" is another board."""
_SPACE = 20  # white space at most between a name and its abbreviation
_BRACKETED = re.compile(r"\(\s*[“\"'‘]?(?:the\s+)?[“\"'‘]?([A-Z][A-Za-z&/]{1,11})[”\"'’]?\s*\)", re.IGNORECASE)
_FIELD = re.compile(
    r"^\W*(?:(?:name|title) of (?:meeting|body|committee)|committee|meeting|body|board|group|title)\b\W{0,3}"
    r"(?:(?<=committee)\W?\t(?:date\W*\n\W*)?|[:|]\W*|(?<=f meeting)\t|(?<=meeting)(?:\t| {2,}))(?P<body>[^\n|\t]+)",
    re.IGNORECASE | re.MULTILINE,
)
_PLACE = re.compile(rf"^\W*(?:of (?=the ))?({PLACED}(?:[^\n,–-]|(?<=\w)-(?=\w))+)$", re.IGNORECASE | re.MULTILINE)
_SOCIETY = re.compile(r"(?!(?i:.*\b(?:minutes?|meeting|notes?|agenda|draft|page|present)\b))[A-Z][^\d\n:]{5,80}")


@dataclass(frozen=True, slots=True)
class BodyName:
    """Body and council as printed, without what stands in brackets; abbreviations in brackets are aliases."""

    body: str | None
    council: str | None = None
    aliases: tuple[str, ...] = ()


def read_body(head: str, region: str, title: str, path: str) -> BodyName:
    """The body that met, from the head of its minutes, else from a front-matter title, else from the file's name."""
    head = whole_names(head)
    lines = name_lines(head)
    councils = (line for line in lines if _COUNCIL.search(line) and not BARE.fullmatch(line))
    council = next((line for line in councils if not NOT_ITS_NAME.search(line)), None)
    printed = _printed(head, lines, title, stem(path)) or _spoken_of(region, head + title)
    printed = printed or next(filter(None, (_own_line(name_lines(folder)) for folder in folders(path))), None)
    if printed is None:
        return BodyName(None)
    if printed in (electors(head), electors(stem(path)), electors_alone(head), assembled(head)):
        return BodyName(mixed_case(printed, region))
    body = _one_language(cleaned(printed))
    body, council = taken_apart(body, council and _one_language(council), lines)
    body = SORTED.sub("", led(body))
    body, council = _whole(body, council, lines, head)
    if council is None and BARE.fullmatch(body):
        body = seated_at(body, head, region) or _fuller(body, path)
    if council is None and lines and WIDER.fullmatch(lines[0]) and NARROWER.fullmatch(body):
        apart = body.casefold() not in lines[0].casefold() and lines[0].casefold() not in body.casefold()
        council = lines[0] if apart else None
    if council is None and NARROWER.fullmatch(body):
        council = authority_above(head, body)
    if council is None and (place := _PLACE.search(head)) and NARROWER.fullmatch(body):
        council = place.group(1).strip()
    if council is None and (NARROWER.fullmatch(body) or BARE.fullmatch(body)):
        council = said_council(head)
    if council and BARE.fullmatch(body) and is_local(led(council)):
        body = led(council)
    if council and (is_local(body) or led(council).casefold() == body.casefold()):
        council = None
    letters = [match.group(1) for match in ALIAS.finditer(printed) if match.group(1)]
    aliases = tuple(dict.fromkeys(letters + _letters(body, head + region)))
    return BodyName(mixed_case(body, region), council and mixed_case(council, region), aliases)


def _one_language(name: str) -> str:
    """A name printed in two languages, in the one whose words for a body are known."""
    sides = [side for side in name.split(" / ") if BODY.search(side)] if " / " in name else []
    return sides[-1].strip() if sides else name


def _printed(head: str, lines: list[str], title: str, file_name: str) -> str | None:
    """The first name that head, title or the file's name print, in the order in which they are to be believed."""
    field = _FIELD.search(head)
    place = _PLACE.search(head)
    return (
        (field.group("body") if field and BODY.search(field.group("body")) else None)
        or said(head)
        or dated(head)
        or _own_line(lines)
        or electors(head)
        or council_of(head)
        or said(title)
        or _own_line(name_lines(title))
        or abbreviated(head)
        or said(file_name)
        or _own_line(name_lines(file_name))
        or electors(file_name)
        or abbreviated(file_name)
        or (place.group(1) if place else None)
        or assembled(head)
        or called(head)
        or called(file_name)
        or acronym(head, title, file_name)
        or seated(head)
        or met(head)
        or electors_alone(head)
        or nounless(head)
        or house_of(head)
    )


def _spoken_of(region: str, head: str) -> str | None:
    """The body that minutes without a header speak of, where the place in its name stands in the head too."""
    spoken = Counter(match.group() for match in _PROPER.finditer(region))
    fitting = [
        name
        for name, _ in spoken.most_common()
        if not BARE.fullmatch(name) and re.search(rf"\b{re.escape(name.split()[0])}\b", head)
    ]
    return fitting[0] if fitting else None


def _own_line(lines: list[str]) -> str | None:
    """The line of its own that names the body: a committee before its council."""
    lines = [line for line in lines if not any(one.startswith((f"{line} – ", f"{line} - ")) for one in lines)]
    district = next(filter(DISTRICT.match, lines[1:]), None)
    if district and lines[0].casefold().partition(" / ")[0].endswith("council"):
        return district
    committees = [line for line in lines if not _COUNCIL.search(line) or _ON_COUNCILS.fullmatch(line)]
    if len(committees) > 1 and WIDER.fullmatch(committees[0]) and NARROWER.fullmatch(committees[1]):
        return committees[1]
    return next(iter(committees or lines), None)


def _whole(body: str, council: str | None, lines: list[str], head: str) -> tuple[str, str | None]:
    """A bare "Council" or "Parish Council" by the name that a line of its own gives it."""
    if subject := subject_above(body, head):
        return f"{subject} {body}", council
    if council is None and GENERIC.fullmatch(body) and (named := broken(body, head) or _longer(body, lines)):
        return named, None
    if not BARE.fullmatch(body) or (council and re.match(PLACED, council, re.IGNORECASE)):
        return body, council
    name = re.sub(r"(?i)^full ", "", body)
    bare = (line for line in (name, *lines) if BARE.fullmatch(line))
    if not council and (named := council_of(head)):
        return named, None
    if not council and (above := next(filter(None, (broken(line, head) for line in bare)), None)):
        return led(above), None
    if whole := _longer(name, lines):
        return behind_place(whole) or (whole, None)
    place = _PLACE.search(head)
    if place and not council:
        return body, place.group(1).strip()
    if not council and body.casefold() in ("committee", "board", "management committee", "executive committee"):
        society = next((line for line in map(str.strip, head.splitlines()) if line), "")
        if _SOCIETY.fullmatch(society) and title_case(society) >= 0.6:
            return society, None
    return body, council


def _longer(name: str, lines: list[str]) -> str | None:
    """The name that a line of its own gives in full: "Marl National Park Authority" for "National Park Authority"."""
    ends = re.compile(rf"(?i).*\S {re.escape(name)}(?:\s*\([^)]*\))?|{re.escape(name)} of .*")
    printed = [one for line in lines for one in (line, led(line))]
    longer = next((line for line in printed if ends.fullmatch(line) and not BARE.fullmatch(led(line))), None)
    return led(cleaned(longer.split(" / ")[-1])) if longer else None


def _fuller(body: str, path: str) -> str:
    """A bare name as the file's name or that of its folder has it: "Council" in the folder "Marl Town Council"."""
    for words in (stem(path), *folders(path)):
        named = _own_line(name_lines(words))
        if named and named.casefold().endswith(f" {body.casefold()}") and not BARE.fullmatch(led(named)):
            return led(named)
    return body


def _letters(printed: str, region: str) -> list[str]:
    """The abbreviation that the same minutes put in brackets behind the body's name, wherever they do."""
    name = cleaned(printed).lower()
    for found in _BRACKETED.finditer(region):
        before = region[max(0, found.start() - len(name) - _SPACE) : found.start()]
        if before.rstrip().lower().endswith(name) and not _LONGER.search(before.rstrip()[: -len(name)]):
            return [found.group(1)]
    return []
