"""Titles without a number that run into the text of their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from index_store.parser.headings import Heading, whole_line, with_title
from index_store.parser.particulars import tells_of_meeting
from index_store.parser.run_in_titles import run_in_title
from index_store.parser.wording import is_capitals, is_heading, is_people, is_sentence, is_usual
from index_store.reading import Line, Reading
from index_store.seams import starts_list

AMOUNT = re.compile(r"(?<![\d.])\d[\d,]*\.\d\d\W*$")
"""A line that ends in an amount of money, as those of accounts do."""


def capitals_run_in(reading: Reading, business: Sequence[int]) -> list[Heading]:
    """Titles in capitals that run into the text of their paragraph: "DECLARATIONS OF INTEREST: none"."""
    found = []
    for at in business:
        line = reading.lines[at]
        size = None if is_capitals(line.text) or tells_of_meeting(line.text) else run_in_title(line.text, line.bold)
        title = line.text[: size[0]] if size else ""
        if size and line.gap and is_capitals(title) and is_usual(title) and ":" in line.text[size[0] : size[1]]:
            found.append(with_title(line, *size))
    return found


def running_in(reading: Reading, ats: Iterable[int]) -> list[Heading]:
    """Titles that run into the text of their paragraph ("Treasurer's report: the balance is…").

    Where most are in bold, those that are not are none.
    """
    found: list[tuple[Line, Heading]] = []
    alone: list[Heading] = []
    usual = 0
    for at in ats:
        line = reading.lines[at]
        text = line.text
        if found and line.gap and is_capitals(text) and len(text) <= 60 and not starts_list(text):
            alone.append(whole_line(line, text))
            continue
        if is_people(text.replace("\t", ": ", 1)) and not is_sentence(text):
            continue
        told = tells_of_meeting(text) and not (found and 2 < line.bold < len(text))
        size = None if starts_list(text) or told else run_in_title(text, line.bold)
        if size and line.bold > 2 and not is_heading(text[: size[0]]):
            continue
        if size and not found and "\t" in text[size[0] : size[1]] and not is_sentence(text[size[1] :]):
            continue
        if (
            size
            and not AMOUNT.fullmatch(text[size[1] :].lstrip("£ "))
            and size[1] < len(text)
            and size[0] <= 60
            and (line.gap or not found)
        ):
            usual += line.bold > 2 or is_usual(text)
            found.append((line, with_title(line, *size)))
    if not (usual >= 3 and usual >= 0.3 * len(found)):
        return []
    heavy = [heading for line, heading in found if 2 < line.bold < line.end - line.start]
    if len(heavy) > 0.6 * len(found):
        return heavy
    shouted = sum(is_capitals(reading.mapped.text[one.title[0] : one.title[1]]) for _, one in found if one.title)
    return sorted([*(heading for _, heading in found), *(alone if shouted > 0.6 * len(found) else ())])
