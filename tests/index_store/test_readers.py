"""Every reader through the one verb: plain text, judging by content, and files that cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from index_store.errors import UnreadableFile
from index_store.readers import read_source
from tests.index_store.documents import compound, doc, docx, odt, pdf, scanned_pdf, zipped
from tests.index_store.fuzz_readers import cases, outcome
from tests.shared import SHARED, needs_shared

PARAGRAPH = "<w:p><w:r><w:t>Minutes of the Parks Committee</w:t></w:r></w:p>"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_stay_as_they_are(tmp_path: Path, newline: str) -> None:
    text = f"MINUTES{newline}{newline}1. Apologies{newline}\t None \x0c{newline}"
    assert read_source(written(tmp_path, "a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_unicode_is_decoded_without_its_mark(tmp_path: Path, encoding: str, mark: bytes) -> None:
    text = "Café – “£5” was AGREED 😀"
    source = read_source(written(tmp_path, "a.md", mark + text.encode(encoding)))
    assert source.text == text
    assert source.warnings == ()


def test_other_encodings_are_guessed_with_a_warning(tmp_path: Path) -> None:
    windows = read_source(written(tmp_path, "w.txt", "Café – £5 was “agreed”".encode("cp1252")))
    assert windows.text == "Café – £5 was “agreed”"
    assert windows.warnings == ("encoding guessed: Windows-1252",)
    mixed = read_source(written(tmp_path, "m.txt", "Café – “£5” ".encode() + b"and \xa36"))
    assert mixed.text == "Café – “£5” and £6"
    assert mixed.warnings == ("encoding mixed: UTF-8 with stray bytes",)
    unmarked = read_source(written(tmp_path, "u.txt", "It was AGREED".encode("utf-16-le")))
    assert unmarked.text == "It was AGREED"


def test_markdown_is_left_alone(tmp_path: Path) -> None:
    text = "---\ntitle: May\n---\n## 1\\. Apologies&nbsp;\n\n* none\n"
    assert read_source(written(tmp_path, "a.md", text.encode())).text == text


def test_the_name_given_is_the_name_kept(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"Minutes")
    assert read_source(path, "2020/may.txt").path == "2020/may.txt"
    assert read_source(path).path == "a.txt"
    with pytest.raises(UnreadableFile, match="^2020/june.txt does not exist: "):
        read_source(tmp_path / "b.txt", "2020/june.txt")


def test_content_decides_where_the_suffix_is_wrong(tmp_path: Path) -> None:
    word = docx(tmp_path / "b.docx", PARAGRAPH).read_bytes()
    office = odt(tmp_path / "b.odt", "<text:p>Minutes of the Parks Committee</text:p>").read_bytes()
    html = b"<html><body><p>Minutes of the Parks Committee</p></body></html>"
    files = {
        "pdf.txt": pdf([[(72, 700, "Minutes of the Parks Committee")]]),
        "docx.doc": word,
        "docx.pdf": word,
        "odt.docx": office,
        "rtf.doc": rb"{\rtf1\ansi Minutes of the Parks Committee\par}",
        "html.doc": html,
        "html.txt": html,
        "doc.docx": doc("Minutes of the Parks Committee\r"),
        "plain.doc": b"Minutes of the Parks Committee",
        "plain": b"Minutes of the Parks Committee",
    }
    for name, data in files.items():
        assert read_source(written(tmp_path, name, data)).text.strip() == "Minutes of the Parks Committee", name


BAD = {
    "empty.txt": (b"", "is empty"),
    "binary.txt": (bytes(range(256)) * 20, "is a binary file"),
    "spaces.txt": (b" \n\n ", "has no words"),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + bytes(90), "is a PNG picture"),
    "cut.pdf": (pdf([[(72, 700, "Minutes")]])[:60], "damaged or incomplete PDF"),
    "locked.pdf": (pdf([[(72, 700, "Minutes")]], encrypted=True), "protected by a password"),
    "blank.pdf": (pdf([[]]), "has no words"),
    "locked.docx": (compound({"EncryptionInfo": b"", "EncryptedPackage": b""}), "protected by a password"),
    "locked.doc": (doc("secret", protected=True), "protected by a password"),
    "sheet.xls": (compound({"Workbook": b""}), "is a spreadsheet"),
    "slides.ppt": (compound({"PowerPoint Document": b""}), "is a presentation"),
    "cut.doc": (doc("Minutes " * 500)[:3000], "is a damaged"),
    "empty.rtf": (rb"{\rtf1\ansi\par}", "has no words"),
    "empty.html": (b"<html><body><script>var minutes = 1</script></body></html>", "has no words"),
    "archive.mht": (b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "is a web archive"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    data, what = BAD[name]
    with pytest.raises(UnreadableFile) as caught:
        read_source(written(tmp_path, name, data))
    message = str(caught.value)
    assert message.startswith(name)
    assert what in message
    assert "\n" not in message
    assert ": " in message


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="does not exist"):
        read_source(tmp_path / "missing.pdf")
    with pytest.raises(UnreadableFile, match="is a folder"):
        read_source(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableFile, match="not a regular file"):
        read_source(tmp_path / "pipe.txt")


def test_zips_that_are_no_documents(tmp_path: Path) -> None:
    sheet = zipped(tmp_path / "a.xlsx", {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<a/>"})
    with pytest.raises(UnreadableFile, match="is a spreadsheet"):
        read_source(sheet)
    slides = zipped(tmp_path / "a.odp", {"mimetype": "application/vnd.oasis.opendocument.presentation"})
    with pytest.raises(UnreadableFile, match="is a presentation"):
        read_source(slides)
    with pytest.raises(UnreadableFile, match="is a zip archive"):
        read_source(zipped(tmp_path / "a.zip", {"minutes.txt": "Minutes"}))
    whole = docx(tmp_path / "b.docx", PARAGRAPH).read_bytes()
    with pytest.raises(UnreadableFile, match="damaged or incomplete"):
        read_source(written(tmp_path, "cut.docx", whole[: len(whole) // 2]))
    with pytest.raises(UnreadableFile, match="protected by a password"):
        read_source(odt(tmp_path / "l.odt", "<text:p>x</text:p>", manifest="<m><encryption-data/></m>"))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = docx(tmp_path / "bomb.docx", PARAGRAPH, styles=" " * 60_000_000)
    with pytest.raises(UnreadableFile, match="unpacks to more than"):
        read_source(bomb)


def test_xml_entities_are_not_expanded(tmp_path: Path) -> None:
    lines = ["<!DOCTYPE d [<!ENTITY a0 'ha'>"]
    lines += [f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)]
    bomb = "\n".join(lines) + "]><d><body><text><p>&a9; Minutes</p></text></body></d>"
    path = zipped(tmp_path / "laughs.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": bomb})
    assert len(outcome(path)) < 1000


def test_a_scan_names_the_package_that_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableFile, match="scan.pdf is a scan without text: .*tesseract-ocr"):
        read_source(written(tmp_path, "scan.pdf", scanned_pdf()))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_are_text_or_refused(tmp_path: Path, seed: int) -> None:
    name, data = cases(tmp_path, seed)
    assert "please report this file" not in outcome(written(tmp_path, name, data))


@needs_shared
def test_every_shared_file_is_read_or_refused_for_a_reason() -> None:
    refused = {}
    read = 0
    for path in sorted((SHARED / "minutes").rglob("*")):
        if not path.is_file() or path.suffix.lower() == ".pdf" and "ayton" in path.parts:
            continue
        try:
            source = read_source(path)
        except UnreadableFile as error:
            refused[path.name] = str(error)
        else:
            read += 1
            assert list(source.page_starts) == sorted(source.page_starts)
            assert "\ufffd" not in source.text
    assert read > 200
    kinds = {Path(name).suffix for name in refused}
    assert kinds <= {".ods", ".odp", ".ppt", ".xlsx", ".docx"}, refused
    assert [name for name in refused if name.endswith(".docx")] == ["23DECEMBERMINUTEGovanCC.docx"]
