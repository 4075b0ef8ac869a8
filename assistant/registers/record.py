"""What the record of a meeting says in words: the chair handed over, reasons, visitors, who minuted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import answered, declined, sitting, whole
from assistant.registers.roll import CAME, CHAIRING, item_of, of, row, sentence_at, sentences
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldItem, HeldMeeting
from index_store.parser.list_headings import is_prose

_CHAIR_AWAY = re.compile(
    r"\b(?:apolog\w+|absence|regrets|unable)\b[^.]{0,60}?(?<!vice )(?<!vice-)(?<!deputy )"
    r"\b(?-i:Chair\w*|Conven\w+|Mayor|President)\b(?! (?:reported|noted|received))",
    re.I,
)


def chair_words(
    catalogue: Catalogue, citing: Citing, meeting: HeldMeeting, chairs: Sequence[HeldAttendee]
) -> str | None:
    """What else the record says of the chair, where somebody else held it for a part of the meeting."""
    cited = {one.attendee.span for one in chairs}
    for item in catalogue.items(meeting.id)[:1]:
        for start, end in sentences(item):
            text = item.text.text[start:end]
            prose = len(re.findall(r"\b[a-z]{2,}\b", text)) > 6
            if prose and CHAIRING.search(text) and item.text.span(start, end) not in cited:
                quote, marker = citing.quote(item, start, end)
                return f"The record adds: “{quote}” {marker}"
    return None


def chair_away(catalogue: Catalogue, citing: Citing, meeting: HeldMeeting) -> str | None:
    """The sentence of the first minutes by which the chair was away."""
    for item in catalogue.items(meeting.id)[:6]:
        for start, end in sentences(item):
            if _CHAIR_AWAY.search(item.text.text[start:end]):
                quote, marker = citing.quote(item, start, end)
                return f"{heading_of(item)[0].upper()}{heading_of(item)[1:]} adds: “{quote}” {marker}"
    return None


def recorded(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: str) -> Answer | None:
    """The words of the record where its names could not be told apart: the apologies' item, the chair's line."""
    rule = {"apologies": r"\bapolog", "absent": r"\b(?:absent|absence|apolog)", "chair": CHAIRING.pattern}.get(
        asked, r"\bobserv"
    )
    citing = Citing(catalogue.source_text)
    for item in catalogue.items(meeting.id)[:6]:
        if asked in ("apologies", "absent") and re.search(rule, item.title or "", re.I) and item.text.text.strip():
            lead = f"{of(meeting)[0].upper()}{of(meeting)[1:]}, {heading_of(item)}"
            return answered(question, "attendance", [f"{lead}: {whole(item, citing, 80)}"], citing)
    return quoted_line(question, catalogue, meeting, rule)


def quoted_line(question: Question, catalogue: Catalogue, meeting: HeldMeeting, rule: str) -> Answer | None:
    """The line of the attendance list, or of the first minutes, that says so."""
    for item in catalogue.items(meeting.id)[:3]:
        for match in re.finditer(r"[^\n]+", item.text.text):
            hit = re.search(rule, match[0], re.I)
            if not hit:
                continue
            start, end = match.span()
            if len(match[0].split()) < 4:
                block = re.compile(r"(?:\n+[^\n]+){1,12}").match(item.text.text, end)
                end = block.end() if block and match[0].strip().lower().startswith(("apolog", "absent")) else end
            if end - start > 240:
                start, end = sentence_at(item, start + hit.start())
            citing = Citing(catalogue.source_text)
            quote, marker = citing.quote(item, start, end)
            return answered(
                question, "attendance", [f"{of(meeting)[0].upper()}{of(meeting)[1:]}: “{quote}” {marker}"], citing
            )
    return None


_TELLS = re.compile(
    r"\b(?:read|recognised|recognized|presented|explained|congratulated|mentioned|announced|received|gave|led)\b"
)
_OF_COMING = re.compile(
    r"\b(?:apolog|absen|attend|present\b|regret|excus|welcom|join|arriv|left\b|leav|substitut|replac|chair|behalf|unable"
    r"|in place of|deputi[sz]|observ|vice|elected|took the|presid|opened)",
    re.I,
)


def named_in_words(question: Question, catalogue: Catalogue, meeting: HeldMeeting, names: set[str]) -> Answer | None:
    """The sentence of the record, or of the minute on apologies, that has the name."""
    for item in catalogue.items(meeting.id)[:6]:
        if item.number != ATTENDANCE and not re.search(r"apolog|absen|attend|present|welcome", item.title or "", re.I):
            continue
        for name in names:
            match = _first_named(name, item.text.text)
            if match and not tells_else(item, sentence_at(item, match.start())):
                citing = Citing(catalogue.source_text)
                quote, marker = citing.quote(item, *sentence_at(item, match.start()))
                return answered(
                    question, "attendance", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing
                )
    return None


def tells_else(item: HeldItem, place: tuple[int, int]) -> bool:
    """Whether a sentence over the first minute tells of somebody, and not whether they came: "X's letter was read"."""
    said = item.text.text[slice(*place)]
    return (_TELLS.search(said) is not None or is_prose(said)) and _OF_COMING.search(said) is None


def _first_named(name: str, text: str) -> re.Match[str] | None:
    """Where the text first has the surname of ``name``, behind no first name that is another's."""
    first, surname = name.split()[0], name.split()[-1]
    for match in re.finditer(rf"(?:\b(?P<before>[\w'’-]+)\.? )?\b{re.escape(surname)}\b", text, re.I):
        before = plain_name(match["before"] or "")
        capital = (match["before"] or "")[:1].isupper()
        if not before or not capital or first == surname or before[0] == first[0]:
            return match
    return None


def why_away(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, mine: Sequence[HeldAttendee]
) -> Answer | None:
    """The words with which the record says that somebody was away; it may give the reason."""
    citing = Citing(catalogue.source_text)
    for one in mine:
        item = item_of(catalogue, one)
        at_name = item.text.locate(one.attendee.span.start) if item else None
        if item is None or at_name is None or one.attendee.status not in ("apologies", "absent"):
            continue
        start, end = sentence_at(item, at_name)
        after = re.match(r"\s*\([^)]*\)", item.text.text[end:])
        quote, marker = citing.quote(item, start, end + (after.end() if after else 0))
        return answered(question, "attendance", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing)
    return None


_SCRIBES = re.compile(
    r"\bclerk\b|committee (?:officer|manager|administrator)|meetings? administrator"
    r"|(?:democratic|committee|governance) services"
    r"|secretar(?:y|iat)|\bscribe\b",
    re.I,
)
_MINUTES = re.compile(
    r"\b(?:minutes?|notes?)(?:[- ]?(?:taker|secretary|writer|clerk)|s?\b(?!\s*\(?\d))|\brecording secretary\b", re.I
)
_TAKEN = (
    r"\b(?:minutes?|notes?)(?: of (?:the|this) meeting)?\W{0,3}(?:(?:were|was|are|is) )?(?:(?:taken|recorded|prepared"
    r"|written(?: up)?|kept|produced|compiled|transcribed|typed|submitted|noted) )?by\b"
    r"|\b(?:minutes?|notes?)\b.{0,20}\b(?:taken(?! as\b)|taker|secretary)\b|\btaken by\b|\bminute[- ]?taker"
    r"|^\W*(?:minutes?|notes?|in attendance to minute)\s*:|\b(?:took|taking|take) the (?:minutes|notes)\b"
)


def minute_taker(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """Who minuted: as the list or a line of the record says; else its clerk or secretary, said to be that."""
    citing = Citing(catalogue.source_text)
    named = [one for one in people if _MINUTES.search(f"{one.attendee.role or ''}; {one.attendee.note or ''}")]
    if named:
        lines = [f"Minutes of {of(meeting)}: {row(catalogue, citing, named)}."]
        return answered(question, "attendance", lines, citing)
    if said := quoted_line(question, catalogue, meeting, _TAKEN):
        return said
    clerks = [one for one in people if one.attendee.status in CAME and _SCRIBES.search(one.attendee.role or "")]
    if not clerks:
        return None
    asked = re.search(r"\bclerk\b", question.own, re.I)
    lead = "At" if asked else "The record does not say who took the minutes; its clerk or secretary, at"
    return answered(question, "attendance", [f"{lead} {of(meeting)}: {row(catalogue, citing, clerks)}."], citing)


def public_there(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    """The line of the record on members of the public or residents."""
    return quoted_line(question, catalogue, meeting, r"\b(?:public|residents|parishioners|electors)\b")


def quorum(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    """What the minutes of the meeting say of a quorum; declines where they do not."""
    items = catalogue.items(meeting.id)
    for item in items:
        for start, end in sentences(item):
            if re.search(r"\bquor", item.text.text[start:end], re.I):
                citing = Citing(catalogue.source_text)
                quote, marker = citing.quote(item, start, end)
                line = f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"
                return answered(question, "attendance", [line], citing)
    return declined(question, catalogue, "fact_absent", items[:1])
