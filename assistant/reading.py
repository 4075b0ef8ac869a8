"""A minute read once for evidence: its layout and, sentence by sentence, the stems that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from assistant.coverage import Measure, stems_in
from assistant.sentences import Layout, lay_out
from assistant.terms import stems_in_order

_LABEL, _BLOCK, _LEAD, _BESIDE, _TITLE, _HEADING, _MINUTE = 0.95, 0.8, 0.6, 0.55, 0.8, 0.8, 0.35
Degrees = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReadMinute:
    """Layout of a minute's text; the stems of each sentence (as a set, and in order), block label and title;
    ``texts`` are those of each sentence, ``lengths`` how many words each has, ``members`` the sentences of each
    block."""

    text: str
    layout: Layout
    texts: tuple[str, ...]
    sentences: tuple[frozenset[str], ...]
    order: tuple[tuple[str, ...], ...]
    lengths: tuple[int, ...]
    labels: tuple[frozenset[str], ...]
    members: tuple[tuple[int, ...], ...]
    title: frozenset[str]

    def sentence(self, at: int) -> str:
        """The text of one sentence."""
        return self.texts[at]

    def block(self, at: int) -> str:
        """The text of one paragraph or list item."""
        one = self.layout.blocks[at]
        return self.text[one.start : one.end]


@lru_cache(maxsize=20_000)
def read_minute(text: str, title: str) -> ReadMinute:
    """Reading does not depend on the question, so what was read once is remembered."""
    layout = lay_out(text)
    texts = tuple(text[one.start : one.end] for one in layout.sentences)
    said = stems_in_order(texts)
    order = tuple(tuple(stems) for stems, _ in said)
    members: list[list[int]] = [[] for _ in layout.blocks]
    for at, sentence in enumerate(layout.sentences):
        members[sentence.block].append(at)
    return ReadMinute(
        text,
        layout,
        texts,
        tuple(frozenset(stems) for stems in order),
        order,
        tuple(length for _, length in said),
        tuple(stems_in(text[one.content : one.label_end]) for one in layout.blocks),
        tuple(tuple(own) for own in members),
        stems_in(title),
    )


@dataclass(frozen=True, slots=True)
class Matched:
    """How well each sentence matches each term: ``direct`` by its own words, ``whole`` with what it leans on."""

    direct: tuple[Degrees, ...]
    whole: tuple[Degrees, ...]
    blocks: tuple[Degrees, ...]
    title: Degrees
    minute: Degrees


def match_minute(read: ReadMinute, measure: Measure) -> Matched:
    """Match every sentence; what its bullet's label, block, neighbours, lead, heading or title say counts for less."""
    direct = [measure.degrees(stem_set) for stem_set in read.sentences]
    labels = [measure.degrees(label) for label in read.labels]
    blocks = [_best(label, *(direct[s] for s in own)) for label, own in zip(labels, read.members, strict=True)]
    title = measure.degrees(read.title)
    minute = _best(title, *blocks)
    leaned = []
    for block, label, said in zip(read.layout.blocks, labels, blocks, strict=True):
        parts = [_part(label, _LABEL), _part(said, _BLOCK), _part(title, _TITLE), _part(minute, _MINUTE)]
        if block.lead is not None:
            parts.append(_part(blocks[block.lead], _LEAD))
        if block.heading is not None:
            parts.append(_part(blocks[block.heading], _HEADING))
        leaned.append(_best(*parts))
    beside = [_part(degrees, _BESIDE) for degrees in direct]
    whole = tuple(
        _best(direct[at], leaned[sentence.block], *beside[max(0, at - 1) : at], *beside[at + 1 : at + 2])
        for at, sentence in enumerate(read.layout.sentences)
    )
    return Matched(tuple(direct), whole, tuple(blocks), title, minute)


def _part(degrees: Degrees, share: float) -> Degrees:
    return tuple(degree * share for degree in degrees)


def _best(*degrees: Degrees) -> Degrees:
    return tuple(map(max, *degrees)) if len(degrees) > 1 else degrees[0]
