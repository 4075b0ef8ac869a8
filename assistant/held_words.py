"""The vocabulary of an open index, read once a generation and kept in the home for the next process."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from assistant.abbreviations import abbreviations_in
from assistant.places import place_stems
from assistant.vocabulary import Vocabulary, keep_vocabulary, kept_vocabulary, read_vocabulary
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.held import Body
from index_store.index import Index, open_index


@dataclass(frozen=True, slots=True)
class HeldWords:
    """What the words of the minutes held mean: see the functions that read each. ``places`` are slugs by stem of
    the places in the names of ``bodies``."""

    vocabulary: Vocabulary
    initials: frozenset[str] = frozenset()
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    bodies: tuple[Body, ...] = ()


KEPT = "words.npz"
_lock = threading.Lock()
_read: dict[str, tuple[str, Vocabulary]] = {}


def held_words(index: Index) -> HeldWords:
    """The words of the minutes held in ``index`` as it is now.

    They are read from the minutes by the first who asks for them after a change, and kept in the home for others.
    """
    return _meant(index.catalogue, vocabulary_of(index))


def read_words(home: Path, embedder: Embedder) -> None:
    """Do what else the first question after a change would wait for: on many minutes half a minute."""
    with open_index(home, embedder) as index:
        held_words(index)


@lru_cache(maxsize=4)
def _meant(catalogue: Catalogue, vocabulary: Vocabulary) -> HeldWords:
    bodies = catalogue.bodies()
    places = place_stems(bodies, vocabulary.names)
    return HeldWords(vocabulary, initials_of(catalogue), abbreviations_of(catalogue), places, bodies)


def state_of(index: Index) -> str:
    """What the words kept in the home must have been read from: how they are read, and the generation."""
    return f"2/{index.catalogue.generation()}"


def vocabulary_of(index: Index) -> Vocabulary:
    """The words of the minutes held in ``index`` as it is now."""
    state, path = state_of(index), index.home / KEPT
    with _lock:
        held = _read.get(str(path))
        if held is None or held[0] != state or held[1].encoder is not index.embedder:
            kept = kept_vocabulary(path, index.embedder)  # another process may have read them already
            held = (kept[1], kept[0]) if kept else held
        if held is None or held[0] != state or held[1].encoder.name != index.embedder.name:
            known = dict(zip(held[1].words, held[1].vectors, strict=True)) if held else {}
            fresh = read_vocabulary(_paragraphs(index.catalogue), index.embedder, known)
            keep_vocabulary(fresh, path, state)
            held = (state, fresh)
        _read[str(path)] = held
        return held[1]


def _paragraphs(catalogue: Catalogue) -> Iterator[str]:
    for meeting in catalogue.meetings():
        for item in catalogue.items(meeting.id):
            if item.title:
                yield item.title
            yield from (line for line in item.text.text.split("\n") if line.strip())


@lru_cache(maxsize=4)
def initials_of(catalogue: Catalogue) -> frozenset[str]:
    """The initials that the minutes use for people."""
    return frozenset(one.attendee.initials for one in catalogue.attendance() if one.attendee.initials)


@lru_cache(maxsize=4)
def abbreviations_of(catalogue: Catalogue) -> dict[str, str]:
    """The abbreviations that the minutes explain, folded, with their long forms."""
    return abbreviations_in(_paragraphs(catalogue))
