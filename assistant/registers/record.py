"""What the record of a meeting says in words: the chair handed over, reasons, visitors, who minuted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, sitting, whole
from assistant.registers.roll import CHAIRING, item_of, of, row, sentence_at, sentences
from index_store.catalogue import Catalogue
from index_store.models import HeldAttendee, HeldMeeting


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


def named_in_words(question: Question, catalogue: Catalogue, meeting: HeldMeeting, names: set[str]) -> Answer | None:
    """The sentence of the record, or of the minute on apologies, that has the name."""
    for item in catalogue.items(meeting.id)[:6]:
        if item.number != ATTENDANCE and not re.search(r"apolog|absen|attend|present|welcome", item.title or "", re.I):
            continue
        for name in names:
            match = re.search(rf"\b{re.escape(name.split()[-1])}\b", item.text.text, re.I)
            if match:
                citing = Citing(catalogue.source_text)
                quote, marker = citing.quote(item, *sentence_at(item, match.start()))
                return answered(
                    question, "attendance", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing
                )
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


def minute_taker(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    word = re.compile(r"minute|note.?taker|\bclerk\b|committee officer|scribe|secretar(?:y|iat)", re.I)
    found = [one for one in people if word.search(f"{one.attendee.role or ''} {one.attendee.note or ''}")]
    strict = [
        one for one in found if re.search(r"minute|note.?tak|scribe", f"{one.attendee.role} {one.attendee.note}", re.I)
    ]
    citing = Citing(catalogue.source_text)
    if strict or found:
        return answered(
            question, "attendance", [f"Minutes of {of(meeting)}: {row(catalogue, citing, strict or found)}."], citing
        )
    return quoted_line(
        question, catalogue, meeting, r"\bminutes?\b.{0,20}\b(?:by|taken|taker|:)|\btaken by\b|\bminute.?taker"
    )


def public_there(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    return quoted_line(question, catalogue, meeting, r"\b(?:public|residents|parishioners|electors)\b")
