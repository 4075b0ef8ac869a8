"""The votes that one minute tells of: the sentences on each, and which of them a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.coverage import stems_in
from assistant.motions import moves as puts_motion
from assistant.sentences import Sentence, lay_out
from index_store.held import HeldItem, HeldResolution
from index_store.models import Span
from index_store.parser.sides import names_alone

MOVED = (
    r"\b(?:(?<!\bthe )(?<!\ba )(?<!\bany )(?<!\bits )(?<!\btheir )proposed|proposers?"
    r"|moved(?! (?:to|from|into|onto|out|away|over|house|forward)\b)|movers?|seconded|seconders?|second(?= by\b)"
    r"|prop\.|nominated|nominator|motioned|(?:made|puts?) (?:a|the) motion|motion (?:made )?by)(?!\w)"
)
_SIDE = re.compile(
    r"\W*(?:votes? )?(?:for|against|in favou?r|abst\w*|absent|tá|níl|ayes?|noes|nays?|yeas?)\b[^.:]{0,60}:"
    r"|\W*\(\d+\)\W*$",
    re.IGNORECASE,
)
"""One side of a ballot, behind words that lead it in: "For Councillor Ash: Councillors Birch and Clay (2)"."""
_RECORDED = re.compile(r"\brecorded vote\b|\A\W*(?:for|against)\b", re.IGNORECASE)
_OTHER_SIDE = re.compile(r"\W*(?:(?:FOR|AGAINST|OPPOSED|ABST[A-Z]*) [A-Z]|(?:For|Against|Opposed|Abst[a-z]*):)")
"""A further side of a recorded vote, in a sentence of its own: "AGAINST Ash, Birch."."""
_FOLLOWING = re.compile(r"\bfollowing\b[^.]*:\s*$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:[•*–-] )?(?:(?:Mrs?|Ms|Miss|Dr|Cllr|Councillor)\.? )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){1,3}"
    r"(?: ?\([^()]*\))?[.,;]?"
)
"""A name, with a place in brackets, on a line of its own below "the following were elected:"."""
_NOBODY = re.compile(r"\W*(?:none|nil|nobody)\W*", re.IGNORECASE)
#: How many sentences on, those that tell of one vote stand: a ballot behind its motion may take a line a side.
_BESIDE, _BALLOT = 2, 6
#: The motion that is put when an amendment has been dealt with.
_PUT = re.compile(r"\W*(?:the )?(?:\w+ )?motion\b[^.]{0,40}\bput\b", re.I)
_ENDED = re.compile(r"\b(?:carried|lost|defeated|withdrawn|fell)\b", re.I)
_MOVES = re.compile(MOVED, re.I)
_AMENDMENT = re.compile(r"\bamendment(?P<number> (?:no\.? ?)?\d{1,2}\b)?", re.I)


@dataclass(frozen=True, slots=True)
class VoteRun:
    """What a minute tells of one vote: its words and the decisions in them, ``text[start:end]`` of the minute's."""

    start: int
    end: int
    held: tuple[HeldResolution, ...]

    @property
    def amends_alone(self) -> bool:
        """Whether all that was voted on is an amendment."""
        return bool(self.held) and all(one.resolution.amendment for one in self.held)


def runs_about(
    item: HeldItem, decided: Sequence[HeldResolution], rule: re.Pattern[str], wanted: frozenset[str], own: str
) -> list[VoteRun]:
    """The votes told by sentences that ``rule`` finds, neighbours in one, of which the most is ``wanted``.

    Where the question's ``own`` words speak of an amendment, those on it; where they do not, none on amendments alone.
    A vote on what is ``decided`` has all its words.
    """
    text, sentences = item.text.text, lay_out(item.text.text).sentences
    runs = _runs(text, sentences, rule)
    runs = runs if _MOVES.search(own) else _on_decisions(item, runs, sentences, decided)
    opens = [0, *(sentences[run[-1]].end for run in runs)]
    fit = [len(wanted & stems_in(text[low : sentences[run[-1]].end])) for low, run in zip(opens, runs, strict=False)]
    places = [_whole(item, decided, sentences[run[0]].start, sentences[run[-1]].end) for run in runs]
    spans = [item.span if len(runs) == 1 else item.text.span(*place) for place in places]
    votes = [VoteRun(*place, _within(span, decided)) for place, span in zip(places, spans, strict=True)]
    chosen = [vote for vote, fits in zip(votes, fit, strict=True) if fits == max(fit)]
    said = {vote: text[vote.start : vote.end].lower() for vote in votes}
    if named := _AMENDMENT.search(own):
        words = named[0].lower() if named["number"] else "amend"
        amending = [(vote, fits) for vote, fits in zip(votes, fit, strict=True) if words in said[vote]]
        best = max((fits for _, fits in amending), default=0)
        return [vote for vote, fits in amending if fits == best] or chosen
    if not _MOVES.search(own) and chosen and all(vote.amends_alone for vote in chosen):
        told = stems_in(" ".join(said[vote] for vote in chosen)) - stems_in(item.title or "")
        return _with_motion(votes, chosen, only=not wanted & told)
    return chosen


def run_of(item: HeldItem, decided: HeldResolution) -> VoteRun | None:
    """What a minute tells of the vote on one decision."""
    first, last = (item.text.locate(at) for at in (decided.resolution.span.start, decided.resolution.span.end - 1))
    return None if first is None or last is None else VoteRun(first, last + 1, (decided,))


def _with_motion(votes: Sequence[VoteRun], chosen: list[VoteRun], *, only: bool) -> list[VoteRun]:
    """The votes on amendments with the one on the motion behind them, or that one ``only``."""
    counted = (
        vote for vote in votes if any(one.resolution.votes and not one.resolution.amendment for one in vote.held)
    )
    behind = [vote for vote in counted if vote.start >= chosen[-1].end]
    return behind[-1:] if only and behind else [*chosen, *behind[:1]]


def _on_decisions(
    item: HeldItem, runs: list[list[int]], sentences: Sequence[Sentence], decided: Sequence[HeldResolution]
) -> list[list[int]]:
    """The runs in a decision or right behind one, where the minute records the votes on any: no counts of a survey."""
    if not any(one.resolution.votes for one in decided):
        return runs
    locate, text = item.text.locate, item.text.text
    spans = [(locate(one.resolution.span.start), locate(one.resolution.span.end - 1)) for one in decided]

    def lies_in(run: Sequence[int], first: int, last: int) -> bool:
        start, end = sentences[run[0]].start, sentences[run[-1]].end
        return first < end and (start <= last or _is_ballot(text[last + 1 : start]))

    return [run for run in runs if any(lies_in(run, a, b) for a, b in spans if a is not None and b is not None)] or runs


def _within(span: Span, decided: Sequence[HeldResolution]) -> tuple[HeldResolution, ...]:
    spans = ((one, one.resolution.span) for one in decided)
    return tuple(one for one, own in spans if own.start < span.end and span.start < own.end)


def _whole(item: HeldItem, decided: Sequence[HeldResolution], start: int, end: int) -> tuple[int, int]:
    """Where the decisions begin and end that ``start`` and ``end`` lie in, or that the vote right above is on."""
    locate, text = item.text.locate, item.text.text
    ends = ((locate(one.resolution.span.start), locate(one.resolution.span.end - 1)) for one in decided)
    places = [(first, last + 1) for first, last in ends if first is not None and last is not None]
    inside = [(first, stop) for first, stop in places if first < end and start < stop]
    above = [(first, end) for first, stop in places if stop <= start and _is_ballot(text[stop:start])]
    for first, stop in inside or above[-1:]:
        start, end = min(start, first), max(end, stop)
    return start, end


def _is_ballot(text: str) -> bool:
    """Is it no more than the rows of a table of votes, or nothing?"""
    return all("|" in line for line in text.splitlines() if line.strip())


def _runs(text: str, sentences: Sequence[Sentence], rule: re.Pattern[str]) -> list[list[int]]:
    """Sentences on a vote that stand together, each run with the motion that was voted on; a motion starts its own."""
    told = [text[one.start : one.end] for one in sentences]
    moves = [puts_motion(one) for one in told]
    runs: list[list[int]] = []
    for at in (at for at, one in enumerate(told) if rule.search(one)):
        behind = runs[-1][-1] + 1 if runs else 0
        if at < behind:
            continue
        if runs and _PUT.match(told[at]) and any(map(_ENDED.search, told[behind - 1 : at])):
            runs.append(list(range(at, _polled(told, at) + 1)))
            continue
        opened = runs and (moves[runs[-1][0]] or told[runs[-1][0]].rstrip(" -–—").endswith(":"))
        if runs and at - behind < (_BALLOT if opened else _BESIDE) and not any(moves[behind : at + 1]):
            runs[-1].extend(range(behind, _polled(told, at) + 1))
            continue
        before = range(at, max(behind, at - _BESIDE) - 1, -1)
        leans = re.match(MOVED, told[at], re.I) is not None
        first = next((one for one in before if moves[one]), max(behind, at - 1) if leans else at)
        runs.append(list(range(first, _polled(told, at) + 1)))
    return runs


def _polled(told: Sequence[str], at: int) -> int:
    """The last sentence of the ballot that sentence ``at`` leads in ("with the following result:"), else itself."""
    while _RECORDED.search(told[at]) and at + 1 < len(told) and _OTHER_SIDE.match(told[at + 1]):
        at += 1
    if told[at].rstrip(" -–—").endswith(":"):
        side = _SIDE.match(told[at]) is not None
        while at + 1 < len(told) and (_SIDE.match(told[at + 1]) or (side and _votes_so(told[at + 1]))):
            at, side = at + 1, True
        listed = _FOLLOWING.search(told[at])
        while listed and at + 1 < len(told) and _NAME.fullmatch(told[at + 1].strip()):
            at += 1
    return at


def _votes_so(line: str) -> bool:
    """Is a line below the head of a side ("Abstain:") no more than who voted so?"""
    return _NOBODY.fullmatch(line) is not None or bool(names_alone(line))
