"""The decisions inside a minute, clause by clause."""

from __future__ import annotations

import re
from dataclasses import replace

from index_store.models import MappedText, Resolution
from index_store.parser.applications import application_above, spans
from index_store.parser.clauses import Chain, inline_labels, starts_list, style_of
from index_store.parser.closing import is_sign_off
from index_store.parser.decision_lists import (
    BARE,
    Lead,
    Minute,
    opens,
    read_bullets,
    read_clauses,
    read_paragraphs,
    runs_on,
    table_end,
)
from index_store.parser.declared import declared_from
from index_store.parser.effects import effect_of
from index_store.parser.leads import RULES, only_leads
from index_store.parser.motion_clauses import set_out
from index_store.parser.motion_tables import motion_tables
from index_store.parser.motions import OUTCOMES, annotated, confirms, ended, motion_start
from index_store.parser.moved_blocks import moved_blocks
from index_store.parser.mover_lines import MOVERS, ballot_above, motion_top
from index_store.parser.replies import answered
from index_store.parser.sentences import sentences
from index_store.parser.verbs import Decision, deciding_words, find_decision, held_words
from index_store.parser.votes import read_movers, read_votes

_POINTING = re.compile(
    r"(?:Votes?: ?)?(?:(?:This|That|These|It|All)(?: was| were)?(?: \w+)?|Unanimously)? ?[Aa](?:greed|pproved)\W*$|"
    r"(?:This|That|These) (?:was|were) (?:\w+ )?\w+\W*$|(?:Votes?: ?)?(?:[Aa]ll )?(?:[Ii]n )?favou?r\W*$|"
    r"(?:RESOLVED|AGREED|APPROVED|NOTED|Noted)\W*$"
)
_WAITS = re.compile(r"(?:Deferred|DEFERRED)\W*$")
"""The whole sentence that says what came of the matter named before it."""
_MOVED_BY = re.compile(
    r"\W*(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr)\b\.? )?[A-Z][^.]{0,60}\b(?:proposed|moved)\b[,;]?"
    r"(?! (?:the|an?)\b)(?:(?! (?:that|to)\b)[^.]){0,60}\bseconded\b[^.]{0,90}\.?\W*$"
)
"""Only who moved and seconded what stands before it: "(Cllr Ash proposed, Cllr Birch seconded, all were in favour)"."""
_ENDED = re.compile(
    r"\W*(?:(?:the|this|that) )?(?:\w+ )?(?:motion|amendment|resolution|ordinance)s?(?: as amended)? (?:(?:was|were) )?"
    r"(?:then |duly |unanimously )?"
    r"(?:agreed|approved|adopted|accepted)\b(?! to\b| that\b)",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"\b(?P<verb>RESOLVED|[Rr]esolved|AGREED|[Aa]greed)(?: that)?\W*$")
_MOOT = re.compile(
    r"\bmotions? (?:was|were|is) (?:therefore )?(?:not (?:necessary|needed|required)|unnecessary|redundant)\b",
    re.IGNORECASE,
)
_ACCORDINGLY = re.compile(
    r"\W*(?:it was )?(?:so )?(?:resolved|agreed),? (?:accordingly|as proposed)"
    r"(?:[,(;][^.]*\b(?:favour|against|votes?|unanimous\w*|abst\w+|dissent\w*)\b[^.]*)?\W*$",
    re.IGNORECASE,
)
"""What leaves its words to the motion above it: "RESOLVED accordingly."."""
_PUTS = re.compile(r"\b[A-Z][\w’'-]+ (?:proposed|moved) (?:that|to|an amendment)\b[^;]*;")
"""Who puts a motion whose outcome stands in the same sentence: "Ann Other proposed that…; it was not seconded"."""
_MOVERS_TOLD = 240
"""Letters at most in a sentence that only tells who moved, and who voted how."""
_NAMED = 160
"""Letters at most in a line that names what a decision is about."""


def find_resolutions(body: MappedText) -> tuple[Resolution, ...]:
    """Every decision that ``body`` records, in order; a list of clauses gives one record a clause.

    Decisions are the words that make them ("It was AGREED that…", "Resolved:", "The Board noted…"), motions with their
    outcome, and the minutes' own approval. What was agreed elsewhere ("as had been agreed") is none.
    """
    if "|" not in body.text and not held_words(body.text):
        return ()
    minute = Minute.read(body)
    tables, answers = motion_tables(minute) | moved_blocks(minute), answered(minute)
    found: list[Resolution] = []
    at = 0
    while at < len(minute.lines):
        if at in answers:
            at += 1
            continue
        at = tables[at].stop if at in tables else _read(minute, at, found)
    whole = tuple(set_out(minute, annotated(minute, found)))
    if not tables:
        return whole
    rows = (one for table in tables.values() for one in table.found)
    return tuple(sorted([*whole, *rows], key=lambda one: one.span))


def _read(minute: Minute, at: int, found: list[Resolution]) -> int:
    """Adds the decisions that begin in line ``at``; returns the line to go on with."""
    text, line = minute.text, minute.lines[at]
    telling = deciding_words(text[line.words : line.end], minute.held)
    if not telling:
        return at + 1
    before = line.words
    for first, last in sentences(text[line.words : line.end]):
        start, end = first + line.words, last + line.words
        before, previous = start, before
        decision = find_decision(text, start, end, start == line.words, telling)
        if decision is None or is_sign_off(text[start:end]) or _MOOT.search(text, start, end):
            continue
        if only_leads(minute, at, start, end, decision):
            continue
        if (polled := declared_from(minute, at, start, end)) < start:
            found.append(replace(minute.record(polled, end, decision), effect=effect_of("declared", text[start:end])))
            continue
        if _is_outcome(text, start, end, decision):
            if (following := _ended(minute, at, start, end, decision, found)) is not None:
                return following
            continue
        points = start > line.words and bool(_POINTING.match(text[start:end]))
        if points and found and _ends_at(minute, found[-1], previous, start):
            found[-1] = replace(found[-1], verb=decision.verb)
            continue
        if found and _MOVED_BY.match(text[start:end]) and _ends_at(minute, found[-1], previous, start):
            continue
        if points and confirms(minute, at, start, decision, found):
            continue
        begin = previous if points or (start > line.words and _WAITS.match(text[start:end])) else start
        if decision.verb.upper().startswith("NO OBJ") and (top := application_above(minute, at)) is not None:
            begin = minute.lines[top].words
        lead = Lead(decision, begin, line.end)
        following = _listed(minute, at, lead, end, found)
        if following is not None:
            return following
        if line.label is not None and decision.start - line.words < 30 and (above := _lead_above(minute, at, decision)):
            found.append(minute.record(line.words, line.end, decision, line.label, above))
            return at + 1
        label = line.label if start == line.words and text.startswith("BE ", decision.start - 3) else None
        found.append(minute.record(lead.start, end, decision, label))
    return at + 1


def _ended(minute: Minute, at: int, start: int, end: int, decision: Decision, found: list[Resolution]) -> int | None:
    """Adds the motion that ended, and what the words behind its outcome lead to; the line to go on with after that."""
    if not _ends_motion(minute, at, start, end, decision, found):
        found.append(_motion(minute, at, start, end, decision, found))
    lead = _thereupon(minute, at, start, end, decision)
    return None if lead is None else _below(minute, at, lead, found)


def _thereupon(minute: Minute, at: int, start: int, end: int, decision: Decision) -> Lead | None:
    """The words that lead to what was resolved, behind the outcome of the motion: "…CARRIED, and it was RESOLVED:"."""
    text, lines = minute.text, minute.lines
    led = _RESOLVED.search(text, decision.end, end) if end == lines[at].end and at + 1 < len(lines) else None
    if led is None or not (lines[at + 1].label or lines[at + 1].bulleted):
        return None
    return Lead(Decision(led["verb"], led.start("verb"), led.end("verb"), True), start, end)


def _motion(minute: Minute, at: int, start: int, end: int, decision: Decision, found: list[Resolution]) -> Resolution:
    """A motion with its outcome, up to the table of its votes where it has one."""
    puts = _PUTS.search(minute.text, start, decision.start)
    begin = start if puts else motion_start(minute, at, minute.lines[at].words, start, found)
    polled = ballot_above(minute, at)
    stop = minute.lines[polled].start if polled < at and begin < minute.lines[polled].start else end
    return minute.record(begin, stop, decision, outcome=True)


def _ends_motion(minute: Minute, at: int, start: int, end: int, decision: Decision, found: list[Resolution]) -> bool:
    """Whether an outcome is that of decisions recorded already, which it then may undo."""
    top = motion_top(minute, at)
    opened = minute.body.span(minute.lines[top].start).start if top is not None else None
    within = opened is not None and bool(found) and found[-1].span.start >= opened
    if not within and not confirms(minute, at, start, decision, found):
        return False
    first = opened if within and opened is not None else found[-1].span.start
    polled = minute.lines[ballot_above(minute, at)].start
    votes = read_votes(minute.text[polled:end])
    movers = None
    if top is not None:
        movers = read_movers(minute.text[minute.lines[top].start : minute.lines[min(top + 2, at)].start])
    for n, one in enumerate(found):
        if one.span.start >= first:
            told = replace(ended(one, decision), votes=votes or one.votes)
            if told.effect != one.effect and n == len(found) - 1:
                told = _to_its_end(minute, told, end)
            found[n] = replace(told, proposer=movers.proposer, seconder=movers.seconder) if movers else told
    return True


def _to_its_end(minute: Minute, one: Resolution, end: int) -> Resolution:
    """A motion that came to nothing, with its words up to those that say so: alone they read like a decision."""
    start = minute.body.locate(one.span.start)
    if start is None or one.label is not None:
        return one
    text = minute.text[start:end].rstrip()
    return replace(one, text=text, span=minute.body.span(start, start + len(text)))


def _lead_above(minute: Minute, at: int, decision: Decision) -> Lead | None:
    """The words over a list whose clauses have verbs of their own ("The Panel: (i) noted…; (ii) agreed…")."""
    back = at - 1
    while back >= 0 and minute.lines[back].label is not None:
        back -= 1
    if back < 0 or not minute.lines[back].content(minute.text).rstrip("* -–").endswith(":"):
        return None
    line = minute.lines[back]
    return Lead(decision, line.words, line.end)


def _ends_at(minute: Minute, one: Resolution, start: int, end: int) -> bool:
    """Whether ``one`` ends where the sentence from ``start`` up to ``end`` does."""
    sentence = minute.text[start:end].rstrip()
    return bool(sentence) and one.span.end == minute.body.span(start, start + len(sentence)).end


def _is_outcome(text: str, start: int, end: int, decision: Decision) -> bool:
    """Whether a sentence tells how a motion ended, rather than what was decided."""
    moved = (
        MOVERS.match(text, start)
        and end - start < _MOVERS_TOLD
        and not re.search(r"\b(?:that|to)\b", text[decision.end : end])
    )
    ended = _ENDED.match(text, start, end) or (decision.verb == "voted" and not RULES.search(text, decision.end, end))
    return decision.verb.lower() in OUTCOMES or bool(moved or ended) or bool(_ACCORDINGLY.match(text, start, end))


def _listed(minute: Minute, at: int, lead: Lead, end: int, found: list[Resolution]) -> int | None:
    """The clauses that a lead introduces, inside its line or below it; None where it introduces none."""
    text, line = minute.text, minute.lines[at]
    if labels := list(inline_labels(text, lead.decision.end, line.end, None)):
        return _inline(minute, at, lead, labels, found)
    if BARE.match(text[lead.decision.end : line.end]):
        return _below(minute, at, lead, found)
    if end == line.end and opens(text[lead.start : end]):
        return _introduced(minute, at, lead, found)
    return None


def _inline(minute: Minute, at: int, lead: Lead, labels: list[tuple[int, int, str]], found: list[Resolution]) -> int:
    """Clauses whose labels stand inside the line ("RESOLVED: (i) that…; (ii) that…"), with the lines that go on."""
    lead = Lead(lead.decision, lead.start, labels[0][0])
    for (_, words, label), following in zip(labels, [*labels[1:], None], strict=True):
        end = following[0] if following else minute.lines[at].end
        found.append(minute.record(words, end, lead.decision, label, lead))
    chain = Chain(labels[0][2], style_of(minute.text[labels[0][0] : labels[0][1]].strip()))
    for _, _, label in labels[1:]:
        chain.takes(label, chain.style)
    return read_clauses(minute, at + 1, chain, lead, found)


def _below(minute: Minute, at: int, lead: Lead, found: list[Resolution]) -> int:
    """What follows bare leading words: labelled clauses, bullets, or one paragraph; else the words alone."""
    text, line = minute.text, minute.lines[at]
    after = minute.lines[at + 1] if at + 1 < len(minute.lines) else None
    tail = text[lead.decision.end : line.end]
    if placed := list(spans(minute, at + 1)):
        found += [minute.record(start, end, lead.decision, None, lead) for start, end, _ in placed]
        return placed[-1][2]
    closed = not opens(tail) and tail.strip() in (".", ";")
    if (stop := table_end(minute, at + 1)) > at + 1 and not closed:
        found.append(minute.record(minute.lines[at + 1].words, minute.lines[stop - 1].end, lead.decision, None, lead))
        return stop
    if after and after.label and starts_list(after.label):
        return read_clauses(minute, at + 1, None, lead, found)
    if after and after.bulleted and not closed:
        return read_bullets(minute, at + 1, lead, found)
    if after and not closed and (opens(tail) or re.match(r"[“\"‘']?(?:[Tt]hat|[Tt]o)\b", after.content(text))):
        return read_paragraphs(minute, at + 1, lead, found)
    if found and found[-1].span.end == minute.body.span(max(lead.start - 2, 0), lead.start + 1).start:
        return at + 1
    found.append(minute.record(lead.start, line.end, lead.decision))
    return at + 1


def _introduced(minute: Minute, at: int, lead: Lead, found: list[Resolution]) -> int:
    """A lead with words of its own ("RESOLVED that the Council:-"): labelled lines are clauses, bullets its own."""
    lines = minute.lines
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after and after.label and starts_list(after.label):
        return read_clauses(minute, at + 1, None, lead, found)
    stop = at + 1
    while stop < len(lines) and (lines[stop].bulleted or runs_on(minute.text, lines[stop - 1], lines[stop])):
        stop += 1
    if stop == at + 1 and stop < len(lines) and minute.text[lines[at].end - 1] == ":" and _names(minute, stop):
        stop += 1
    found.append(minute.record(lead.start, lines[stop - 1].end, lead.decision))
    return stop


def _names(minute: Minute, at: int) -> bool:
    """Whether a line names what the words above it lead on to: "…exclude the following case:" over "Ref 4 Trees"."""
    line = minute.lines[at]
    words = line.content(minute.text)
    if line.label is not None or line.bulleted or at in minute.ballots or not 8 < len(words) <= _NAMED:
        return False
    if not (words[0].isalnum() or words[0] in "“\"‘'"):
        return False
    return not (deciding_words(words, minute.held) or MOVERS.match(words) or words.endswith(":") or "|" in words)
