"""Who was elected to which office, as the minutes of the elections say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, left_words, sitting, whole
from assistant.registers.roll import sentence_at
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_CHOSEN = (
    r"(?:(?:re-?)?elect(?:ed|ion)?|vot(?:ed|ing) in|appoint(?:ed|ment)?|chosen|picked|nominat(?:ed|ion)|made|took "
    r"over|bec[ao]me|installed)"
)
_OFFICE = (
    r"(?:(?:vice|deputy)[- ]?)?(?:chair(?:man|woman|person)?|treasurer|secretary|convenor|convener|mayor|president"
    r"|leader)"
    r"|office[- ]?(?:bearers?|holders?)|officers"
)
_ASKED = re.compile(rf"\b{_CHOSEN}\b.{{0,40}}\b(?:{_OFFICE})\b|\b(?:{_OFFICE})\b.{{0,40}}\b{_CHOSEN}\b", re.I)
#: "Who holds which post after the September election", "which posts did people get".
_POST = r"(?:posts?|offices?|positions?|roles?|jobs?)"
_POSTS = re.compile(
    rf"\bwho (?:holds?|held|has|had|got|took|does|did|is|was|were)\b.{{0,20}}\b(?:which|what) {_POST}\b"
    rf"|\bwho (?:was|were|got) (?:\w+ )?{_CHOSEN} (?:to|for|as) (?:which|what) {_POST}\b"
    rf"|\b(?:which|what) {_POST} (?:were|was|did) .{{0,30}}\b(?:filled|elected|appointed|get|take)\b",
    re.I,
)
_TITLE = re.compile(r"\b(?:elections?|appointments?|office[- ]?(?:bearers?|holders?))\b|\bnominations?\b", re.I)
_LISTED = re.compile(r"\b(?:office[- ]?bearers|appointments|officers|following|undernoted)\b", re.I)
_PASSIVE = re.compile(r"\b(?:is|was|were|be|been|being) (?:\w+ )?$")
"""Before the verb, where whoever was chosen stands before it too."""
_NAME = re.compile(r"[A-Z][a-z]+ [A-Z][\w'’]+|\b[A-Z]{2}\b")
_TITLES = re.compile(rf"\b(?:{_OFFICE})\b", re.I)
_REACH = 400
_WORDS = (
    "elect elected election elections vote voted voting appoint appointed appointment chosen picked nominated "
    "nomination nominations made "
    "took take over became become installed chair chairman chairwoman chairperson vice deputy treasurer secretary "
    "convenor convener "
    "mayor president leader office bearer bearers holder holders agm annual general meeting who new next position "
    "post role council "
    "community group cc number many names year years was re officers straight right immediately just after "
    "unopposed opposed contested contest unanimous unanimously split "
    "holds hold held has had got took which what posts offices positions roles jobs job get fill filled"
)


def offices_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The minutes on elections to the office asked about, of at most a few meetings; None where there is a topic."""
    posts = _POSTS.search(question.own) is not None
    if question.numbers or question.people or not (posts or _ASKED.search(question.own)):
        return None
    if left_words(question, _WORDS):
        return None
    meetings = [
        one
        for one in catalogue.meetings(question.scope)
        if question.date_hard or not question.periods or (one.date and any(p.holds(one.date) for p in question.periods))
    ]
    office = _TITLES if posts else _office_in(question.own)
    found = [place for meeting in meetings for place in _places(catalogue.items(meeting.id), office)]
    if posts and any(one.relation == "since" for one in question.periods):
        found = found[:1]
    if not found or len(found) > 4:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for item, (start, end) in found:
        if (start, end) == (0, len(item.text.text)):
            said = whole(item, citing, 110)
        else:
            quote, marker = citing.quote(item, start, end)
            said = f"“{quote}” {marker}"
        lines.append(f"{sitting(item.meeting)}, {heading_of(item)}: {said}")
    return answered(question, "decision", [f"- {line}" for line in lines] if len(lines) > 1 else lines, citing)


def _office_in(text: str) -> re.Pattern[str]:
    match = re.search(rf"\b(?:{_OFFICE})\b", text, re.I)
    word = match[0].lower() if match else ""
    if word.startswith("office"):
        return re.compile(rf"\b(?:{_OFFICE})\b", re.I)
    vice = r"\b(?:vice|deputy)[- ]?" if re.match(r"vice|deputy", word) else r"(?<!vice )(?<!vice-)(?<!deputy )\b"
    stem = re.sub(r"(?:vice|deputy)[- ]?", "", word)
    return re.compile(vice + ("chair" if stem.startswith("chair") else re.escape(stem)), re.I)


def _places(items: Sequence[HeldItem], office: re.Pattern[str]) -> list[tuple[HeldItem, tuple[int, int]]]:
    """Minutes of one meeting on the election, those headed by it before those that only mention it."""
    found = [(item, place) for item in items if (place := _place(item, office)) is not None]
    return [(item, place) for item, place in found if place == (0, len(item.text.text))] or found


def _place(item: HeldItem, office: re.Pattern[str]) -> tuple[int, int] | None:
    """Where the minute says who was chosen: all of it where it is headed by the election, else the sentence with the
    office, or the words that announce a list of offices down to the office's line."""
    text = item.text.text
    if item.number != ATTENDANCE and _TITLE.search(item.title or "") and office.search(f"{item.title} {text}"):
        return (0, len(text)) if text.strip() else None
    for match in re.finditer(rf"\b{_CHOSEN}\b", text, re.I):
        found = office.search(text, match.end(), match.end() + _REACH)
        if match[0].lower() in ("made", "nominated") or found is None:
            continue
        start, stop = sentence_at(item, match.start())
        announced = _LISTED.search(text, start, match.end() + 120)
        if (found.start() - match.end() > 80 or found.start() > stop) and not announced:
            continue
        line = text.find("\n", found.end())
        end = max(sentence_at(item, found.start())[1], line if announced and line > 0 else 0)
        named = start if _PASSIVE.search(text[start : match.start()]) else match.start()
        if _NAME.search(_TITLES.sub(" ", text[named:end])):
            return start, end
    return None
