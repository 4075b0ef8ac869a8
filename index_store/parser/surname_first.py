"""Names printed with the surname first: "Ash, Ann" in a column of its own, "Ash, A; Birch, B" in one run."""

from __future__ import annotations

import re

from index_store.parser.descriptions import Entry, described
from index_store.parser.names import WORD, read_person

_ASIDE = re.compile(r"\s*\((?P<said>[^()]+)\)\s*$")
"""What is told behind the name: "Ash, Ann (Chair)"."""
_FORENAME = rf"(?:{WORD}|[A-Z][a-z]?\.?|(?:[A-Z]\. ?)+[A-Z]?)(?: (?:[A-Z]\.?|{WORD}))?"
_TURNED = re.compile(rf"(?P<last>{WORD}(?: {WORD})?)(?: \([^()]+\))?,? (?P<first>{_FORENAME})[.,]?")
_STRICT = re.compile(rf"{WORD}(?: \([^()]+\))?, {_FORENAME}[.,]?")
_LEAD = re.compile(r"(?:cllrs|crs|councillors|comhairleoirí)\.?:?\s+", re.IGNORECASE)
_PIECE = re.compile(r"[^;]+")
_FEWEST = 3


def turns(cells: list[str]) -> bool:
    """Whether most of the lines of a list give the surname first."""
    parted = [cell for cell in cells if "," in cell]
    strict = sum(_STRICT.fullmatch(_ASIDE.sub("", cell.strip())) is not None for cell in parted)
    return strict >= _FEWEST and strict > 0.6 * len(parted)


def turned(words: str) -> Entry | None:
    """The person of "Ash, Ann"; None where the words are anything else."""
    bare = words.strip(" .*•-")
    aside = _ASIDE.search(bare)
    found = _TURNED.fullmatch(bare[: aside.start()] if aside else bare)
    if found is None or "," not in words and " " not in found["first"] and len(found["first"]) > 2:
        return None
    person = read_person(f"{found['first']} {found['last']}")
    return described(Entry(person), [aside["said"]] if aside else [], "") if person else None


def turned_run(line: str) -> list[tuple[int, int, tuple[Entry, ...]]]:
    """The people of a run parted by semicolons with the surname first, with offsets; empty where it is no such run."""
    if line.count(";") < _FEWEST - 1:
        return []
    lead = _LEAD.match(line)
    start = lead.end() if lead else 0
    pieces = [found.span() for found in _PIECE.finditer(line, start) if found[0].strip()]
    if len(pieces) < _FEWEST or not turns([re.sub(r"\s*\([^()]*\)", "", line[a:b]) for a, b in pieces]):
        return []
    people = [(a, b, turned(line[a:b])) for a, b in pieces]
    return [(a, b, (entry,)) for a, b, entry in people if entry]
