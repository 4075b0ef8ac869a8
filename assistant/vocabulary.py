"""Which words of the minutes mean what a word of the question means: the same stem, a typing error, or a like sense.

Like senses come from the embedder, one vector a word ("poultry" is near "chickens"). The vectors of all the words
of an index are kept beside it, so that a question costs only its own words.
"""

from __future__ import annotations

import os
import sys
import threading
import zipfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from wordfreq import zipf_frequency

from assistant.everyday import DEGREE, everyday
from assistant.terms import STOP_WORDS, plain_word, printed_words, stems

Vectors = npt.NDArray[np.float32]

LIKE_SENSE = 0.52
_SAME_SENSE = 0.85
_LIKE_SPELLING = 84.0
_NEIGHBOURS = 24
_SHORTENED = 0.85
_BEHIND = chr(sys.maxunicode)  # sorts after every letter
# Zipf frequencies: 6 is "good", 5 "wrote", 4 "patrol", 3 "wharf". Between the two, weights fall evenly.
_RARE, _EVERYDAY, _EVERYDAY_SHARE = 3.9, 5.3, 0.25


class Encoder(Protocol):
    """What is needed of the embedder: ``encode`` gives one unit row a text."""

    name: str

    def encode(self, texts: list[str]) -> Vectors: ...


@dataclass(eq=False)
class Vocabulary:
    """The words of an index, sorted, the stem and the vector of each, and in how many paragraphs a stem stands.

    ``counts`` are by stem, ``paragraphs`` is how many were read. ``names`` are stems always written with a capital.
    """

    words: tuple[str, ...]
    counts: dict[str, int]
    paragraphs: int
    names: frozenset[str]
    vectors: Vectors
    encoder: Encoder
    _like: dict[str, dict[str, float]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        stem = stems(self.words)
        self._stem = [stem[word] for word in self.words]
        self._at = {word: at for at, word in enumerate(self.words)}

    def rarity(self, stem: str, word: str = "") -> float:
        """Inverse document frequency, between 0 (in every paragraph) and 1 (in one at most).

        A word that no paragraph has tells as much as it is rare in English at large: who asks what somebody "meant"
        may well be answered in other words, but who asks about Brexit may not.
        """
        count = self.counts.get(stem, 0)
        if not count and word.isalpha():
            return min(1.0, max(_EVERYDAY_SHARE, (_EVERYDAY - zipf_frequency(word, "en")) / (_EVERYDAY - _RARE)))
        top = np.log(1 + self.paragraphs)
        return float(np.log((1 + self.paragraphs) / (1 + count)) / top) if top else 1.0

    def prepare(self, words: Iterable[str]) -> None:
        """Find the likes of all ``words`` at once: one call of the embedder instead of one a word."""
        with self._lock:
            fresh = sorted({word for word in words if word not in self._like})
            senses = [word for word in fresh if _has_sense(word)]
            unknown = [word for word in senses if word not in self._at]
            encoded = dict(zip(unknown, self.encoder.encode(unknown), strict=True)) if unknown else {}
            for word in fresh:
                vector = encoded.get(word, self.vectors[self._at[word]] if word in self._at else None)
                self._like[word] = self._likes(word, vector if word in senses else None)

    def likes(self, word: str) -> dict[str, float]:
        """Stems that stand for ``word`` in the minutes, with how well (1.0 the same stem)."""
        if word not in self._like:
            self.prepare([word])
        return self._like[word]

    def _likes(self, word: str, vector: Vectors | None) -> dict[str, float]:
        stem = stems([word])[word]
        likes: dict[str, float] = {}
        if vector is not None and len(self.words):
            near = np.einsum("ij,j->i", self.vectors, vector)  # not "@": see index_store.vectors
            count = min(_NEIGHBOURS, len(near))
            for at in np.argpartition(-near, count - 1)[:count]:
                closeness = float(near[at])
                if closeness >= LIKE_SENSE and self._stem[at] not in self.names:
                    likes[self._stem[at]] = max(likes.get(self._stem[at], 0.0), _degree(closeness))
        if stem not in self.counts and len(word) >= 4:
            for spelt, score, at in process.extract(
                word, self.words, scorer=fuzz.ratio, score_cutoff=_LIKE_SPELLING, limit=4
            ):
                if spelt[0] == word[0] or score >= 90:
                    likes[self._stem[at]] = max(likes.get(self._stem[at], 0.0), score / 100)
        if stem not in self.counts and len(word) >= 4:
            for at in range(bisect_left(self.words, word), bisect_left(self.words, f"{word}{_BEHIND}")):
                likes[self._stem[at]] = max(likes.get(self._stem[at], 0.0), _SHORTENED)
        for same in everyday().get(stem, ()):
            if same in self.counts:
                likes[same] = max(likes.get(same, 0.0), DEGREE)
        likes[stem] = 1.0
        return likes


def _has_sense(word: str) -> bool:
    return len(word) >= 3 and word.isalpha()


def _degree(closeness: float) -> float:
    """How far a word of like sense counts as the word: 0.3 at the threshold, 0.8 for a near synonym."""
    return min(0.8, 0.3 + 0.5 * (closeness - LIKE_SENSE) / (_SAME_SENSE - LIKE_SENSE))


def read_vocabulary(texts: Iterable[str], encoder: Encoder, known: Mapping[str, Vectors] | None = None) -> Vocabulary:
    """The vocabulary of ``texts``, one a paragraph; the vectors of words in ``known`` are not made again."""
    paragraphs = [printed_words(text) for text in texts]
    plain = {printed: plain_word(printed) for printed in frozenset[str]().union(*paragraphs)}
    stem = stems(plain.values())
    counts = Counter(one for said in paragraphs for one in {stem[plain[printed]] for printed in said})
    lower = {stem[word] for printed, word in plain.items() if not printed[0].isupper()}
    listed = tuple(sorted(word for word in set(plain.values()) if _has_sense(word) and word not in STOP_WORDS))
    names = frozenset(counts) - lower
    vectors = dict(known or {})
    fresh = [word for word in listed if word not in vectors]
    vectors.update(zip(fresh, encoder.encode(fresh), strict=True) if fresh else ())
    rows = np.stack([vectors[word] for word in listed]) if listed else np.zeros((0, 1))
    return Vocabulary(listed, dict(counts), len(paragraphs), names, rows.astype(np.float32), encoder)


def keep_vocabulary(vocabulary: Vocabulary, path: Path, state: str) -> None:
    """Write it whole beside the old file, then in its place: a reader sees one or the other.

    ``state`` says which generation of the index it was read from.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    with fresh.open("wb") as out:
        np.savez(
            out,
            state=state,
            embedder=vocabulary.encoder.name,
            words=np.array(vocabulary.words),
            vectors=vocabulary.vectors.astype(np.float16),
            stems=np.array(list(vocabulary.counts)),
            counts=np.array(list(vocabulary.counts.values())),
            names=np.array(sorted(vocabulary.names)),
            paragraphs=vocabulary.paragraphs,
        )
    fresh.replace(path)


def kept_vocabulary(path: Path, encoder: Encoder) -> tuple[Vocabulary, str] | None:
    """What :func:`keep_vocabulary` wrote, with its state; None where there is nothing of this embedder to read."""
    try:
        with np.load(path, allow_pickle=False) as kept:
            if str(kept["embedder"]) != encoder.name:
                return None
            counts = dict(zip(kept["stems"].tolist(), kept["counts"].tolist(), strict=True))
            vocabulary = Vocabulary(
                tuple(kept["words"].tolist()),
                counts,
                int(kept["paragraphs"]),
                frozenset(kept["names"].tolist()),
                kept["vectors"].astype(np.float32),
                encoder,
            )
            return vocabulary, str(kept["state"])
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
