"""The lists of an ODT file: list styles, and the numbers that they print."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from index_store.readers.docx_lists import attribute, local
from index_store.readers.numerals import numeral
from index_store.readers.word_lists import BULLET

_FORMAT_PLACE = re.compile(r"%(\d+)%")


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level prints its number. ``pattern`` ("%1%.%2%)") replaces prefix, suffix and ``shown`` levels."""

    style: str = BULLET
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1
    pattern: str | None = None


ListStyle = dict[int, ListLevel]
"""Level (from 1) to how it prints."""


def whole(text: str | None, default: int) -> int:
    """``text`` as a number, or ``default`` where it is none."""
    return int(text) if text and text.isdecimal() and len(text) < 9 else default


def list_styles(roots: Iterable[etree._Element]) -> dict[str, ListStyle]:
    """All list styles by name; headings have theirs under the name ""."""
    styles: dict[str, ListStyle] = {}
    for root in roots:
        for node in root.iter("{*}list-style", "{*}outline-style"):
            name = "" if local(node) == "outline-style" else attribute(node, "name") or "?"
            styles[name] = {whole(attribute(level, "level"), 1): _level(level) for level in node}
    return styles


def _level(node: etree._Element) -> ListLevel:
    if local(node) not in ("list-level-style-number", "outline-level-style"):
        return ListLevel()
    return ListLevel(
        attribute(node, "num-format") or "",
        attribute(node, "num-prefix") or "",
        attribute(node, "num-suffix") or "",
        whole(attribute(node, "start-value"), 1),
        whole(attribute(node, "display-levels"), 1),
        attribute(node, "num-list-format"),
    )


@dataclass
class Numbering:
    """The state of one list while its items are read: level (from 1) to the number printed last."""

    style: ListStyle
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, depth: int, start: int | None = None) -> str:
        """Counts one item at ``depth`` (from 1), at ``start`` if given, and returns what is printed before it."""
        level = self.style.get(depth) or ListLevel()
        first = level.start if start is None else start
        self.counts[depth] = first if start is not None or depth not in self.counts else self.counts[depth] + 1
        for deeper in [at for at in self.counts if at > depth]:
            del self.counts[deeper]
        if level.style == BULLET:
            return BULLET
        if level.pattern is not None:
            return _FORMAT_PLACE.sub(lambda match: self._number(int(match[1])), level.pattern).strip()
        if not level.style:
            return ""
        shown = [self._number(at) for at in range(max(1, depth - level.shown + 1), depth + 1)]
        return f"{level.prefix}{'.'.join(part for part in shown if part)}{level.suffix}".strip()

    def _number(self, depth: int) -> str:
        level = self.style.get(depth) or ListLevel()
        return "" if level.style == BULLET else numeral(self.counts.get(depth, level.start), level.style)
