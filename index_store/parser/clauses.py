"""Lines of a minute and the labels in front of them: (i), (a), 1., a) - and which label goes on with which list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_BULLET = re.compile(r"[ \t>]*(?:[-*•·▪–—o]\s+)?")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}\.?\s+(?=[A-Z])")
_LABEL = re.compile(
    r"(?P<mark>\*{0,2}\\?\(?(?P<label>[ivxl]{1,6}|[IVXL]{1,6}|[a-z]{1,2}|[A-Z]|\d{1,2}|\d{3}(?=[.)]\s+Moved by))"
    r"\\?(?P<close>[).]|"
    r"\.\))\*{0,2})(?=\s|[A-Z‘'\"“])\s*"
)
_INLINE = re.compile(
    r"\s(?:(?:(?<=[;:,.|–-]\s)|(?<=\t)|(?<= and\s)|(?<= or\s)|(?<=that\s)|(?<=to\s))\s*"
    r"(?P<mark>\((?P<label>[ivxl]{1,6}|[a-z]|\d{1,2})\))\s+(?!above|below|of\b|and \()"
    r"|(?<=[\w.;:,]\s)\s*(?P<mark2>(?P<label2>[ivx]{1,4}|[a-h])\))\s+(?=[A-Z]|that\b|to\b)"
    r"|(?<=[:;.,]\s)\s*(?P<mark3>(?P<label3>\d{1,2})\.)\s+(?=[A-Z]|that\b|to\b))"
)
_DIGIT = re.compile(r"\d")
_CAPITAL = re.compile("[A-Z]")
_MARKS = re.compile(r"\)|\d\.\s")
"""Cheap to look for: what every label inside a line ends in."""
_LONGEST = 12
"""Letters that a label may have with what stands around it."""
_NEAR = 1000
"""How far behind the words that introduce it the first clause of a list may stand in their line."""
_NUMERAL = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Line(NamedTuple):
    """One line of reading text: ``start`` to ``end``, its words from ``words`` on, behind bullet and label."""

    start: int
    end: int
    words: int
    bulleted: bool
    label: str | None = None
    style: str = ""

    def content(self, text: str) -> str:
        """The words of the line, without bullet, label and blanks at the end."""
        return text[self.words : self.end]


@lru_cache(maxsize=4)
def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that hold anything, in order. Decisions and actions both ask for them, hence the cache."""
    found, start = [], 0
    for line in text.split("\n"):
        end = start + len(line.rstrip())
        if end > start:
            found.append(_line(text, start, end))
        start += len(line) + 1
    return tuple(found)


def _line(text: str, start: int, end: int) -> Line:
    words, bulleted = start, False
    if not text[start].isalnum() or text[start] == "o":
        bullet = _BULLET.match(text, start, end)
        words = bullet.end() if bullet else start
        bulleted = text[start:words].strip(" \t>") != ""
    head = text[words : words + _LONGEST]
    if ")" not in head and "." not in head:
        return Line(start, end, words, bulleted)
    decimal = _DECIMAL.match(text, words, end)
    if decimal and decimal.end() < end:
        return Line(start, end, decimal.end(), bulleted)
    label = _LABEL.match(text, words, end)
    if label and label.end() < end:
        return Line(start, end, label.end(), bulleted, label.group("label"), style_of(label.group("mark")))
    return Line(start, end, words, bulleted)


def style_of(mark: str) -> str:
    """How a label is set: "(x)", "x)" or "x." with the sort of the letters in it."""
    bare = mark.replace("*", "").replace("\\", "")
    kind = "1" if _DIGIT.search(bare) else "A" if _CAPITAL.search(bare) else "a"
    return ("(" if bare.startswith("(") else "") + kind + bare[-1]


def ordinals(label: str) -> set[tuple[str, int]]:
    """Every place that ``label`` can have in a list: "i" is roman 1 and letter 9."""
    if label.isdigit():
        return {("1", int(label))}
    low = label.lower()
    places = set()
    if len(low) == 1:
        places.add(("a", ord(low) - 96))
    elif len(set(low)) == 1 and len(low) == 2:
        places.add(("a", ord(low[0]) - 96 + 26))
    if _NUMERAL.fullmatch(low):
        values = [_ROMAN[letter] for letter in low]
        total = sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
        places.add(("i", total))
    return places


def starts_list(label: str) -> bool:
    """Whether ``label`` can be the first of a list."""
    return any(place == 1 for _, place in ordinals(label))


class Chain:
    """Follows one list: tells which labels belong to it and which to a list inside one of its clauses."""

    def __init__(self, label: str, style: str) -> None:
        first = [one for one in ordinals(label) if one[1] == 1]
        self.style = style
        self.sort, self.place = first[0] if first else sorted(ordinals(label), reverse=True)[0]
        self._inner: tuple[str, int] | None = None

    def takes(self, label: str, style: str) -> bool:
        """Whether ``label`` is the next of this list (the same printed twice, or one skipped, is taken too)."""
        own = [place for sort, place in ordinals(label) if sort == self.sort]
        if style.lower() == self.style.lower() and self.place == 1 and own == [2]:
            self.style = style
        if style != self.style or not own:
            self._enter(label)
            return False
        if (
            self._inner
            and self._inner in {(sort, place - 1) for sort, place in ordinals(label)}
            and own[0] != self.place + 1
        ):
            self._enter(label)
            return False
        if not self.place <= own[0] <= self.place + 2:
            self._enter(label)
            return False
        self.place, self._inner = own[0], None
        return True

    def would_take(self, label: str, style: str) -> bool:
        """What :meth:`takes` would say, without going on."""
        held = (self.place, self._inner, self.style)
        taken = self.takes(label, style)
        self.place, self._inner, self.style = held
        return taken

    def nests(self, label: str, opened: bool) -> bool:
        """Whether ``label`` goes on with the list inside a clause, or opens one where words ask for it (``opened``)."""
        follows = self._inner is not None and (self._inner[0], self._inner[1] + 1) in ordinals(label)
        if follows or (opened and starts_list(label)):
            self._enter(label)
            return True
        return False

    def _enter(self, label: str) -> None:
        places = ordinals(label)
        follows = [one for one in places if self._inner and one == (self._inner[0], self._inner[1] + 1)]
        opens = [one for one in places if one[1] == 1]
        chosen = follows or opens
        self._inner = chosen[0] if chosen else self._inner


def inline_labels(text: str, start: int, end: int, chain: Chain | None) -> Iterator[tuple[int, int, str]]:
    """Labels inside running text that open or go on with a list: start, end of the label, label.

    Without a ``chain`` the first label is looked for near ``start`` only, whatever length the line has.
    """
    at = max(0, start - 1)
    if chain is None:
        first = _first_label(text, start, min(end, start + _NEAR))
        if first is None:
            return
        begin, at, label, style = first
        chain = Chain(label, style)
        yield begin, at, label
    for match in _INLINE.finditer(text, at, end) if _MARKS.search(text, at, end) else ():
        begin, stop, label, style = _label(match)
        if _next(chain, label, style):
            yield begin, stop, label


def _first_label(text: str, start: int, end: int) -> tuple[int, int, str, str] | None:
    """The first label that can open a list."""
    if _MARKS.search(text, start, end) is None:
        return None
    labels = (_label(match) for match in _INLINE.finditer(text, max(0, start - 1), end))
    return next((one for one in labels if starts_list(one[2])), None)


def _label(match: re.Match[str]) -> tuple[int, int, str, str]:
    """Start, end, label and style of what was found inside a line."""
    label = match.group("label") or match.group("label2") or match.group("label3")
    style = style_of(match.group("mark") or match.group("mark2") or match.group("mark3"))
    return match.start() + len(match.group()) - len(match.group().lstrip()), match.end(), label, style


def _next(chain: Chain, label: str, style: str) -> bool:
    if style != chain.style or (chain.sort, chain.place + 1) not in ordinals(label):
        return False
    return chain.takes(label, style)
