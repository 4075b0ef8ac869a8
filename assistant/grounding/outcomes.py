"""What became of the matter: decided, proposed, noted, deferred or refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.grounding.alignment import EXACT, Alignment
from assistant.grounding.denial import denials, denies
from assistant.grounding.lexicon import NOUNS, OUTCOME_PHRASES, outcome_classes, stemmed
from assistant.grounding.tokens import Token

KINDS = ("decide", "propose", "note", "defer", "reject")
_APPROVAL = """approve approved approval endorse endorsed accept accepted adopt adopted grant granted ratify ratified
    confirm confirmed authorise authorised sanction sanctioned consent elect elected appoint appointed support supported
    sign signed award awarded allocate"""
_OTHERWISE = """note noted consider considered explore defer deferred postpone postponed adjourn return revisit
    reconsider reject rejected refuse refused withdraw withdrawn rescind suggest suggested propose proposed recommend
    recommended discuss discussed investigate"""
_ASKING = """ask asked suggest suggested propose proposed request requested moved urged recommend recommended wanted
    hoped consider considered wondered whether if unless sought seek proposal suggestion motion amendment option"""
_AFTERWARDS = """not until further review reviewed later next return returned again still yet await awaited awaiting
    pending hold revisit reconsider"""
_ASKED_NEAR = 10
_PARTICLES = frozenset("to on in out away over through forward from off down along it this these them any".split())
_BEHIND = dict.fromkeys(("fell", "fall", "passed", "carried", "carry", "lost", "resolve", "raise", "won"), _PARTICLES)
_FALLING = frozenset("fell fall drop dropped".split())
_MATTERS = frozenset("motion amendment proposal vote votes resolution application appeal bid plan scheme idea".split())
_ARTICLES = frozenset(("a", "an", "the", "any", "no", "its", "their"))


def outcomes(tokens: Sequence[Token]) -> dict[str, int]:
    """The outcome words of a text, each kind with its last place; a denied decision is a rejection, and back.

    What is still to be decided, and nouns that look like outcomes ("its grant"), are none.
    """
    classes, found = outcome_classes(), {}
    for at, token in enumerate(tokens):
        if token.low in NOUNS or _to_come(tokens, at) or _describes(tokens, at) or _else(tokens, at):
            continue
        for kind in classes.get(token.stem, ()):
            turned = any(denies(one) for one in tokens[max(0, at - 3) : at])
            turned |= kind == "decide" and any(one.low == "not" for one in tokens[at + 1 : at + 2])
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


def _else(tokens: Sequence[Token], at: int) -> bool:
    """Is the word no outcome for what stands behind it ("fell to the Clerk", "carried out", "resolve it")?"""
    behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if tokens[at].low in _FALLING and not any(one.low in _MATTERS for one in tokens):
        return True
    return behind in _BEHIND.get(tokens[at].low, ())


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Does the word only describe a thing ("an agreed definition")?"""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    described = behind is not None and behind.tells and not behind.breaks
    return described and at > 0 and tokens[at - 1].low in _ARTICLES and tokens[at].low.endswith("ed")


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
    doubts["outcome_other"] = float(_other(alignment))
    denied = any(any(denials(alignment.minute.units[unit].tokens)) for unit in alignment.window)
    doubts["outcome_refused"] = float("reject" in said and not borne & {"reject", "defer"} and not denied)
    later = _stems(_AFTERWARDS)
    put_off = any(word.stem in later for unit in alignment.minute.units for word in unit.tokens)
    doubts["outcome_put_off"] = float("defer" in said and "defer" not in borne and not put_off)
    doubts["outcome_asked"] = float(_only_asked(alignment))
    return doubts


@cache
def _stems(listed: str) -> frozenset[str]:
    return stemmed(listed)


def _other(alignment: Alignment) -> bool:
    """Is the matter approved, whatever the verb, in the statement, and only noted, considered or the like at home?"""
    said = {one.stem for one in alignment.statement.tokens if one.low not in NOUNS}
    borne = {word.stem for unit in alignment.window for word in alignment.minute.units[unit].tokens}
    approval, otherwise = _stems(_APPROVAL), _stems(_OTHERWISE)
    return bool(said & approval and borne & otherwise) and not borne & approval and not said & otherwise


def _only_asked(alignment: Alignment) -> bool:
    """Does the statement tell as done what the minute has somebody ask or propose ("asked that it be withdrawn")?"""
    tokens, classes, asking = alignment.statement.tokens, outcome_classes(), _stems(_ASKING)
    if any(token.stem in asking for token in tokens):
        return False
    for at, (token, match) in enumerate(zip(tokens, alignment.matches, strict=True)):
        kinds = classes.get(token.stem, frozenset())
        if not kinds or kinds & {"propose", "note"} or token.low in NOUNS or match.score < EXACT:
            continue
        if _describes(tokens, at):
            continue
        words = alignment.minute.units[match.unit].tokens
        if any(word.stem in asking for word in words[max(0, match.word - _ASKED_NEAR) : match.word]):
            return True
    return False


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
