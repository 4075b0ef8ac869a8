"""What people call things, beside what minutes call them: "tip" for the recycling centre, "loo" for conveniences.

The embedder knows many such pairs but misses the plainest, and those of British local government. Written by hand from
general knowledge, for what councils, partnerships and boards deal with; verbs are those of the grounding check.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from assistant.grounding.synonyms import ALIKE
from assistant.terms import stems

DEGREE = 0.8
"""How far a word of the same line counts as the word."""


@cache
def everyday() -> dict[str, frozenset[str]]:
    """The stems that may stand for each stem."""
    found: dict[str, set[str]] = {}
    said = files("assistant").joinpath("everyday.txt").read_text(encoding="utf-8")
    for line in (said + ALIKE).splitlines():
        if line.startswith("#"):
            continue
        group = set(stems(line.split()).values())
        for stem in group:
            found.setdefault(stem, set()).update(group)
    return {stem: frozenset(group - {stem}) for stem, group in found.items()}
