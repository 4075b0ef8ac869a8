"""Zipped documents (DOCX, ODT): their XML parts, unzipped and parsed within bounds."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from types import TracebackType
from zipfile import BadZipFile, ZipFile

from lxml import etree

from index_store.readers.limits import MAX_PART_BYTES
from index_store.readers.refusal import refuse

_DAMAGE = (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError)
_MEND = "open it in its program, save it anew and add that"


class Parts:
    """The parts of one zipped document. Every error is an UnreadableFile that names the document."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._zip = ZipFile(path)
        except _DAMAGE as error:
            raise refuse(name, "is a damaged or incomplete document", _MEND) from error

    def __enter__(self) -> Parts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    def data(self, part: str) -> bytes:
        """The bytes of ``part``; refuses one that is missing, encrypted, damaged or beyond the bound."""
        info = self._zip.NameToInfo.get(part)
        if info is None:
            raise refuse(self.name, f"lacks its part {part}", _MEND)
        if info.flag_bits & 1:
            raise refuse(self.name, "is protected by a password", "save a copy without the password and add that")
        if info.file_size > MAX_PART_BYTES:
            raise refuse(self.name, f"unpacks to more than {MAX_PART_BYTES // 2**20} MB", "split it into smaller files")
        try:
            with self._zip.open(info) as file:
                return file.read(MAX_PART_BYTES + 1)
        except (*_DAMAGE, RuntimeError, OSError) as error:
            raise refuse(self.name, "is damaged", _MEND) from error

    def xml(self, part: str) -> etree._Element:
        """The root of ``part``. Entities are not expanded, nothing is fetched; slightly broken XML is mended."""
        data = self.data(part)
        for recover in (False, True):
            parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=recover, remove_comments=True)
            try:
                root = etree.fromstring(data, parser)
            except (etree.XMLSyntaxError, ValueError):
                continue
            if root is not None:
                return root
        raise refuse(self.name, f"has a damaged part {part}", _MEND)
