"""A minute read once for evidence: its layout and, sentence by sentence, the stems that it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.coverage import Term, matches, stems_in
from assistant.sentences import Layout, lay_out
from assistant.terms import STOP_WORDS, Word, words_of

_LABEL, _BLOCK, _LEAD, _BESIDE, _TITLE, _HEADING, _MINUTE = 0.95, 0.8, 0.6, 0.55, 0.8, 0.8, 0.35
Degrees = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ReadMinute:
    """Layout of a minute's text; the stems of each sentence (as a set, and in order), block label and title;
    ``words`` are those of each sentence,
    ``members`` the sentences of each block."""

    text: str
    layout: Layout
    sentences: tuple[frozenset[str], ...]
    order: tuple[tuple[str, ...], ...]
    words: tuple[tuple[Word, ...], ...]
    labels: tuple[frozenset[str], ...]
    members: tuple[tuple[int, ...], ...]
    title: frozenset[str]

    def sentence(self, at: int) -> str:
        """The text of one sentence."""
        one = self.layout.sentences[at]
        return self.text[one.start : one.end]

    def block(self, at: int) -> str:
        """The text of one paragraph or list item."""
        one = self.layout.blocks[at]
        return self.text[one.start : one.end]


@lru_cache(maxsize=20_000)
def read_minute(text: str, title: str) -> ReadMinute:
    """Reading does not depend on the question, so what was read once is remembered."""
    layout = lay_out(text)
    words = tuple(words_of(text[one.start : one.end]) for one in layout.sentences)
    order = tuple(tuple(word.stem for word in own if word.word not in STOP_WORDS) for own in words)
    members: list[list[int]] = [[] for _ in layout.blocks]
    for at, sentence in enumerate(layout.sentences):
        members[sentence.block].append(at)
    return ReadMinute(
        text,
        layout,
        tuple(frozenset(stems) for stems in order),
        order,
        words,
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


def match_minute(read: ReadMinute, terms: Sequence[Term]) -> Matched:
    """Match every sentence; what its bullet's label, block, neighbours, lead, heading or title say counts for less."""
    direct = [matches(terms, stem_set) for stem_set in read.sentences]
    layout = read.layout
    count = len(terms)
    blocks = []
    for at, label in enumerate(read.labels):
        own = [direct[s] for s in read.members[at]]
        blocks.append(_best(count, (matches(terms, label), 1.0), *((d, 1.0) for d in own)))
    title = matches(terms, read.title)
    minute = _best(count, (title, 1.0), *((block, 1.0) for block in blocks))
    whole = []
    for at, sentence in enumerate(layout.sentences):
        block = layout.blocks[sentence.block]
        leaned = [
            (direct[at], 1.0),
            (matches(terms, read.labels[sentence.block]), _LABEL),
            (blocks[sentence.block], _BLOCK),
        ]
        if block.lead is not None:
            leaned.append((blocks[block.lead], _LEAD))
        if block.heading is not None:
            leaned.append((blocks[block.heading], _HEADING))
        leaned += [(direct[near], _BESIDE) for near in (at - 1, at + 1) if 0 <= near < len(direct)]
        whole.append(_best(count, *leaned, (title, _TITLE), (minute, _MINUTE)))
    return Matched(tuple(direct), tuple(whole), tuple(blocks), title, minute)


def _best(count: int, *degrees: tuple[Degrees, float]) -> Degrees:
    return tuple(max((d[at] * share for d, share in degrees), default=0.0) for at in range(count))
