"""When and where meetings were, are to be, began and ended; which meetings are held, and how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import (
    answered,
    completeness,
    declined,
    one_sitting,
    own_left_words,
    shown,
    sitting,
)
from assistant.registers.coming import next_meeting
from assistant.registers.held import bodies_held, line_with, meetings_asked, meetings_held, of_its_sort
from assistant.registers.roll import sentence_at
from assistant.registers.venues import venues_register
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting
from index_store.models import Span

_SIT = r"(?:meet(?:s|ings?)?|met|sit(?:s|tings?)?|sat|get together|gather(?:s|ed)?|agm|session|conven\w+|assembl\w+)"
_NEXT = re.compile(
    rf"\b(?:next|following|coming|future|upcoming|forthcoming)\b.{{0,60}}\b{_SIT}\b|\b{_SIT}\b.{{0,30}}\bnext\b"
    rf"|\b(?:when|what date|where)\b.{{0,40}}\b(?:{_SIT}|one)\b.{{0,12}}\bafter\b(?! (?:it|they|we)\b)"
    r"|\bwhen(?:['’]?s| is| was| were| will| would)? (?:be )?(?:the |our )?next\b"
    r"(?=\W*$|\W*(?:and|to be|going|meant|due)\b)"
    r"|\b(?:remaining|rest of the|future|upcoming)\b.{0,30}\b(?:dates|meetings)\b"
    r"|\bnext one\b|\bwhen (?:do|does|will|are|is) .{0,40}meet(?:ing)?\b(?! (?:on|at|in)\b)",
    re.I,
)
_NEXT_BODY = re.compile(
    r"^\W*(?:(?:when|what date)(?:['’]?s| is| are| will)? (?:the |our |your )?)?(?:the )?next\b|\b(?:date|time|day) "
    r"of (?:the )?next\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:when|dates?|time|where|day|how soon|due|fixed|arranged|scheduled)\b|^\W*(?:the )?(?:next|future|upcoming)\b"
    r"|^\W*what(?:['’]?s| is| was) the next (?:\w+ ){0,3}?meeting\b",
    re.I,
)
_FEW, _MOST = 4, 8
_CLOCK = re.compile(r"\d ?[ap]\.?m\b|\d[:.]\d\d|\bnoon\b|o['’]clock", re.I)
_COMING = re.compile(r"\b(?:next|future)\b", re.I)
_START = (
    r"(?:start|beg[ia]n|open(?!ing of the| (?:public )?(?:session|forum)\b)|commence|kick off|kicked off"
    r"|called to order|get going|get under ?way|got under ?way)\w*"
)
_END = r"(?:end|finish|clos|conclud|w[io](?:nd|und) up|wrap|adjourn|break up|broke up|over\b)\w*"
_BEGAN = re.compile(
    rf"\b(?:what time|when|at what (?:time|hour)) (?:did|was|were|does|do) .{{0,60}}\b{_START}|\bstart(?:ing)? "
    rf"time\b|\btime (?:of|it) start",
    re.I,
)
_ENDED = re.compile(
    rf"\b(?:what time|when|at what (?:time|hour)) (?:did|was|were|does|do) .{{0,60}}\b{_END}|\b(?:end(?:ing)?"
    rf"|finish(?:ing)?|clos(?:e|ing)) time\b",
    re.I,
)
_IT = re.compile(r"\b(?:it|that|this|they|these|those)\b", re.I)
_HE_SHE = re.compile(r"\b(?:he|she)\b", re.I)
_SITTING = rf"\b(?:{_SIT}|agm)\b"
#: A part of a meeting has hours of its own.
_PART = re.compile(
    r"\b(?:closed|private|in[- ]camera|executive|confidential|exempt) (?:session|part|section|portion)\b"
    r"|\bin[- ]camera\b",
    re.I,
)
_LASTED = re.compile(
    rf"\bhow long (?:did|was|were|does|do) .{{0,60}}\b(?:last|go on|take|run|{_SIT})\b|\b(?:length|duration) of "
    rf".{{0,40}}\b{_SIT}\b",
    re.I,
)
_WHERE = re.compile(
    rf"\bwhere (?:do|does|did|was|were|is|are)\b.*\b(?:{_SIT}|held|hold|take place|took place)\b|\bvenues?\b"
    rf"|\bwhere .{{0,40}}{_SIT}\b|\b(?:which|what) (?:venue|hall|room|building|place|location)\b.*\b(?:{_SIT}|held"
    rf"|used)\b"
    rf"|\b(?:{_SIT}|held)\b.*\b(?:online|remotely|virtual(?:ly)?|in person|by video|over zoom|on zoom|on teams|by "
    rf"zoom|face to face)\b",
    re.I,
)
_HELD = re.compile(
    r"\b(?:how many|list|which|what|all|when were)\b.{0,30}\b(?:meetings|minutes)\b(?!.{0,60}\b(?:discuss\w*|mention\w*"
    r"|consider\w*|about|attend\w*|chair\w*|apolog\w*)\b)"
    rf"|\bwhen (?:did|was|has) .{{0,50}}(?:last |first )?\b{_SIT}\b|\b(?:last|first) time .{{0,40}}\b{_SIT}\b"
    rf"|\bhow (?:many times|often) (?:did|has|have|do|does) .{{0,40}}\b{_SIT}\b|\b(?:first|last) (?:held )?meeting "
    rf"(?:held"
    r"|you have)\b|\b(?:latest|newest|most recent|last|oldest|earliest|first) (?:set of )?(?:[\w&'’]+ ){0,4}?minutes\b"
    r"|\b(?:minutes|meetings) (?:do you|are|have you|you) (?:have|hold|held|got)\b|\bmeeting dates\b"
    r"|\b(?:latest|newest|most recent|oldest|earliest) meetings?(?: (?:held|on file|(?:that )?you (?:have|hold)))?\W*$",
    re.I,
)
_BODIES = re.compile(
    r"\b(?:which|what|list|how many|whose)\b.{0,25}\b(?:bodies|committees|boards|councils|groups|panels|minutes)\b"
    r".{0,20}\b(?:you (?:have|hold|cover|know)|(?:are|is) (?:held|here|covered|indexed|in here))\b",
    re.I,
)
_OFTEN = re.compile(rf"\bhow (?:often|frequently|many times an? (?:year|month|week))\b.*\b{_SIT}\b", re.I)
_EACH = (
    r"(?:quarterly|monthly|bi-?monthly|fortnightly|weekly|annually|twice[- ]yearly|every (?:other |\w+ )?(?:weeks?"
    r"|months?|quarter|year)|\w+ times (?:a|per|each) year|once (?:a|every) \w+)"
)
_REGULAR = re.compile(
    rf"\b(?:meet|meets|meetings?|met)\b[^.\n]{{0,80}}\b{_EACH}\b|\b{_EACH}\b[^.\n]{{0,30}}\bmeetings?\b", re.I
)
_WORDS = (
    "one ones frequently supposed meant intended should expected year month week "
    "remaining rest give meeting meetings next "
    "held hold list dates date day future venue place time times start started starting begin "
    "began open "
    "opened end ended ending finish finished close closed closing commence commenced first last latest many meet met "
    "meets take took "
    "place you have minutes there which sit sat sitting kick kicked adjourn adjourned wind wound conclude concluded "
    "order called due "
    "again following coming upcoming forthcoming after scheduled schedule fixed set arranged agreed planned session "
    "sessions agm "
    "gather gathered together get got going under way underway wrap wrapped break broke over long length duration "
    "run go went lasted "
    "up location room hall building used "
    "online remotely virtual virtually person video zoom teams face often file held "
    "hold record "
    "recent newest earliest oldest available exact exactly hour usual usually normally soon happening say said meant "
    "bodies body committees committee boards board councils council groups group panels whose cover covered know "
    "indexed "
    "counting counted count including excluding except apart ordinary special extraordinary regular"
)


def calendar_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Next meeting, times, venue, and the list or number of meetings held; None for anything with a topic."""
    text = question.own
    if question.numbers or question.people or question.other_body or not _asked(question) or _PART.search(text):
        return None
    if _of_matter(question):
        return None
    if own_left_words(question, _WORDS, *_names(question, catalogue)):
        return None
    if _BODIES.search(text) and not re.search(r"\bminutes\b(?! (?:for|of)\b)", text, re.I):
        return bodies_held(question, meetings_asked(question, catalogue), catalogue)
    if _coming(question):
        return of_its_sort(question, next_meeting(question, catalogue))
    if _LASTED.search(text) or (_BEGAN.search(text) and _ENDED.search(text)):
        return _both_hours(question, catalogue)
    if _BEGAN.search(text) or _ENDED.search(text):
        return _hours(question, catalogue, began=_BEGAN.search(text) is not None)
    if _WHERE.search(text):
        return venues_register(question, catalogue)
    if _OFTEN.search(text) and (regular := _regular(question, catalogue)):
        return regular
    if _HELD.search(text) or _OFTEN.search(text):
        return meetings_held(question, meetings_asked(question, catalogue), catalogue)
    return None


def _of_matter(question: Question) -> bool:
    """ "When does it start?" behind a question on a matter, which is no meeting."""
    if _HE_SHE.search(question.own):
        return True
    told = any(not one.endswith(f"/{ATTENDANCE}") for one in question.context)
    return told and _IT.search(question.own) is not None and re.search(_SITTING, question.own, re.I) is None


def _asked(question: Question) -> bool:
    rules = (_BODIES, _NEXT, _NEXT_BODY, _BEGAN, _ENDED, _LASTED, _WHERE, _HELD, _OFTEN)
    return any(rule.search(question.own) for rule in rules)


def _coming(question: Question) -> bool:
    """Is the next meeting asked for: by the word, or by a body alone ("next heritage board")?"""
    text = question.own
    if _NEXT.search(text) and _WHEN.search(text):
        return True
    return question.body_words is not None and _NEXT_BODY.search(text) is not None


def _names(question: Question, catalogue: Catalogue) -> list[str]:
    """The words of the names of the bodies asked about: "the parish meeting" leaves no topic."""
    slugs = set(question.scope.bodies) or {body.slug for body in catalogue.bodies()}
    return [name for body in catalogue.bodies() if body.slug in slugs for name in (body.name, body.council or "")]


def _regular(question: Question, catalogue: Catalogue) -> Answer | None:
    """What the newest minutes say of how often the body meets; None where they do not."""
    for meeting in reversed(meetings_asked(question, catalogue)):
        for item in catalogue.items(meeting.id):
            match = _REGULAR.search(item.text.text) if item.number != ATTENDANCE else None
            if match:
                citing = Citing(catalogue.source_text)
                quote, marker = citing.quote(item, *sentence_at(item, match.start()))
                return answered(
                    question, "fact", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing
                )
    return None


def _both_hours(question: Question, catalogue: Catalogue) -> Answer | None:
    """When one meeting, or each of a few, began and ended, as far as it is minuted."""
    meeting, citing = _one(question, catalogue), Citing(catalogue.source_text)
    meetings = [meeting] if meeting else meetings_asked(question, catalogue)
    if len(meetings) > _FEW:
        return None
    lines = [line for one in meetings for began in (True, False) if (line := _hour(one, catalogue, citing, began))]
    several = len(meetings) > 1
    return answered(question, "fact", [f"- {line}" if several else line for line in lines], citing) if lines else None


def _one(question: Question, catalogue: Catalogue) -> HeldMeeting | None:
    meetings = meetings_asked(question, catalogue)
    if len({(one.slug, one.date) for one in meetings}) == 1:
        return next((one for one in meetings if one.starts or one.ends), meetings[0])
    return one_sitting(question, catalogue)


def _hours(question: Question, catalogue: Catalogue, began: bool) -> Answer | None:
    meeting = _one(question, catalogue)
    if meeting is None:
        return _few_hours(question, catalogue, began)
    citing = Citing(catalogue.source_text)
    line = _hour(meeting, catalogue, citing, began)
    if line is None and not _hour_minuted(catalogue.items(meeting.id), began):
        return declined(question, catalogue, "fact_absent", catalogue.items(meeting.id)[:1])
    return answered(question, "fact", [line], citing) if line else None


def _few_hours(question: Question, catalogue: Catalogue, began: bool) -> Answer | None:
    """The hours of a few meetings, each with its own."""
    meetings, citing = meetings_asked(question, catalogue), Citing(catalogue.source_text)
    if not question.dated:
        # Of many meetings the newest of each body tells when it meets.
        meetings = meetings if len(meetings) <= _FEW else tuple({one.slug: one for one in meetings}.values())
    if len(meetings) > _MOST:
        return None
    lines = [line for one in meetings if (line := _hour(one, catalogue, citing, began))]
    if not lines:
        return declined(question, catalogue, "fact_absent")
    lead = [f"{completeness(len(lines), meetings)} give the hour:"] if len(lines) > 1 else []
    return answered(question, "fact", [*lead, *(f"- {line}" if lead else line for line in lines)], citing)


def _hour_minuted(items: Sequence[HeldItem], began: bool) -> bool:
    """May the minutes tell the hour in words that were not read as the meeting's?"""
    rule = re.compile(rf"\b(?:meeting|session)\b[^.\n]{{0,60}}\b{_START if began else _END}[^\n]*", re.I)
    said = [
        match[0] for item in items for match in rule.finditer(item.text.text) if not _COMING.search(item.title or "")
    ]
    return any(_CLOCK.search(one) for one in said)


def _hour(meeting: HeldMeeting, catalogue: Catalogue, citing: Citing, began: bool) -> str | None:
    said = meeting.starts if began else meeting.ends
    if not said:
        return None
    items = catalogue.items(meeting.id)
    verb = "began" if began else "ended"
    # The hour of the next meeting is often the same: only the header, the closing line and, for the end, minutes count.
    for item in items[:1] if began else items[:0:-1]:
        found = line_with(item, said)
        if found and not _COMING.search(item.text.text, found[0], _told(item.text.text, said, found)):
            quote, marker = citing.quote(item, *found)
            return f"{sitting(meeting)}: the meeting {verb} at {said}, “{quote}” {marker}"
    return _closing(catalogue, citing, items, said, verb)


def _told(text: str, said: str, line: tuple[int, int]) -> int:
    """Where in its line an hour stands: what is behind it may tell of the next meeting."""
    at = text.find(said, *line)
    return at if at >= 0 else line[1]


def _closing(catalogue: Catalogue, citing: Citing, items: Sequence[HeldItem], said: str, verb: str) -> str | None:
    """An hour from the line behind the last minute, cited with the meeting's own record."""
    after = max(item.span.end for item in items)
    text = catalogue.source_text(items[0].meeting.source)[after : after + 300]
    pattern = r"[\s.:,]*".join(re.escape(part) for part in re.findall(r"\w+", said))
    match = re.search(rf"[^\n]*{pattern}[^\n]*", text, re.I)
    if not match:
        return None
    span = Span(after + match.start(), after + match.end())
    marker = citing.mark(items[0], span)
    return f"{sitting(items[0].meeting)}: the meeting {verb} at {said}, “{shown(match[0])}” {marker}"
