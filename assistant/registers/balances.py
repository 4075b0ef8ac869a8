"""What stood in the bank at a meeting: the sums that its treasurer's or finance report gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, declined, left_words, sitting, spoken_list
from assistant.sentences import lay_out
from assistant.terms import stems_in, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_ASKED = re.compile(
    r"\bbalances?\b|\b(?:in|at) the bank\b|\b(?:treasurer['’]?s?|project|current|deposit|savings?|reserves?"
    r"|bank) accounts?\b"
    r"|\btreasurer['’]?s? (?:report|figures?|funds?)\b|\bhow much (?:money )?(?:did|do|does|have"
    r"|has) .{0,40}\b(?:in (?:the|our) (?:bank|account|funds?)|left)\b"
    r"|\bhow much (?:money|cash) (?:do|does|did|have|has) (?:(?!a\b|an\b)[\w'’]+ ){1,4}(?:currently |still )?"
    r"(?:have|got|hold)(?= (?:now|at|in|left|altogether|on)\b|\W*$)",
    re.I,
)
_REPORT = re.compile(r"\b(?:treasurer|financ\w*|accounts?|bank|balances?|funds)\b", re.I)
_SUM = re.compile(r"[£$€]\s?\d")
_STATE = re.compile(
    r"\b(?:balances?|accounts?|bank|st(?:ands?|ood)|funds?|credit|remaining|currently|reserves?|held|left|TA|PA|CGF)\b"
    r"|\b(?:has|have|had)(?: (?:now|currently|about|over|just|only|a total of))? (?=[£$€])",
    re.I,
)
#: Not "had found the balance of £400", which is a remainder.
_HEADED = re.compile(
    r"\btreasurer|\bbank balance|\b(?<!the )balances?\b|\bbalances?(?: \w+){0,3}? (?:was|were|is|are|st\w+)\b", re.I
)
_RESULT = re.compile(
    r"\bshow(?:ed|s|ing)? an? (?:\w+ )?(?:loss|deficit|surplus)\b"
    r"|^(?!.*\b(?:balance|currently|st(?:ands|ood)|in [\w’']+ (?:\w+[’']s )?(?:\w+ )?(?:account|bank))\b)"
    r".*\b(?:pa(?:y|id|ying|yments?)|transfer\w*|invoic\w+|subscriptions?|received)\b",
    re.I | re.S,
)
"""A sum that came or went, and is not what stands in the bank."""
#: The treasurer's report may tell of other things.
_BALANCE = re.compile(r"\bbalances?\b|\bbank\b|\baccounts?\b|\bmoney\b|\bfunds?\b|\bfigures?\b", re.I)
_END = re.compile(r"\b(?:end|close) of (?:the )?(?:month of )?\w+", re.I)
_SOON = 100
"""So many days on, a day without its year is the one of this year."""
_SEVERAL, _LATEST = 6, 12
"""So many balances are told; so many meetings of a body are looked at for its latest, and so many bodies."""
_WORDS = (
    "balance balances bank treasurer treasurers account accounts current deposit savings reserve reserves report "
    "figure figures fund funds money how much have "
    "stand stood stands left both minutes meeting meetings going recent most cash total now latest position "
    "got hold held has had have does did currently still altogether"
)


def balances_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The balances minuted at each meeting asked about, or at the newest; declines where that meeting gives none."""
    if question.numbers or question.people or question.context or not _ASKED.search(question.own):
        return None
    kinds = set(re.findall(r"\b(project|current|deposit|savings?|reserves?) account", question.own, re.I))
    others = set(left_words(question, _WORDS, *kinds))
    if len(others) > 2:
        return None
    own = others - {"end", "close"}
    if stood := [one for one in _stood_at(question, catalogue) if own <= stems_in(f"{one[0].body} {one[0].council}")]:
        citing = Citing(catalogue.source_text)
        rows = [_row(meeting, found, citing) for meeting, found in stood[:_SEVERAL]]
        return answered(question, "fact", [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)
    meetings, named = _meetings(question, catalogue, others)
    others -= {stem for one in meetings for stem in _whose(one)}
    told = [(meeting, found) for meeting in meetings if (found := _sums(meeting, catalogue))]
    if not named:
        newest = {meeting.slug: (meeting, found) for meeting, found in told}
        told = told[-_SEVERAL:] if question.periods else list(newest.values())[-_SEVERAL:]
    words = {
        word.stem for _, found in told for item, start, end in found for word in words_of(item.text.text[start:end])
    }
    if not others <= words or not {kind.lower() for kind in kinds} <= _plain(told):
        return None
    if not told:
        if not named or others or not _BALANCE.search(question.own):
            return None
        items = [
            item for meeting in meetings for item in catalogue.items(meeting.id) if _REPORT.search(item.title or "")
        ]
        return declined(question, catalogue, "fact_absent", items)
    citing = Citing(catalogue.source_text)
    lines = [_row(meeting, found, citing) for meeting, found in told]
    lines = [f"- {line}" for line in lines] if len(lines) > 1 else lines
    silent = [meeting for meeting in meetings if named and meeting.date not in {one.date for one, _ in told}]
    if silent:
        lines.append(f"No balance is minuted for {spoken_list([sitting(meeting) for meeting in silent])}.")
    return answered(question, "fact", lines, citing)


def _stood_at(question: Question, catalogue: Catalogue) -> list[tuple[HeldMeeting, list[tuple[HeldItem, int, int]]]]:
    """What stood in the bank on the one day asked about, or at the end of a month, where minutes write that day."""
    days = [one for one in question.periods if one.date_to and (one.precision == "day" or _END.search(question.own))]
    if len(days) != 1 or len(question.periods) != 1:
        return []
    day = date.fromisoformat(days[0].date_to or "")
    named = rf"\b{day.day}(?:st|nd|rd|th)?(?: of)? {day:%B}\b"
    found = []
    for meeting in catalogue.meetings(question.scope):
        soon = meeting.date and 0 <= (date.fromisoformat(meeting.date) - day).days <= _SOON
        written = re.compile(rf"{named}(?:,? {day.year}\b{'|(?!,? ?[0-9])' if soon else ''})", re.I)
        own = [
            (item, start, end)
            for item, start, end in _sums(meeting, catalogue)
            if written.search(item.text.text[start:end])
        ]
        if own:
            found.append((meeting, own))
    return found


def _whose(meeting: HeldMeeting) -> frozenset[str]:
    return stems_in(f"{meeting.body or ''} {meeting.council or ''}") - {"account", "fund", "financ"}


def _meetings(question: Question, catalogue: Catalogue, words: set[str]) -> tuple[list[HeldMeeting], bool]:
    """The meetings of the times that are named, and whether any is; else all up to now. Of them those of the body that
    one of the ``words`` names by its place."""
    held = list(catalogue.meetings(question.scope))
    held = [one for one in held if words & _whose(one)] or held
    if question.date_hard and len(held) <= 4:
        return held, True
    narrow = [one for one in question.periods if one.precision in ("day", "month")]
    if not question.periods:
        own: dict[str, list[HeldMeeting]] = {}
        for one in held:
            own.setdefault(one.slug, []).append(one)
        if len(own) > _LATEST:
            return held[-_LATEST:], False
        return [one for meetings in own.values() for one in meetings[-_LATEST:]], False
    within = [one for one in held if any(one.date and period.holds(one.date) for period in question.periods)]
    return within, len(narrow) == len(question.periods)


def _sums(meeting: HeldMeeting, catalogue: Catalogue) -> list[tuple[HeldItem, int, int]]:
    """Sentences that state a balance: in the report on finance, else in a paragraph that is headed by one."""
    items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
    reports = [item for item in items if _REPORT.search(item.title or "")]
    for group, label in ((reports, False), ([item for item in items if item not in reports], True)):
        found = [place for item in group for place in _stated(item, label)]
        if found:
            return found
    return []


def _stated(item: HeldItem, label: bool) -> list[tuple[HeldItem, int, int]]:
    text, layout = item.text.text, lay_out(item.text.text)
    found = []
    for at, block in enumerate(layout.blocks):
        words = text[block.start : block.end]
        before = text[layout.blocks[at - 1].start : block.start] if at else ""
        headed = not label or _HEADED.search(f"{before[:60]} {words}")
        if headed:
            found += [
                (item, one.start, one.end)
                for one in (layout.sentences[each] for each in layout.of_block(at))
                if _SUM.search(text[one.start : one.end])
                and _STATE.search(text[one.start : one.end])
                and not _RESULT.search(text[one.start : one.end])
            ]
    return found[:4]


def _plain(told: Sequence[tuple[HeldMeeting, list[tuple[HeldItem, int, int]]]]) -> set[str]:
    words = " ".join(item.text.text[start:end] for _, found in told for item, start, end in found)
    return set(re.findall(r"[a-z]+", words.lower()))


def _row(meeting: HeldMeeting, found: Sequence[tuple[HeldItem, int, int]], citing: Citing) -> str:
    runs: list[tuple[HeldItem, int, int]] = []
    for item, start, end in found:
        if runs and runs[-1][0].id == item.id and start - runs[-1][2] <= 3:
            runs[-1] = (item, runs[-1][1], end)
        else:
            runs.append((item, start, end))
    said = []
    for item, start, end in runs:
        quote, marker = citing.quote(item, start, end)
        said.append(f"{heading_of(item)}: “{quote}” {marker}")
    return f"{sitting(meeting)}, {' … '.join(said)}"
