"""Numbers in a question held against those of the minutes: which of them a minute bears, and as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.dates import Period
from assistant.numbers import AskedNumber, codes_of_minutes, folded_number, numbers_in, without_letters
from index_store.catalogue import Catalogue
from index_store.held import Scope


def asked_numbers(text: str, catalogue: Catalogue) -> tuple[AskedNumber, ...]:
    """The numbers by which ``text`` asks for minutes, items and reports; a bare one only as minutes are numbered."""
    coded = _printed(codes_of_minutes(text, _coded(catalogue)), catalogue)
    return coded or _printed(numbers_in(text), catalogue)


@lru_cache(maxsize=4)
def _coded(catalogue: Catalogue) -> dict[str, str]:
    """The numbers with a year of the minutes held, as printed, by what they are asked for with."""
    printed = [
        item.number
        for meeting in catalogue.meetings()
        for item in catalogue.items(meeting.id)
        if item.number and re.search(r"\d[-/]\d|^[A-Z]{2,6}/\d|^[A-Z][A-Z.-]*\d{4}\.\s?\d", item.number)
    ]
    return {without_letters(one): one for one in printed} | {folded_number(one): one for one in printed}


def _printed(numbers: Sequence[AskedNumber], catalogue: Catalogue) -> tuple[AskedNumber, ...]:
    """Without bare numbers of a form in which no minute held is numbered ("3.6 million", "24/7")."""
    return tuple(one for one in numbers if not one.bare or _is_minutes(one, catalogue))


def _is_minutes(bare: AskedNumber, catalogue: Catalogue) -> bool:
    if catalogue.find_items(Scope(papers=True), number=bare.number) or catalogue.phrase(f"{bare.number}. Moved by"):
        return True
    return re.sub(r"\d+", "0", bare.number) in _forms(catalogue) and not catalogue.phrase(bare.number)


@lru_cache(maxsize=4)
def _forms(catalogue: Catalogue) -> frozenset[str]:
    """How the minutes held are numbered, digits as 0: "0", "0/0", "0.0.0"."""
    return frozenset(
        re.sub(r"\d+", "0", item.number)
        for meeting in catalogue.meetings()
        for item in catalogue.items(meeting.id)
        if item.number
    )


def part_of_number(text: str, period: Period, numbers: Sequence[AskedNumber]) -> bool:
    """Is the date no more than a part of a minute's number ("2025-211")?"""
    start = re.search(r"[\w/.-]*$", text[: period.start])
    end = re.match(r"[\w/.-]*", text[period.end :])
    around = f"{start[0] if start else ''}{period.words.strip()}{end[0] if end else ''}".strip(".-/")
    return is_number(around, numbers)


def is_number(word: str, numbers: Sequence[AskedNumber]) -> bool:
    """Is ``word`` one of ``numbers``, whatever its letters and noughts?"""
    return any(folded_number(word) in (folded_number(one.number), without_letters(one.number)) for one in numbers)
