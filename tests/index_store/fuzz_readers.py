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

from index_store.bounded import LIMITS, Limits, read_bounded
from index_store.errors import UnreadableFile
from tests.index_store.documents import doc, docx, odt, pdf, zipped
from tests.shared import SHARED

_LINES = [(72.0, 760.0 - 14 * line, f"{line}. It was AGREED that item {line} be noted (£{line})") for line in range(30)]
_HTML = "<html><body>" + "<ol><li>It was <b>AGREED</b><table><tr><td>a<td>b</table></ol>" * 20
_RTF = r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}" + r"{\listtext 1.\tab}It was AGREED\'e9\u8217?\par\cell\row" * 20 + "}"
_WORD = "<w:p><w:r><w:t>It was AGREED</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" * 20


Case = tuple[str, bytes]


def outcome(path: Path, limits: Limits = LIMITS) -> str:
    """The text or the refusal; anything else that reading and parsing raise goes through."""
    try:
        return read_bounded(path, limits=limits)[0].text
    except UnreadableFile as error:
        return str(error)


def hostile(folder: Path) -> list[Case]:
    """Sound files of a size, depth or kind that nobody means well by."""
    item = "It was AGREED that the report be noted. "
    deep, word, office = 20_000, f"<w:p><w:r><w:t>{item}</w:t></w:r></w:p>", f"<text:p>{item}</text:p>"
    table = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    bomb = {"[Content_Types].xml": "<Types/>", "word/document.xml": b"<w:document>" + b" " * (200 * 2**20)}
    sound = pdf([_LINES])
    return [
        ("one_line.txt", " ".join(f"{n}. {item}" for n in range(20_000)).encode()),
        ("many_lines.txt", "".join(f"{n}. {item}\n" for n in range(300_000)).encode()),
        ("names.txt", b"Present: " + b", ".join(b"Cllr Ann Other%d" % n for n in range(100_000))),
        ("open_brackets.txt", b"(" * 3_000_000 + b"agreed"),
        ("blanks.md", b"# Minutes" + b" " * 10_000_000 + b"x\n" + b"> " * 200_000 + b"x"),
        ("marks.md", b"**[" * 500_000 + b"a"),
        ("words.txt", b"Ann Other AGREED and " * 500_000),
        ("zeros.txt", b"\0" * 50_000_000),
        ("deep.html", b"<div>" * deep + b"agreed"),
        ("lists.html", b"<ul><li>" * deep + b"agreed"),
        ("tables.html", b"<table><tr><td>" * deep + b"agreed"),
        ("many.html", b"<html>" + b"<p>It was <b>agreed</b>" * 500_000),
        ("deep.rtf", b"{\\rtf1" + b"{" * 100_000 + b"agreed" + b"}" * 100_000),
        ("long.rtf", b"{\\rtf1 " + b"It was agreed.\\par " * 500_000 + b"}"),
        ("many.docx", docx(folder / "made", word * 200_000).read_bytes()),
        ("deep.docx", docx(folder / "made", "".join([table.split("{}")[0]] * 5000 + [word])).read_bytes()),
        ("bomb.docx", zipped(folder / "made", bomb).read_bytes()),
        ("many.odt", odt(folder / "made", office * 200_000).read_bytes()),
        ("deep.odt", odt(folder / "made", "<text:section>" * 5000 + office + "</text:section>" * 5000).read_bytes()),
        ("entities.odt", odt(folder / "made", office + "&a;" * 1000).read_bytes()),
        ("pages.pdf", pdf([_LINES] * 1500)),
        ("crowded.pdf", pdf([[(x * 0.5, y * 0.5, item) for x in range(100) for y in range(400)]])),
        ("encrypted.pdf", pdf([_LINES], encrypted=True)),
        ("encrypted.doc", doc(item * 100, protected=True)),
        ("really_a.docx", sound),
        ("really_a.pdf", docx(folder / "made", word).read_bytes()),
        ("really_a.txt", doc(f"1. {item}\r" * 20)),
        ("really_a.html", sound[:200]),
        ("picture.pdf", b"\x89PNG\r\n" + bytes(1000)),
        ("endless.pdf", sound.replace(b"/Kids [", b"/Kids [2 0 R ")),
    ]


def cases(folder: Path, seed: int) -> Case:
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
    """Reads that many damaged files, after all the hostile ones; tells what became of them, and the slowest."""
    told: Counter[str] = Counter()
    failures, timed = [], []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        made = hostile(folder)
        for number in range(count):
            name, data = made[number] if number < len(made) else cases(folder, number)
            path = folder / name
            path.write_bytes(data)
            begun = time.perf_counter()
            said = ""
            try:
                read_bounded(path)
            except UnreadableFile as error:
                said = str(error)
            taken = time.perf_counter() - begun
            told[f"{path.suffix} {'refused' if said else 'read'}"] += 1
            timed.append((taken, f"{number} {name}{': ' * bool(said)}{said}"))
            if taken > 10 or "\n" in said or "please report" in said:
                failures.append(f"{number} {name} {taken:.1f} s: {said}")
    print(*(f"{what}: {number}" for what, number in sorted(told.items())), sep="\n")
    print("slowest:", *(f"{taken:.2f} s {what}" for taken, what in sorted(timed, reverse=True)[:12]), sep="\n  ")
    print(f"{len(failures)} of {count} took over 10 seconds or broke the reader", *failures, sep="\n")
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
