"""Which words of an RTF file are in bold, and which of its paragraphs are headings by their outline level."""

from __future__ import annotations

import re

from index_store.readers.emphasis import emphasised

_ON, _OFF, _LEVEL = map(chr, range(0xE105, 0xE108))
_TOKEN = re.compile(
    r"\\(?:[{}\\]|(?:b(?P<bold>[01])?|(?P<plain>plain)|(?P<end>par|cell|row)|outlinelevel(?P<level>\d))(?![a-z0-9-]) ?)"
    r"|[{}]"
)
_MAY_HOLD = re.compile(r"\\(?:b|outlinelevel)(?![a-z]{1})")
_SWITCH = re.compile(f"([{_ON}{_OFF}])")
_HEADINGS = 6


def with_weights(source: str) -> str:
    """RTF with a character where bold begins or ends, and one for each heading level; groups keep their own weight."""
    if _MAY_HOLD.search(source) is None:
        return source
    parts, at = list[str](), 0
    weights = [False]
    for token in _TOKEN.finditer(source):
        word, before = token[0], weights[-1]
        parts.append(source[at : token.start()])
        at = token.end()
        if word == "{":
            weights.append(before)
            parts.append(word)
        elif word == "}":
            if len(weights) > 1:
                weights.pop()
            parts.append(word + _switch(before, weights[-1]))
        elif token["plain"] or word.startswith("\\b"):
            weights[-1] = token["plain"] is None and token["bold"] != "0"
            parts.append(word + _switch(before, weights[-1]))
        elif token["end"]:
            parts.append(word + _switch(False, before))
        elif token["level"]:
            parts.append(word + (_character(_LEVEL) + token["level"] if int(token["level"]) < _HEADINGS else ""))
        else:
            parts.append(word)
    return "".join([*parts, source[at:]])


def _switch(before: bool, after: bool) -> str:
    return "" if before == after else _character(_ON if after else _OFF)


def _character(char: str) -> str:
    """A character in RTF, in a group of its own so that it changes nothing behind it."""
    return f"{{\\uc1\\u{ord(char)}?}}"


def weighed(words: str) -> str:
    """A paragraph's words, marked as a heading or where they are in bold; the switches are taken out.

    What was switched on in an earlier line of it is told at its beginning by the switch off alone.
    """
    level = words.find(_LEVEL)
    if level >= 0:
        bare = re.sub(f"[{_ON}{_OFF}]|{_LEVEL}\\d?", "", words)
        return emphasised(bare, int(words[level + 1 : level + 2] or 0) + 1)
    if _ON not in words and _OFF not in words:
        return words
    parts = _SWITCH.split(words)
    heavy = next(part for part in parts if part in (_ON, _OFF)) == _OFF
    found = []
    for part in parts:
        if part in (_ON, _OFF):
            heavy = part == _ON
        elif part:
            found.append(emphasised(part) if heavy else part)
    return "".join(found)
