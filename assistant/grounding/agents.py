"""Who did it: the asker taken for the asked, a substitute for the absent, a name told of what another did."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.grounding.alignment import EXACT, Alignment, Scores
from assistant.grounding.binding import anchor_groups, sort_of
from assistant.grounding.lexicon import stemmed, word_set
from assistant.grounding.tokens import Token

_DIRECTED = "ask asked request requested invite invited inform informed succeed succeeded thank thanked pay paid urge"
_STANDING_IN = "substitute substituted substituting replace replaced deputise deputised deputising"
_OFFICES = word_set("chair chairman vicechair vicechairman secretary treasurer clerk convener president")
_TAKEN = word_set("as became become is was elected a the")
_BETWEEN = word_set("also then already since recently")
_AUXILIARY = word_set("had has have would will was were is are be been could should must")
_INTO = word_set("of on for in at by with to from about and or")
_HELPING = word_set("had has have also would will then")
PRONOUNS = word_set("he she they it his her their this these")
_SAME_NAME, _TOGETHER, _TELLING = 0.85, 0.6, 1.0
Pair = tuple[str, str]


def agent_doubts(alignment: Alignment) -> dict[str, float]:
    """Names and figures told of what the minute tells of others."""
    return {
        "agent_turned": float(_turned(alignment)),
        "agent_other": float(_other(alignment)),
        "office_other": float(_office_other(alignment)),
        "stood_in_turned": float(_stood_in_turned(alignment)),
        "name_far": _far(alignment, "name"),
        "value_far": _far(alignment, "value"),
        **_elsewhere(alignment),
    }


def _turned(alignment: Alignment) -> bool:
    """Does the statement have somebody ask (tell, succeed…) whom the minute has asked?"""
    tokens, directed = alignment.statement.tokens, stemmed(_DIRECTED)
    for group in anchor_groups(tokens):
        if tokens[group[0]].kind != "name":
            continue
        verb = next((at for at in range(group[-1] + 1, len(tokens)) if tokens[at].low not in _HELPING), len(tokens))
        if verb == len(tokens) or tokens[verb].breaks or tokens[verb].stem not in directed:
            continue
        match = alignment.matches[verb]
        if match.score < 0.95 or any(one.low == "by" for one in tokens[verb + 1 : verb + 3]):
            continue
        words, named = alignment.minute.units[match.unit].tokens, {tokens[at].stem for at in group}
        behind = words[match.word + 1 : match.word + 3]
        before = words[max(0, match.word - 12) : match.word]
        object_ = any(one.stem in named for one in behind) and not any(one.low in ("by", "from") for one in behind)
        if object_ and not any(one.breaks for one in behind) and not any(one.stem in named for one in before):
            return True
    return False


def _other(alignment: Alignment) -> bool:
    """Does the statement have a name do what the minute, in the same words, has something or somebody else do?"""
    tokens = alignment.statement.tokens
    for group in anchor_groups(tokens):
        verb = _behind(tokens, group[-1])
        helped = _AUXILIARY & {one.low for one in tokens[group[-1] : verb]}
        if tokens[group[0]].kind != "name" or verb is None or not helped or _inside(tokens, group[0]):
            continue
        match = alignment.matches[verb]
        if match.score < 0.95:
            continue
        words = alignment.minute.units[match.unit].tokens
        before = match.word - 1
        while before >= 0 and (words[before].low in _BETWEEN or words[before].low in _AUXILIARY):
            before -= 1
        if before < 0 or before == match.word - 1 or words[before].kind not in ("word", "name"):
            continue
        if float(alignment.similar[match.unit][group, before].max()) < 0.6 and not _named(alignment, group, match.unit):
            return True
    return False


def _inside(tokens: Sequence[Token], at: int) -> bool:
    """Does the name stand inside a larger phrase ("the report on Total Place"), which is what the verb is said of?"""
    return any(one.low in _INTO for one in tokens[max(0, at - 3) : at])


def _behind(tokens: Sequence[Token], at: int) -> int | None:
    """The verb right behind a name, if one may stand there."""
    for to in range(at + 1, min(at + 4, len(tokens))):
        if tokens[to].breaks:
            return None
        if tokens[to].low not in _BETWEEN | _AUXILIARY:
            return to if tokens[to].kind == "word" and tokens[to].tells else None
    return None


def _named(alignment: Alignment, group: list[int], unit: int) -> bool:
    similar = alignment.similar[unit]
    return bool(similar.size) and _stands(similar, group, "name")


def _stood_in_turned(alignment: Alignment) -> bool:
    """Does somebody stand in for another than in the minute ("Peter Lomax (substitute Diane Kell)")?"""
    held = {pair for unit in alignment.minute.units for pair in _standing_in(unit.tokens, printed=True)}
    known = {name for pair in held for name in pair}
    said = _standing_in(alignment.statement.tokens, printed=False)
    return any(pair not in held and not known.isdisjoint(pair) for pair in said)


def _standing_in(tokens: Sequence[Token], printed: bool) -> set[Pair]:
    """(who stands in, for whom), by last names. A list has the substitute in brackets behind whom they stand in for."""
    found: set[Pair] = set()
    verbs = stemmed(_STANDING_IN)
    names = [group for group in anchor_groups(tokens) if tokens[group[0]].kind == "name"]
    for at, token in enumerate(tokens):
        left = [group for group in names if group[-1] < at]
        right = [group for group in names if group[0] > at]
        if token.stem not in verbs or not left or not right:
            continue
        first, second = tokens[left[-1][-1]].stem, tokens[right[0][-1]].stem
        between = {one.low for one in tokens[at + 1 : right[0][0]]}
        if printed and (at - left[-1][-1] > 3 or right[0][0] - at > 4):
            continue
        listed = printed and token.stem in stemmed("substitute") and "for" not in between
        turned = "by" in between or listed
        found.add((second, first) if turned else (first, second))
    return found


def _far(alignment: Alignment, kind: str) -> float:
    """How much less of what is told of a name or figure stands near it in the minute than elsewhere: 0 to 1."""
    tokens, worst = alignment.statement.tokens, 0.0
    for group in anchor_groups(tokens):
        if tokens[group[0]].kind != kind:
            continue
        held = [at for at, one in enumerate(alignment.similar) if one.size and _stands(one, group, kind)]
        units = [alignment.minute.units[at] for at in held]
        if kind == "value" and not held or any(unit.frame or unit.listed for unit in units):
            continue
        told = _told(alignment, alignment.segment[group[0]])
        most = float(told.max(initial=0.0))
        near = max((float(told[max(0, at - 1) : _until(alignment, at)].max()) for at in held), default=0.0)
        worst = max(worst, (most - near) / most if most >= _TELLING else 0.0)
    return worst


def _by_role(alignment: Alignment, group: list[int], opening: Sequence[Token]) -> bool:
    """Does a sentence begin with an office ("The Chair urged") that is not known to be this person's?"""
    if not any(word.low in _OFFICES for word in opening):
        return False
    named = {alignment.statement.tokens[at].low for at in group}
    holders = (one for one in alignment.minute.cited.people if one.status == "chair" or one.role)
    return not any(named <= {word.casefold() for word in one.name.split()} for one in holders)


def _office_other(alignment: Alignment) -> bool:
    """Is somebody given an office ("as Secretary") that the minute gives to others alone?"""
    tokens = alignment.statement.tokens
    names = [group for group in anchor_groups(tokens) if tokens[group[0]].kind == "name"]
    for at, token in enumerate(tokens):
        if token.low not in _OFFICES or not at or tokens[at - 1].low not in _TAKEN:
            continue
        group = next((one for one in reversed(names) if one[-1] < at), None)
        holders = {name for unit in alignment.minute.units for name in _holders(unit.tokens, token.low)}
        if group is not None and holders and not holders & {tokens[one].stem for one in group}:
            return True
    return False


def _holders(tokens: Sequence[Token], office: str) -> set[str]:
    """The names right beside an office: "Willie Jones (Vice Chair)", "Treasurer: Paul Ingram"."""
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if token.low != office:
            continue
        ahead, behind = tokens[at - 1 : at], tokens[at + 1 : at + 3]
        if ahead and ahead[0].kind == "name" and token.breaks and ahead[0].low not in _OFFICES:
            found |= {one.stem for one in tokens[max(0, at - 2) : at] if one.kind == "name"}
        elif behind and behind[0].kind == "name" and behind[0].breaks:
            found |= {one.stem for one in behind if one.kind == "name"}
    return found


def _until(alignment: Alignment, at: int) -> int:
    """The end of the sentences that go on about whom one names: the next, and those that begin with "She", "They"."""
    units = alignment.minute.units
    end = at + 2
    while end < len(units) and units[end].tokens and units[end].tokens[0].low in PRONOUNS:
        end += 1
    return end


def _elsewhere(alignment: Alignment) -> dict[str, float]:
    """Dates, figures and people that are not in the sentence that tells what is said of them, where others are."""
    tokens, found = alignment.statement.tokens, {"sign_other": 0.0, "person_other": 0.0}
    stated = {token.low for token in tokens}
    for group in anchor_groups(tokens) + [[at] for at, one in enumerate(tokens) if one.kind == "month"]:
        head = tokens[group[-1]]
        told = _told(alignment, alignment.segment[group[0]])
        home = int(told.argmax())
        if float(told[home]) < _TELLING or _stands(alignment.similar[home], group, head.kind):
            continue
        words = alignment.minute.units[home].tokens
        if head.kind == "name":
            people = alignment.minute.names
            others = any(w.kind == "name" and w.low in people and w.low not in stated for w in words)
            others = others or _by_role(alignment, group, words[:4])
            person = all(tokens[at].low in people for at in group)
            if person and others and words[0].low not in PRONOUNS and not alignment.minute.units[home].listed:
                found["person_other"] = 1.0
        elif any(sort_of(w) == sort_of(head) and w.low not in stated for w in words):
            found["sign_other"] = 1.0
    return found


def _stands(similar: Scores, group: list[int], kind: str) -> bool:
    if kind != "name":
        return bool(similar.size) and float(similar[group].max()) >= EXACT
    return float((similar[group].max(axis=1) >= _SAME_NAME).mean()) >= _TOGETHER


def _told(alignment: Alignment, segment: int) -> Scores:
    """How much each sentence of the minute bears out of a part of the statement, names left aside."""
    tokens = alignment.statement.tokens
    telling = [at for at, one in enumerate(tokens) if one.tells and one.kind != "name"]
    inside = [at for at in telling if alignment.segment[at] == segment]
    chosen = inside if float(alignment.weights[inside].sum()) >= 1.0 else telling
    told = np.zeros(len(alignment.minute.units))
    for at, unit in enumerate(alignment.minute.units):
        if unit.frame or not unit.tokens or not chosen:
            continue
        best = alignment.similar[at][chosen].max(axis=1)
        told[at] = float((alignment.weights[chosen] * np.where(best >= 0.6, best, 0.0)).sum())
    return told
