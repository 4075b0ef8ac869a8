"""What became of the matter, and how far the statement reaches: decided, noted or deferred; all, some or only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.grounding.alignment import Alignment
from assistant.grounding.denial import denies
from assistant.grounding.lexicon import (
    NOUNS,
    OUTCOME_PHRASES,
    REACH_AGAINST,
    REACH_PHRASES,
    outcome_classes,
    reach_classes,
)
from assistant.grounding.tokens import Token

KINDS = ("decide", "propose", "note", "defer", "reject")


def outcomes(tokens: Sequence[Token]) -> dict[str, int]:
    """The outcome words of a text, each kind with its last place; a denied decision is a rejection, and back.

    What is still to be decided, and nouns that look like outcomes ("its grant"), are none.
    """
    classes, found = outcome_classes(), {}
    for at, token in enumerate(tokens):
        if token.low in NOUNS or _to_come(tokens, at):
            continue
        for kind in classes.get(token.stem, ()):
            turned = any(denies(one) for one in tokens[max(0, at - 3) : at])
            found[{"decide": "reject", "reject": "decide"}.get(kind, kind) if turned else kind] = at
    low = " ".join(token.low for token in tokens)
    for phrase, kind in OUTCOME_PHRASES.items():
        match = re.search(rf"\b{phrase}\b", low)
        if match:
            found[kind] = max(found.get(kind, 0), low.count(" ", 0, match.start()))
    return found


def _to_come(tokens: Sequence[Token], at: int) -> bool:
    """Is the word said of what has yet to happen ("had still to be agreed")?"""
    before = [one.low for one in tokens[max(0, at - 4) : at]]
    return before[-2:] == ["to", "be"] or "yet" in before and "to" in before


def outcome_doubts(alignment: Alignment) -> dict[str, float]:
    """Outcomes that the statement has and its home has not, by kind; and those that the minute has instead."""
    said = set(outcomes(alignment.statement.tokens))
    borne: set[str] = set()
    for unit in alignment.window:
        borne |= set(outcomes(alignment.minute.units[unit].tokens))
    doubts = {f"outcome_{kind}": float(kind in said and kind not in borne) for kind in KINDS}
    decides = "decide" in said
    doubts["outcome_hedged"] = float(decides and not said & {"defer", "reject"} and bool(borne & {"defer", "reject"}))
    doubts["outcome_noted"] = float(decides and "note" not in said and "note" in borne)
    doubts["outcome_proposed"] = float(decides and "propose" not in said and "propose" in borne)
    doubts["outcome_away"] = float(_away(alignment))
    return doubts


def _away(alignment: Alignment) -> int:
    """Outcome words of the statement whose own part has no such outcome at its home."""
    classes, found = outcome_classes(), 0
    for at, token in enumerate(alignment.statement.tokens):
        kinds = classes.get(token.stem, frozenset())
        if not kinds or token.low in NOUNS or _to_come(alignment.statement.tokens, at) or kinds & {"note", "propose"}:
            continue
        borne: set[str] = set()
        for unit in alignment.homes[alignment.segment[at]]:
            borne |= set(outcomes(alignment.minute.units[unit].tokens))
        found += not kinds & borne
    return min(found, 2)


def reaches(tokens: Sequence[Token]) -> set[str]:
    """The kinds of reach of a text: all, some, only, at least, at most, sure, perhaps…"""
    classes = reach_classes()
    low = " ".join(token.low for token in tokens)
    found = {kind for token in tokens for kind in classes.get(token.low, ())}
    return found | {kind for phrase, kind in REACH_PHRASES.items() if re.search(rf"\b{phrase}\b", low)}


def reach_doubts(alignment: Alignment) -> dict[str, float]:
    """How far the statement reaches where the minute does not say so, and where it says the contrary."""
    said = reaches(alignment.statement.tokens)
    borne: set[str] = set()
    for unit in alignment.window:
        borne |= reaches(alignment.minute.units[unit].tokens)
    fresh = said - borne
    doubts = {
        f"reach_{kind}": float(kind in fresh) for kind in ("all", "only", "least", "most", "sure", "bar", "included")
    }
    doubts["reach_against"] = float(sum(REACH_AGAINST.get(kind) in borne for kind in fresh))
    doubts["reach_lost"] = float(len((borne - said) & {"some", "only", "bar", "perhaps"}))
    return doubts
