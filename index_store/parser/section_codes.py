"""Minutes that repeat the letter or number of their section: "E.1" below "E.", "5.a" and "5.B." below "5."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.parser.candidates import Candidate
from index_store.parser.labels import Label
from index_store.parser.titles import Title, title_after
from index_store.parser.wording import has_verb, title_case
from index_store.reading import Line, Reading

_SECTIONS = ("A.", "N", "I.")
_LETTERED = re.compile(r"(?P<code>(?P<section>[A-Z])[.-]?(?P<part>\d{1,2}))[.):]{0,2}\s+(?=[A-Z\d“\"‘'(])")
_NUMBERED = re.compile(
    r"(?P<code>(?P<section>\d{1,2}|[IVX]{1,5})(?:[.-](?P<part>[a-zA-Z])(?=[.)\s])|\.? ?(?P<small>[a-z])(?=\))))"
    r"[.):]{0,2}\s+(?=[A-Z\d“\"‘'(])"
)
_FEWEST, _HEADED, _SKIPPED, _LONGEST = 2, 0.6, 2, 100


def under_sections(reading: Reading, chain: Sequence[Candidate], stop: int) -> list[Candidate]:
    """The headings below the chain's sections that begin with the section's own letter or number, each counted anew.

    Empty where they are few, have no titles, or do not count.
    """
    family = chain[0].label.family
    if family not in _SECTIONS or any(len(one.label.value) != 1 for one in chain):
        return []
    pattern = _LETTERED if family == "A." else _NUMBERED
    matched = {one.line: pattern.match(reading.lines[one.line].text) for one in chain}
    sections = [one for one in chain if not matched[one.line]]
    found: list[Candidate] = []
    for section, end in zip(sections, [*(one.line for one in sections[1:]), stop], strict=True):
        last = 0
        for at in range(section.line + 1, end):
            code = pattern.match(reading.lines[at].text)
            if code is None or code["section"] != section.label.printed:
                continue
            counted = _counted(code)
            if last < counted <= last + _SKIPPED:
                found.append(_heading(reading, at, code, stop))
                last = counted
    titled = sum(one.title is not None for one in found)
    return found if len(found) >= _FEWEST and titled >= _HEADED * len(found) else []


def _counted(code: re.Match[str]) -> int:
    """What the part of a code behind its section counts: 2 for "E.2" and for "5.b"."""
    part = code["part"] or code["small"]
    return int(part) if part.isdigit() else ord(part.lower()) - ord("a") + 1


def _whole_line(line: Line, start: int) -> Title | None:
    """What stands behind a code as its title, where it is no sentence: "Resolution No. 2024-12, Water Rates"."""
    words = line.text[start:]
    if len(words) > _LONGEST or words[-1] in ".;,:" or title_case(words) < _HEADED or has_verb(words):
        return None
    return Title(line.start + start, line.end, line.end)


def _heading(reading: Reading, at: int, code: re.Match[str], stop: int) -> Candidate:
    line = reading.lines[at]
    title = title_after(reading, at, code.end(), stop) or _whole_line(line, code.end())
    label = Label("".join(code["code"].split()), "code", (_counted(code),), code.end())
    body = title.body if title else line.start + code.end()
    return Candidate(at, line.start, body, label, title, 0.0, ("", False, False, line.level), line.indent)
