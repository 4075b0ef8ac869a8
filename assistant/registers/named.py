"""Did somebody come: what the attendance list has for a name, a role or an organisation, or that it has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.concepts import Relation
from assistant.people import TITLES, plain_name
from assistant.question import Question
from assistant.registers.answers import answered
from assistant.registers.record import named_in_words, tells_else, why_away
from assistant.registers.roll import CAME, described, item_of, marked, matching, of, others, row, sentence_at
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldItem, HeldMeeting

_VERBS = {"apologies": "sent apologies for", "absent": "was absent from", "chair": "was in the chair at"}
_AWAY = frozenset(("apologies", "absent"))
_FOR = re.compile(
    r"\b(?:for|from|representing|on behalf of|with)\s+(?:the\s+)?(?:[A-Z]\w*\.?\s+)*$",
)
_LINES = 3
_TIMED = re.compile(
    r"\b(?:(?P<left>stay|left|leave)|late|arriv)"
    r"|\b(?:what time|when) did\b.*\b(?:turn up|show up|get (?:there|in)|join)",
    re.I,
)
_LEFT = re.compile(r"\b(?:left|leav|depart|retir|withdr|until|till|to (?:item|minute)|for (?:item|minute))", re.I)
_TIME = re.compile(r"\b(?:arriv|join|from|enter|late|came|after|present for)|\d", re.I)
_MEANWHILE = re.compile(r"\b(?:when|while|during|for the [\w ]{0,40}(?:vote|item|discussion|debate)\b).*$", re.I)
"""What was done at the meeting at which somebody was."""
_WHETHER = re.compile(r"^\W*(?:did|was|were|is|has|why)\b|\b(?:attend|present|there|apolog|absent|miss)", re.I)
_TITLED = re.compile(rf"\b(?:{'|'.join(sorted(TITLES))})s?\.?\s*$", re.I)


def named_came(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: Relation
) -> Answer | None:
    """Did NAME attend, chair or apologise? Says what the list has for that name, or that it has none."""
    names = {plain_name(name) for name in question.people}
    mine = [one for one in people if plain_name(one.attendee.name) in names]
    if _FOR.search(question.own[: _place(question)]):
        return _beside(question, catalogue, meeting, people, mine)
    if len(others(question, [meeting], *_MEANWHILE.findall(question.own))) > 2:
        return None
    if asked == "chair" and not any(one.attendee.status == "chair" for one in mine):
        return None
    if not mine:
        return _stood_in_for(question, catalogue, meeting, people, names) or not_listed(
            question, catalogue, meeting, people, " and ".join(question.people[:1])
        )
    timed = _TIMED.search(question.own)
    if timed and not any((_LEFT if timed["left"] else _TIME).search(one.attendee.note or "") for one in mine):
        return None
    if not timed and not _WHETHER.search(question.own):
        return None
    if "reason" in question.wants:
        return why_away(question, catalogue, meeting, mine)
    return told(question, catalogue, meeting, mine)


def told(question: Question, catalogue: Catalogue, meeting: HeldMeeting, mine: Sequence[HeldAttendee]) -> Answer | None:
    citing = Citing(catalogue.source_text)
    if both := _at_odds(catalogue, meeting, mine, citing):
        return answered(question, "attendance", both, citing)
    lines = [
        f"{described(one)} {_VERBS.get(one.attendee.status, 'attended')} {of(meeting)} "
        f"{citing.mark(item, one.attendee.span)}."
        for one in mine
        if (item := item_of(catalogue, one))
    ]
    return answered(question, "attendance", lines, citing) if lines else None


def _at_odds(catalogue: Catalogue, meeting: HeldMeeting, mine: Sequence[HeldAttendee], citing: Citing) -> list[str]:
    """What the minutes say where they name somebody among those who came and among those with apologies."""
    lines = []
    for name in dict.fromkeys(plain_name(one.attendee.name) for one in mine):
        own = [one for one in mine if plain_name(one.attendee.name) == name]
        came = [one for one in own if one.attendee.status in CAME]
        gone = [one for one in own if one.attendee.status in _AWAY]
        if not came or not gone:
            return []
        lines.append(
            f"The minutes of {of(meeting)} say both of {gone[0].attendee.name}: in {_where(catalogue, gone[0])} "
            f"apologies or absence {marked(catalogue, citing, gone[:1])}, in {_where(catalogue, came[0])} among those "
            f"who came {marked(catalogue, citing, came[:1])}."
        )
    return lines


def _where(catalogue: Catalogue, one: HeldAttendee) -> str:
    item = item_of(catalogue, one)
    return heading_of(item) if item else "the record"


def _place(question: Question) -> int:
    """Where the first of the question's people is named."""
    places = [question.own.find(name) for name in question.spoken]
    return min((place for place in places if place >= 0), default=0)


def _beside(
    question: Question,
    catalogue: Catalogue,
    meeting: HeldMeeting,
    people: Sequence[HeldAttendee],
    mine: Sequence[HeldAttendee],
) -> Answer | None:
    """Who was there for NAME: those whose entry has the name besides NAME's own."""
    wanted = [word.stem for name in question.spoken for word in words_of(name)] + list(others(question, [meeting]))
    came = [one for one in people if one.attendee.status in CAME and one not in mine]
    found = matching(question, wanted, came) or [
        one
        for one in came
        if one.attendee.substitute_for
        and plain_name(one.attendee.substitute_for) in {plain_name(name) for name in question.people}
    ]
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "attendance", [f"At {of(meeting)}: {row(catalogue, citing, found)}."], citing)


def _stood_in_for(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], names: set[str]
) -> Answer | None:
    stand_ins = [one for one in people if plain_name(one.attendee.substitute_for or "") in names]
    if not stand_ins:
        return named_in_words(question, catalogue, meeting, names)
    citing = Citing(catalogue.source_text)
    return answered(question, "attendance", [f"At {of(meeting)}: {row(catalogue, citing, stand_ins)}."], citing)


def not_listed(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], who: str
) -> Answer | None:
    """That the attendance list does not name ``who``, with what else the minutes of that meeting say of the name."""
    items = catalogue.items(meeting.id)
    listed = {one.item for one in people}
    record = next((item for item in items if item.number == ATTENDANCE), None) or next(
        (item for item in items if item.id in listed), None
    )
    if record is None or not people:
        return None
    citing = Citing(catalogue.source_text)
    naming = lines_naming(record, who)
    told_of = [place for place in naming if tells_else(record, place)]
    if naming := [place for place in naming if place not in told_of]:
        quotes = (citing.quote(record, start, end) for start, end in naming[:_LINES])
        said = " … ".join(f"“{quote}” {marker}" for quote, marker in quotes)
        return answered(question, "attendance", [f"The attendance list of {of(meeting)} has: {said}"], citing)
    marker = citing.mark(record, record.span)
    lines = [f"No: the attendance list of {of(meeting)} does not name {who} {marker}."]
    if listed_so := _others_so_named(people, who):
        return answered(question, "attendance", [f"{lines[0]} It has {row(catalogue, citing, listed_so)}."], citing)
    if told_of:
        quote, other = citing.quote(record, *told_of[0])
        return answered(question, "attendance", [*lines, f"The name is in the record of it: “{quote}” {other}"], citing)
    for item in items:
        place = _named_in(item, who)
        if item.id != record.id and place is not None:
            quote, other = citing.quote(item, *sentence_at(item, place))
            lines.append(f"The name is in {heading_of(item)}: “{quote}” {other}")
            break
    return answered(question, "attendance", lines, citing)


def lines_naming(record: HeldItem, who: str) -> list[tuple[int, int]]:
    """The lines of an attendance list that have all the words: a post, or a name that was not read as one."""
    wanted = {word.stem for word in words_of(who) if word.word not in TITLES} or {"?"}
    text = record.text.text
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    whole = [(low, high) for low, high in lines if wanted <= {word.stem for word in words_of(text[low:high])}]
    return whole or [(low, high) for low, high in lines if _may_be(who, text[low:high])]


def _may_be(who: str, line: str) -> bool:
    """Has the line the surname with a fitting initial, or with no first name at all ("Councillor B. Ward")?"""
    names = plain_name(who).split()
    if len(names) < 2:
        return False
    for match in re.finditer(rf"(?<![\w'’-]){re.escape(names[-1])}(?![\w'’-])", line.replace("’", "'"), re.I):
        before = plain_name(line[: match.start()]).split()
        first = before[-1] if before and re.search(r"[\w.]\s*$", line[: match.start()]) else ""
        titled = not first or _TITLED.search(line[: match.start()])
        if titled or (len(first) == 1 and first == names[0][0]):
            return True
    return False


def _others_so_named(people: Sequence[HeldAttendee], who: str) -> list[HeldAttendee]:
    """Those in the list with the surname, under another first name."""
    names = plain_name(who).split()
    return [one for one in people if len(names) > 1 and plain_name(one.attendee.name).split()[-1:] == names[-1:]]


def _mention(item: HeldItem, name: str) -> int | None:
    """Where the word stands in the minute, if it does."""
    return next((word.start for word in words_of(item.text.text) if word.word == name), None)


def _named_in(item: HeldItem, who: str) -> int | None:
    """Where the minute has the name, whole where it is of several words, or the surname behind a title or initial."""
    words = [word for word in words_of(who) if word.word not in TITLES]
    if not words or (place := _mention(item, words[-1].word)) is None:
        return None
    before = re.search(r"(\w+)\W*$", item.text.text[:place])
    first = before[1] if before else ""
    other = len(words) > 1 and first[:1].isupper() and first.lower() not in TITLES and len(first) > 2
    return None if other and first.lower() != words[0].word else place
