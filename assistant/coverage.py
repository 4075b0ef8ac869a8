"""How much of what a question asks is said by a stretch of text: weighted terms, matched by stem, spelling or sense."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import mul

from assistant.abbreviations import stems_spelt
from assistant.sayings import DEGREE as SAID
from assistant.sayings import sayings_in
from assistant.terms import PLAIN_WORDS, STOP_WORDS, stems, stems_in, words_of
from assistant.vocabulary import Vocabulary

__all__ = ["Measure", "Term", "coverage", "matches", "stems_in", "terms_of"]

_PLAIN_STEMS = frozenset(stems(PLAIN_WORDS).values())
_PLAIN_SHARE = 0.25
_YEARS = re.compile(r"(?<![\w/-])((?:20)?\d\d)\s?[-/–]\s?((?:20)?\d\d)(?![\w/-])")
_SPELT = 0.95
_NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Term:
    """One word asked about: ``likes`` are the stems that stand for it, with how well; ``weight`` how much it tells.

    ``plain`` is a word of nearly every question (cost, agreed, meeting); ``named`` a number or a proper name;
    ``unknown`` a word that no minute has; ``spelt`` the stems that together stand for it, as those of an abbreviation's
    long form or of another wording do, with how well, and ``long`` the plainest of those in words;
    ``given`` that what is searched is about it as a whole, whether it says so or not.
    """

    word: str
    stem: str
    weight: float
    likes: dict[str, float]
    plain: bool = False
    named: bool = False
    unknown: bool = False
    spelt: Mapping[frozenset[str], float] = field(default_factory=dict)
    long: str = ""
    given: bool = False


def terms_of(
    asked: str,
    vocabulary: Vocabulary,
    leave_out: Iterable[str] = (),
    abbreviations: Mapping[str, str] = _NONE,
    plain_stems: Container[str] = (),
) -> tuple[Term, ...]:
    """The terms of a question's words, each stem once, rarer words weighing more.

    ``abbreviations`` are those that the minutes explain: one stands for its long form, and the other way round.
    ``plain_stems`` tell as little as the words of nearly every question.
    """
    out = {word.stem for text in leave_out for word in words_of(text)}
    words = [word for word in words_of(asked) if word.word not in STOP_WORDS and word.stem not in out]
    words = [word for word in words if len(word.word) > 1 or word.word.isdigit() or word.capital]
    vocabulary.prepare(word.word for word in words)
    terms: dict[str, Term] = {}
    spelt = stems_spelt(abbreviations)
    said = {word.stem for word in words_of(asked)}
    short = {stem: key for key, long in spelt.items() if long <= said for stem in long}
    years, sayings = _years_written(asked), sayings_in(asked)
    for word in words:
        if word.stem in terms:
            continue
        likes = vocabulary.likes(word.word)
        if word.word in years:
            likes = {**likes, years[word.word]: _SPELT}
        if word.stem in short:
            likes = {**likes, stems([short[word.stem]])[short[word.stem]]: _SPELT}
        long = abbreviations.get(word.word, "") if word.word not in PLAIN_WORDS else ""
        plain = word.stem in _PLAIN_STEMS or word.stem in plain_stems
        unknown = word.stem not in vocabulary.counts
        named = word.word[0].isdigit() or word.stem in vocabulary.names
        weight = max(0.08, vocabulary.rarity(word.stem, word.word)) * (_PLAIN_SHARE if plain else 1.0)
        stands_for = {spelt[word.word]: _SPELT} if long else {}
        own = [saying for saying in sayings if word.stem in saying.stems]
        stands_for.update((others, SAID) for saying in own for others in saying.others)
        long = long or next((one.written for one in own if one.written and word.stem == one.first), "")
        terms[word.stem] = Term(word.word, word.stem, weight, likes, plain, named, unknown, stands_for, long)
    return tuple(terms.values())


def _years_written(asked: str) -> dict[str, str]:
    """The years of "23-24" and "2023/2024", each with the other way to write it."""
    written: dict[str, str] = {}
    for first, second in _YEARS.findall(asked):
        if (int(first) + 1) % 100 == int(second) % 100:
            for year in (first, second):
                written[year] = year[2:] if len(year) == 4 else f"20{year}"
    return written


class Measure:
    """``matches`` and ``coverage`` of the same terms for many stretches of text, worked out once for all of them."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._given = [1.0 if term.given else 0.0 for term in terms]
        self._weights = [term.weight for term in terms]
        self._total = sum(self._weights)
        self._spelt = [(at, stems, far) for at, term in enumerate(terms) for stems, far in term.spelt.items()]
        self._likes: dict[str, list[tuple[int, float]]] = {}
        for at, term in enumerate(terms):
            for stem, degree in term.likes.items():
                self._likes.setdefault(stem, []).append((at, degree))
        self._stems = frozenset(self._likes)

    def degrees(self, stem_set: frozenset[str]) -> tuple[float, ...]:
        """How well each term is matched by any of the stems, 0 to 1."""
        degrees = self._given.copy()
        for stem in self._stems & stem_set:
            for at, degree in self._likes[stem]:
                if degree > degrees[at]:
                    degrees[at] = degree
        for at, spelt, far in self._spelt:
            if degrees[at] < far and spelt <= stem_set:
                degrees[at] = far
        return tuple(degrees)

    def share(self, degrees: Iterable[float]) -> float:
        """Weighted share of the terms that is matched; 1.0 where nothing is asked."""
        return sum(map(mul, self._weights, degrees)) / self._total if self._total else 1.0


def matches(terms: Sequence[Term], stem_set: Iterable[str]) -> tuple[float, ...]:
    """How well each term is matched by any of the stems, 0 to 1."""
    return Measure(terms).degrees(frozenset(stem_set))


def coverage(terms: Sequence[Term], degrees: Sequence[float]) -> float:
    """Weighted share of the terms that is matched; 1.0 where nothing is asked."""
    return Measure(terms).share(degrees)
