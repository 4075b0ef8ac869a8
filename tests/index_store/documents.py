"""Small real files for the readers' tests, written byte by byte where no library writes them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

Placed = tuple[float, float, str]
"""x and y in points (y upwards from the foot of the page) and the text that starts there."""
Ruled = tuple[float, float, float]
"""Left, right and height of a line."""


def pdf(
    pages: Sequence[Sequence[Placed]],
    size: float = 11,
    rules: Sequence[Ruled] = (),
    encrypted: bool = False,
    turn: int = 0,
    bold: Sequence[str] = (),
) -> bytes:
    """A PDF in Helvetica with text at the places given, ``bold`` in bold; ``rules`` are drawn on every page."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for page in pages:
        lines = [f"{left} {height} m {right} {height} l S".encode() for left, right, height in rules]
        lines += [
            b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET" % (1 + (text in bold), size, x, y, _escaped(text))
            for x, y, text in page
        ]
        content = b"\n".join(lines)
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Resources << /Font "
            b"<< /F1 3 0 R /F2 4 0 R >> >> /Contents %d 0 R >>" % (turn, len(objects) + 2)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    extra = b""
    if encrypted:
        key = b"<" + b"ab" * 32 + b">"
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >>" % (key, key))
        extra = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    return _assembled(objects, extra)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _assembled(objects: Sequence[bytes], extra: bytes) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer << /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start)


def scanned_pdf(picture: bytes = bytes([128]) * 100, width: int = 10, height: int = 10) -> bytes:
    """One page that is all picture, in grey, a byte a point of it: a plain square if not told otherwise."""
    content = b"q 595 0 0 842 0 0 cm /I Do Q"
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I 5 0 R >> >> "
            b"/Contents 4 0 R >>",
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
            b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
            b"/Length %d >>\nstream\n%s\nendstream" % (width, height, len(picture), picture),
        ],
        b"",
    )


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(path: Path, body: str, numbering: str = "", styles: str = "", **others: str) -> Path:
    """A Word document from the XML inside its w:body; ``others`` are further parts (footnotes, header) by kind."""
    named = {"numbering": numbering, "styles": styles, **others}
    roots = {"header": "hdr"}
    parts = {
        f"word/{kind}.xml": f"<w:{roots.get(kind, kind)} {_WORD}>{xml}</w:{roots.get(kind, kind)}>"
        for kind, xml in named.items()
        if xml
    }
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind, xml in named.items()
        if xml
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return zipped(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
            "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            **parts,
        },
    )


_ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def odt(path: Path, body: str, styles: str = "", manifest: str = "<manifest/>") -> Path:
    """An OpenDocument text from the XML inside its office:text and its automatic styles."""
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.text"
    return zipped(path, {"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file ([MS-CFB]); every stream is filled up to 4,096 bytes, so that none is a short one."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    filled = {name: data.ljust(4096, b"\0") for name, data in streams.items()}
    directory_sectors = (len(filled) + 4) // 4
    fat = [0xFFFFFFFD, *range(2, directory_sectors + 1), end]
    entries = [_entry("Root Entry", 5, end, 0, child=1)]
    data = b""
    for number, (name, content) in enumerate(filled.items(), 1):
        count = -(-len(content) // sector)
        first = len(fat)
        fat += [*range(first + 1, first + count), end]
        data += content.ljust(count * sector, b"\0")
        entries.append(_entry(name, 2, first, len(content), right=number + 1 if number < len(filled) else free))
    assert len(fat) <= sector // 4
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    directory = b"".join(entries).ljust(directory_sectors * sector, b"\0")
    return header + struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + directory + data


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII36xIQ", letters, len(letters), kind, 1, 0xFFFFFFFF, right, child, start, size)


def doc(text: str, protected: bool = False, bold: Sequence[str] = ()) -> bytes:
    """A Word 97 document of one piece, with these words in bold: paragraphs end in \\r, cells in \\x07."""
    letters = text.encode("utf-16-le")
    table = b"\x02" + struct.pack("<IIIHIH", 16, 0, len(text), 0, 2048, 0)
    runs = sorted((2048 + 2 * text.index(words), 2048 + 2 * (text.index(words) + len(words))) for words in bold)
    page = (2048 + len(letters)) // 512 + 1
    main = (bytes(2048) + letters).ljust(page * 512, b"\0") + _bold_runs(runs)
    head = bytearray(2048)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", head, 0x0A, 0x200 | (0x100 if protected else 0))
    struct.pack_into("<i", head, 0x4C, len(text))
    struct.pack_into("<H", head, 0x98, 93)
    struct.pack_into("<II", head, 0x9A + 8 * 33, 0, len(table))
    if bold:
        struct.pack_into("<II", head, 0x9A + 8 * 12, len(table), 12)
    pages = struct.pack("<III", 2048, 2048 + len(letters), page)
    return compound({"WordDocument": bytes(head) + main[2048:], "1Table": table + pages})


def _bold_runs(runs: Sequence[tuple[int, int]]) -> bytes:
    """The page that formats these bytes of the document in bold and leaves those between them alone."""
    offsets = [offset for run in runs for offset in run]
    places = bytes(250 if index % 2 == 0 else 0 for index in range(len(offsets) - 1))
    page = struct.pack(f"<{len(offsets)}I", *offsets) + places
    return page.ljust(500, b"\0") + (b"\x03" + struct.pack("<HB", 0x0835, 1)).ljust(11, b"\0") + bytes([len(places)])
