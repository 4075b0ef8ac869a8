"""Decisions set out in lines: who proposed, who seconded, "And agreed following a show of hands", then the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index_store.models import Resolution
from index_store.parser.decision_lists import Minute
from index_store.parser.effects import effect_of
from index_store.parser.motion_tables import Table
from index_store.parser.votes import read_manner, read_movers, read_votes

_MOVER = re.compile(r"\W*(?:Proposed|Moved)(?: by)?[: ]+[A-Z][\w.’'\- ]{2,60}[,;]?\W*")
_SECONDER = re.compile(r"\W*(?:And )?[Ss]econded(?: by)?[: ]+[A-Z][\w.’'\- ]{2,60}[,;]?\W*")
_AGREED = re.compile(
    r"\W*(?:and |all |unanimously )?(?P<verb>agreed|approved|adopted|resolved)(?: unanimously)?"
    r"(?: (?:following|on|by|after) a show of hands?)?\W*",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"‘']\s*(?:That|We|To|THAT)\b")
_ENDED = re.compile(
    r"\W*(?:Decision|Result|Outcome|Resolution)[/ \w]{0,20}:\s*(?:the )?(?:Motion|Amendment|Proposal) (?:was )?"
    r"(?P<verb>carried|passed|defeated|lost|withdrawn|deferred|adopted|rejected)\W*",
    re.IGNORECASE,
)
_CLOSES = ("”", '"', "”.", '".', "’.", "’")
_LONGEST = 5
_BACK = 80


def moved_blocks(minute: Minute) -> dict[int, Table]:
    """Each such decision by the line in which it begins; one that another sentence tells again is left to that."""
    return dict(_blocks(minute))


def _blocks(minute: Minute) -> Iterator[tuple[int, Table]]:
    words = [line.content(minute.text) for line in minute.lines]
    for at in range(len(words) - 2):
        if _MOVER.fullmatch(words[at]) and _SECONDER.fullmatch(words[at + 1]):
            agreed = _AGREED.fullmatch(words[at + 2])
            after = words[at + 3] if at + 3 < len(words) else ""
            stop = _quoted_to(words, at + 3)
            if agreed and "agreed" not in after and (stop > at + 3 or "show of hand" in words[at + 2].lower()):
                yield at, Table(stop, (_agreed(minute, at, stop, agreed["verb"]),))
    for at, line in enumerate(words):
        if found := _ENDED.fullmatch(line):
            yield at, Table(at + 1, (_ended(minute, words, at, found["verb"]),))


def _quoted_to(words: list[str], at: int) -> int:
    """The line behind the quoted words that begin in line ``at``; ``at`` itself where none do."""
    if at >= len(words) or not _QUOTED.match(words[at]):
        return at
    ends = (n for n in range(at, min(at + _LONGEST, len(words))) if words[n].rstrip().endswith(_CLOSES))
    return next(ends, at) + 1


def _agreed(minute: Minute, at: int, stop: int, verb: str) -> Resolution:
    """The quoted words behind the three lines; the lines themselves where nothing is quoted."""
    lines, text = minute.lines, minute.text
    first = at + 3 if stop > at + 3 else at
    start, end = lines[first].start, lines[stop - 1].end
    lead = text[lines[at].start : lines[at + 2].end]
    movers = read_movers(lead)
    return Resolution(
        verb=verb,
        effect=effect_of(verb, text[start:end]),
        text=text[start:end],
        span=minute.body.span(start, end),
        lead=minute.body.span(lines[at].start, lines[at + 2].end) if first > at else None,
        proposer=movers.proposer,
        seconder=movers.seconder,
        manner=read_manner(lead),
    )


def _ended(minute: Minute, words: list[str], at: int, verb: str) -> Resolution:
    """A motion that is quoted further up, by the line that tells how it ended; that line where none is quoted."""
    lines, text = minute.lines, minute.text
    top = next((n for n in range(at - 1, max(-1, at - _BACK), -1) if _ENDED.fullmatch(words[n])), -1) + 1
    quoted = next((n for n in range(at - 1, top - 1, -1) if words[n][:1] in '“"' and len(words[n]) > _BACK), None)
    moved = next((n for n in range(at - 1, top - 1, -1) if _MOVER.fullmatch(words[n])), None)
    movers = read_movers("\n".join(words[moved : moved + 2])) if moved is not None else None
    start, end = (lines[at].start, lines[at].end) if quoted is None else (lines[quoted].start, lines[quoted].end)
    return Resolution(
        verb=verb,
        effect=effect_of(verb.lower(), text[start:end]),
        text=text[start:end],
        span=minute.body.span(start, end),
        proposer=movers.proposer if movers else None,
        seconder=movers.seconder if movers else None,
        votes=read_votes("\n".join(words[max(top, at - 2) : at])),
    )
