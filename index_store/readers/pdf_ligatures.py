"""Ligatures that a PDF tells as capital letters: "meeUng" for "meeting", "aFended" for "attended".

Some programs draw "ti", "tt" or "ft" as one sign and do not say which letters it stands for; any reader then gets
the letter by whose code the sign is kept. Which one stands for which is told by words that most minutes have.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from index_store.readers.pdf_lines import Fragment

_KNOWN = {
    "tti": "sitting setting getting putting cutting permitting submitting committing fitting",
    "ffi": "office officer officers traffic official officially efficient sufficient difficult",
    "ti": "meeting meetings action actions information resolution resolutions motion section notice notices notified "
    "consultation application applications correction corrections attention declaration declarations election "
    "donation donations organisation organization communication position additional continue continued existing "
    "writing voting parties activities options questions question station invitation completion",
    "tt": "committee committees matter matters attended attending attendance attached attend letter letters written "
    "submitted better permitted little newsletter newsletters cottage cutter pattern litter attempt attention",
    "ft": "after draft drafted left often gift gifts thereafter afternoon shift lift soft software",
    "fi": "confirmed confirm benefit benefits profile specific certificate modified identified",
    "fl": "conflict leaflet leaflets reflect influence",
    "ff": "staff effect offer offered different affect affected effort off",
}
"""Words that minutes have, by the ligature in them."""
_FIRST = frozenset(
    "time times timely timetable timetables ticket tickets tidy till title titles tip tipping tied".split()
)
"""Words that begin with a ligature, where a capital letter tells nothing by itself."""
_INSIDE = re.compile(r"\b[A-Za-z]*[a-z][A-Z](?:[a-z]\w*)?")
_WORD = re.compile(r"[A-Z][a-z]+\b")
_FEWEST = 2
_OF_NAME = re.compile(r"(?:Ma?c|Fitz)[A-Z]")


def with_ligatures(pages: Iterable[Sequence[Fragment]]) -> list[Sequence[Fragment]]:
    """The fragments of a document's pages with its misread ligatures spelt out."""
    whole = list(pages)
    told = misread(each.text for page in whole for each in page)
    return [[_mended(each, told) for each in page] for page in whole] if told else whole


def misread(texts: Iterable[str]) -> dict[str, str]:
    """The letters for which each capital inside a word stands, where two known words or more show it."""
    words = {found[0] for text in texts for found in _INSIDE.finditer(text)}
    shown: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for word in words:
        for capital in {char for char in word[1:] if char.isupper()}:
            for letters, known in _KNOWN.items():
                if (spelt := word.replace(capital, letters).lower()) in known.split():
                    shown[capital][letters].add(spelt)
    best = {capital: max(by.items(), key=lambda one: len(one[1])) for capital, by in shown.items()}
    return {capital: letters for capital, (letters, fits) in best.items() if len(fits) >= _FEWEST}


def _mended(fragment: Fragment, told: Mapping[str, str]) -> Fragment:
    text = _INSIDE.sub(lambda word: _spelt(word[0], told), fragment.text)
    text = _WORD.sub(lambda word: _begun(word[0], told), text)
    bold = len(text) if fragment.bold >= len(fragment.text) else fragment.bold
    return fragment if text == fragment.text else replace(fragment, text=text, bold=bold)


def _spelt(word: str, told: Mapping[str, str]) -> str:
    """A word with its ligatures; a known one in preference, as a heading's font may keep them otherwise."""
    if _OF_NAME.match(word):
        return word
    for capital in (char for char in told if char in word[1:]):
        known = (one for one in _KNOWN if word[1:].replace(capital, one).lower() in _tails(one))
        letters = next(known, told[capital])
        word = word[0] + re.sub(rf"(?<![A-Z]){capital}(?=[a-z]|$)", letters, word[1:])
    return word


@cache
def _tails(letters: str) -> frozenset[str]:
    """The known words with a ligature, without their first letters."""
    return frozenset(word[1:] for word in _KNOWN[letters].split())


def _begun(word: str, told: Mapping[str, str]) -> str:
    spelt = told.get(word[0], word[0]) + word[1:]
    return spelt if spelt in _FIRST else word
