"""A minute's reading text cut into blocks (paragraphs, list items) and sentences, with exact offsets.

The sentence is what an answer quotes; the block tells what a sentence leans on: the label of its bullet, the words
that lead a list in, the sentence before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

_ABBREVIATIONS = frozenset(
    "mr mrs ms miss dr prof rev revd sir cllr cllrs clr st ave rd no nos fig para paras approx dept ltd co inc plc vs "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun e.g i.e eg ie etc al "
    "viz cf hon gen col capt supt insp sgt con prop cpl sec ref tel ext min max govt corp assn ref".split()
)
#: What stands before the items of a list; hyphens and dashes besides.
BULLETS = "•●▪◦‣·■□➢✓○▫❖\uf0b7\uf0a7"
_ITEM = re.compile(
    rf"\s*(?:[-–—*o{BULLETS}]\s+|[-–—{BULLETS}](?=\w)|\(?(?:[ivxlc]{{1,5}}|[a-z]|\d{{1,2}})[.)]\s+)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…]+[\"'’”)\]]*(?=\s+[\"'‘“(\[£$€•]*[A-Z0-9]|\s*$)|\s+(?=[•●▪]\s)")
_LABEL = re.compile(r"\s*[^.!?;:\n]{2,70}?(?:\s[–—-]\s|:\s|–\s)")
_LONG = 420
_HEADING_WORDS = 9
_NO_HEADING = re.compile(
    r"(?:carried|lost|defeated|agreed|noted|resolved|unanimous|moved|seconded|proposed|action|by|for|against|present"
    r"|mr|mrs|ms|miss|dr|cllr|councillor)\b",
    re.IGNORECASE,
)

#: A line that stops where its list begins, without a colon: "covering areas such as".
_OPEN = re.compile(
    r"\b(?:such as|of|includ(?:e[sd]?|ing)|are|were|was|is|that|to|for|on|by|with|like|namely|as|follow(?:s|ing))$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or list item: ``text[start:end]``, of which ``label_end`` closes a leading label ("Playpark – ").

    ``content`` is where the words begin behind a bullet or "(ii)". ``lead`` is the index of the block that leads
    this list in ("The following points were made:"), or None; ``heading`` that of the heading inside the minute
    ("f) Active Travel") that it stands under, or None.
    """

    start: int
    end: int
    content: int
    label_end: int
    listed: bool
    lead: int | None = None
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]``, in block number ``block``."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks and sentences of one text, both in order; every word of the text is in one of them."""

    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]

    def of_block(self, block: int) -> list[int]:
        """Indexes of the sentences in ``block``."""
        return [at for at, sentence in enumerate(self.sentences) if sentence.block == block]

    def within(self, start: int, end: int) -> list[int]:
        """Indexes of the sentences that begin in ``start:end``."""
        return [at for at, sentence in enumerate(self.sentences) if start <= sentence.start < end]

    def at(self, offset: int) -> int | None:
        """Index of the sentence that ``offset`` lies in or behind, or None before the first."""
        found = bisect_right([sentence.start for sentence in self.sentences], offset) - 1
        return found if found >= 0 else None


def lay_out(text: str) -> Layout:
    """Cut ``text`` (paragraphs parted by blank lines, list items by single ones) into blocks and sentences."""
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    lead: int | None = None
    for line in re.finditer(r"[^\n]+", text):
        start, end = _trim(text, line.start(), line.end())
        if start == end:
            continue
        marker = _ITEM.match(text, start, end)
        content = marker.end() if marker else start
        if content >= end:
            continue
        label = _LABEL.match(text, content, end)
        blocks.append(Block(start, end, content, label.end() if label else content, marker is not None, None))
        if marker and lead is not None:
            blocks[-1] = _led(blocks[-1], lead)
        sentences.extend(Sentence(a, b, len(blocks) - 1) for a, b in _cut(text, start, content, end))
        if not marker:
            said = text[start:end].rstrip("-– ")
            leads = said.endswith((":", ";")) or _OPEN.search(said) or _is_heading(said)
            lead = len(blocks) - 1 if leads else None
    return Layout(tuple(_headed(text, blocks)), tuple(sentences))


def _headed(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks with the heading that each stands under: a few words without a stop, and a paragraph behind them."""
    heading: int | None = None
    headed = []
    for at, block in enumerate(blocks):
        in_list = at > 0 and block.lead is not None and blocks[at - 1].lead == block.lead
        if (
            at + 1 < len(blocks)
            and not in_list
            and _is_heading(text[block.content : block.end])
            and _is_prose(text, blocks[at + 1])
        ):
            heading = at
            headed.append(block)
        else:
            headed.append(replace(block, heading=heading))
    return headed


def _is_heading(text: str) -> bool:
    words = text.split()
    return (
        len(words) <= _HEADING_WORDS
        and text[:1].isupper()
        and text[-1:] not in ".,;:!?)–-"
        and "\t" not in text
        and "|" not in text
        and not _NO_HEADING.match(text)
    )


def _is_prose(text: str, block: Block) -> bool:
    said = text[block.content : block.end]
    return len(said.split()) > _HEADING_WORDS and said.rstrip("\"'’”)").endswith((".", ":", ";", "?"))


def _led(block: Block, lead: int) -> Block:
    return Block(block.start, block.end, block.content, block.label_end, block.listed, lead)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut(text: str, start: int, content: int, end: int) -> list[tuple[int, int]]:
    """Sentence ranges of one block; the bullet or label "(ii)" stays with its first sentence."""
    cuts = [m.end() for m in _STOP.finditer(text, content, end) if m.end() < end and not _abbreviated(text, m.start())]
    ranges = []
    for a, b in zip([start, *cuts], [*cuts, end], strict=True):
        a, b = _trim(text, a, b)
        if a < b:
            ranges.extend(_cut_long(text, a, b))
    return ranges


def _abbreviated(text: str, stop: int) -> bool:
    """Is the full stop at ``stop`` part of an abbreviation, an initial or a number ("No. 5", "J. Smith")?"""
    if text[stop : stop + 1] != ".":
        return False
    before = re.search(r"[\w.&]+$", text[max(0, stop - 12) : stop])
    if before is None:
        return False
    word = before.group().lower()
    if word in ("no", "nos", "min", "max", "sun", "sat", "mon", "sec", "co", "con", "prop", "col"):
        following = text[stop + 1 : stop + 4].strip()
        return word in ("no", "nos") and following[:1].isdigit() or word in ("prop", "co", "con", "col")
    return word in _ABBREVIATIONS or re.fullmatch(r"[a-z](\.[a-z])*", word) is not None and word not in ("p.m", "a.m")


def _cut_long(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A very long sentence is quoted in its clauses, cut at semicolons."""
    if end - start <= _LONG:
        return [(start, end)]
    cuts = [m.end() for m in re.finditer(r";\s+", text[start:end])]
    ranges, at = [], start
    for cut in cuts:
        if start + cut - at >= 80 and end - start - cut >= 40:
            ranges.append(_trim(text, at, start + cut))
            at = start + cut
    return [*ranges, _trim(text, at, end)]
