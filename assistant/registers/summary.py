"""A meeting told in short: its minutes in order, each with what was decided in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.citing import Citing, heading_of
from assistant.registers.answers import headed
from assistant.registers.decisions import clauses, formal
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_ASKED = re.compile(
    r"\b(?:summar(?:y|i[sz]e)|sum up|rundown|run[- ]down|overview|recap|outline|gist|highlights|nutshell)\b"
    r"|\bwhat (?:all )?(?:happened|went on|took place|came out)\b"
    r"|\b(?:main|key|important|salient) (?:points?|things?)\b|\bbrief (?:me|us)\b"
    r"|\b(?:run|take|walk|talk) (?:me|us) through\b|\b(?:i|we) miss(?:ed)?\b|\bcatch (?:me|us) up\b",
    re.I,
)
_WORDS, _CLAUSES = 600, 2


def asks_summary(text: str) -> bool:
    """Is it asked what happened at a meeting, and not only what stood on its agenda?"""
    return _ASKED.search(text) is not None


def told_in_short(items: Sequence[HeldItem], catalogue: Catalogue, citing: Citing) -> Iterator[str]:
    """A row for each minute with its first decisions, of ``_WORDS`` words in all; those beyond by their headings."""
    left = _WORDS
    for item in items:
        held = formal(catalogue.resolutions(item_id=item.id))
        shown = held[:_CLAUSES] if sum(len(one.resolution.text.split()) for one in held[:_CLAUSES]) <= left else []
        if not shown:
            yield headed(item, citing)
            continue
        row = f"{heading_of(item)}: {clauses(shown, citing)}"
        left -= len(row.split())
        more = len(held) - len(shown)
        yield row + (f" (and {more} more {'decision' if more == 1 else 'decisions'})" if more else "")
