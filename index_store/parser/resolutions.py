"""The decisions inside a minute, clause by clause."""

from __future__ import annotations

import re
from dataclasses import replace

from index_store.models import MappedText, Resolution
from index_store.parser.clauses import Chain, Line, inline_labels, lines_of, starts_list, style_of
from index_store.parser.sentences import sentences
from index_store.parser.verbs import Decision, effect_of, find_decision
from index_store.parser.votes import read_movers, read_votes

_BARE = re.compile(
    r"(?:\s*[-–—:;.,*]|\s+(?:that|to|as follows|the following|unanimously|by the (?:committee|board|council)|"
    r"accordingly|to)\b)*\s*$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?::\s*[-–—]?|\bthat|[-–—])\**\s*$")
_OUTCOME = {"carried", "lost", "defeated", "passed", "failed", "withdrawn"}
_MOVING = re.compile(r"\b(?i:moved|proposed|prop\.|on the motion|motion)\b")
_VOTING = re.compile(
    r"\W*(?:For|FOR|In favou?r|IN FAVOU?R|Against|AGAINST|Abst|ABST|Opposed|OPPOSED|Yea|YEA|Nay|NAY|Ayes?|Noes|Yes|"
    r"No|NO|YES|Votes?|Voting|VOTE|Recorded|RECORDED|A recorded vote|On being put|\(\d+)\b"
)
_MOVERS = re.compile(r"\W*(?i:proposed|prop\b|proposer|moved|mover|seconded|seconder|2nd|on the motion)")
_POINTING = re.compile(
    r"(?:(?:This|That|These|It|All)(?: was| were)?(?: \w+)?|Unanimously)? ?[Aa](?:greed|pproved)\W*$|(?:This|That|"
    r"These) (?:was|were) (?:\w+ )?\w+\W*$"
)
Found = list[Resolution]


def find_resolutions(body: MappedText) -> tuple[Resolution, ...]:
    """Every decision that ``body`` records, in order; a list of clauses gives one record a clause."""
    text = body.text
    lines = lines_of(text)
    found: Found = []
    at = 0
    while at < len(lines):
        at = _read(body, lines, at, found)
    return tuple(_annotate(body, lines, found))


def _read(body: MappedText, lines: list[Line], at: int, found: Found) -> int:
    """Adds the decisions that begin in line ``at``; returns the line to go on with."""
    text, line = body.text, lines[at]
    before = line.words
    for start, end in _sentences(text, line):
        before, previous = start, before
        decision = find_decision(text, start, end, start == line.words)
        if decision is None:
            continue
        if decision.verb.lower() in _OUTCOME:
            if not _settled(body, lines, at, start, found):
                found.append(_motion(body, lines, at, end, decision, found))
            continue
        if _MOVERS.match(text, start) and end - start < 80:
            if _settled(body, lines, at, start, found):
                continue
            start = line.words
        elif start > line.words and _POINTING.match(text[start:end]):
            start = previous
        inline = _inline(body, lines, at, start, decision, found)
        if inline is not None:
            return inline
        if _BARE.match(text[decision.end : line.end]):
            return _list(body, lines, at, start, decision, found)
        if end == line.end and _OPEN.search(text[start:end]):
            return _introduced(body, lines, at, start, decision, found)
        found.append(_record(body, start, end, decision))
    return at + 1


def _sentences(text: str, line: Line) -> list[tuple[int, int]]:
    return [(start + line.words, end + line.words) for start, end in sentences(text[line.words : line.end])]


def _record(
    body: MappedText,
    start: int,
    end: int,
    decision: Decision,
    label: str | None = None,
    lead: tuple[int, int] | None = None,
) -> Resolution:
    """One clause: ``start`` to ``end`` of the reading text, trimmed."""
    text = body.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    words = text[start:end]
    return Resolution(
        verb=decision.verb,
        effect=effect_of(decision.verb, _ruling(text, start, end, decision)),
        text=words,
        span=body.span(start, end),
        label=label,
        lead=body.span(*lead) if lead else None,
        amendment=bool(re.search(r"\bamendment\b", text[lead[0] : lead[1]] if lead else words, re.IGNORECASE))
        and decision.verb.lower() in _OUTCOME,
    )


def _ruling(text: str, start: int, end: int, decision: Decision) -> str:
    """The words that the verb rules: what follows it in the same sentence, or all where next to nothing does."""
    follows = text[decision.end : end] if start <= decision.start < end else ""
    return follows if len(follows.split()) > 2 else text[start:end]


def _inline(body: MappedText, lines: list[Line], at: int, start: int, decision: Decision, found: Found) -> int | None:
    """Clauses whose labels stand inside the line ("RESOLVED: (i) that…; (ii) that…"), with the lines that go on."""
    text, line = body.text, lines[at]
    labels = list(inline_labels(text, decision.end, line.end, None))
    if not labels:
        return None
    lead = (start, labels[0][0])
    for (_, words, label), following in zip(labels, [*labels[1:], None], strict=True):
        end = following[0] if following else line.end
        found.append(_record(body, words, end, decision, label, lead))
    chain = Chain(labels[0][2], style_of(text[labels[0][0] : labels[0][1]].strip()))
    for _, _, label in labels[1:]:
        chain.takes(label, chain.style)
    return _clauses(body, lines, at + 1, chain, decision, lead, found)


def _list(body: MappedText, lines: list[Line], at: int, start: int, decision: Decision, found: Found) -> int:
    """What follows bare leading words: labelled clauses, bullets, or one paragraph; else the words alone."""
    text, line = body.text, lines[at]
    lead = (start, line.end)
    after = lines[at + 1] if at + 1 < len(lines) else None
    closed = not _OPEN.search(text[decision.end : line.end]) and text[decision.end : line.end].strip() in (".", ";")
    if after and after.label and starts_list(after.label):
        return _clauses(body, lines, at + 1, None, decision, lead, found)
    if after and after.bulleted and not closed:
        return _bullets(body, lines, at + 1, decision, lead, found)
    if (
        after
        and not closed
        and (_OPEN.search(text[start : line.end]) or re.match(r"(?:That|that|To|to)\b", after.content(text)))
    ):
        return _paragraphs(body, lines, at + 1, decision, lead, found)
    found.append(_record(body, start, line.end, decision))
    return at + 1


def _introduced(body: MappedText, lines: list[Line], at: int, start: int, decision: Decision, found: Found) -> int:
    """A lead with words of its own ("RESOLVED that the Council:-"): labelled lines are clauses, bullets belong to it."""
    text, line = body.text, lines[at]
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after and after.label and starts_list(after.label):
        return _clauses(body, lines, at + 1, None, decision, (start, line.end), found)
    stop = at + 1
    while stop < len(lines) and (lines[stop].bulleted or _runs_on(text, lines[stop - 1], lines[stop])):
        stop += 1
    found.append(_record(body, start, lines[stop - 1].end, decision))
    return stop


def _clauses(
    body: MappedText,
    lines: list[Line],
    at: int,
    chain: Chain | None,
    decision: Decision,
    lead: tuple[int, int],
    found: Found,
) -> int:
    """Labelled lines from ``at`` on, each with the lists inside it and the lines that run on."""
    text = body.text
    while at < len(lines):
        line = lines[at]
        if line.label is None:
            return at
        if chain is None:
            chain = Chain(line.label, line.style)
        elif not chain.takes(line.label, line.style):
            return at
        stop = at + 1
        while stop < len(lines) and _belongs(text, lines[stop - 1], lines[stop], chain):
            stop += 1
        found.extend(_split(body, line, lines[stop - 1].end, chain, decision, lead))
        at = stop
    return at


def _split(body: MappedText, line: Line, end: int, chain: Chain, decision: Decision, lead: tuple[int, int]) -> Found:
    """The clause that ``line`` opens; further clauses of the list that stand in the same line become records too."""
    starts = [(line.words, line.words, line.label or "")]
    starts += list(inline_labels(body.text, line.words, end, chain))
    return [
        _record(body, words, following[0] if following else end, decision, label, lead)
        for (_, words, label), following in zip(starts, [*starts[1:], None], strict=True)
    ]


def _belongs(text: str, before: Line, line: Line, chain: Chain) -> bool:
    """Whether ``line`` is part of the clause before it: a list inside it, or words that run on."""
    if line.label is not None:
        probe = Chain("i", "")
        probe.__dict__.update(chain.__dict__)
        return not probe.takes(line.label, line.style) and _nested(text, before, line)
    if line.bulleted:
        return bool(_OPEN.search(text[before.start : before.end])) or before.bulleted and not before.label
    return _runs_on(text, before, line)


def _nested(text: str, before: Line, line: Line) -> bool:
    return (
        bool(line.label)
        and (starts_list(line.label or "") or before.label is not None)
        and text[before.end - 1] in ":;,-–d"
    )


def _runs_on(text: str, before: Line, line: Line) -> bool:
    """Whether a sentence goes on over a break that reading text did not mend."""
    ended = text[before.start : before.end].rstrip()[-1:] in ".;:!?"
    return not ended and line.label is None and not line.bulleted and line.content(text)[:1].islower()


def _bullets(
    body: MappedText, lines: list[Line], at: int, decision: Decision, lead: tuple[int, int], found: Found
) -> int:
    while at < len(lines) and lines[at].bulleted:
        line = lines[at]
        found.append(_record(body, line.words, line.end, decision, None, lead))
        at += 1
    return at


def _paragraphs(
    body: MappedText, lines: list[Line], at: int, decision: Decision, lead: tuple[int, int], found: Found
) -> int:
    """The paragraph behind bare leading words, and those after it that open with "That"."""
    first = True
    while at < len(lines) and (first or re.match(r"[Tt]hat\b", lines[at].content(body.text))):
        line = lines[at]
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following and following.label and starts_list(following.label) and _OPEN.search(line.content(body.text)):
            return _clauses(body, lines, at + 1, None, decision, (lead[0], line.end), found)
        found.append(_record(body, line.words, line.end, decision, None, lead))
        at, first = at + 1, False
    return at


def _motion(body: MappedText, lines: list[Line], at: int, end: int, decision: Decision, found: Found) -> Resolution:
    """A motion with its outcome: from the words that move it, at most six lines back, to the outcome."""
    text = body.text
    start = lines[at].words
    for back in range(at, max(-1, at - 7), -1):
        if found and body.span(lines[back].words, lines[back].end).start < found[-1].span.end:
            break
        if _MOVING.search(lines[back].content(text)):
            start = lines[back].words
            if re.match(
                r"(?i)\W*(?:it was |that )?(?:moved|proposed|prop|on the motion|motion|amendment|councillor|cllr)",
                lines[back].content(text),
            ):
                break
    return _record(body, start, end, decision)


def _settled(body: MappedText, lines: list[Line], at: int, start: int, found: Found) -> bool:
    """Whether an outcome ("Motion passed") only confirms the decision printed just before it."""
    if not found or found[-1].verb.lower() in _OUTCOME:
        return False
    last = body.locate(found[-1].span.end - 1)
    if last is None or last + 1 < lines[max(0, at - 1)].start:
        return False
    since = body.text[last + 1 : start]
    return not _MOVING.search(since) and ("\n" not in since or not since.strip(" .\n)"))


def _annotate(body: MappedText, lines: list[Line], found: Found) -> Found:
    """Adds proposer, seconder and votes from the words of each decision and the lines next to it."""
    return [replace(one, **_around(body, lines, one, found)) for one in found]


def _around(body: MappedText, lines: list[Line], one: Resolution, found: Found) -> dict[str, object]:
    text = body.text
    start = body.locate(one.lead.start if one.lead else one.span.start) or 0
    stop = (body.locate(one.span.end - 1) or 0) + 1
    first = next((n for n, line in enumerate(lines) if line.end > start), 0)
    last = next((n for n, line in enumerate(lines) if line.end >= stop), len(lines) - 1)
    near = text[lines[first].start : stop] if one.lead is None else text[lines[first].start : lines[first].end]
    while first > 0 and _MOVERS.match(text, lines[first - 1].start):
        first -= 1
        near = text[lines[first].start : lines[first].end] + "\n" + near
    tail = text[stop : lines[last].end]
    taken = {other.span.start for other in found if other is not one}
    for line in lines[last + 1 : last + 7]:
        if (
            not (_VOTING.match(text, line.start) or _MOVERS.match(text, line.start))
            or body.span(line.words, line.end).start in taken
        ):
            break
        tail += "\n" + text[line.start : line.end]
    movers, votes = read_movers(near + "\n" + tail), read_votes(one.text + "\n" + tail)
    return {"proposer": movers.proposer, "seconder": movers.seconder, "votes": votes}
