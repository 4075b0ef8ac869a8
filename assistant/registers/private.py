"""Business taken in private: the minutes marked so, and how often a meeting was closed to the public."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, headed, left_words, sitting
from assistant.registers.held import meetings_asked
from assistant.registers.roll import sentence_at
from assistant.sentences import lay_out
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_PRIVATE = re.compile(
    r"\b(?:in private|exempt|confidential(?:ly)?|in camera|behind closed doors|public (?:were |was )?excluded)\b", re.I
)
_SESSIONS = re.compile(
    r"\b(?:(?:closed|executive|private|in[- ]camera|confidential) (?:sessions?|parts?|meetings?|portions?)"
    r"|(?:closed|shut) to the public)\b",
    re.I,
)
#: The words with which a meeting is closed, and not those of a session closed before or to come.
_CLOSING = re.compile(
    r"\b(?:parts?|portion|remainder|rest) of (?:our|this|the) meeting\b.{0,60}?\bclosed to the public"
    r"|\b(?:mov\w+|go(?:es)?|went|gone|enter\w*|conven\w+|adjourn\w*|recess\w*|retir\w+|resolv\w+)\b.{0,30}?"
    r"\b(?:in|into|to) (?:an? |the )?(?:closed|executive|private|in[- ]camera|confidential)\b(?: (?:session|meeting))?"
    r"|\b(?:move[ds]?|went|go) in camera\b|\b(?:public|press)\b.{0,60}?\b(?:be |were |was )excluded"
    r"|\bexclu(?:de|sion of) (?:the )?(?:press|public)\b",
    re.I | re.S,
)
_OPEN = r"(?:an? |the )?(?:(?:regular|open|public|ordinary|normal|council) ){1,3}(?:council )?(?:session|meeting)\b"
_BACK = (
    r"\b(?:resum\w+|return\w*|reconven\w+|revert\w*|r[io]se|risen|(?:c[ao]m|go|went|mov)\w* (?:back|out)|back"
    r"|re-?open\w*)"
)
#: Asked when the public part went on, and the words with which it does.
_ASKED_BACK = re.compile(
    rf"{_BACK}\b.{{0,40}}?\b(?:open|public|regular|closed|private|in[- ]camera|executive) (?:session|meeting|part)\b",
    re.I,
)
_REOPENING = re.compile(
    rf"{_BACK}\b.{{0,60}}?\b{_OPEN}|\b(?:r[io]se|came out|mov\w+ out|return\w*|reconven\w+) (?:of|from) "
    r"(?:an? |the )?(?:closed|private|in[- ]camera|executive|confidential)\b",
    re.I | re.S,
)
_WHEN = re.compile(r"\b(?:when|what time|at what (?:time|hour))\b", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b|\bnoon\b", re.I)
_LONGEST = 700
_AFTER_LIST = re.compile(r"\W*(?:time\b|carried\b|defeated\b|motion\b|moved\b|resolution\b|the meeting\b)", re.I)
"""What follows the list of what a closed session takes."""
_SAID = (
    "items item minutes matters business take taken took private exempt confidential camera closed doors public press "
    "excluded discussed dealt session sessions meeting meetings executive part parts portion portions shut go went "
    "many held had hold there times council board committee"
)


def private_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The minutes of business taken in private; where sessions are asked for, those that closed a meeting."""
    if _WHEN.search(question.own) and _ASKED_BACK.search(question.own):
        return _reopened(question, catalogue)
    sessions = _SESSIONS.search(question.own) is not None
    if question.numbers or left_words(question, _SAID) or not (sessions or _PRIVATE.search(question.own)):
        return None
    meetings = meetings_asked(question, catalogue)
    return _closed(question, catalogue, meetings) if sessions else _marked(question, catalogue, meetings)


def _marked(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting]) -> Answer | None:
    items = [item for meeting in meetings for item in catalogue.items(meeting.id) if item.exempt]
    if not items:
        return None
    citing = Citing(catalogue.source_text)
    touched = len({item.meeting.id for item in items})
    lines = [f"Business marked as taken in private, from {completeness(touched, meetings)}:"]
    lines += [f"- {sitting(item.meeting)}, {headed(item, citing)}" for item in items[: 2 * MOST_ROWS]]
    return answered(question, "list", lines, citing)


def _closed(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting]) -> Answer | None:
    """Each minute that closed a meeting to the public, with the sentence that did; None where none says so."""
    found: list[tuple[HeldItem, int]] = []
    for meeting in meetings:
        for item in catalogue.items(meeting.id):
            match = _CLOSING.search(item.text.text)
            found += [(item, match.start())] if match else []
    if not found or len(found) > 2 * MOST_ROWS:
        return None
    citing = Citing(catalogue.source_text)
    touched = len({item.meeting.id for item, _ in found})
    count = "One minute closes" if len(found) == 1 else f"{len(found)} minutes close"
    lines = [f"{count} a meeting, or a part of one, to the public, from {completeness(touched, meetings)}:"]
    for item, place in found:
        quote, marker = citing.quote(item, *_closing(item, place))
        lines.append(f"- {sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}")
    return answered(question, "count" if "count" in question.wants else "list", lines, citing)


def _reopened(question: Question, catalogue: Catalogue) -> Answer | None:
    """When a meeting went on in public, by the sentences that say so with the hour; None where none does."""
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in meetings_asked(question, catalogue):
        for item in catalogue.items(meeting.id):
            match = _REOPENING.search(item.text.text)
            told = _with_hour(item, match.start()) if match else None
            if told:
                quote, marker = citing.quote(item, *told)
                rows.append(f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}")
    if not rows or len(rows) > MOST_ROWS:
        return None
    return answered(question, question.kind, [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)


def _with_hour(item: HeldItem, place: int) -> tuple[int, int] | None:
    """The sentence at ``place``, with the next one where only that has the hour; None where neither has one."""
    start, end = sentence_at(item, place)
    if _CLOCK.search(item.text.text, start, end):
        return start, end
    behind = next((one for one in lay_out(item.text.text).sentences if one.start >= end), None)
    told = behind and _CLOCK.search(item.text.text, behind.start, behind.end)
    return (start, behind.end) if behind and told else None


def _closing(item: HeldItem, place: int) -> tuple[int, int]:
    """The sentence that closes the meeting, with the list of what was to be taken where it ends in a colon."""
    start, end = sentence_at(item, place)
    if not item.text.text[start:end].rstrip().endswith(":"):
        return start, end
    for line in lay_out(item.text.text).sentences:
        if line.start < end:
            continue
        if line.end - start > _LONGEST or _AFTER_LIST.match(item.text.text, line.start):
            break
        end = line.end
    return start, end
