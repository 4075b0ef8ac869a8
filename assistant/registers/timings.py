"""Who came late or left early: as the lists note it beside a name, or a sentence of the minutes tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, left_words, own_left_words, sitting
from assistant.registers.held import meetings_asked
from assistant.registers.spoken import forms_of_name, items_naming
from assistant.sentences import lay_out
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_LATE = re.compile(
    r"\bwho(?: else)? (?:arrived|came|joined|turned up|got there|was|were)(?: in)? late\b|\blate arrivals?\b"
    r"|\bwho (?:arrived|joined) (?:after|during|part)",
    re.I,
)
_EARLY = re.compile(r"\bwho(?: else)? (?:left|leaves?|went|departed)(?: the meeting)?(?: early| before\b.*)?\W*$", re.I)
_WORDS = (
    "arrive arrived arrivals came come joined turned got late left leave leaves went departed early meeting before "
    "after during part way through end ended start started began finished anyone members councillors"
)
_SOMEBODY = (
    r"(?:\b[A-Z][\w'’.-]*[\w.]|\b(?:he|she|they))(?:,? \([^)\n]{1,40}\))?,?"
    r" (?:(?:had|then|also|both|and|[A-Z][\w'’.-]+) ){0,4}?"
)
_CAME = re.compile(
    rf"{_SOMEBODY}(?:arrived\b|joined the (?:meeting|table)|entered (?:the (?:meeting|chamber|room)|council chambers?)"
    r"|took (?:his|her|their) seats?\b)|\bfor lateness\b|\barrived late\b"
)
_LEFT = re.compile(
    rf"{_SOMEBODY}(?:left|departed|withdrew from|retired from|vacated)(?: the)? (?:meeting|table|chamber|room|council"
    r"|at this (?:point|juncture|stage)|at \d)"
)
#: What is asked of one person, and the words that tell it behind the name.
_OF_ONE = (
    (
        re.compile(r"\b(?:c[ao]me back|return(?:ed)?|rejoin(?:ed)?|get back|got back)\b", re.I),
        r"(?:return(?:ed|ing)|came back|re-?join(?:ed|ing)|re-?enter(?:ed|ing))",
    ),
    (
        re.compile(r"\b(?:leave|left|depart(?:ed)?|go|step out)\b", re.I),
        r"(?:left|leav(?:e|es|ing)|depart(?:ed|ing)|withdr[ea]w(?:n|ing)?|retired|vacated)",
    ),
    (
        re.compile(r"\b(?:arrive|arrived|join|joined|turn up|come in|get (?:there|in))\b", re.I),
        r"(?:arriv(?:ed|ing)|join(?:ed|ing) the|enter(?:ed|ing)|late)",
    ),
)
_WHEN = re.compile(r"^\W*(?:and )?(?:when|why|what time|at what (?:time|point)|did)\b", re.I)
_ONE_WORDS = (
    "back return returned rejoin rejoined come came get got leave left go went step out arrive join turn time point"
)
_NOTED_LATE = re.compile(r"\b(?:arriv\w+|join\w+|enter\w+|late|came|from (?:item|minute|\d))\b", re.I)
_NOTED_LEFT = re.compile(r"\b(?:left|leav\w+|depart\w+|retir\w+|withdr\w+|until|till|to (?:item|minute))\b", re.I)

Place = tuple[HeldItem, int, int]


def timings_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The lines and sentences that have somebody come late, or leave early, at the meetings asked about.

    Declines (fact_absent) where there is none; None for anything with a topic or a name.
    """
    if len(question.spoken) == 1 and (one := _of_one(question, catalogue)):
        return one
    late, early = _LATE.search(question.own), _EARLY.search(question.own)
    if not (late or early) or question.numbers or question.people:
        return None
    bodies = [f"{one.name} {one.council or ''}" for one in catalogue.bodies() if one.slug in question.scope.bodies]
    if left_words(question, _WORDS, *bodies):
        return None
    meetings = meetings_asked(question, catalogue)
    found = [place for meeting in meetings for place in _places(meeting, catalogue, late is not None)]
    if not found:
        return declined(question, catalogue, "fact_absent")
    citing = Citing(catalogue.source_text)
    rows = []
    for _, group in groupby(found[-MOST_ROWS:], key=lambda place: place[0].id):
        own = list(group)
        said = " ".join(f"“{quote}” {marker}" for quote, marker in (citing.quote(*place) for place in own))
        rows.append(f"{sitting(own[0][0].meeting)}, {heading_of(own[0][0])}: {said}")
    if len(rows) == 1:
        return answered(question, "attendance", rows, citing)
    touched = len({item.meeting.id for item, _, _ in found})
    what = "came late" if late else "left before the end"
    lead = f"Somebody {what}, as {completeness(touched, meetings)} tell:"
    return answered(question, "attendance", [lead, *(f"- {row}" for row in rows)], citing)


def _of_one(question: Question, catalogue: Catalogue) -> Answer | None:
    """The sentences, and notes of the lists, that have the one person named leave, come back or arrive."""
    told = next((tells for asked, tells in _OF_ONE if asked.search(question.own)), None)
    if told is None or question.numbers or not _WHEN.match(question.own):
        return None
    names = forms_of_name(question, catalogue)
    if not names or own_left_words(question, _WORDS, _ONE_WORDS, *question.people, *question.spoken):
        return None
    meetings = meetings_asked(question, catalogue)
    rule = re.compile(rf"(?:{'|'.join(names)})(?:[^.\n]|\.(?=\d)){{0,200}}?\b{told}\b")
    found = [
        (item, one.start, one.end)
        for item in items_naming(question, catalogue, meetings)
        for one in lay_out(item.text.text).sentences
        if rule.search(item.text.text[one.start : one.end])
    ][-MOST_ROWS:]
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    quotes = [(item, *citing.quote(item, start, end)) for item, start, end in found]
    rows = [f"{sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}" for item, quote, marker in quotes]
    return answered(question, "attendance", [f"- {row}" for row in rows] if len(rows) > 1 else rows, citing)


def _places(meeting: HeldMeeting, catalogue: Catalogue, late: bool) -> Iterator[Place]:
    """The notes of the lists first, then the sentences, each place once."""
    noted = _NOTED_LATE if late else _NOTED_LEFT
    told = _CAME if late else _LEFT
    people = [one.attendee for one in catalogue.attendance() if one.meeting.id == meeting.id]
    notes = [one.span.start for one in people if one.note and noted.search(one.note)]
    for item in catalogue.items(meeting.id):
        places = [at for start in notes if (at := item.text.locate(start)) is not None]
        yield from _sentences(item, places, told)


def _sentences(item: HeldItem, places: Sequence[int], told: re.Pattern[str]) -> Iterator[Place]:
    text = item.text.text
    if not places and not told.search(text):
        return
    for one in lay_out(text).sentences:
        if any(one.start <= at < one.end for at in places) or told.search(text[one.start : one.end]):
            yield item, one.start, one.end
