"""Motions, amendments and requests: the sentence that puts one, and that behind it that says what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOVES = re.compile(
    r"\b(?:moved|proposed)\b.{0,90}\b(?:that|to)\b|\bas an amendment\b"
    r"|\b(?:motion|amendment) (?:was )?(?:made|moved|proposed)\b"
    r"|^\W*(?:\d{1,3}[.)]?\s+)?(?:moved by\b|motion (?:to|that)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SPEAKS_OF = re.compile(r"\b(?:moved|amendment|motion|proposed (?:that|by)|put forward)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(?:carried(?! (?:out|forward|over))|lost|defeated|fell|fail(?:s|ed)|not (?:considered|put)|no second(?:er)?"
    r"|withdrawn|(?:motion|amendment|proposal|proposition)(?: was| is)? (?:passed|agreed|approved|adopted|rejected))\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:votes? to|in favour|against|agreed to)\b", re.IGNORECASE)
_REQUESTS = re.compile(
    r"\b(?:request(?:s|ed|ing)?|ask(?:s|ed|ing) (?:if|for|whether|that|the|us)|appeal(?:s|ed|ing)? for|seeking|sought|"
    r"applications? (?:for|from)|proposals? (?:to|for|from)|suggest(?:s|ed|ions?|ing)"
    r"|quot(?:es?|ations?) (?:for|from|of)|invit(?:es?|ed|ation)|petition\w*|whether|question of|consideration)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:was|were|[Mm]embers|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Pp]anel|[Mm]eeting|[Gg]roup|[Ee]xecutive|all|[Ww]e)\s"
    r"(?:\w+ ){0,3}?(?:agreed|resolved|decided|refused|declined|rejected|approved)\b"
    r"|\b(?:could|would|should) not be supported\b|\bRESOLVED\b|\bAGREED\b|\bno objections?\b",
)
_MOVED_BY = re.compile(r"\W*(?:\d{1,3}[.)]?\s+)?moved by\b", re.IGNORECASE)
_MOTION_TO = re.compile(r"\W*motion (?:to|that)\b", re.IGNORECASE)
_SETS_OUT = re.compile(
    r"\b(?:moved|proposed|seconded)\b.{0,120}\b(?:following|below)\b|\bthe following (?:amendment|motion|proposal)\b"
    r"|\b(?:moved|proposed|seconded)\b[^.]{0,160}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
_RESOLVES = re.compile(r"\bRESOLVED\b|\bAGREED\b|\bRESOLUTION\b|\b(?:it was|was then) (?:resolved|agreed)\b")
#: A row of a table, of who voted how.
_ROW = re.compile(r"\|\s*$")
#: "AMENDMENT." over, or before, the words that move it.
_HEADS = re.compile(r"\W*amendment(?: \d{1,2})?\W*$", re.IGNORECASE)
_AMENDS = re.compile(rf"\b(?:be|as an|following|an?) amend(?:ed|ment)\b|^{_HEADS.pattern}", re.IGNORECASE)
#: "The main motion as amended was put and carried."
_AS_AMENDED = re.compile(r"\bas amended\b|\b(?:amended|substantive) (?:motion|resolution|proposal)\b", re.IGNORECASE)
#: "THAT the motion be referred to the Budget", moved on a motion that was then not put itself.
_DISPOSES = re.compile(
    r"\b(?:motion|resolution|question|matter|item|it)(?: as amended)? (?:\w+ )?be (?:\w+ )?(?:referred|deferred|tabled|"
    r"postponed|laid|adjourned|withdrawn)\b|\b(?:refer|defer|table|postpone|adjourn)(?:ring)? (?:the|this) (?:main )?"
    r"(?:motion|resolution|question|matter|item)\b",
    re.IGNORECASE,
)
_FAR, _NEAR, _NEXT, _PARTS, _DISPOSED = 24, 3, 2, 16, 8


def moves(sentence: str) -> bool:
    """Does the sentence put a motion or an amendment?"""
    return _MOVES.search(sentence) is not None


def outcome_of(sentences: Sequence[str], at: int) -> set[int]:
    """Which sentences say what became of the motion that number ``at`` puts, speaks of or is a part of; none where it
    says so itself.

    The outcome stands before the next motion; what lies between counts as part of it where that is short.
    """
    if (
        _DONE.search(sentences[at])
        or _RESOLVES.search(sentences[at])
        or not (_SPEAKS_OF.search(sentences[at]) or _is_part(sentences, at))
    ):
        return set()
    if amended := _as_amended(sentences, at):
        return amended
    following: list[int] = []
    for near in range(at + 1, len(sentences)):
        if len(following) == _FAR or (moves(sentences[near]) and not _set_out_in(sentences[at], sentences[near])):
            break
        if not _ROW.search(sentences[near]):
            following.append(near)
    told = next((near for near in following if _DONE.search(sentences[near])), None)
    if told is None and (disposed := _disposed_of(sentences, following[-1] + 1 if following else at + 1)):
        return disposed
    if told is None:
        told = next((near for near in following[:_NEAR] if _COUNTED.search(sentences[near])), None)
    if told is None:
        return set()
    return set(range(at + 1, told + 1)) if told - at <= _NEAR else {told}


def motion_ended(sentences: Sequence[str], at: int) -> set[int]:
    """The sentences of the motion that the bare outcome ``at`` ("CARRIED") ends, from its mover on; none where number
    ``at`` says more or no mover stands near above it."""
    if len(sentences[at].split()) > _NEAR or not _DONE.search(sentences[at]):
        return set()
    above = range(at - 1, max(at - 1 - _DISPOSED, -1), -1)
    mover = next((near for near in above if moves(sentences[near])), None)
    return set() if mover is None else set(range(mover, at))


def _disposed_of(sentences: Sequence[str], mover: int) -> set[int]:
    """The next motion, put by sentence ``mover``, where it disposes of the one before it, with its outcome."""
    if mover >= len(sentences) or not moves(sentences[mover]):
        return set()
    behind = range(mover + 1, min(mover + _DISPOSED, len(sentences)))
    told = next((near for near in behind if _DONE.search(sentences[near])), None)
    if told is None or not _DISPOSES.search(" ".join(sentences[mover : told + 1])):
        return set()
    return set(range(mover, told + 1))


def _as_amended(sentences: Sequence[str], at: int) -> set[int]:
    """The amendment that carried between a motion and its outcome, with both outcomes: the motion's own words are then
    not what was decided. None where none stands there."""
    found: set[int] = set()
    for near in range(at + 1, min(at + 1 + _FAR, len(sentences))):
        said = sentences[near]
        if found and _AS_AMENDED.search(said):
            return found | ({near} if _DONE.search(said) else set())
        if "|" in said:
            continue
        if found or (_AMENDS.search(said) and not _DONE.search(said)):
            lost = re.search(r"\b(?:lost|defeated|fell|failed|withdrawn|not carried)\b", said, re.I)
            headed = _HEADS.match(sentences[near - 1]) or _set_out_in(sentences[near - 1], said)
            if lost or (found and moves(said) and not headed):
                return set()
            found.add(near)
        elif _DONE.search(said) or _RESOLVES.search(said):
            return set()
    return set()


def _set_out_in(moved: str, motion: str) -> bool:
    """ "Moved by A. Hale" over "Motion to approve part d)": one motion in two lines."""
    return bool(_MOVED_BY.match(moved) and _MOTION_TO.match(motion))


def _is_part(sentences: Sequence[str], at: int) -> bool:
    """Does the sentence stand in the text of a motion set out by itself: "Motion to add a part:", "f) that …"?"""
    for near in range(at - 1, max(at - 1 - _PARTS, -1), -1):
        said = sentences[near]
        if _MOVED_BY.match(said) or _MOTION_TO.match(said) or _SETS_OUT.search(said):
            return True
        if _DONE.search(said) or _RESOLVES.search(said):
            return False
    return False


def answer_to(sentences: Sequence[str], at: int) -> set[int]:
    """Which sentences, of the next two, decide on what number ``at`` asks for; none where it decides itself.

    ``sentences`` are those of one paragraph: what the next one decides is another matter's.
    """
    if not _REQUESTS.search(sentences[at]) or _DECIDES.search(sentences[at]):
        return set()
    following = range(at + 1, min(at + 1 + _NEXT, len(sentences)))
    told = next((near for near in following if _DECIDES.search(sentences[near])), None)
    return set(range(at + 1, told + 1)) if told is not None else set()
