"""Was somebody there of whom the question gives an organisation, a sector, an office or a name that no list has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.people import TITLES
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered
from assistant.registers.named import lines_naming, not_listed, told
from assistant.registers.roll import CAME, matching, of, sentence_at
from assistant.terms import stems_in, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldItem, HeldMeeting

_SLOT = re.compile(
    r"^\W*(?:(?:and|so) )?(?:was|were|is|did|has|have|had)\s+(?P<who>(?!(?:any|the|an?|some|all|every|this|that"
    r"|there)\w*\b)(?:[\w'’.-]+ ){1,3}?)"
    r"(?=(?:there|present|at|attend|in attendance|come|turn|show|been|around|recorded|listed|absent|away|among)\b)",
    re.I,
)
_END = (
    r"(?=\s+(?:at|in|on|come|there|to|attend\w*|present|represented|turn\w*|show\w*|was|were|for|among|send|sent"
    r"|apologi\w+|miss\w*)\b"
    r"|\W*$)"
)
_FROM = re.compile(rf"\b(?:any|some)(?:one|body) (?:\w+ )?from (?P<who>(?:the )?[\w&'’ -]{{2,40}}?){_END}", re.I)
_GROUP = re.compile(
    r"^\W*(?:(?:and|so) )?(?:was|were|did|has|have|had) (?:there )?"
    r"(?:any(?:one|body)? |our |some |an? rep(?:resentative)?s? (?:of|from|for) )*"
    rf"(?P<who>(?:the |an? )?[\w&'’ -]{{2,50}}?){_END}",
    re.I,
)
#: How what was done with something ends, which is asked of no group: "was the barrier settled at the meeting?".
_DONE = re.compile(
    r"(?:[a-z]{2}ed|\b(?:paid|sold|bought|built|dealt with|given|taken|done|set|put|held|made|chosen|lost|won|cut|kept"
    r"|found|sent|let|brought|told))$"
)
_THERE = re.compile(r"\b(?:attend|present\b|came|welcom|join|spoke|represent|introduc|report)", re.I)
_CAPITALS = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof(?:essor)?|Sir|Lady|Lord|Rev)\.? )?[A-Z][\w'’-]+(?: "
    r"[A-Z][\w'’.-]*)*"
)


def described_came(
    question: Question,
    catalogue: Catalogue,
    meeting: HeldMeeting,
    people: Sequence[HeldAttendee],
    left: Sequence[str],
    among_all: bool = True,
) -> Answer | None:
    """What the list of one meeting has for a first name, an office, an organisation or a name unknown, or that it has
    none, where those are asked about who came (``among_all``)."""
    found = matching(question, left, people)
    came = [one for one in found if one.attendee.status in CAME]
    if found:
        return told(question, catalogue, meeting, came or found)
    if name := _unknown_name(question, left):
        return not_listed(question, catalogue, meeting, people, name)
    who = _group_asked(question, left)
    return _group_not_listed(question, catalogue, meeting, people, who) if who and among_all else None


def group_in_no_list(
    question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting], left: Sequence[str]
) -> Answer | None:
    """That none of a few attendance lists names anybody of the organisation or office asked about."""
    who = _group_asked(question, left)
    lists = [
        items[0]
        for one in meetings[: MOST_ROWS + 1]
        if (items := catalogue.items(one.id)) and items[0].number == ATTENDANCE
    ]
    if who is None or not lists or len(meetings) > MOST_ROWS or any(lines_naming(one, _plain(who)) for one in lists):
        return None
    citing = Citing(catalogue.source_text)
    markers = "".join(citing.mark(one, one.span) for one in lists)
    said = f"None of the attendance lists of {len(lists)} meetings held names {who} {markers}."
    return answered(question, "attendance", [said], citing)


def _group_asked(question: Question, left: Sequence[str]) -> str | None:
    """The organisation, sector or office of whom it is asked whether somebody came; None where more is asked."""
    match = _FROM.search(question.own) or _GROUP.search(question.own)
    who = match["who"].strip() if match else ""
    if _DONE.search(who):
        return None
    return who if set(left) & stems_in(who) == set(left) and left else None


def _group_not_listed(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], who: str
) -> Answer | None:
    """That the attendance list does not name them, with the first sentence of the meeting that does."""
    items = catalogue.items(meeting.id)
    record = next((item for item in items if item.number == ATTENDANCE), None)
    if record is None or not people:
        return None
    if lines_naming(record, _plain(who)):
        return not_listed(question, catalogue, meeting, people, _plain(who))
    citing = Citing(catalogue.source_text)
    said = _first_mention([item for item in items if item.id != record.id], who)
    whom = f"anyone from {who}" if _FROM.search(question.own) else who
    lines = [f"{'' if said else 'No: '}the attendance list of {of(meeting)} does not name {whom}"]
    lines[0] = f"{lines[0][0].upper()}{lines[0][1:]} {citing.mark(record, record.span)}."
    if said:
        quote, marker = citing.quote(said[0], *sentence_at(*said))
        lines.append(f"The minutes name {who} in {heading_of(said[0])}: “{quote}” {marker}")
    return answered(question, "attendance", lines, citing)


def _first_mention(items: Sequence[HeldItem], who: str) -> tuple[HeldItem, int] | None:
    """The minute, and where in it, that has the words of ``who`` side by side: first where somebody came or spoke."""
    words = r"\W+".join(re.escape(word) for word in _plain(who).split())
    rule = re.compile(rf"(?<!\w){words}(?!\w)", re.I)
    found = [(item, match.start()) for item in items for match in rule.finditer(item.text.text)]
    return next((one for one in found if _THERE.search(_sentence(*one))), found[0] if found else None)


def _sentence(item: HeldItem, at: int) -> str:
    start, end = sentence_at(item, at)
    return item.text.text[start:end]


def _plain(who: str) -> str:
    return re.sub(r"^(?:the|an?) ", "", who, flags=re.I)


def _unknown_name(question: Question, left: Sequence[str]) -> str | None:
    """The words left where they are a person's name: capitals, or the subject of "was … there"."""
    wanted = set(left)
    slot = _SLOT.search(question.own)
    spoken = [slot["who"].strip()] if slot else []
    spoken += [
        match[0] for match in _CAPITALS.finditer(question.own) if match.start() > 0 and (" " in match[0] or not slot)
    ]
    for name in spoken:
        words = [word.stem for word in words_of(name) if word.word not in TITLES]
        if words and set(words) == wanted and len(words) <= 3:
            return name
    return None
