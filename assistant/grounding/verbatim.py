"""Where a statement keeps to the minute's own words, whatever it changes, adds or moves tells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from assistant.grounding.alignment import EXACT, Alignment, Scores
from assistant.grounding.binding import sort_of
from assistant.grounding.denial import denials
from assistant.grounding.lexicon import contraries, outcome_classes, reach_classes
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
    follow = np.array([_SIGN if _is_sign(one) else weigh for one, weigh in zip(tokens, worth, strict=True)])
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


def verbatim_doubts(alignment: Alignment) -> dict[str, float]:
    """What a statement close to the minute's words changes; all 0 where it is a free paraphrase."""
    thread, tokens = thread_of(alignment), alignment.statement.tokens
    close = float(np.clip((thread.share - _LOOSE) / (_CLOSE - _LOOSE), 0.0, 1.0))
    lost = [at for at in range(len(tokens)) if at not in thread.kept]
    passed = {sort_of(thread.words[to]) for to in thread.skipped if _is_sign(thread.words[to])}
    counts = {
        "close_sign_moved": sum(sort_of(tokens[at]) in passed and alignment.home[at] >= EXACT for at in lost),
        "close_word_moved": sum(_is_word(tokens[at]) and alignment.home[at] >= EXACT for at in lost),
        "close_word_new": sum(_is_word(tokens[at]) and alignment.anywhere[at] < EXACT for at in lost),
        "close_word_odd": sum(_is_word(tokens[at]) and alignment.anywhere[at] < 0.55 for at in lost),
        "close_denial": sum(no and at in lost for at, no in enumerate(denials(tokens))),
        "close_denial_lost": sum(thread.denying[to] for to in thread.skipped),
        "close_reach": sum(tokens[at].low in reach_classes() for at in lost),
        "close_reach_lost": sum(thread.words[to].low in reach_classes() for to in thread.skipped),
        "close_outcome": sum(tokens[at].stem in outcome_classes() for at in lost),
        "close_outcome_lost": sum(thread.words[to].stem in outcome_classes() for to in thread.skipped),
        "close_sign_lost": sum(_is_sign(thread.words[to]) for to in thread.skipped),
    }
    doubts = {name: close * min(count, 2) / 2 for name, count in counts.items()} | {"loose": 1 - close}
    return doubts | edit_doubts(alignment, thread)


def edit_doubts(alignment: Alignment, thread: Thread) -> dict[str, float]:
    """What stands in the statement where the minute, between the same neighbouring words, has something else.

    Local, so that it tells in a paraphrase too: each doubt counts as far as the three words on both sides are kept.
    """
    tokens = alignment.statement.tokens
    denying = denials(tokens)
    doubts = dict.fromkeys(("edit_word", "edit_value", "edit_name", "edit_denial", "edit_outcome", "edit_contrary", "edit_reach", "edit_added"), 0.0)
    put: set[tuple[str, str]] = set()
    for run, gap in _edits(thread, len(tokens)):
        sides = [at for at in (*range(run[0] - 3, run[0]), *range(run[-1] + 1, run[-1] + 4)) if 0 <= at < len(tokens)]
        kept = sum(at in thread.kept or alignment.home[at] >= 0.95 for at in sides)
        close = max(0.0, 2 * kept / max(len(sides), 3) - 1)
        found = dict.fromkeys(doubts, 0.0)
        for at in run:
            best = max((float(thread.similar[at, to]) for to in gap), default=0.0)
            if _is_sign(tokens[at]):
                rival = any(sort_of(thread.words[to]) == sort_of(tokens[at]) for to in gap)
                name = "edit_name" if tokens[at].kind == "name" else "edit_value"
                found[name] = max(found[name], float(rival and best < EXACT))
                put.update((tokens[at].low, thread.words[to].low) for to in gap if _is_sign(thread.words[to]))
            elif _is_word(tokens[at]):
                name = "edit_word" if any(thread.words[to].tells for to in gap) else "edit_added"
                found[name] = max(found[name], 1 - max(best, float(alignment.anywhere[at]) if name == "edit_added" else 0.0))
        found["edit_denial"] = float(any(denying[at] for at in run) != any(thread.denying[to] for to in gap))
        found["edit_outcome"] = _differs(outcome_classes(), [tokens[at].stem for at in run], [thread.words[to].stem for to in gap])
        found["edit_contrary"] = float(
            any(_exclude(tokens[at].stem, thread.words[to].stem) for at in run for to in gap if _is_word(tokens[at]))
        )
        found["edit_reach"] = _differs(reach_classes(), [tokens[at].low for at in run], [thread.words[to].low for to in gap])
        for name, value in found.items():
            doubts[name] = max(doubts[name], close * value)
    exchanged = any((there, here) in put for here, there in put if here != there)
    return doubts | _dropped(thread) | {"edit_exchanged": float(exchanged)}


_PART = frozenset(("half", "third", "quarter", "some", "part", "partly", "only", "most", "certain", "several", "possible"))


def _dropped(thread: Thread) -> dict[str, float]:
    """Denials, and words that take something back, that the statement leaves out between words that it keeps."""
    doubts = {"dropped_denial": 0.0, "dropped_part": 0.0}
    before = [(thread.pairs[0][0] - 1, thread.pairs[0][1] - 3)] if thread.pairs else []
    for (at, to), (then, there) in pairwise([*before, *thread.pairs]):
        gap = range(max(0, to + 1), there)
        if then != at + 1 or len(gap) > 4:
            continue
        if any(thread.denying[one] for one in gap):
            doubts["dropped_denial"] = 1.0
        if any(thread.words[one].low in _PART for one in gap):
            doubts["dropped_part"] = 1.0
    return doubts


def _edits(thread: Thread, length: int) -> list[tuple[list[int], list[int]]]:
    """Runs of words outside the thread, each with the minute's words between the same neighbours (at most a few more)."""
    bounds = [(-1, -1), *thread.pairs, (length, len(thread.words))]
    found = []
    for (at, to), (then, there) in pairwise(bounds):
        run, gap = list(range(at + 1, then)), list(range(to + 1, there))
        if at < 0:
            gap = gap[-len(run) - 2 :]
        elif then == length:
            gap = gap[: len(run) + 2]
        if run and len(gap) <= len(run) + 4:
            found.append((run, gap))
    return found


def _differs(classes: Mapping[str, frozenset[str]], said: Sequence[str], borne: Sequence[str]) -> float:
    """Does the statement have a class here where the minute has none of its kind?"""
    mine = [classes[one] for one in said if one in classes]
    other = frozenset(kind for one in borne for kind in classes.get(one, ()))
    return float(any(one.isdisjoint(other) for one in mine))


def _exclude(said: str, borne: str) -> bool:
    """Are two words opposites, or outcomes of different kinds ("approved" where the minute has "noted")?"""
    mine, other = outcome_classes().get(said), outcome_classes().get(borne)
    return borne in contraries().get(said, ()) or bool(mine and other and mine.isdisjoint(other))


def _is_sign(token: Token) -> bool:
    return token.kind in ("name", "value", "month", "weekday")


def _is_word(token: Token) -> bool:
    return token.kind == "word" and token.tells
