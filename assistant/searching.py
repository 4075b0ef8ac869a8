"""What to look for: a question's terms, the sorts of fact it wants, and what cannot be an answer to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.asks import asks_mover
from assistant.codes import codes_in
from assistant.coverage import Term, coverage, matches, stems_in, terms_of
from assistant.focus import asks_several, focus_of
from assistant.held_words import HeldWords
from assistant.place_names import PlaceMention, places_named
from assistant.places import hinted
from assistant.post_holders import with_holders
from assistant.question import Question, Want
from assistant.sorts import Known
from assistant.stories import STORY
from assistant.terms import words_of

#: How much of a turn's own words a minute must have to be asked by those alone.
_SPOKEN_OF = 0.5


@dataclass(frozen=True, slots=True)
class Asked:
    """A question made ready for the search of evidence. ``wants`` leaves out yes or no, which any sentence tells;
    ``pairs`` are neighbouring telling terms, ``near`` the bodies that places in the question hint at, and ``home`` the
    stems of those places: minutes of such a body are about it without saying so;
    ``placed`` says that the question names those places; ``several`` that more than one thing is asked for; ``then``
    is what is asked besides, ``codes`` those that it names."""

    question: Question
    terms: tuple[Term, ...]
    wants: frozenset[Want]
    known: Known
    focus: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    near: frozenset[str] = frozenset()
    several: bool = False
    home: frozenset[str] = frozenset()
    then: Asked | None = None
    codes: tuple[str, ...] = ()
    placed: bool = False

    def at_home(self) -> Asked:
        """The same as it is put to minutes of the bodies ``near``."""
        given = tuple(replace(term, given=True) if term.stem in self.home else term for term in self.terms)
        return replace(self, terms=given)

    def of_cited(self, text: str) -> Asked:
        """The same as it is put to a minute that the turn before cited, if its ``text`` has what the turn asks besides:
        the minute is about the matter, and only the turn's own words tell which of its sentences answers."""
        own = stems_in(self.question.own)
        asked = [term for term in self.terms if term.stem in own and not term.plain]
        if not asked or coverage(asked, matches(asked, stems_in(text))) < _SPOKEN_OF:
            return self
        return replace(self, terms=tuple(replace(term, given=term.stem not in own) for term in self.terms))

    @property
    def by_code(self) -> bool:
        """Is the matter named by its code alone ("what was decided on 22/01902/FUL?")?"""
        parts = {part for code in self.codes for part in re.split(r"\W", code.casefold())}
        return bool(self.codes) and all(term.plain or term.word in parts for term in self.terms)

    def focused(self, degrees: Sequence[float]) -> float:
        """How well the words that name what is asked for are matched; 1.0 where there are none."""
        named = [(term, degree) for term, degree in zip(self.terms, degrees, strict=True) if term.stem in self.focus]
        return coverage([term for term, _ in named], [degree for _, degree in named])


def asked_of(question: Question, held: HeldWords) -> Asked:
    """The terms of the topic (of the whole question where it has none), and what the question itself says."""
    dates = [period.words for period in question.periods if period.hard]
    terms = terms_of(question.topic or question.standalone, held.vocabulary, dates, held.abbreviations, held.places)
    if question.kind == "timeline":
        terms = tuple(term for term in terms if term.stem not in STORY) or terms
    terms = with_holders(terms, question.own or question.text, question.holders)
    said = frozenset(word.word for word in words_of(question.standalone))
    named = tuple(places_named(question.standalone, held.bodies))
    near, home = _near(question, named, terms, held)
    focus = focus_of(question.own or question.text) & {term.stem for term in terms}
    pairs = tuple((a.stem, b.stem) for a, b in pairwise(terms) if not (a.plain or b.plain))
    return Asked(
        question,
        terms,
        question.wants - {"yes_no"},
        Known(said, held.vocabulary.names, held.initials, asks_mover(question.own or question.text)),
        focus,
        pairs,
        near,
        question.kind == "list" or asks_several(question.own or question.text),
        home,
        asked_of(question.then, held) if question.then else None,
        codes_in(question.standalone, [one.number for one in question.numbers]),
        bool(named),
    )


def _near(
    question: Question, named: Sequence[PlaceMention], terms: Sequence[Term], held: HeldWords
) -> tuple[frozenset[str], frozenset[str]]:
    """The bodies that places in the question hint at, and the stems of those places."""
    if named:
        words = " ".join(question.standalone[one.start : one.end] for one in named)
        return frozenset(slug for one in named for slug in one.slugs), stems_in(words)
    near = hinted((term.stem for term in terms), held.places)
    return near, frozenset(stem for stem, slugs in held.places.items() if slugs & near)
