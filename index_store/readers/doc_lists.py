"""The lists of a Word 97-2003 file: list definitions and their overrides ([MS-DOC] 2.9.149 and 2.9.131 ff.)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from index_store.readers.word_lists import BULLET, Level, ListKind

_STYLES = {0: "1", 1: "I", 2: "i", 3: "A", 4: "a", 5: "1st", 22: "01", 23: BULLET, 255: ""}
_DEFINITION = 28
_OVERRIDE = 16
_MAX_LISTS = 20_000


@dataclass(frozen=True, slots=True)
class _Definition:
    key: int
    levels: dict[int, Level]


def list_kinds(stream: bytes, lists: tuple[int, int], overrides: bytes) -> list[ListKind]:
    """What paragraphs refer to, in order. ``lists`` is the place of the definitions in the table ``stream``."""
    if len(overrides) < 4 or lists[1] < 2:
        return []
    definitions = {each.key: each for each in _definitions(stream, *lists)}
    (count,) = struct.unpack_from("<I", overrides, 0)
    at = 4 + _OVERRIDE * count
    kinds = []
    for index in range(min(count, _MAX_LISTS)):
        key, _, _, changes = struct.unpack_from("<iIIB", overrides, 4 + _OVERRIDE * index)
        definition = definitions.get(key)
        levels = dict(definition.levels) if definition else {}
        restarts: dict[int, int] = {}
        at += 4
        for _ in range(changes):
            at = _override(overrides, at, levels, restarts)
        kinds.append(ListKind(str(key), levels, restarts))
    return kinds


def _override(data: bytes, at: int, levels: dict[int, Level], restarts: dict[int, int]) -> int:
    """Applies the change of one level that stands at ``at``; returns where the next begins."""
    if at + 8 > len(data):
        return at
    start, flags = struct.unpack_from("<iI", data, at)
    at += 8
    depth = flags & 0xF
    if flags & 0x20:
        levels[depth], at = _level(data, at)
        start = levels[depth].start
    if flags & 0x10:
        restarts[depth] = start
        levels[depth] = replace(levels.get(depth) or Level(), start=start)
    return at


def _definitions(stream: bytes, at: int, length: int) -> list[_Definition]:
    (count,) = struct.unpack_from("<H", stream, at)
    level_at = at + length
    found = []
    for index in range(count):
        place = at + 2 + _DEFINITION * index
        (key,) = struct.unpack_from("<i", stream, place)
        simple = bool(stream[place + 26] & 1)
        levels: dict[int, Level] = {}
        for depth in range(1 if simple else 9):
            levels[depth], level_at = _level(stream, level_at)
        found.append(_Definition(key, levels))
    return found


def _level(data: bytes, at: int) -> tuple[Level, int]:
    """The level that stands at ``at``, and where the next record begins."""
    start, style, flags = struct.unpack_from("<iBB", data, at)
    character_bytes, paragraph_bytes, restart = data[at + 24], data[at + 25], data[at + 26]
    at += 28 + character_bytes + paragraph_bytes
    (letters,) = struct.unpack_from("<H", data, at)
    units = struct.unpack_from(f"<{letters}H", data, at + 2)
    template = "".join(f"%{unit + 1}" if unit < 9 else chr(unit) for unit in units)
    level = Level(
        start=start,
        style=_STYLES.get(style, "1"),
        template=template,
        restart=restart if flags & 0x08 else None,
        legal=bool(flags & 0x04),
    )
    return level, at + 2 + 2 * letters
