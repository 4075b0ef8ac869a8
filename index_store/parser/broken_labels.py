"""Labels of an attendance list whose second word stands in the next line, before the next names.

"Staff    Ann Ash, Clerk; Mark" over "Present: Oakley, Treasurer" is "Staff Present: Ann Ash, Clerk; Mark Oakley,
Treasurer".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from index_store.models import MappedText
from index_store.parser.names import read_person

_BROKEN = re.compile(
    r"^[ \t]*(?P<who>(?:OTHERS|Others) (?:IN|in|In)(?=[^\n]+\n[ \t]*ATTENDANCE)|"
    r"Staff|Council|Members|Officers|Officials|Others|Also|Guests|Public)[ \t]+"
    r"(?=[A-Z])[^\n:]+(?P<names>)"
    r"\n[ \t]*(?P<came>Present|Attending|In Attendance|Attendance|ATTENDANCE|PRESENT)[ \t]*:(?=[ \t]*[A-Z])",
    re.MULTILINE,
)
_TWIN = re.compile(
    r"^[ \t]*(?P<who>[^\W\d_][^\n\t:/]{2,30} ?/)(?=[ \t]*\t)[^\n]+(?P<names>)\n"
    r"[ \t]*(?P<came>[A-Z][\w ]{3,25}):(?=[ \t]*[A-Z])",
    re.MULTILINE,
)
"""A label in two languages, one above the other: "I bhFreastal /   Ann Ash" over "In Attendance:   Bob Birch"."""
_NARROW = re.compile(
    r"^[ \t]*(?P<who>In|Also in|Also|Staff|Officers|Others|Members) ?\t(?=[A-Z])[^\n:]+?(?P<names>)"
    r"[ \n](?P<came>[Aa]ttendance|[Pp]resent|[Aa]ttending)(?::(?=[ \t])|(?=[ \t]+[(A-Z]))",
    re.MULTILINE,
)
"""A label over two lines of a narrow column, the second of which stands among the names: "In   Ann Ash (Clerk), Bob
Birch attendance (Planner)"."""
_GLUED = re.compile(r"(?<=[a-z)])(?<!\bMc)(?<!Mac)(?=(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr)\.? [A-Z])")
_OFFICES = re.compile(
    r"(?:^|(?<=[\w.)]))[ \t]*\b(?:(?P<chair>[Cc]haired)|[Cc]lerked) by\b:?[ \t]*(?=[A-Z])", re.MULTILINE
)
"""Who chaired and who served as the clerk, in one line: "Chaired by Ann Ash   Clerked by Bob Birch"."""
_TITLES = ("Mr ", "Mr.", "Mrs", "Ms ", "Ms.", "Miss", "Dr ", "Dr.", "Prof", "Cllr")
_CAME = ("resent", "ttend", "RESENT", "TTEND")


def with_whole_labels(text: MappedText) -> MappedText:
    """``text`` with both words of each such label before its first name; what is put in has no place in the source."""
    if "/\t" in text.text or "/ \t" in text.text:
        text = _mended(text, _TWIN)
    if "lerked by" in text.text:
        text = _with_offices(text)
    if not any(word in text.text for word in _CAME):
        return text
    return _mended(_mended(text, _NARROW), _BROKEN)


def _with_offices(text: MappedText) -> MappedText:
    pieces, at = list[MappedText | str](), 0
    for found in _OFFICES.finditer(text.text):
        pieces += (text.slice(at, found.start()), "\nChair: " if found["chair"] else "\nClerk: ")
        at = found.end()
    return _together([*pieces, text.slice(at, len(text.text))]) if pieces else text


def with_titles_apart(text: MappedText) -> MappedText:
    """``text`` with the line breaks between people that got lost: "Mrs B BirchProf C Cole", "(till 9)Mr D Dent"."""
    if not any(title in text.text for title in _TITLES):
        return text
    pieces, at = list[MappedText | str](), 0
    for found in _GLUED.finditer(text.text):
        pieces += (text.slice(at, found.start()), "\n")
        at = found.start()
    return _together([*pieces, text.slice(at, len(text.text))]) if pieces else text


def _mended(text: MappedText, pattern: re.Pattern[str]) -> MappedText:
    pieces, at = list[MappedText | str](), 0
    for found in pattern.finditer(text.text):
        first = text.slice(found.end("who"), found.end("names"))
        begun = read_person(re.split("[,;(\n]", text.text[found.end() :], maxsplit=1)[0]) is None
        pieces += (text.slice(at, found.end("who")), f" {found['came']}:", first, "" if begun else "\n")
        at = found.end()
        if begun and text.text.startswith("\t", at):  # the name goes on, and in the same column
            pieces.append(replace(text.slice(at, at + 1), text=" "))
            at += 1
    return _together([*pieces, text.slice(at, len(text.text))]) if pieces else text


def _together(pieces: Iterable[MappedText | str]) -> MappedText:
    parts, runs, length = list[str](), list[tuple[int, int, int]](), 0
    for piece in pieces:
        words = piece if isinstance(piece, str) else piece.text
        if isinstance(piece, MappedText):
            runs += ((at + length, source, size) for at, source, size in piece.runs)
        parts.append(words)
        length += len(words)
    return MappedText("".join(parts), tuple(runs))
