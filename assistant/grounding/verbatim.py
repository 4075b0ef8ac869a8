"""Where a statement keeps to the minute's own words, whatever it changes, adds or moves tells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assistant.grounding.alignment import EXACT, Alignment, Scores
from assistant.grounding.binding import sort_of
from assistant.grounding.denial import denials
from assistant.grounding.lexicon import outcome_classes, reach_classes
from assistant.grounding.tokens import Token

_GRAMMAR = 0.15
# The thread follows the words round a figure or name, so that one put in another's place stands out.
_SIGN = 0.14
_LOOSE, _CLOSE = 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Thread:
    """The longest run of words, in order, that statement and minute share.

    ``kept`` are its places in the statement; ``words`` all words of the window, ``skipped`` those that the thread
    passes over between its first and last word; ``share`` how much of the statement is in it.
    """

    kept: frozenset[int]
    pairs: tuple[tuple[int, int], ...]
    words: tuple[Token, ...]
    skipped: tuple[int, ...]
    denying: tuple[bool, ...]
    similar: Scores
    share: float


def thread_of(alignment: Alignment) -> Thread:
    """Follow the statement through the sentences that are home to its parts."""
    tokens = alignment.statement.tokens
    units = alignment.window
    words = tuple(word for unit in units for word in alignment.minute.units[unit].tokens)
    denying = tuple(no for unit in units for no in denials(alignment.minute.units[unit].tokens))
    worth = np.array([1.0 if one.tells else _GRAMMAR for one in tokens])
    total = max(float(worth.sum()), 1e-6)
    if not words:
        return Thread(frozenset(), (), (), (), (), np.zeros((len(tokens), 0)), 0.0)
    table = np.concatenate([alignment.similar[unit] for unit in units], axis=1)
    follow = np.array([_SIGN if is_sign(one) else weigh for one, weigh in zip(tokens, worth, strict=True)])
    pairs = _common(table >= 0.95, follow)
    kept = frozenset(at for at, _ in pairs)
    there = {to for _, to in pairs}
    inside = range(min(there, default=0), max(there, default=0))
    skipped = tuple(to for to in inside if to not in there)
    share = float(worth[list(kept)].sum()) / total if kept else 0.0
    return Thread(kept, tuple(pairs), words, skipped, denying, table, share)


def _common(
    same: np.ndarray[tuple[int, int], np.dtype[np.bool_]], worth: np.ndarray[tuple[int], np.dtype[np.float64]]
) -> list[tuple[int, int]]:
    """The heaviest common subsequence, as (statement, minute) places; of equal ones the most compact."""
    rows, columns = same.shape
    best = np.zeros((rows + 1, columns + 1))
    for at in range(rows - 1, -1, -1):
        ahead = best[at + 1]
        gains = np.where(same[at], ahead[1:] + worth[at], 0.0)
        options = np.maximum(ahead[:-1], gains)
        best[at, :-1] = np.maximum.accumulate(options[::-1])[::-1]
    pairs, to = [], 0
    for at in range(rows):
        if best[at, to] <= best[at + 1, to]:
            continue
        while best[at, to + 1] >= best[at, to]:
            to += 1
        if same[at, to]:
            pairs.append((at, to))
            to += 1
    return pairs


def verbatim_doubts(alignment: Alignment, thread: Thread) -> dict[str, float]:
    """What a statement close to the minute's words changes; all 0 where it is a free paraphrase."""
    tokens = alignment.statement.tokens
    close = float(np.clip((thread.share - _LOOSE) / (_CLOSE - _LOOSE), 0.0, 1.0))
    lost = [at for at in range(len(tokens)) if at not in thread.kept]
    passed = {sort_of(thread.words[to]) for to in thread.skipped if is_sign(thread.words[to])}
    counts = {
        "close_sign_moved": sum(sort_of(tokens[at]) in passed and alignment.home[at] >= EXACT for at in lost),
        "close_word_moved": sum(is_word(tokens[at]) and alignment.home[at] >= EXACT for at in lost),
        "close_word_new": sum(is_word(tokens[at]) and alignment.anywhere[at] < EXACT for at in lost),
        "close_word_odd": sum(is_word(tokens[at]) and alignment.anywhere[at] < 0.55 for at in lost),
        "close_denial": sum(no and at in lost for at, no in enumerate(denials(tokens))),
        "close_denial_lost": sum(thread.denying[to] for to in thread.skipped),
        "close_reach": sum(tokens[at].low in reach_classes() for at in lost),
        "close_reach_lost": sum(thread.words[to].low in reach_classes() for to in thread.skipped),
        "close_outcome": sum(tokens[at].stem in outcome_classes() for at in lost),
        "close_outcome_lost": sum(thread.words[to].stem in outcome_classes() for to in thread.skipped),
        "close_sign_lost": sum(is_sign(thread.words[to]) for to in thread.skipped),
    }
    return {name: close * min(count, 2) / 2 for name, count in counts.items()} | {"loose": 1 - close}


def is_sign(token: Token) -> bool:
    return token.kind in ("name", "value", "month", "weekday")


def is_word(token: Token) -> bool:
    return token.kind == "word" and token.tells
