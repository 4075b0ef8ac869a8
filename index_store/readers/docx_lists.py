"""The lists of a DOCX file: numbering.xml and the styles that refer to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from index_store.readers.word_lists import BULLET, Level, ListKind

_STYLES = {
    "decimal": "1",
    "decimalZero": "01",
    "lowerLetter": "a",
    "upperLetter": "A",
    "lowerRoman": "i",
    "upperRoman": "I",
    "ordinal": "1st",
    "bullet": BULLET,
    "none": "",
}
_MAX_CHAIN = 30


def local(node: etree._Element) -> str:
    """The tag without its namespace: transitional and strict files differ in nothing else."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(node: etree._Element | None, name: str = "val") -> str | None:
    if node is not None:
        for key, value in node.attrib.items():
            if str(key).rpartition("}")[2] == name:
                return str(value)
    return None


def child(node: etree._Element | None, *names: str) -> etree._Element | None:
    """The first element reached by following ``names`` downwards."""
    for name in names:
        if node is None:
            return None
        node = next((each for each in node if local(each) == name), None)
    return node


def children(node: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in node if local(each) == name)


def _number(text: str | None, default: int = 0) -> int:
    try:
        return int(text or default)
    except ValueError:
        return default


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str | None
    list_id: str | None
    depth: int | None


class Lists:
    """Which list and level a paragraph belongs to. ``default`` is the id of the style of paragraphs that name none."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self._styles, self.default = _read_styles(styles)
        self._kinds = _read_lists(numbering, self._styles) if numbering is not None else {}
        self._style_depth = _style_depths(numbering)

    def of(self, properties: etree._Element | None) -> tuple[ListKind, int] | None:
        """The list and the depth (from 0) of a paragraph with these w:pPr; None outside lists."""
        style_id = attribute(child(properties, "pStyle")) or self.default
        own = child(properties, "numPr")
        list_id = attribute(child(own, "numId"))
        depth_text = attribute(child(own, "ilvl"))
        style_list, style_depth, from_style = self._of_style(style_id)
        list_id = list_id if list_id is not None else style_list
        if list_id is None or list_id == "0" or list_id not in self._kinds:
            return None
        kind = self._kinds[list_id]
        if depth_text is not None:
            return kind, _number(depth_text)
        linked = (self._style_depth.get((kind.counts_with, each or "")) for each in (style_id, from_style))
        return kind, next((depth for depth in linked if depth is not None), style_depth or 0)

    def _of_style(self, style_id: str | None) -> tuple[str | None, int | None, str | None]:
        depth: int | None = None
        for _ in range(_MAX_CHAIN):
            style = self._styles.get(style_id or "")
            if style is None:
                break
            depth = style.depth if depth is None else depth
            if style.list_id is not None:
                return style.list_id, depth, style_id
            style_id = style.based_on
        return None, depth, None


def _read_styles(root: etree._Element | None) -> tuple[dict[str, _Style], str | None]:
    styles: dict[str, _Style] = {}
    default = None
    for node in children(root, "style") if root is not None else ():
        style_id = attribute(node, "styleId") or ""
        numbers = child(node, "pPr", "numPr")
        depth = attribute(child(numbers, "ilvl"))
        styles[style_id] = _Style(
            attribute(child(node, "basedOn")),
            attribute(child(numbers, "numId")),
            None if depth is None else _number(depth),
        )
        if attribute(node, "type") == "paragraph" and attribute(node, "default") in ("1", "true", "on"):
            default = style_id
    return styles, default


def _style_depths(root: etree._Element | None) -> dict[tuple[str, str], int]:
    """The depth that a list gives to a style: (list that it counts with, style id) to depth."""
    depths: dict[tuple[str, str], int] = {}
    for node in children(root, "abstractNum") if root is not None else ():
        for level in children(node, "lvl"):
            if style := attribute(child(level, "pStyle")):
                depths[attribute(node, "abstractNumId") or "", style] = _number(attribute(level, "ilvl"))
    return depths


def _read_lists(root: etree._Element, styles: dict[str, _Style]) -> dict[str, ListKind]:
    abstract = {attribute(node, "abstractNumId") or "": node for node in children(root, "abstractNum")}
    links = {attribute(child(node, "styleLink")) or "": key for key, node in abstract.items()}
    kinds: dict[str, ListKind] = {}
    for node in children(root, "num"):
        key = attribute(child(node, "abstractNumId")) or ""
        definition = abstract.get(key)
        if linked := attribute(child(definition, "numStyleLink")):
            definition = abstract.get(links.get(linked, ""), definition)
        levels = dict(_levels(definition)) if definition is not None else {}
        restarts: dict[int, int] = {}
        for override in children(node, "lvlOverride"):
            depth = _number(attribute(override, "ilvl"))
            for other in children(override, "lvl"):
                levels[depth] = _level(other)
            start = attribute(child(override, "startOverride"))
            if start is not None:
                restarts[depth] = _number(start)
                levels[depth] = replace(levels.get(depth) or Level(), start=_number(start))
        kinds[attribute(node, "numId") or ""] = ListKind(key, levels, restarts)
    return kinds


def _levels(definition: etree._Element) -> Iterator[tuple[int, Level]]:
    for node in children(definition, "lvl"):
        yield _number(attribute(node, "ilvl")), _level(node)


def _level(node: etree._Element) -> Level:
    restart = attribute(child(node, "lvlRestart"))
    depth = _number(attribute(node, "ilvl"))
    template = attribute(child(node, "lvlText"))
    legal = child(node, "isLgl")
    return Level(
        start=_number(attribute(child(node, "start")), 0 if child(node, "start") is None else 1),
        style=_STYLES.get(attribute(child(node, "numFmt")) or "decimal", "1"),
        template=f"%{depth + 1}." if template is None else template,
        restart=None if restart is None else _number(restart),
        legal=legal is not None and attribute(legal) not in ("0", "false", "off"),
    )
