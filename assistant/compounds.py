"""Words that a question writes as one and the minutes as two, or the other way round: "bylaw" for "by-law"."""

from __future__ import annotations

import re

from assistant.terms import STOP_WORDS
from index_store.catalogue import Catalogue

_WORD = re.compile(r"(?<![\w'’./-])[a-z]{5,}(?![\w'’./-])")
_PAIR = re.compile(r"(?<![\w'’./-])(?P<first>[a-z]{2,})(?P<gap>[ -])(?P<second>[a-z]{3,})(?![\w'’./-])")
_HEAD, _TAIL = 2, 3
"""Letters that each half has at least."""


def as_minuted(text: str, catalogue: Catalogue) -> str:
    """``text`` with its compounds written as the minutes held write them; names and whatever they write are kept."""
    apart = _WORD.sub(lambda match: _apart(match[0], catalogue) or match[0], text)
    return _joined(apart, catalogue)


def _apart(word: str, catalogue: Catalogue) -> str | None:
    """The two words that the minutes write for one that they have nowhere."""
    if word in STOP_WORDS or catalogue.has_words(word):
        return None
    halves = ((word[:at], word[at:]) for at in range(_HEAD, len(word) - _TAIL + 1))
    return next((f"{one}-{two}" for one, two in halves if catalogue.has_words(f"{one} {two}")), None)


def _joined(text: str, catalogue: Catalogue) -> str:
    """``text`` with pairs written as one word that the minutes write so, and nowhere as two."""
    at = 0
    while match := _PAIR.search(text, at):
        first, second = match["first"], match["second"]
        bound = match["gap"] == "-" or STOP_WORDS.isdisjoint((first, second))
        if bound and catalogue.has_words(first + second) and not catalogue.has_words(f"{first} {second}"):
            text = text[: match.start()] + first + second + text[match.end() :]
        at = match.start("second") if text[match.start("second") :].startswith(second) else match.end()
    return text
