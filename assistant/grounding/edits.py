"""What a statement puts in the place of the minute's words, between neighbours that it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from assistant.grounding.alignment import EXACT, Alignment
from assistant.grounding.binding import sort_of
from assistant.grounding.denial import denials
from assistant.grounding.lexicon import contraries, outcome_classes, reach_classes, word_set
from assistant.grounding.tokens import Token
from assistant.grounding.verbatim import Thread, is_sign, is_word

_NAMES = (
    "edit_word",
    "edit_added",
    "edit_value",
    "edit_name",
    "edit_denial",
    "edit_outcome",
    "edit_contrary",
    "edit_reach",
    "edit_not",
)
_PART = word_set("half third quarter some part partly only most certain several possible")
_NOT = word_set("not no never cannot nobody none nothing neither nor")
_SIDE = 3
Edit = tuple[list[int], list[int]]


def edit_doubts(alignment: Alignment, thread: Thread) -> dict[str, float]:
    """Doubts about each place where statement and minute differ between the same neighbours, the worst of each kind.

    Local, so that it tells in a paraphrase too: a doubt counts as far as the three words on both sides are kept.
    """
    tokens = alignment.statement.tokens
    doubts = dict.fromkeys(_NAMES, 0.0)
    put: set[tuple[str, str]] = set()
    for edit in _edits(thread, len(tokens)):
        close = _closeness(alignment, thread, edit[0])
        for name, value in (_words_put(alignment, thread, edit) | _claims_put(alignment, thread, edit)).items():
            doubts[name] = max(doubts[name], close * value)
        put |= _signs_put(alignment, thread, edit)
    exchanged = any((there, here) in put for here, there in put if here != there)
    dropped = _dropped(thread)
    otherwise = any(no and one.low != "yet" for no, one in zip(denials(tokens), tokens, strict=True))
    doubts["edit_not"] = max(doubts["edit_not"], 0.0 if otherwise else dropped["edit_not"])
    del dropped["edit_not"]
    return doubts | dropped | {"edit_exchanged": float(exchanged)}


def _closeness(alignment: Alignment, thread: Thread, run: Sequence[int]) -> float:
    """How far the words on both sides of a run keep to the minute: 1 where all do, 0 where half or fewer do."""
    around = (*range(run[0] - _SIDE, run[0]), *range(run[-1] + 1, run[-1] + 1 + _SIDE))
    sides = [at for at in around if 0 <= at < len(alignment.statement.tokens)]
    kept = sum(at in thread.kept or bool(alignment.home[at] >= 0.95) for at in sides)
    return max(0.0, 2 * kept / max(len(sides), _SIDE) - 1)


def _words_put(alignment: Alignment, thread: Thread, edit: Edit) -> dict[str, float]:
    """Figures and names in the place of others of their sort; words unlike those in whose place they stand."""
    tokens, (run, gap) = alignment.statement.tokens, edit
    found = dict.fromkeys(_NAMES[:4], 0.0)
    for at in run:
        best = max((float(thread.similar[at, to]) for to in gap), default=0.0)
        if is_sign(tokens[at]):
            rival = any(sort_of(thread.words[to]) == sort_of(tokens[at]) for to in gap)
            name = "edit_name" if tokens[at].kind == "name" else "edit_value"
            found[name] = max(found[name], float(rival and best < EXACT))
        elif is_word(tokens[at]):
            replaces = any(thread.words[to].tells for to in gap)
            name = "edit_word" if replaces else "edit_added"
            found[name] = max(found[name], 1 - (best if replaces else float(alignment.anywhere[at])))
    return found


def _claims_put(alignment: Alignment, thread: Thread, edit: Edit) -> dict[str, float]:
    """Denials, outcomes and words of reach in the place of others."""
    said = [alignment.statement.tokens[at] for at in edit[0]]
    borne = [thread.words[to] for to in edit[1]]
    denying = denials(alignment.statement.tokens)
    contrary = any(_exclude(one.stem, other.stem) for one in said if is_word(one) for other in borne)
    return {
        "edit_not": float(len(said) <= 2 and _nots(said) > 0 and not any(thread.denying[to] for to in edit[1])),
        "edit_denial": float(any(denying[at] for at in edit[0]) != any(thread.denying[to] for to in edit[1])),
        "edit_outcome": _differs(outcome_classes(), [one.stem for one in said], [one.stem for one in borne]),
        "edit_contrary": float(contrary),
        "edit_reach": _differs(reach_classes(), [one.low for one in said], [one.low for one in borne]),
    }


def _nots(words: Sequence[Token]) -> int:
    return sum(one.low in _NOT or one.low.endswith("n't") for one in words)


def _signs_put(alignment: Alignment, thread: Thread, edit: Edit) -> set[tuple[str, str]]:
    """Each figure or name of the statement with those in whose place it stands."""
    said = {alignment.statement.tokens[at].low for at in edit[0] if is_sign(alignment.statement.tokens[at])}
    borne = {thread.words[to].low for to in edit[1] if is_sign(thread.words[to])}
    # What stands on both sides has only changed its place among the others.
    return {(one, other) for one in said - borne for other in borne - said}


def _dropped(thread: Thread) -> dict[str, float]:
    """Denials, and words that take something back, that the statement leaves out between words that it keeps."""
    doubts = {"dropped_denial": 0.0, "dropped_part": 0.0, "edit_not": 0.0}
    before = [(thread.pairs[0][0] - 1, thread.pairs[0][1] - 3)] if thread.pairs else []
    for (at, to), (then, there) in pairwise([*before, *thread.pairs]):
        gap = range(max(0, to + 1), there)
        if then != at + 1 or len(gap) > 4:
            continue
        if any(thread.denying[one] for one in gap):
            doubts["dropped_denial"] = 1.0
        if len(gap) <= 2 and _nots([thread.words[one] for one in gap]):
            doubts["edit_not"] = 1.0
        if any(thread.words[one].low in _PART for one in gap):
            doubts["dropped_part"] = 1.0
    return doubts


def _edits(thread: Thread, length: int) -> list[tuple[list[int], list[int]]]:
    """Runs of words outside the thread, each with the minute's words between the same neighbours (few more at most)."""
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
