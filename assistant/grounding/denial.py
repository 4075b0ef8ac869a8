"""Denial: what a statement denies and the minute does not, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.grounding.alignment import Alignment
from assistant.grounding.lexicon import DENIALS, contraries, stemmed, word_set
from assistant.grounding.tokens import Token

_WEAK = word_set("remain rather instead absence lost")
_UP = "more larger bigger higher greater increase increased rise rose risen grew grown growth longer"
_DOWN = "less fewer smaller lower decrease decreased fall fallen reduce reduced reduction drop dropped shorter"
_NEGATIVE = word_set("apologies apology absent recess hold vacancy vacancies")
_VERBAL = word_set("did do does had has have was were is are be been would will could can should may might must")
_PARTLY = word_set("all every necessarily only yet already always entirely")
_NO_MORE = word_set("one longer later more less fewer doubt sooner worse better")
_IF = word_set("if whether unless")
_CLAUSE = word_set("but while whereas although though because which who when where after before if and so")


def denies(token: Token) -> bool:
    return token.low in DENIALS or token.low.endswith("n't")


def denials(tokens: Sequence[Token]) -> list[bool]:
    """Which words deny: "not", "without", "refused", and "still" before "to be done"."""
    return [
        denies(one) or one.low == "still" and at + 1 < len(tokens) and tokens[at + 1].low == "to"
        for at, one in enumerate(tokens)
    ]


def clauses(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause that each word stands in."""
    found, at = [], 0
    for token in tokens:
        at += token.breaks or token.low in _CLAUSE
        found.append(at)
    return found


def denied(tokens: Sequence[Token]) -> list[bool]:
    """For each word whether a denial stands close before it, or right behind it, within its clause."""
    clause = clauses(tokens)
    marks = [at for at, one in enumerate(denials(tokens)) if one]
    return [
        any(clause[mark] == clause[at] and (0 < at - mark <= 6 or 0 < mark - at <= 2) for mark in marks)
        for at in range(len(tokens))
    ]


def denial_doubts(alignment: Alignment) -> dict[str, float]:
    """Denials without their like on the other side: around each denying word, and over each part of the statement."""
    tokens = alignment.statement.tokens
    here = denied(tokens)
    there = {unit: denied(alignment.minute.units[unit].tokens) for unit in alignment.window}
    only_here, only_there = [], []
    for at, match in enumerate(alignment.matches):
        if not tokens[at].tells or match.score < 0.6 or denies(tokens[at]):
            continue
        bearing = there[match.unit][match.word]
        only_here.append(here[at] and not bearing)
        only_there.append(bearing and not here[at])
    uneven = _uneven(alignment, here)
    words = [word for unit in alignment.window for word in alignment.minute.units[unit].tokens]
    borne = any(denials(words)) or any(word.low in _NEGATIVE for word in words)
    said = sum(denials(tokens))
    return {
        "denied_here": float(np.clip(sum(only_here), 0, 3)) / 3,
        "denied_there": float(np.clip(sum(only_there), 0, 3)) / 3,
        "denied_uneven": float(uneven),
        "denial_new": float(said > 0 and not borne),
        "denial_lost": float(said == 0 and sum(only_there) >= 2),
        "contrary": _contrary(alignment, here, there),
        "comparison_turned": float(_comparison_turned(tokens, words)),
        "denied_word": float(_denied_word(alignment, here)),
        "denied_plainly": float(not borne and _plainly(tokens)),
    }


def _comparison_turned(tokens: Sequence[Token], borne: Sequence[Token]) -> bool:
    """Is "more" said where the minute has only "less", or the other way round, and neither is denied?"""
    if any(denials(tokens)) or any(denials(borne)):
        return False
    up, down = ({one.stem for one in tokens if one.stem in stemmed(side)} for side in (_UP, _DOWN))
    there, below = ({one.stem for one in borne if one.stem in stemmed(side)} for side in (_UP, _DOWN))
    return bool(up and not down and below and not there or down and not up and there and not below)


def _plainly(tokens: Sequence[Token]) -> bool:
    """Is a verb denied ("did not have") or a thing ("no part"), and neither in part ("not all") nor under "if"?"""
    for at, token in enumerate(tokens):
        before = [one.low for one in tokens[max(0, at - 5) : at]]
        behind = tokens[at + 1].low if at + 1 < len(tokens) else ""
        verb = token.low.endswith("n't") or token.low == "not" and before[-1:] and before[-1] in _VERBAL
        if (verb and behind not in _PARTLY or token.low == "no" and behind not in _NO_MORE) and not _IF & {*before}:
            return True
    return False


def _denied_word(alignment: Alignment, here: list[bool]) -> bool:
    """Does the statement assert a word which the minute denies just before it ("but not the unit")?"""
    tokens = alignment.statement.tokens
    clause_here, denying = clauses(tokens), denials(tokens)
    kept = {(one.unit, one.word) for one in alignment.matches if one.score >= 0.95}
    for at, match in enumerate(alignment.matches):
        before = any(no and clause_here[to] == clause_here[at] for to, no in enumerate(denying[:at]))
        if not tokens[at].tells or here[at] or before or match.score < 0.95:
            continue
        words = alignment.minute.units[match.unit].tokens
        clause = clauses(words)
        for back in range(match.word - 1, -1, -1):
            same = words[back].kind == words[match.word].kind == "name"
            if clause[back] != clause[match.word] or words[back].tells and not (same or denies(words[back])):
                break
            if denies(words[back]) and words[back].low not in _WEAK and (match.unit, back) not in kept:
                return True
    return False


def _uneven(alignment: Alignment, here: list[bool]) -> bool:
    """Does some part of the statement have an odd difference in denials from the clauses that bear it out?"""
    tokens = alignment.statement.tokens
    denying = denials(tokens)
    for part, home in enumerate(alignment.homes):
        mine = [at for at, one in enumerate(alignment.segment) if one == part]
        said = sum(denying[at] for at in mine)
        borne = 0
        for unit in home:
            words = alignment.minute.units[unit].tokens
            clause = clauses(words)
            met = {
                clause[alignment.matches[at].word]
                for at in mine
                if alignment.matches[at].unit == unit and alignment.matches[at].score >= 0.75 and tokens[at].tells
            }
            borne += sum(no for no, one in zip(denials(words), clause, strict=True) if one in met)
        if (said > 0) != (borne > 0):
            return True
    return False


def _contrary(alignment: Alignment, here: list[bool], there: dict[int, list[bool]]) -> float:
    """Words whose opposite stands at their home, equally denied or not, where they themselves do not."""
    against, found = contraries(), 0
    for at, token in enumerate(alignment.statement.tokens):
        opposed = against.get(token.stem)
        if not opposed or alignment.anywhere[at] >= 0.95 and alignment.matches[at].score >= 0.95:
            continue
        for unit in alignment.homes[alignment.segment[at]]:
            words = alignment.minute.units[unit].tokens
            found += any(there[unit][to] == here[at] for to, one in enumerate(words) if one.stem in opposed)
    return float(min(found, 2))
