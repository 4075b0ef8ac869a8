"""Motions: where they begin, what confirms them, who moved them and how the vote went."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from index_store.bold_rows import OUTCOME
from index_store.models import Resolution
from index_store.parser.clauses import Line
from index_store.parser.decision_lists import Minute
from index_store.parser.effects import effect_counted, effect_of
from index_store.parser.mover_lines import ENDING, MOVERS, RESULT, UNMOVED, ballot_above, motion_top, worded_from
from index_store.parser.sentences import sentences
from index_store.parser.sides import names_alone
from index_store.parser.verbs import Decision
from index_store.parser.votes import Movers, read_manner, read_movers, read_votes
from index_store.parser.wording import is_side

OUTCOMES = frozenset({
    "carried", "lost", "defeated", "passed", "failed", "withdrawn", "withdrew", "fell", "fails", "died", "dies",
    "lapsed", "no second", "no seconder", "not considered", "not put", "not taken", "not carried", "not seconded",
    "not passed", "became the finding", "became the decision", "became the resolution",
})  # fmt: skip
_MOVING = re.compile(
    r"\b(?i:moved|(?<!\bthe )(?<!\ba )(?<!\bany )(?<!\bthis )proposed|prop\.|on the motion|motion|on the proposal of)\b"
)
_MOVED = re.compile(r"\b(?i:moved|proposed|prop\.|seconded|on the motion|substantive|amendment to)\b|[a-z] motion")
_OPENS = re.compile(
    r"(?i)\W*(?:it was |that )?(?:an? |the )?(?:further |second |substantive |main )?"
    r"(?:moved|proposed|prop|on the motion|motion|amendment|councillor|cllr|on the proposal of)"
)
_TOLD = re.compile(
    r"\W*(?:the )?(?:\w+ )?(?:motion|amendment)s?\b[^.;]{0,70}\b(?:passed|carried|lost|failed|defeated)\b",
    re.IGNORECASE,
)
"""How what stands above it ended: "The original motion was then put to the vote and declared CARRIED"."""
_SPOKE = re.compile(
    r"\W*(?:The )?(?:[A-Z][\w’'.-]*,? ){2,5}(?:(?:also|then|further) )?(?:said|asked|replied|spoke|stated|"
    r"felt|thought|welcomed|thanked|observed|added|argued|hoped|explained|advised|commented|suggested|remarked)\b"
)
"""What somebody said of a motion, who does not move it there."""
_PUT = re.compile(
    r"(?:It was (?:then )?(?:moved|proposed)|(?:A|The) motion was (?:then )?(?:made|moved|put)|On (?:a |the )?motion|"
    r"Moved) by\b|(?:As an amendment,? )?(?:[A-Z][\w’'.-]*,? ){1,4}"
    r"(?:seconded by (?:[A-Z][\w’'.-]*,? ){1,4})?(?:then )?"
    r"(?:moved (?:that|(?:as )?an? (?:\w+ )?amendment|to)\b|(?:moved|made (?:a|the) motion)\b[^.]*\bseconded\b)"
)
_ANNOUNCING = re.compile(r"[^.]*\bfollowing (?:\w+ )?(?:resolution|motion)s?\b[^:]*:?\W*$")
"""The sentence that says that a resolution below it was passed, and how."""
_MOVER = re.compile(r"\b(?i:moved|proposed|seconded)\b")
VOTING = re.compile(
    r"\W*(?:For|FOR|In favou?r|IN FAVOU?R|Against|AGAINST|Abst\w*|ABST\w*|Absent|ABSENT|Opposed|OPPOSED|Yeas?|YEAS?|"
    r"Nays?|NAYS?|Ayes?|AYES?|Noes|NOES|Yes|YES|No|NO|Those (?:voting|in favour|against|opposed)|Members voting|"
    r"Roll[- ][Cc]all|ROLL[- ]CALL|"
    r"Votes?|Voting|VOT(?:ED?|ING)|Recorded|RECORDED|A recorded vote|The vot(?:es?|ing)|On being put|"
    r"The following (?:[Mm]embers |[Cc]ouncillors )?\W?(?:voted|[Aa]bstained)|\(\d+)\b"
)
_SIDED = re.compile(r"\W*(?i:for|against|in favou?r|abst\w*)\s*(?:\(\d+\)\s*)?:\s*[A-Z]")
"""Who voted how, in a line of its own: "FOR: Cllrs Ash and Birch (2)"."""
_VOTED = re.compile(r"\W*(?:The )?(?:Council|Committee|Members|Board|Councillors)? ?(?:then )?(?:voted|were polled)\b")
_POLLED = re.compile(r"vot(?<=\bvot)(?:ed|es?|ing)\b|or (?<=\b[Ff]or )[\[(]?\d\b|\(\d{1,3}\s*[:–-]\s*\d{1,3}\)")
_MOVER_ONLY = re.compile(
    r"\b(?i:proposed|proposer|prop|seconded|seconder|sec|2nd|moved|motion(?: made)? by)\b"
    r"(?:(?!\b(?:that|to)\b)[^.\n]|\.(?=[ ]?[A-Z]\.)|"
    r"(?<=Cllr)\.|(?<=Mr)\.){1,60}\.?"
)
_ROLL_CALL = re.compile(r"\W*\b(?i:roll[- ]call)\b[^.\n]*(?:\b[A-Z]\.[^.\n]*)*\.?")
"""Who answered what when the roll was called, up to the end of the sentence."""
_NUMBERED = re.compile(
    r"\W*(?:(?:Council |Committee |Board )?(?:Resolution|RESOLUTION|Motion|MOTION|Res\.?|RES\.?)\s*(?:No\.?|NO\.?|"
    r"Number|NUMBER|#)?\s*[:#]?\s*)?(?P<number>(?:[A-Z]{1,5}[-/ ]?)?\d{1,4}[A-Z]?(?:[-/.]\d{1,4}[A-Z]?){0,3})\W*$"
)
_WORDED = re.compile(r"\W*(?i:(?:council |committee |board )?(?:resolution|motion|res\b))")
_PUTS = re.compile(
    r"\bput\b(?! to (?:the|a) vote)[^.]{0,40}\b(?:motion|amendment)s?\b[^.]*\bvot(?:e|ing)\b", re.IGNORECASE
)
"""Words that put a motion set out further up: "put the amendment in paragraph 15 to the vote"."""
_SET_OUT = re.compile(r"\b(?:set out|detailed|recorded) (?:in|at|under) paragraph \(?(?P<paragraph>\d{1,2})\b(?!\.\d)")
"""Where a motion stands that is put to the vote: "the amendment set out in paragraph 17"."""
_OWN_MATTER = re.compile(
    r"\b(?:proposals?|motions?|amendments?|suggestions?|requests?)\b[^.\n]{0,60}?\b(?:that|to)\b (?!(?:a )?vote\b)",
    re.IGNORECASE,
)
"""What a sentence says itself of the motion that ended: "The proposal of Mr Ash that the pond be filled fell"."""
_BACK = 6
_AHEAD = 6


def motion_start(minute: Minute, at: int, start: int, outcome: int, found: Sequence[Resolution]) -> int:
    """Where the motion begins whose outcome stands at ``outcome`` in line ``at``, whose words begin at ``start``.

    It begins with the words that move it, a few lines back at most.
    """
    text, lines = minute.text, minute.lines
    last = minute.body.locate(found[-1].span.end - 1) if found else None
    if last is not None and lines[at].start <= last:
        return last + 1
    top = motion_top(minute, at)
    if top is not None and (last is None or last < lines[top].start):
        return _unnumbered(minute, worded_from(minute, top, at, last))
    if (own := _put_last(text, start, outcome)) is not None:
        return own
    told = lines[at].content(text)
    ending = ENDING.match(told) is not None or (_TOLD.match(told) is not None and not _MOVER.search(told))
    left = _BACK
    for back in range(at, -1, -1):
        line = lines[back]
        words = line.content(text)
        left -= not (is_side(words) or back in minute.ballots or line.label or _SIDED.match(words))
        if left < -1:
            break
        if _PUTS.search(words):
            start = line.words
            break
        if back == at and not _MOVED.search(words):
            continue
        if ending and (back == at or not _MOVER.search(words)):
            continue
        if found and minute.body.span(line.words, line.end).start < found[-1].span.end:
            break
        if _MOVING.search(words) and not _SPOKE.match(words):
            start = _unnumbered(minute, back)
            if not _OPENS.match(words) and (put := _put_last(text, start, line.end)) is not None and back < at:
                return put
            if _OPENS.match(words) or MOVERS.match(words):
                break
    return start


def _unnumbered(minute: Minute, at: int) -> int:
    """Where the words of line ``at`` begin, behind the number that a motion has of its own."""
    line = minute.lines[at]
    moved = MOVERS.match(minute.text, line.words, line.end)
    return moved.end("number") + 1 if moved and moved["number"] else line.words


def _put_last(text: str, start: int, outcome: int) -> int | None:
    """Where the last sentence before ``outcome`` in its paragraph puts a motion, in the set words for it."""
    put = [start + a for a, b in sentences(text[start:outcome]) if _PUT.match(text, start + a, start + b)]
    return put[-1] if put else None


def confirms(minute: Minute, at: int, start: int, decision: Decision, found: list[Resolution]) -> bool:
    """Whether an outcome ("Motion passed", "Prop. JS, 2nd AP, all agreed") only confirms the decision before it."""
    if not found or (found[-1].verb.lower() in OUTCOMES and decision.verb.lower() in OUTCOMES):
        return False
    if decision.verb.lower() in OUTCOMES and _OWN_MATTER.search(minute.text, start, decision.start):
        return False
    last = minute.body.locate(found[-1].span.end - 1)
    first = _rolled_above(minute, ballot_above(minute, at))
    if last is None or last + 1 < minute.lines[max(0, first - 1)].start:
        return False
    since = minute.text[last + 1 : start if first == at else minute.lines[first].start]
    since = _MOVER_ONLY.sub("", _ROLL_CALL.sub("", since) if "all" in since or "ALL" in since else since)
    voted = decision.verb.lower() in OUTCOMES or decision.verb.lower().startswith("favo")
    return not since.strip(" .\n)") or (voted and "\n" not in since and not _MOVING.search(since))


def _rolled_above(minute: Minute, at: int) -> int:
    """The first of the lines above line ``at`` that only name the movers and those who answered the roll."""
    while at > 0:
        words = minute.lines[at - 1].content(minute.text)
        if _MOVER_ONLY.sub("", _ROLL_CALL.sub("", words)).strip(" ."):
            break
        at -= 1
    return at


def announced(text: str, start: int, end: int) -> re.Match[str] | None:
    """The sentence in ``text[start:end]`` that says that a resolution below it was passed."""
    return _ANNOUNCING.search(text, start, end) if text.find("following ", start, end) >= 0 else None


def ended(one: Resolution, decision: Decision) -> Resolution:
    """A decision whose motion came to nothing behind its words ("…BE APPROVED. Motion failed."); else as it is."""
    effect = effect_of(decision.verb, "")
    return replace(one, verb=decision.verb, effect=effect) if effect in ("rejected", "withdrawn") else one


class _Place(NamedTuple):
    """Where a decision stands in its minute: ``start`` and ``stop`` of it, ``begin`` of it or of what leads to it.

    ``line`` is the line in which it begins.
    """

    begin: int
    start: int
    stop: int
    line: int


def _place(minute: Minute, one: Resolution) -> _Place:
    locate = minute.body.locate
    start, stop = locate(one.span.start) or 0, (locate(one.span.end - 1) or 0) + 1
    begin = (locate(one.lead.start) or 0) if one.lead else start
    return _Place(begin, start, stop, bisect_right(minute.lines, begin, key=lambda line: line.end))


def annotated(minute: Minute, found: Sequence[Resolution]) -> Iterator[Resolution]:
    """The decisions with proposer, seconder and votes, from their own words and the lines next to them."""
    places = [_place(minute, one) for one in found]
    starts, ends = sorted(place.start for place in places), sorted(place.stop for place in places)
    for one, place in zip(found, places, strict=True):
        near, tail = _around(minute, one, place, starts, ends)
        movers = read_movers(f"{one.text if _MOVED.search(one.text) else near}\n{tail}")
        if movers == UNMOVED and (pointed := _SET_OUT.search(one.text)):
            movers = _moved_in(minute, pointed["paragraph"], place)
        told = f"{one.text}\n{tail}"
        votes = read_votes(told) or one.votes
        if votes is None and (ballot := _ballot(minute, place, ends) or (near if _POLLED.search(near) else "")):
            votes = read_votes(f"{ballot}\n{told}")
        label = one.label or _number_above(minute, place)
        manner = read_manner(told) or read_manner(near)
        if (label, movers, votes, manner) == (one.label, UNMOVED, one.votes, None):
            yield one
            continue
        movers = Movers(one.proposer or movers.proposer, one.seconder or movers.seconder)
        one = replace(one, effect=effect_counted(one, votes), label=label, votes=votes, manner=manner)
        yield replace(one, proposer=movers.proposer, seconder=movers.seconder)


def _moved_in(minute: Minute, paragraph: str, place: _Place) -> Movers:
    """Who moved what is set out in a numbered paragraph further up, where that paragraph says so."""
    above = (line for line in minute.lines[: place.line] if line.label == paragraph)
    return next((read_movers(line.content(minute.text)) for line in above), UNMOVED)


def _ballot(minute: Minute, place: _Place, ends: Sequence[int]) -> str:
    """The lines right above a decision that list who voted how on it, and not on the one whose outcome is over them."""
    text, first = minute.text, place.line
    closed = ends[before - 1] if (before := bisect_right(ends, place.start)) else 0
    at = first
    while at > 0 and first - at < _AHEAD and minute.lines[at - 1].start >= closed:
        if not (VOTING.match(text, minute.lines[at - 1].start) or _VOTED.match(text, minute.lines[at - 1].start)):
            break
        at -= 1
    told = at < first and (at == 0 or not OUTCOME.fullmatch(minute.lines[at - 1].content(text)))
    return text[minute.lines[at].start : minute.lines[first].start] if told else ""


def _goes_on(text: str, before: Line, line: Line) -> bool:
    """Whether a line holds names below the head of a side, or below others of that side."""
    above = text[before.start : before.end].rstrip()
    return (above.endswith((":", ":-")) or bool(names_alone(above))) and bool(names_alone(text[line.start : line.end]))


def _number_above(minute: Minute, place: _Place) -> str | None:
    """The number that a resolution has of its own, on the line above it ("Resolution No. 2024-118") or before it."""
    first = place.line
    moved = MOVERS.match(minute.text, minute.lines[first].start)
    if moved is None or moved["number"] or first == 0:
        return moved and moved["number"]
    above = minute.lines[first - 1]
    words = minute.text[above.start : above.end]
    found = _NUMBERED.match(words)
    if found is None or not (_WORDED.match(words) or re.search(r"\d[-/]\d", found["number"])):
        return None
    return found["number"]


def _around(
    minute: Minute, one: Resolution, place: _Place, starts: Sequence[int], ends: Sequence[int]
) -> tuple[str, str]:
    """The words that lead up to a decision and those that follow it, as far as they tell of movers and votes.

    ``starts`` and ``ends`` are those of all decisions of the minute: what is behind the next one's start is its own.
    """
    text, lines, first, stop = minute.text, minute.lines, place.line, place.stop
    last = min(bisect_left(lines, stop, key=lambda line: line.end), len(lines) - 1)
    before, after = bisect_right(ends, place.begin), bisect_left(starts, stop)
    opens = max(lines[first].start, ends[before - 1] if before else 0)
    near = text[opens : stop if one.lead is None else lines[first].end]
    while first > 0 and MOVERS.match(text, lines[first - 1].start):
        first -= 1
        near = text[lines[first].start : lines[first].end] + "\n" + near
    if first > 0 and text.startswith("RESOLVED", lines[first].words):
        said = announced(text, lines[first - 1].words, lines[first - 1].end)
        near = f"{said[0]}\n{near}" if said else near
    closes = starts[after] if after < len(starts) else len(text)
    tail = text[stop : min(lines[last].end, closes)]
    left = _AHEAD
    for n, line in enumerate(lines[last + 1 :], last + 1):
        left -= n not in minute.ballots
        if n in minute.ballots or (n - 1 in minute.ballots and RESULT.match(line.content(text))):
            tail += "\n" + text[line.start : line.end]
            continue
        if left < 0:
            break
        told = VOTING.match(text, line.start) or MOVERS.match(text, line.start)
        named = not told and n > last + 1 and _goes_on(text, lines[n - 1], line)
        left += named
        if not (told or named) or line.words >= closes:
            break
        tail += "\n" + text[line.start : min(line.end, closes)]
    return near, tail
