"""Which part of a web page is its content: menus, banners, scripts and hidden parts are taken out."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable

from lxml import etree

from index_store.readers.limits import Clock

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "link", "meta", "button", "select")
    + ("textarea", "input", "canvas", "video", "audio", "datalist", "dialog", "map")
)
_AROUND = frozenset(("nav", "aside", "footer", "search"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "alert", "dialog", "menu", "menubar")
)
_BANNER = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|skip|skiplinks?|breadcrumbs?)(?:$|[\s_-])", re.I)
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|navbar|menu|menus|footer|sidebar|side|share|social|related|pagination|pager|"
    r"toolbar|tools|search|login|header|masthead|topbar|links|widget)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_BETWEEN = re.compile(r"[\s|·•>»/–-]+")
_MIN_LINKS = 4
_ENOUGH = 200
_LONG = 3000
"""Letters that no banner has."""


def main_content(root: etree._Element, clock: Clock) -> etree._Element:
    """The element that holds the content, cleaned; the whole body where cleaning would leave next to nothing."""
    _drop(root, _unseen, clock)
    body = next(root.iter("body"), root)
    enough = _length(body, 4 * _ENOUGH) // 4
    marked = [node for node in root.iter(etree.Element) if node.tag == "main" or node.get("role") == "main"]
    marked = marked or list(root.iter("article"))
    if len(marked) == 1 and _length(marked[0], enough) >= enough:
        _drop(marked[0], _menu, clock)
        return marked[0]
    kept = copy.deepcopy(body)
    _drop(kept, _around, clock)
    return kept if _length(kept, enough) >= enough else body


def _drop(root: etree._Element, unwanted: Callable[[etree._Element], bool], clock: Clock) -> None:
    """Takes out elements, and leaves the text behind them."""
    for node in list(root.iterdescendants(etree.Element)):
        clock.check()
        parent = node.getparent() if unwanted(node) else None
        if parent is None:
            continue
        before = node.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + (node.tail or "")
        else:
            parent.text = (parent.text or "") + (node.tail or "")
        parent.remove(node)


def _unseen(node: etree._Element) -> bool:
    if str(node.tag).lower() in _UNSEEN:
        return True
    style = node.get("style")
    return node.get("hidden") is not None or (style is not None and _HIDDEN.search(style) is not None)


def _around(node: etree._Element) -> bool:
    tag = str(node.tag).lower()
    if tag in _AROUND or (node.get("role") or "").lower() in _ROLES:
        return True
    if tag == "header" and not _within(node, ("article", "main")):
        return next(node.iter("h1", "h2"), None) is None
    return _menu(node)


def _menu(node: etree._Element) -> bool:
    """Whether it is a banner or a menu by name, or mostly links."""
    tag = str(node.tag).lower()
    if tag == "nav":
        return True
    if tag in ("html", "body", "main", "article", "p", "h1", "h2", "h3", "h4"):
        return False
    names = f"{node.get('class') or ''} {node.get('id') or ''}"
    if _BANNER.search(names) and _length(node, _LONG) < _LONG:
        return True
    if _MENU.search(names):
        return _linked(node) > 0.5
    return (
        tag in ("ul", "ol", "div", "td", "tr", "table")
        and len(list(node.iter("a"))) >= _MIN_LINKS
        and _linked(node) > 0.85
    )


def _linked(node: etree._Element) -> float:
    """The share of its words that are links."""
    words = len(_BETWEEN.sub("", _text(node)))
    linked = sum(len(_BETWEEN.sub("", _text(link))) for link in node.iter("a"))
    return linked / words if words else 1.0


def _within(node: etree._Element, tags: tuple[str, ...]) -> bool:
    return any(str(each.tag).lower() in tags for each in node.iterancestors())


def _length(node: etree._Element, most: int) -> int:
    """How many letters a node's text has, counted up to ``most``: long pages are not read for it to their end."""
    size = 0
    for text in node.itertext():
        words = str(text).split()
        size += sum(map(len, words)) + len(words)
        if size > most:
            return most
    return max(0, size - 1)


def _text(node: etree._Element) -> str:
    return " ".join(" ".join(str(text) for text in node.itertext()).split())
