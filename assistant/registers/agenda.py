"""The minutes of one meeting item by item, one by its place in the agenda, or the number under which it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.numbers import place_in_agenda
from assistant.question import Question
from assistant.registers.answers import answered, headed, left_words, one_sitting, sitting
from assistant.registers.lookup import BRIEF, whole_minute
from assistant.registers.roll import sentence_at
from assistant.registers.summary import asks_summary, told_in_short
from assistant.sentences import lay_out
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_WHICH_ITEM = re.compile(r"\b(?:which|what) (?:minute|item)(?: number)?\b|\bitem number\b", re.I)
_SHOW = r"(?:show|see|give|read|get|open|list|send|fetch|display|print|bring up|pull up|find|want|need)"
_TALKED = (
    r"(?:discussed|covered|talked about|dealt with|considered|raised|said|done|on the agenda|on the table|tabled"
    r"|minuted|up)"
)
_MINUTES_OF = re.compile(
    rf"\b{_SHOW}\b.*\b(?:minutes|agenda|items|notes)\b"
    r"|^\W*(?:the |all the )?(?:minutes|notes|items|agenda|business|topics) (?:of|for|from|at|on)\b|\bagenda\W*$"
    r"|\bwhat(?:['’]?s| is| was| were)? (?:all )?(?:happened|went on|took place|came up|got|did (?:we|they|the \w+)) ?"
    rf"(?:{_TALKED})?\W*(?=at|in|on|$)|\bwhat['’]?s on the agenda\b|\bwhat (?:was|were|got|did .{{2,40}}) (?:all "
    rf")?(?:{_TALKED}|discuss|cover"
    r"|talk about|deal with|consider)\b|\bwhat (?:items|matters|topics|subjects|things|business)\b.*"
    rf"\b(?:{_TALKED}|taken|transact\w*|conduct\w*|there|come up|came up|discuss|cover)\b"
    r"|\b(?:run|take|walk|talk) (?:me|us) through\b|\b(?:summar(?:y|i[sz]e)|sum up|rundown|run[- ]down|overview|recap"
    r"|outline|gist) (?:of )?\b"
    r"|\bwhat (?:was|is) (?:the )?(?:\w+ ){0,6}?meeting (?:all )?(?:about|for)\b"
    r"|\blist (?:of )?(?:the )?(?:agenda )?items\b|\b(?:main|key|important|salient) (?:points?|things?)\b"
    r"|\bhighlights\b|\bwhat did (?:i|we) miss\b|\bcatch (?:me|us) up\b|\bin a nutshell\b"
    r"|^\W*(?:the )?(?:minutes|notes|meeting) (?=\d{1,2}(?:st|nd|rd|th)?[ /.-]"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)",
    re.I,
)
_MINUTES_WORDS = (
    "happened happen went going on discussed discuss covered cover agenda taken minutes see show read full whole "
    "matters matter topics "
    "topic subjects subject items item things thing business talked talk dealt deal considered consider raised said "
    "done table tabled "
    "minuted up came come run take walk through summary summarise summarize sum rundown overview recap outline gist "
    "meeting about list "
    "transact transacted conduct conducted did through looked look at "
    "notes open fetch send display print bring pull find want need everything anything all quick brief short there got "
    "main key important salient points point highlights miss missed nutshell catch "
    "special extraordinary emergency annual general ordinary purpose reason why called held convened for"
)
#: Of a meeting that the turn before asked about: "what was it about?", "what was it called for?".
_IT = re.compile(
    r"^\W*(?:and |so )?(?:what was (?:it|that(?: one)?) (?:all )?(?:about|(?:called |held )?for)"
    r"|why was (?:it|that) (?:called|held))\W*$",
    re.I,
)
_WHAT_FOR = re.compile(r"\bmeeting (?:all )?(?:about|for)\b|\b(?:purpose|reason)\b|\bwhy\b|\bcalled\b", re.I)
_PURPOSE = re.compile(
    r"\b(?:purpose|reason|object) (?:of|for) (?:the|this) (?:\w+ ){0,3}meeting\b"
    r"|\bmeeting (?:was|had been|is) (?:being )?(?:called|convened|held|arranged) (?:\w+ ){0,2}?"
    r"(?:to|for|because|so)\b",
    re.I,
)
_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth last final numbered"


def agenda_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The items of the one meeting asked about, or one of them by place or title; None where a topic is asked for."""
    if question.numbers:
        return None
    meeting = one_sitting(question, catalogue) or _only_one(question, catalogue)
    if meeting is None:
        return None
    place = place_in_agenda(question.own)
    if place is not None and not left_words(question, _MINUTES_WORDS, _PLACES, *_names(meeting)):
        return _at_place(question, catalogue, meeting, place)
    if _WHICH_ITEM.search(question.own):
        return _which_item(question, catalogue, meeting)
    asked = _MINUTES_OF.search(question.own) or _of_it(question)
    if asked and not left_words(question, _MINUTES_WORDS, *_names(meeting)):
        return _items_of(question, catalogue, meeting)
    return None


def _of_it(question: Question) -> bool:
    """Does "it" stand for the meeting that was asked about before, and for none of its minutes?"""
    leans = all(one.endswith(f"/{ATTENDANCE}") for one in question.context)
    return question.follow_up and leans and _IT.search(question.own) is not None


def _names(meeting: HeldMeeting) -> list[str]:
    return [name for name in (meeting.body, meeting.council) if name]


def _only_one(question: Question, catalogue: Catalogue) -> HeldMeeting | None:
    """The one meeting held in the time that the question names without calling it a meeting's."""
    if question.date_hard or not question.periods or not question.body_words:
        return None
    held = catalogue.meetings(question.scope)
    found = [one for one in held if one.date and any(period.holds(one.date) for period in question.periods)]
    return found[0] if len(found) == 1 else None


def _at_place(question: Question, catalogue: Catalogue, meeting: HeldMeeting, place: int) -> Answer | None:
    """The item at a place of the agenda, counted as the minutes print them."""
    items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
    if not -len(items) <= place < len(items):
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "lookup", [whole_minute(items[place], citing, BRIEF)], citing)


def _which_item(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    """The minutes of one meeting whose title has all the words asked for."""
    wanted = set(left_words(question, "item items number minute under which date meeting about raised discussed"))
    items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
    titled = [item for item in items if wanted and wanted <= {word.stem for word in words_of(item.title or "")}]
    if not titled:
        titled = [
            item
            for item in items
            if wanted and wanted <= {word.stem for word in words_of(f"{item.title} {item.text.text}")}
        ]
    if not titled or len(titled) > 3:
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "lookup", [f"{sitting(meeting)}: {headed(item, citing)}" for item in titled], citing)


def _items_of(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    items = [item for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
    if not items:
        return None
    citing = Citing(catalogue.source_text)
    purpose = _purpose(items, citing) if _IT.search(question.own) or _WHAT_FOR.search(question.own) else []
    if asks_summary(question.own):
        rows = [f"- {row}" for row in told_in_short(items, catalogue, citing)]
    else:
        rows = [f"- {_told(item, citing)}" for item in items]
    lead = f"{sitting(meeting)}: {f'all {len(items)} items' if len(items) > 1 else 'the one item'} of the minutes:"
    return answered(question, "list", [*purpose, lead, *rows], citing)


def _told(item: HeldItem, citing: Citing) -> str:
    """A minute by its heading; one that has none with the sentence that it begins with."""
    text = item.text.text
    start = len(text) - len(text.lstrip())
    if item.title or item.number or start == len(text):
        return headed(item, citing)
    quote, marker = citing.quote(item, *sentence_at(item, start))
    return f"{heading_of(item)}: “{quote}” {marker}"


def _purpose(items: Sequence[HeldItem], citing: Citing) -> list[str]:
    """What the minutes say that the meeting was called for."""
    for item in items:
        text = item.text.text
        for one in lay_out(text).sentences:
            if _PURPOSE.search(text, one.start, one.end):
                quote, marker = citing.quote(item, one.start, one.end)
                return [f"{sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}"]
    return []
