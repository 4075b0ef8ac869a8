"""How far a statement reaches: all, some or only; at least or at most; how often; the whole or a share of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.grounding.alignment import Alignment
from assistant.grounding.lexicon import REACH_AGAINST, REACH_PHRASES, reach_classes, word_set
from assistant.grounding.tokens import Token

_WHOLE = word_set("all both every everyone everybody everything entire whole each")
_BEARS_WHOLE = _WHOLE | word_set("any unanimous unanimously full fully total throughout always two")
_NOT_WHOLE = word_set("not nearly almost")
_OFTEN: dict[str, frozenset[str]] = {
    "year": word_set("year annually yearly annum a"),
    "month": word_set("month monthly"),
    "week": word_set("week weekly fortnight fortnightly"),
    "day": word_set("day daily"),
    "night": word_set("night nightly"),
}
_YEARLY = word_set("annual")
_BOUND = {phrase: kind for phrase, kind in REACH_PHRASES.items() if kind in ("least", "most") and " " in phrase}
_SHARE = word_set("half third quarter some most many several part few majority")
_SHARED = _SHARE | word_set("fifth partly share proportion less more")


def reaches(tokens: Iterable[Token]) -> set[str]:
    """The kinds of reach of a text: all, some, only, at least, at most, sure, perhaps…"""
    classes = reach_classes()
    words = [token.low for token in tokens]
    low = " ".join(words)
    found = {kind for word in words for kind in classes.get(word, ())}
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
    words = [word for unit in alignment.window for word in alignment.minute.units[unit].tokens]
    doubts["reach_whole"] = float(_whole(alignment.statement.tokens, words))
    doubts["reach_often"] = float(_often(alignment.statement.tokens, words))
    doubts["reach_bound"] = float(_bound(alignment.statement.tokens, words) or _one_of_both(alignment))
    return doubts | {"reach_share": float(_share_lost(alignment))}


def _whole(tokens: Sequence[Token], borne: Sequence[Token]) -> bool:
    """Does the statement say all of something ("every", "both") where the minute says nothing like it?"""
    low = {word.low for word in borne}
    if low & _BEARS_WHOLE or any(word.endswith("wide") for word in low):
        return False
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low not in _WHOLE or behind == "but" or at and tokens[at - 1].low in _NOT_WHOLE:
            continue
        if token.low != "each" or behind not in _OFTEN:
            return True
    return False


def _often(tokens: Sequence[Token], borne: Sequence[Token]) -> bool:
    """Does the statement say how often ("every day", "weekly") where the minute does not?"""
    low = {word.low for word in borne}
    for at, token in enumerate(tokens):
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low in ("every", "each") and behind in _OFTEN and not (_OFTEN[behind] | _YEARLY) & low:
            return True
        if any(token.low in same - {unit, "a"} and not (same | _YEARLY) & low for unit, same in _OFTEN.items()):
            return True
    return False


def _bound(tokens: Sequence[Token], borne: Sequence[Token]) -> bool:
    """Is "at least" said where the minute has "up to", or the other way round?"""
    said, there = _bounds(tokens), _bounds(borne)
    return any(REACH_AGAINST[kind] in there and kind not in there for kind in said)


def _bounds(tokens: Sequence[Token]) -> set[str]:
    low = " ".join(token.low for token in tokens)
    found = {kind for phrase, kind in _BOUND.items() if re.search(rf"\b{phrase}\b", low)}
    return found - {"least"} if re.search(r"\b(?:no|not) (?:more|greater|over)\b", low) else found


def _one_of_both(alignment: Alignment) -> bool:
    """Is one said of what the minute says of both ("on one side", "on both sides")?"""
    tokens, units = alignment.statement.tokens, alignment.minute.units
    for at, match in enumerate(alignment.matches):
        one = at > 0 and tokens[at - 1].low in ("one", "1", "single") and tokens[at].kind == "word"
        before = units[match.unit].tokens[match.word - 1].low if match.score >= 0.95 and match.word else ""
        if one and before in ("both", "either", "all", "2"):
            return True
    return False


def _share_lost(alignment: Alignment) -> bool:
    """Does the minute say something of a share ("50% of the total cost"), and the statement of the whole?"""
    tokens = alignment.statement.tokens
    if any(token.low in _SHARED or token.value.endswith("%") for token in tokens):
        return False
    stated = {token.value for token in tokens if token.kind == "value"}
    for at, match in enumerate(alignment.matches):
        if not tokens[at].tells or tokens[at].kind == "name" or match.score < 0.95:
            continue
        words = alignment.minute.units[match.unit].tokens
        for of in range(max(1, match.word - 3), match.word):
            shares = words[of - 1].low in _SHARE or words[of - 1].value.endswith("%")
            joined = not any(word.breaks or word.low == "and" for word in words[of : match.word + 1])
            if words[of].low == "of" and shares and joined and words[of - 1].value not in stated - {""}:
                return True
    return False
