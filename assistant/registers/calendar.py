"""When and where meetings were, are to be, began and ended; which meetings are held, and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, AnswerKind
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import (
    answered,
    first_line,
    left_words,
    one_sitting,
    shown,
    sitting,
    whole,
)
from index_store.catalogue import Catalogue
from index_store.models import HeldItem, HeldMeeting, Span

_NEXT = re.compile(
    r"\bnext (?:\w+ ){0,4}?meetings?\b|\bmeets? next\b|\bfuture meetings?\b|\bdates? of (?:the )?next\b"
    r"|\bwhen (?:do|does|will|are|is) .{0,40}meet(?:ing)?\b(?! (?:on|at|in)\b)",
    re.I,
)
_WHEN = re.compile(r"\b(?:when|dates?|time|where|day|how soon)\b|^\W*(?:the )?next\b", re.I)
_COMING = re.compile(r"\b(?:next|future)\b", re.I)
_NEXT_TITLE = re.compile(
    r"\b(?:next|future)\b.{0,20}\bmeetings?\b|\bmeetings?\b.{0,20}\bdates?\b|\bdates?\b.{0,15}\bmeetings?\b", re.I
)
_BEGAN = re.compile(
    r"\b(?:what time|when) (?:did|was) .{0,60}(?:start|begin|open|commence|kick off|called to order)\w*", re.I
)
_ENDED = re.compile(r"\b(?:what time|when) (?:did|was) .{0,60}(?:end|finish|close|conclude|wind up|adjourn)\w*", re.I)
_WHERE = re.compile(
    r"\bwhere (?:do|does) .{0,50}\bmeet\b|\bwhere (?:was|did|were)\b.*\b(?:meet\w*|held)\b|\bvenue\b"
    r"|\bwhere .{0,40}meeting\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:how many|list|which|what|all)\b.{0,30}\b(?:meetings|minutes)\b(?!.{0,60}\b(?:discuss\w*|mention\w*"
    r"|consider\w*|about|attend\w*|chair\w*|apolog\w*)\b)"
    r"|\bwhen (?:did|was) .{0,50}(?:last|first) (?:meet|met|meeting|sit)\b|\b(?:last|first) time .{0,40}\b(?:met"
    r"|meet|sat)\b|\bhow many times (?:did|has|have) .{0,40}\bmeet\b|\b(?:first|last) (?:held )?meeting (?:held"
    r"|you have)\b"
    r"|\bwhat (?:minutes|meetings) (?:do you|are) (?:have|hold|held)\b",
    re.I,
)
_WORDS = (
    "meeting meetings next held hold list dates date future venue place time times start started begin began open "
    "opened end ended finish finished close closed "
    "commence first last latest many meet met meets take took place you have minutes there which sit sat kick "
    "adjourn adjourned wind conclude concluded order called due again"
)


def calendar_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Next meeting, times, venue, and the list or number of meetings held; None for anything with a topic."""
    text = question.own
    rules = (_NEXT, _BEGAN, _ENDED, _WHERE, _HELD)
    if question.numbers or question.people or not any(rule.search(text) for rule in rules):
        return None
    if left_words(question, _WORDS) or question.other_body:
        return None
    if _NEXT.search(text) and _WHEN.search(text):
        return _next(question, catalogue)
    if _BEGAN.search(text) or _ENDED.search(text):
        return _hours(question, catalogue, began=_BEGAN.search(text) is not None)
    if _WHERE.search(text):
        return _venue(question, catalogue)
    if _HELD.search(text):
        return _held(question, catalogue)
    return None


def _next(question: Question, catalogue: Catalogue) -> Answer | None:
    """What the meeting asked about, else each body's latest, minuted of the next."""
    meetings = catalogue.meetings(question.scope)
    if not question.date_hard:
        newest: dict[str, HeldMeeting] = {one.slug: one for one in meetings if one.date}
        meetings = tuple(newest.values())
    if not meetings or len(meetings) > 6:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for meeting in meetings:
        items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
        titled = [item for item in items if _NEXT_TITLE.search(item.title or "")]
        if titled:
            lines.append(f"{sitting(meeting)}, {heading_of(titled[-1])}: {_said(titled[-1], citing)}")
            continue
        for item in items[::-1]:
            match = re.search(r"[^\n.]*\b(?:next|future) meetings?\b[^\n]*", item.text.text, re.I)
            if match and re.search(r"\d", match[0]):
                quote, marker = citing.quote(item, *match.span())
                lines.append(f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}")
                break
    return answered(question, "fact", lines, citing) if lines else None


def _said(item: HeldItem, citing: Citing) -> str:
    if item.text.text.strip():
        return whole(item, citing, 90)
    marker = citing.mark(item, item.heading or item.span)
    return f"“{item.title}” {marker}"


def _hours(question: Question, catalogue: Catalogue, began: bool) -> Answer | None:
    meeting = one_sitting(question, catalogue)
    said = (meeting.starts if began else meeting.ends) if meeting else None
    if meeting is None or not said:
        return None
    items = catalogue.items(meeting.id)
    verb = "began" if began else "ended"
    # The hour of the next meeting is often the same: only the header, the closing line and, for the end, minutes count.
    for item in items[:1] if began else items[:0:-1]:
        found = _where_said(item, said)
        if found and not _COMING.search(item.text.text, *found):
            citing = Citing(catalogue.source_text)
            quote, marker = citing.quote(item, *found)
            line = f"{sitting(meeting)}: the meeting {verb} at {said}, “{quote}” {marker}"
            return answered(question, "fact", [line], citing)
    return _closing(question, catalogue, items, said, verb)


def _closing(
    question: Question, catalogue: Catalogue, items: Sequence[HeldItem], said: str, verb: str
) -> Answer | None:
    """An hour from the line behind the last minute, cited with the meeting's own record."""
    after = max(item.span.end for item in items)
    text = catalogue.source_text(items[0].meeting.source)[after : after + 300]
    pattern = r"[\s.:,]*".join(re.escape(part) for part in re.findall(r"\w+", said))
    match = re.search(rf"[^\n]*{pattern}[^\n]*", text, re.I)
    if not match:
        return None
    citing = Citing(catalogue.source_text)
    span = Span(after + match.start(), after + match.end())
    marker = citing.mark(items[0], span)
    line = f"{sitting(items[0].meeting)}: the meeting {verb} at {said}, “{shown(match[0])}” {marker}"
    return answered(question, "fact", [line], citing)


def _where_said(item: HeldItem, words: str) -> tuple[int, int] | None:
    """The line of the minute that has ``words``, whatever the spaces and stops in a time."""
    pattern = r"[\s.:,]*".join(re.escape(part) for part in re.findall(r"\w+", words))
    match = re.search(pattern, item.text.text, re.I)
    if not match:
        return None
    start = item.text.text.rfind("\n", 0, match.start()) + 1
    end = item.text.text.find("\n", match.end())
    end = len(item.text.text) if end < 0 else end
    return (start, end) if end - start <= 300 else (match.start(), match.end())


def _venue(question: Question, catalogue: Catalogue) -> Answer | None:
    held = [one for one in catalogue.meetings(question.scope) if one.venue]
    meeting = one_sitting(question, catalogue) or (held[-1] if len({one.slug for one in held}) == 1 else None)
    if meeting is None or not meeting.venue:
        return None
    for item in catalogue.items(meeting.id)[:1]:
        found = _where_said(item, meeting.venue)
        if found:
            citing = Citing(catalogue.source_text)
            quote, marker = citing.quote(item, *found)
            return answered(
                question, "fact", [f"{sitting(meeting)} met at {meeting.venue}: “{quote}” {marker}"], citing
            )
    return None


def _held(question: Question, catalogue: Catalogue) -> Answer | None:
    meetings = [one for one in catalogue.meetings(question.scope) if one.date]
    if not meetings:
        return None
    only_last = re.search(r"\blast (?:meet|met|meeting|sit|time)\b", question.own, re.I)
    only_first = re.search(r"\bfirst (?:meet|met|meeting|sit|time)\b", question.own, re.I)
    picked = meetings[-1:] if only_last else meetings[:1] if only_first else meetings
    citing = Citing(catalogue.source_text)
    rows = [f"- {sitting(one)} {marker}" for one in picked if (marker := _marked(one, catalogue, citing))]
    if not rows:
        return None
    if len(picked) == 1:
        which = "latest" if only_last else "first" if only_first else "only"
        return answered(question, "list", [f"The {which} meeting whose minutes are held: {rows[0][2:]}."], citing)
    kind: AnswerKind = "count" if question.kind == "count" else "list"
    period = f" for {question.date_words}" if question.date_words else ""
    return answered(question, kind, [f"Minutes of {len(rows)} meetings are held{period}:", *rows], citing)


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
