"""Numbered motions set out in lines, clause by clause: who moved them, the words that were put, the votes, the outcome.

The words are the decision; a list of clauses gives one record a clause. Reports that one motion adopts together
("…as identified below, be adopted:") are each decided by its outcome, which stands below the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from index_store.bold_rows import OUTCOME
from index_store.models import MinuteItem, Resolution
from index_store.parser.decision_lists import Minute
from index_store.parser.effects import effect_of
from index_store.parser.mover_lines import moves_alone
from index_store.parser.steps import is_amendment, is_step
from index_store.parser.votes import read_manner, read_movers, read_votes

_PASSED = "CARRIED"
_VERBS = frozenset(("CARRIED", "DEFEATED", "LOST"))
_VOTING = re.compile(r"\W*(?:VOTING|Voting)\b|\(\d{1,3}\)\s")
_ENDED = re.compile(r"(?:^|[\s.)])(?:MOTION )?(?P<verb>CARRIED|DEFEATED|LOST)(?: UNANIMOUSLY)?[ \t.]*$", re.MULTILINE)
_ADOPTS = re.compile(r"\b(?:below|following|herein)\b[^.]*\bbe (?:adopted|approved)\W*:$")
_AMENDS = re.compile(r"\W*That (?:the (?:main )?motion|clauses? \d[\d, and]*) be amended\b", re.IGNORECASE)
_MOVED = re.compile(r"^\W*(?:\d{1,4}[.)]?\s+)?[Mm]oved by\b", re.MULTILINE)
_VOTED = re.compile(r"^\W*(?:VOTING|Voting)\b", re.MULTILINE)
_CLAUSE = re.compile(r"[\"“‘']?(?:That|that|THAT)\b")


def set_out(minute: Minute, found: Iterable[Resolution]) -> Iterator[Resolution]:
    """The decisions, those that are such motions in their own words and clauses, without movers and votes."""
    for one in found:
        start = minute.body.locate(one.span.start) if one.verb in _VERBS and one.lead is None else None
        if start is None:
            yield one
            continue
        lines = minute.lines
        first = next((at for at, line in enumerate(lines) if line.end > start), len(lines))
        stop = next((at for at, line in enumerate(lines) if line.start >= start + len(one.text)), len(lines))
        yield from _motion(minute, first, stop, one) or (one,)


def _motion(minute: Minute, first: int, stop: int, one: Resolution) -> list[Resolution]:
    """The clauses of a motion in lines ``first`` up to ``stop``; empty where none is set out there.

    One of several motions in a minute has its number for a label where its clauses have none. One that was lost stays
    whole, to the word that says so: its clauses were not resolved.
    """
    text, lines = minute.text, minute.lines
    put = first
    while put < stop and moves_alone(lines[put].content(text)):
        put += 1
    end = next((at for at in range(put, stop) if _closes(minute, at)), stop)
    number = lines[first].label if first < stop else None
    if number is None or not number.isdigit() or put == first or end == put:
        return []
    if end == stop and _ENDED.search(text, lines[stop - 1].words, lines[stop - 1].end) is None:
        return []
    above = lines[first - 1].content(text) if first else ""
    words = lines[put].content(text)
    lead = minute.body.span(lines[first].words, lines[put - 1].end)
    amends = is_amendment(above) if is_step(above) else _AMENDS.match(words) is not None
    several = len(_MOVED.findall(text)) > 1
    told = replace(one, lead=lead, amendment=amends, label=number if several else None)
    if one.verb != _PASSED:
        return [replace(told, lead=None)]
    return [_worded(minute, start, until, told, label) for start, until, label in _clauses(minute, put, end)]


def _closes(minute: Minute, at: int) -> bool:
    """Whether line ``at`` tells the votes or the outcome of the motion above it."""
    words = minute.lines[at].content(minute.text)
    return _VOTING.match(words) is not None or OUTCOME.match(words) is not None


def _clauses(minute: Minute, first: int, stop: int) -> Iterator[tuple[int, int, str | None]]:
    """Where each clause in lines ``first`` up to ``stop`` begins and ends, and its label, or all of them."""
    lines, text = minute.lines, minute.text
    starts = [first]
    if _is_clause(minute, first):
        starts += [at for at in range(first + 1, stop) if _is_clause(minute, at)]
    elif _CLAUSE.match(lines[first].content(text)) and text[lines[first].end - 1] != ":":
        starts += [at for at in range(first + 1, stop) if _CLAUSE.match(lines[at].content(text))]
    for at, after in zip(starts, [*starts[1:], stop], strict=True):
        end = _ENDED.search(text, lines[after - 1].words, lines[after - 1].end)
        until = end.start() if end else lines[after - 1].end
        yield lines[at].words, until, lines[at].label if _is_clause(minute, at) else None


def _is_clause(minute: Minute, at: int) -> bool:
    line = minute.lines[at]
    return (line.label or "").isdigit() and _CLAUSE.match(line.content(minute.text)) is not None


def _worded(minute: Minute, start: int, end: int, told: Resolution, label: str | None) -> Resolution:
    words = minute.text[start:end].rstrip()
    return replace(
        told,
        text=words,
        span=minute.body.span(start, start + len(words)),
        effect=effect_of(told.verb, words),
        label=label or told.label,
    )


def with_adopted(items: Sequence[MinuteItem]) -> list[MinuteItem]:
    """The items, those that one motion adopts together with what it decided of each."""
    whole = list(items)
    for at, item in enumerate(items):
        text = item.body.text
        if not text.endswith(":") or _ADOPTS.search(text.rpartition("\n")[2]) is None:
            continue
        stop = at + 1
        while stop < len(items) and _outcome(items[stop].body.text) is None and not _moves(items[stop].body.text):
            stop += 1
        told = _outcome(items[stop].body.text) if stop < len(items) else None
        if told is not None and told["verb"] == _PASSED:
            whole[at : stop + 1] = _adopted(items[at : stop + 1], told)
    return whole


def _outcome(text: str) -> re.Match[str] | None:
    """Where the text of a minute tells how a motion ended that was not moved in it."""
    end = _ENDED.search(text) if any(verb in text for verb in _VERBS) else None
    return end if end and not _moves(text[: end.start()]) else None


def _moves(text: str) -> bool:
    return _MOVED.search(text) is not None


def _adopted(items: Sequence[MinuteItem], told: re.Match[str]) -> Iterator[MinuteItem]:
    """The motion, in the first of the items, and the reports that it adopts, each with its clauses as decided."""
    last = items[-1].body.text[: told.end()]
    voted = _VOTED.search(last)
    movers = read_movers(items[0].body.text)
    pattern = Resolution(
        verb=told["verb"],
        effect="decided",
        text="",
        span=items[0].span,
        proposer=movers.proposer,
        seconder=movers.seconder,
        votes=read_votes(last[voted.start() :]) if voted else None,
        manner=read_manner(last[voted.start() :]) if voted else None,
    )
    for at, item in enumerate(items):
        minute = Minute.read(item.body)
        lines = minute.lines
        first = next((n for n in range(len(lines) - 1, -1, -1) if moves_alone(lines[n].content(minute.text))), -1) + 1
        stop = next((n for n in range(first, len(lines)) if _closes(minute, n)), len(lines))
        behind = item.resolutions if at == 0 else _behind(item, minute, stop)
        if first == 0 and at == 0 or stop == first:
            yield item
            continue
        found = (_worded(minute, *placed[:2], pattern, placed[2]) for placed in _clauses(minute, first, stop))
        yield replace(item, resolutions=(*found, *behind))


def _behind(item: MinuteItem, minute: Minute, stop: int) -> tuple[Resolution, ...]:
    """What is decided in a report behind the outcome that closes its clauses."""
    ended = _ENDED.search(minute.text, minute.lines[stop].start) if stop < len(minute.lines) else None
    if ended is None:
        return ()
    edge = minute.body.span(*ended.span("verb")).end
    return tuple(one for one in item.resolutions if one.span.start >= edge)
