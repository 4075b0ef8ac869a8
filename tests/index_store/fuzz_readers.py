"""Damaged files by the hundred: `python -m tests.index_store.fuzz_readers [COUNT]` tells how each format fared."""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

from index_store.errors import UnreadableFile
from index_store.readers import read_source
from tests.index_store.documents import doc, docx, odt, pdf, zipped
from tests.shared import SHARED

_LINES = [(72.0, 760.0 - 14 * line, f"{line}. It was AGREED that item {line} be noted (£{line})") for line in range(30)]
_HTML = "<html><body>" + "<ol><li>It was <b>AGREED</b><table><tr><td>a<td>b</table></ol>" * 20
_RTF = r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}" + r"{\listtext 1.\tab}It was AGREED\'e9\u8217?\par\cell\row" * 20 + "}"
_WORD = "<w:p><w:r><w:t>It was AGREED</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 20


def outcome(path: Path) -> str:
    """The text or the refusal; anything else that a reader raises goes through."""
    try:
        return read_source(path).text
    except UnreadableFile as error:
        return str(error)


def cases(folder: Path, seed: int) -> tuple[str, bytes]:
    """The name and bytes of one damaged file: cut off, with wrong bytes, a stretch lost or doubled, or noise."""
    chance = random.Random(seed)
    name, data = _sound(folder, seed)
    if data.startswith(b"PK") and chance.random() < 0.5:
        return name, _inside(folder, data, chance)
    kind = chance.randrange(5)
    at = chance.randrange(len(data))
    if kind == 0:
        return name, data[:at] or b"\0"
    if kind == 1:
        changed = bytearray(data)
        for _ in range(chance.randrange(1, 40)):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        return name, bytes(changed)
    if kind == 2:
        return name, data[:at] + data[at + chance.randrange(1, 600) :] or b"\0"
    if kind == 3:
        return name, data[:at] + data[max(0, at - chance.randrange(1, 2000)) :]
    return name, data[: chance.randrange(1, 60)] + chance.randbytes(chance.randrange(1, 4000))


def _inside(folder: Path, data: bytes, chance: random.Random) -> bytes:
    """A sound zip around parts that have lost or exchanged some of their bytes."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name in [name for name in parts if name.endswith(".xml")]:
        part = bytearray(parts[name])
        for _ in range(chance.randrange(6)):
            at = chance.randrange(len(part) or 1)
            part[at : at + chance.randrange(1, 30)] = chance.choice(
                (b"", b"<", b"&", b">", b'"', b"9" * 12, b"-1", b"\xff")
            )
        parts[name] = bytes(part)
    return zipped(folder / "inside", parts).read_bytes()


def _sound(folder: Path, seed: int) -> tuple[str, bytes]:
    made = folder / "sound"
    formats = ("pdf", "docx", "odt", "doc", "rtf", "html", "txt")
    suffix = formats[seed % len(formats)]
    real = sorted((SHARED / "minutes").rglob(f"*.{suffix}")) if SHARED.is_dir() and seed % 2 else []
    if real:
        return f"real.{suffix}", real[seed % len(real)].read_bytes()
    whole = {
        "pdf": lambda: pdf([_LINES, _LINES]),
        "docx": lambda: docx(made, _WORD).read_bytes(),
        "odt": lambda: odt(
            made, "<text:list><text:list-item><text:p>AGREED</text:p></text:list-item></text:list>" * 9
        ).read_bytes(),
        "doc": lambda: doc("1. It was AGREED\rcell\x07cell\x07\x07\x13 HYPERLINK \x14link\x15\r" * 20),
        "rtf": lambda: _RTF.encode(),
        "html": lambda: _HTML.encode(),
        "txt": lambda: "It was AGREED – £5\r\n".encode() * 50,
    }
    return f"made.{suffix}", whole[suffix]()


def main(count: int) -> int:
    told: Counter[str] = Counter()
    failures = []
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for seed in range(count):
            name, data = cases(folder, seed)
            path = folder / name
            path.write_bytes(data)
            begun = time.perf_counter()
            try:
                read_source(path)
                told[f"{path.suffix} read"] += 1
            except UnreadableFile:
                told[f"{path.suffix} refused"] += 1
            except Exception as error:  # noqa: BLE001 - the very thing that this program looks for
                failures.append(f"seed {seed} {name}: {error!r}")
            slowest = max(slowest, (time.perf_counter() - begun, f"seed {seed} {name}"))
    print(*(f"{what}: {number}" for what, number in sorted(told.items())), sep="\n")
    print(f"slowest: {slowest[0]:.2f} s ({slowest[1]})")
    print(f"{len(failures)} of {count} raised something else", *failures, sep="\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
