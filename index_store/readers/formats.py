"""Which format a file really has: wrong suffixes are common, so the content decides and the suffix only helps."""

from __future__ import annotations

import re
import stat
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import olefile

from index_store.readers.refusal import refuse

SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".pdf", ".docx", ".docm", ".dotx", ".doc", ".dot", ".odt", ".ott", ".rtf"}
    | {".html", ".htm", ".xhtml"}
)
"""The suffixes of files that ``read_source`` is meant for, in lower case."""

MAX_BYTES = 512 * 2**20
"""A file larger than this is refused before it is opened. Scanned agenda packs reach 100 MB."""

_HEAD = 4096
_SAVE = "save it as PDF, DOCX, ODT or plain text and add that"
_SAVE_ANEW = "open it in its program, save it anew and add that"
_HTML = re.compile(rb"(?:\s|<!--.*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_ARCHIVE = re.compile(rb"\s*(?:MIME-Version:|From: <Saved by)", re.I)
_MARKUP = re.compile(rb"<(?:p|div|table|span|h[1-6]|meta|title|br)\b[^<>]*>", re.I)
_FOREIGN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3", "a database"),
    (b"\xffWPC", "a WordPerfect document"),
)
_ODF = "application/vnd.oasis.opendocument."
_ODF_KINDS = {"spreadsheet": "a spreadsheet", "presentation": "a presentation", "graphics": "a drawing"}


def format_of(path: Path, name: str) -> str:
    """One of "plain", "html", "rtf", "pdf", "docx", "doc", "odt".

    Raises UnreadableFile where the file is missing, a folder, empty, too large, or of a format that is not read.
    """
    _check_file(path, name)
    with path.open("rb", buffering=0) as file:
        head = file.read(_HEAD) or b""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK"):
        return _zip_format(path, name)
    if head.startswith(olefile.MAGIC):
        return _ole_format(path, name)
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{\\rtf"):
        return "rtf"
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise refuse(name, f"is {what}", _SAVE)
    return _text_format(path, name, head)


def _check_file(path: Path, name: str) -> None:
    try:
        status = path.stat()
    except FileNotFoundError:
        raise refuse(name, "does not exist", "check the path") from None
    if stat.S_ISDIR(status.st_mode):
        raise refuse(name, "is a folder", "name the files in it, or add the folder")
    if not stat.S_ISREG(status.st_mode):
        raise refuse(name, "is not a regular file", "copy its content to a file and add that")
    if status.st_size == 0:
        raise refuse(name, "is empty", "check that it was saved or downloaded whole")
    if status.st_size > MAX_BYTES:
        raise refuse(name, f"is larger than {MAX_BYTES // 2**20} MB", "split it into smaller files")


def _text_format(path: Path, name: str, head: bytes) -> str:
    text = head.removeprefix(b"\xef\xbb\xbf")
    if text.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = text[2:].replace(b"\x00", b"")
    suffix = path.suffix.lower()
    if b"<w:wordDocument" in text or b"<office:document " in text or b"<pkg:package" in text:
        raise refuse(name, "is a document in a single XML file", "save it as DOCX or ODT and add that")
    if _ARCHIVE.match(text):
        raise refuse(name, "is a web archive (MHT)", "save it as HTML, PDF or DOCX and add that")
    if _HTML.match(text) or (suffix in {".html", ".htm", ".xhtml"} and b"<" in text):
        return "html"
    if suffix in {".doc", ".docx", ".odt", ".rtf"} and len(_MARKUP.findall(text)) > 2:
        return "html"
    return "plain"


def _zip_format(path: Path, name: str) -> str:
    damaged = refuse(name, "is a damaged or incomplete document", _SAVE_ANEW)
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
            info = archive.NameToInfo.get("mimetype")
            mimetype = archive.read(info).decode("ascii", "replace") if info and info.file_size < 200 else ""
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise damaged from error
    if mimetype.startswith(_ODF):
        what = mimetype.removeprefix(_ODF).split("-")[0].strip()
        if what == "text":
            return "odt"
        raise refuse(name, f"is {_ODF_KINDS.get(what, 'an OpenDocument ' + what)}, not a text document", _SAVE)
    if "word/document.xml" in names or any(n.startswith("word/document") for n in names):
        return "docx"
    if any(n.startswith("xl/") for n in names):
        raise refuse(name, "is a spreadsheet, not a text document", _SAVE)
    if any(n.startswith("ppt/") for n in names):
        raise refuse(name, "is a presentation, not a text document", _SAVE)
    if "content.xml" in names:
        return "odt"
    if "[Content_Types].xml" in names:
        return "docx"
    raise refuse(name, "is a zip archive", "unpack it and add the files in it")


def _ole_format(path: Path, name: str) -> str:
    try:
        with olefile.OleFileIO(str(path)) as ole:
            names = {entry[0] for entry in ole.listdir()}
    except (OSError, ValueError, IndexError, KeyError, TypeError) as error:
        raise refuse(name, "is a damaged Office document", _SAVE_ANEW) from error
    if "WordDocument" in names:
        return "doc"
    if "EncryptedPackage" in names:
        raise refuse(name, "is protected by a password", "save a copy without the password and add that")
    if names & {"Workbook", "Book"}:
        raise refuse(name, "is a spreadsheet, not a text document", _SAVE)
    if "PowerPoint Document" in names:
        raise refuse(name, "is a presentation, not a text document", _SAVE)
    if any(n.startswith("__properties") for n in names):
        raise refuse(name, "is an Outlook message", _SAVE)
    raise refuse(name, "is an Office file of an unknown kind", _SAVE)
