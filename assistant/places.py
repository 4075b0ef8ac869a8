"""The places in bodies' names: "Hollin Beck" in a question hints at the parish council that meets there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from assistant.bodies import SORTS
from assistant.known_bodies import distinct_words
from assistant.terms import stems
from index_store.held import Body


def place_stems(bodies: Sequence[Body], names: Container[str]) -> dict[str, frozenset[str]]:
    """Slugs by the stem of each word that only the names of some bodies, or of their councils, have, and that is
    among the stems ``names``, always written with a capital: a Transparency Board's name has no place in it.

    Empty where one body alone is held: its name tells nothing.
    """
    slugs: dict[str, set[str]] = {}
    for body in bodies:
        words = distinct_words(body) - SORTS
        for stem in stems(words).values():
            slugs.setdefault(stem, set()).add(body.slug)
    return {stem: frozenset(held) for stem, held in slugs.items() if len(held) < len(bodies) and stem in names}


def hinted(asked: Iterable[str], places: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Slugs of the bodies that most of the places among the stems ``asked`` belong to."""
    counts: dict[str, int] = {}
    for stem in asked:
        for slug in places.get(stem, ()):
            counts[slug] = counts.get(slug, 0) + 1
    most = max(counts.values(), default=0)
    return frozenset(slug for slug, count in counts.items() if count == most)
