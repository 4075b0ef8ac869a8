"""The styles of an ODT file that set words in bold, and those that set them in the usual weight again."""

from __future__ import annotations

from lxml import etree

from index_store.readers.docx_lists import attribute, child

_MAX_CHAIN = 30
_BOLD = frozenset(("bold", "600", "700", "800", "900"))


def weights(roots: list[etree._Element]) -> tuple[set[str], set[str]]:
    """The names of the styles in bold, their parents' weight counted, and of those that say that they are not."""
    own: dict[str, tuple[str | None, bool | None]] = {}
    for root in roots:
        for style in root.iter("{*}style"):
            weight = attribute(child(style, "text-properties"), "font-weight")
            heavy = None if weight is None else weight in _BOLD
            own[attribute(style, "name") or ""] = (attribute(style, "parent-style-name"), heavy)
    bold = {name for name in own if _inherited(name, own)}
    return bold, {name for name, (_, heavy) in own.items() if heavy is False}


def _inherited(name: str | None, own: dict[str, tuple[str | None, bool | None]]) -> bool:
    for _ in range(_MAX_CHAIN):
        parent, heavy = own.get(name or "", (None, False))
        if heavy is not None:
            return heavy
        name = parent
    return False
