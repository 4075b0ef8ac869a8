"""The list or the number of the meetings whose minutes are held, each with the line that dates it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, AnswerKind
from assistant.citing import Citing
from assistant.question import Question
from assistant.registers.answers import answered, first_line, sitting
from assistant.wording import body_of, day
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_ANNUAL = re.compile(r"\bagm\b|\bannual (?:general |parish |town |community |public )?(?:meeting|assembly)\b", re.I)


def meetings_asked(question: Question, catalogue: Catalogue) -> tuple[HeldMeeting, ...]:
    """Those of the dates named, whether hard or soft; all in scope where none is named."""
    meetings = catalogue.meetings(question.scope)
    if question.date_hard or not question.periods:
        return meetings
    return tuple(one for one in meetings if one.date and any(period.holds(one.date) for period in question.periods))


def meetings_held(
    question: Question, asked: Sequence[HeldMeeting], catalogue: Catalogue, only: str = "only"
) -> Answer | None:
    """The dated meetings of those ``asked`` about, or the first or last of them; ``only`` says what a single one is."""
    meetings = [one for one in asked if one.date]
    # Where no meeting held is known for the annual one, the minutes may still say when that was.
    if not meetings or (_ANNUAL.search(question.own) and len(asked) == len(catalogue.meetings()) > 1):
        return None
    only_last = re.search(r"\b(?:last|latest|newest|most recent)\b", question.own, re.I)
    only_first = re.search(r"\b(?:first|oldest|earliest)\b", question.own, re.I)
    picked = meetings[-1:] if only_last else meetings[:1] if only_first else meetings
    citing = Citing(catalogue.source_text)
    rows = [f"- {sitting(one)} {marker}" for one in picked if (marker := _marked(one, catalogue, citing))]
    if not rows:
        return None
    if len(picked) == 1:
        which = "latest" if only_last else "first" if only_first else only
        return answered(question, "list", [f"The {which} meeting whose minutes are held: {rows[0][2:]}."], citing)
    kind: AnswerKind = "count" if question.kind == "count" else "list"
    period = f" for {question.date_words}" if question.date_words else ""
    return answered(question, kind, [f"Minutes of {len(rows)} meetings are held{period}:", *rows], citing)


def of_its_sort(question: Question, coming: Answer | None) -> Answer | None:
    """``coming``, unless an annual meeting is asked for, and what it quotes says nothing of one."""
    if coming is None or coming.status != "answered" or not _ANNUAL.search(question.own):
        return coming
    return coming if any(_ANNUAL.search(f"{one.title or ''} {one.quote}") for one in coming.citations) else None


def bodies_held(question: Question, asked: Sequence[HeldMeeting], catalogue: Catalogue) -> Answer | None:
    """Each body with how many of its meetings are held, the first and the last, the last cited."""
    groups: dict[str, list[HeldMeeting]] = {}
    for meeting in asked:
        groups.setdefault(meeting.slug, []).append(meeting)
    citing, rows = Citing(catalogue.source_text), []
    for own in groups.values():
        dated = [one for one in own if one.date] or own
        many = f"{len(own)} meetings, {day(dated[0].date)} to {day(dated[-1].date)}"
        marker = _marked(dated[-1], catalogue, citing)
        rows.append(f"- {body_of(own[-1])}: {many if len(own) > 1 else f'one meeting, {day(own[0].date)}'} {marker}")
    bodies = "one body" if len(rows) == 1 else f"{len(rows)} bodies"
    return answered(question, "list", [f"Minutes of {bodies} are held:", *rows], citing) if rows else None


def _marked(meeting: HeldMeeting, catalogue: Catalogue, citing: Citing) -> str:
    items: Sequence[HeldItem] = catalogue.items(meeting.id)
    for item in items[:2]:
        if item.text.text.strip():
            start, end = _dated_line(item)
            return citing.quote(item, start, end)[1]
        if item.heading:
            return citing.mark(item, item.heading)
    return ""


def _dated_line(item: HeldItem) -> tuple[int, int]:
    """The header's line with the year, else its first."""
    year = (item.meeting.date or "")[:4]
    head = item.text.text[:1500]
    match = re.search(rf"[^\n]*(?:[Mm]eeting|held|[A-Z][a-z]+day)[^\n]*\b{year}\b[^\n]*", head) if year else None
    match = match or (re.search(rf"[^\n]*\b{year}\b[^\n]*", head) if year else None)
    return match.span() if match else first_line(item)


def line_with(item: HeldItem, words: str) -> tuple[int, int] | None:
    """Where the line of the minute stands that has ``words``, whatever the spaces and stops in a time."""
    pattern = r"[\s.:,]*".join(re.escape(part) for part in re.findall(r"\w+", words))
    match = re.search(pattern, item.text.text, re.I)
    if not match:
        return None
    start = item.text.text.rfind("\n", 0, match.start()) + 1
    end = item.text.text.find("\n", match.end())
    end = len(item.text.text) if end < 0 else end
    return (start, end) if end - start <= 300 else (match.start(), match.end())
