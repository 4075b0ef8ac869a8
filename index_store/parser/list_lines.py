"""The reading text of an attendance record in the lines that its lists have."""

from __future__ import annotations

import re

from index_store.models import MappedText
from index_store.parser.list_headings import is_prose, read_heading
from index_store.parser.names import TITLE, split_title
from index_store.people_columns import is_open
from index_store.posts import SERVES, begins_alone

_DESCRIBED = re.compile(r"\([^()]{4,}\)(?:[,;.]|$| and\b)|\([A-Z]{1,2}\.?\)[,;.]")
"""What somebody is, or the initials that tell namesakes apart, in brackets that a wrapped line leaves to the next."""
_CURLY = str.maketrans("{}", "()")
_LINE_BREAK = re.compile(r"\n(?<!\n\n)(?!\n)")
_OPENS = re.compile(r"(?i:an? )?(?i:apolog(?:y|ies)\b)|[-–•*·\d]|\(\w{1,3}\)|[^\W\d_][\w ()/’'&-]{2,40}:|[A-Z]{4}")
_OPEN_END = re.compile(r"(?:\s(?:and|&|agus|Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|[A-Z](?:[. ]+[A-Z])*)\.?)$")
_FORENAME = re.compile(r", (?:(?P<initials>(?:[A-Z]\.? ?)+)|[A-Z][a-z]+)$")
"""A name of which only the forename fits in the line."""
_TITLED_FORENAME = re.compile(rf"\b(?P<title>{TITLE})\.? [A-Z][\w’'-]+ [A-Z][\w’'-]+, (?P=title)\.? [A-Z][a-z]+$")
"""The same behind a title, where the one before has forename and surname: "Cr Ann Ash, Cr Bob"."""
_TITLED_INITIAL = re.compile(rf", (?:{TITLE})\.? (?:[A-Z]\.? ?)+$")
"""Initials alone behind a title, which are no whole name: "Cllr A. Ash, Cllrs B."."""
_NEXT_MEMBER = re.compile(
    r"(?<=in the Chair) (?=(?:(?:District|County|Borough|City|Town|Parish) )?(?:Councillor|Cllr)\.? [A-Z])"
)
_TITLED_ALONE = re.compile(r"(?:(?:District|County|Borough|City|Town|Parish) )?(?:Councillor|Cllr)\.? [A-Z][\w’'-]+")
_SURNAME_BELOW = re.compile(
    r"[A-Z][\w’'-]+(?=$|\n| [–-] | \(| (?:Councillor|Cllr|District|County|Borough)\b)", re.MULTILINE
)
"""The surname below a title and forename that fill a narrow cell."""
_SURNAME = re.compile(r"[A-Z][\w’'-]+(?:\s*[(,;.]| and\b|$)")
_INITIALLED = re.compile(r"\([A-Z][A-Za-z-]{1,4}\)$")
"""The end of a line of a list in which each name has its initials in brackets."""
_NARROW = 60
_LINES, _FULL = 3, 0.85


def with_rows(mapped: MappedText) -> str:
    """The reading text in the lines that an attendance list has; offsets stay.

    Line breaks that cleaning took out between rows of columns are back, those in the middle of a run of names are out.
    """
    text = mapped.text.translate(_CURLY) if "{" in mapped.text or "}" in mapped.text else mapped.text
    if "\t" in text:
        text = _with_columns(text, mapped)
    blocks = text.split("\n\n")
    longest = max((len(line) for line in text.split("\n")), default=0)
    lines = "\n\n".join(_mended(block, _width(block, longest)) for block in blocks)
    return "\n".join(_apart(line) for line in lines.split("\n"))


def _apart(line: str) -> str:
    """A line put together from a column of members, without whoever is said to be in the chair: nothing parts them."""
    return _NEXT_MEMBER.sub("\n", line) if "in the Chair " in line else line


def _mended(block: str, width: int) -> str:
    if "\n" not in block:
        return block
    return _LINE_BREAK.sub(lambda found: " " if _runs_on(block, found.start(), width) else "\n", block)


def _width(block: str, longest: int) -> int:
    """How long the full lines of a block are; ``longest`` where it is too short to tell.

    One line that is longer than all others was put together from two.
    """
    if block.count("\n") < _LINES:
        return longest
    sizes = sorted(map(len, block.split("\n")))
    full = sum(size >= _FULL * sizes[-2] for size in sizes)
    return sizes[-2] if full >= _LINES and sizes[-2] > _NARROW else longest


def _with_columns(text: str, mapped: MappedText) -> str:
    ends = [at + length for at, _, length in mapped.runs[:-1]]
    mended = [end for end, (start, _, _) in zip(ends, mapped.runs[1:], strict=True) if text[end:start] == " "]
    edges = sorted({-1, len(text), *mended, *(found.start() for found in re.finditer("\n", text))})
    tabbed = {edge: "\t" in text[edge + 1 : after] for edge, after in zip(edges, edges[1:], strict=False)}
    before = dict(zip(edges[1:], edges, strict=False))
    pieces, at = list[str](), 0
    for end in mended:
        cell = text[before[end] + 1 : end].rpartition("\t")[2]
        if is_open(cell) or (_TITLED_ALONE.fullmatch(cell) and _SURNAME_BELOW.match(text, end + 1)):
            continue
        if tabbed.get(end) or tabbed.get(before[end]) or _INITIALLED.search(text, before[end] + 1, end):
            pieces += (text[at:end], "\n")
            at = end + 1
    return "".join((*pieces, text[at:]))


def _runs_on(text: str, at: int, longest: int) -> bool:
    """Whether a run of names goes on behind the line break at ``at``: it ends open, or is full to the edge."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    stop = text.find("\n", at + 1)
    after = text[at + 1 : stop if stop >= 0 else len(text)].lstrip()
    if after.startswith("(") and "\t" not in after and "|" not in line and _DESCRIBED.match(after):
        return "," in line or ":" in line
    forename = _FORENAME.search(line)
    last = line.rsplit("\t", 1)[-1] if "\t" in line else ""
    if (
        forename
        and "|" not in line
        and not (last and last.count(",") < 2)
        and _SURNAME.match(after)
        and (forename["initials"] or "(" in line)
    ):
        return True
    if "|" not in line and "\t" not in after and _cut_short(last, after):
        return True
    if "\t" in line or "\t" in after or "|" in line or not after or _OPENS.match(after) or begins_alone(after):
        return False
    if after.startswith(("and ", "& ", "agus ")):
        return "," in line or "(" in line
    parts = line.count(",") + line.count(";")
    if line.endswith((",", ";")):
        return parts > 2 and read_heading(after) is None
    if _OPEN_END.search(line) or line.count("(") > line.count(")"):
        return len(line) > 30 or line.endswith(("and", "&"))
    if parts and (split_title(after)[0] is not None or SERVES.match(after)):
        return False
    listed = parts > 1 and line[-1:] not in ".:" and read_heading(after) is None and not is_prose(after)
    return listed and longest > _NARROW and len(line) + 1 + len(after.split(" ", 1)[0]) >= longest


def _cut_short(run: str, after: str) -> bool:
    """Whether a run of names behind its label ends inside somebody's brackets or name: "Cr Ann Ash, Cr Bob"."""
    if run.count("(") > run.count(")"):
        return "," in run and ")" in after
    return (_TITLED_FORENAME.search(run) or _TITLED_INITIAL.search(run)) is not None and bool(_SURNAME.match(after))
