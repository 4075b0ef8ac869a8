"""Minutes by number, agenda items, clauses, and the minutes of a meeting item by item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.question import AskedNumber, Question
from assistant.registers.answers import (
    answered,
    declined,
    headed,
    left_words,
    shown,
    sitting,
    unclear,
    whole,
)
from assistant.registers.motion_numbers import motion_in, motion_told
from assistant.sentences import lay_out
from assistant.sorts import held
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, Scope

_WHOLE = re.compile(r"\b(?:whole|full|entire|complete|all of|read|verbatim|rest)\b", re.I)
_MOTION = re.compile(r"\bmotion\b", re.I)
BRIEF, _LONG = 110, 450
#: Of more minutes under one number only the headings are told.
_FEW = 4


def lookup_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """A minute or item by its number, or the minute that the turn before cited."""
    asked = [one for one in question.numbers if one.sort in ("minute", "item")]
    if question.context and _WHOLE.search(question.text) and not re.search(r"\d", question.text):
        return _cited_before(question, catalogue)
    if asked:
        return _numbered(question, catalogue, asked)
    if question.context and question.follow_up and question.kind == "lookup":
        return _cited_before(question, catalogue)
    return None


def plain_number(number: str | None) -> str:
    """A number for comparing: "Item 3", "3." and "03" are the same."""
    if number is None:
        return ""
    plain = re.sub(r"^(?:agenda\s+)?item\s+|[.)\s]+$|^\(", "", number.strip().lower())
    return re.sub(r"(?<![\d.])0+(?=\d)", "", plain)


def numbered_items(question: Question, catalogue: Catalogue, asked: AskedNumber) -> tuple[HeldItem, ...]:
    """The minutes with that number in the question's scope; agenda items only where they are asked for so.

    A heading that has no text of its own comes with the parts below it, or with the one part asked for ("3(b)").
    """
    found = _with_number(question, catalogue, asked)
    parts = [part for item in found if not item.text.text.strip() for part in parts_of(item, catalogue)]
    lettered = [one for one in parts if plain_number(one.number) == plain_number(f"{asked.number}({asked.clause})")]
    return tuple(lettered) if parts and asked.clause else (*found, *parts)


def parts_of(item: HeldItem, catalogue: Catalogue) -> list[HeldItem]:
    """The minutes of a meeting whose numbers go on from that of ``item``: 3(a) and 3(b) of 3, 5.1 of 5."""
    opens = tuple(f"{plain_number(item.number)}{mark}" for mark in "(.")
    own = (one for one in catalogue.items(item.meeting.id) if one.number not in (None, ATTENDANCE))
    return [one for one in own if one.id != item.id and plain_number(one.number).startswith(opens)]


def _with_number(question: Question, catalogue: Catalogue, asked: AskedNumber) -> tuple[HeldItem, ...]:
    wanted = plain_number(asked.number)
    meetings = catalogue.meetings(question.scope)
    found: tuple[HeldItem, ...]
    if len(meetings) <= 40:
        items = [item for meeting in meetings for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
        by_number = [item for item in items if plain_number(item.number) == wanted]
        by_agenda = [item for item in items if plain_number(item.agenda_item) == wanted]
        # "Ms Ash declared an interest (Item 7)" is item 7 only where nothing else is.
        printed = re.compile(rf"[^.]{{0,120}}?\((?:Agenda )?Item {re.escape(asked.number)}\)", re.I)
        named = [item for item in items if not item.agenda_item and printed.match(item.text.text)]
        by_agenda = by_agenda or (named if not by_number else [])
        found = tuple(by_number if asked.sort == "minute" else by_agenda or by_number)
        if not found:
            found = tuple(
                item
                for item in items
                if re.fullmatch(rf"{re.escape(wanted)}\s*[(.]?\s*[ivxlc]+\)*", plain_number(item.number))
            )
        return found or tuple(by_agenda) or tuple(item for item in items if motion_in(item, wanted))
    forms = dict.fromkeys((asked.number, asked.number.upper(), f"Item {asked.number}"))
    hits = [item for form in forms for item in catalogue.find_items(question.scope, number=form)]
    if not hits and asked.sort == "item":
        hits = list(catalogue.find_items(question.scope, agenda_item=asked.number))
    return tuple(hits)


def _numbered(question: Question, catalogue: Catalogue, asked: Sequence[AskedNumber]) -> Answer | None:
    first = asked[0]
    if len(asked) > 1 and (both := _each(question, catalogue, asked)):
        return both
    found = _with_clause(numbered_items(question, catalogue, first), first.clause, catalogue)
    if not found:
        return _not_held(question, catalogue, first)
    meetings = {item.meeting.id for item in found}
    if len(meetings) > 1:
        which = f"Several meetings have {'an item' if first.sort == 'item' else 'a minute'} {first.number}."
        newest = found[::-1]
        return unclear(question, "lookup", which, newest)
    beyond = left_words(
        question,
        "item items minute minutes number show about say said please tell think more one under AOCB part whole "
        "full read deal concern text moved seconded proposed mover seconder proposer motion resolution",
    )
    told = {word.stem for item in found for word in words_of(f"{item.title or ''} {item.text.text}")}
    if beyond and question.kind not in ("lookup", "decision") and not set(beyond) & told:
        return None
    citing = Citing(catalogue.source_text)
    if first.clause and (answer := _clause(question, catalogue, found, first.clause, citing)):
        return answer
    if question.kind == "fact" and len(beyond) > 2:
        return None
    if len(found) > _FEW:
        rows = [f"- {headed(item, citing)}" for item in found]
        return answered(question, "lookup", [f"{sitting(found[0].meeting)}:", *rows], citing)
    limit = _LONG if _WHOLE.search(question.own) or re.search(r"\bshow\b", question.own, re.I) else BRIEF
    if len(found) == 1 and limit == BRIEF and (pointed := _pointed(found[0], question, beyond, citing)):
        return answered(question, "lookup", [pointed], citing)
    motions = [motion_in(item, plain_number(first.number)) for item in found]
    lines = [
        f"{sitting(item.meeting)}, {heading_of(item)}: {motion_told(item, *motion, citing)}"
        if motion and (_MOTION.search(question.own) or plain_number(item.number) != plain_number(first.number))
        else whole_minute(item, citing, limit)
        for item, motion in zip(found, motions, strict=True)
    ]
    if len(found) == 1:
        lines += later_words(found[0], catalogue, citing)
    return answered(question, "lookup", lines, citing)


def _with_clause(found: tuple[HeldItem, ...], label: str | None, catalogue: Catalogue) -> tuple[HeldItem, ...]:
    """Of several minutes with a number, those that have the clause asked for."""
    if label is None or len(found) < 2:
        return found
    having = [
        item for item in found if any(one.resolution.label == label for one in catalogue.resolutions(item_id=item.id))
    ]
    return tuple(having) or found


def _each(question: Question, catalogue: Catalogue, asked: Sequence[AskedNumber]) -> Answer | None:
    """Several minutes by number, where each of them is one minute held."""
    groups = [numbered_items(question, catalogue, one) for one in asked[:4]]
    if any(len(group) != 1 for group in groups):
        return None
    citing = Citing(catalogue.source_text)
    return answered(question, "lookup", [f"- {whole_minute(group[0], citing, BRIEF)}" for group in groups], citing)


def _pointed(item: HeldItem, question: Question, beyond: Sequence[str], citing: Citing) -> str | None:
    """The two or three sentences of a long minute that have what is asked of it; None where all of it fits."""
    text = item.text.text
    wants = question.wants - {"yes_no"}
    if len(text.split()) <= BRIEF or not (beyond or wants):
        return None
    layout = lay_out(text)
    scored = []
    for at, one in enumerate(layout.sentences):
        words = text[one.start : one.end]
        stems = {word.stem for word in words_of(words)}
        scored.append((len(stems & set(beyond)) + 1.5 * held(wants, words) if wants else len(stems & set(beyond)), -at))
    best = sorted(scored, reverse=True)[:3]
    if not best or best[0][0] <= 0:
        return None
    said = []
    for at in sorted(-place for score, place in best if score * 2 > best[0][0]):
        quote, marker = citing.quote(item, layout.sentences[at].start, layout.sentences[at].end)
        said.append(f"“{quote}” {marker}")
    return f"{sitting(item.meeting)}, {heading_of(item)}: {' … '.join(said)}"


def later_words(item: HeldItem, catalogue: Catalogue, citing: Citing, clause: str | None = None) -> list[str]:
    """What later meetings of the same body minuted of this minute, or of one ``clause`` of it, the newest two: it may
    have been superseded."""
    if not item.number or not item.meeting.date:
        return []
    body = Scope(bodies=(item.meeting.slug,))
    mentions = [
        one
        for one in catalogue.references_to(item.number, body)
        if one.reference.kind == "minute"
        and (one.item.meeting.date or "") > item.meeting.date
        and (clause is None or one.reference.clause == clause)
    ]
    if len(catalogue.find_items(body, number=item.number)) > 1:
        return []
    lines = []
    for one in list({one.item.id: one for one in mentions}.values())[-2:]:
        quote, marker = citing.quote(one.item, *around(one.item, one.reference.span.start))
        lines.append(f"Later: {sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}")
    return lines


def whole_minute(item: HeldItem, citing: Citing, limit: int) -> str:
    lead = f"{sitting(item.meeting)}, {heading_of(item)}"
    if not item.text.text.strip():
        return f"{headed(item, citing)} – the minutes have only the heading ({sitting(item.meeting)})."
    return f"{lead}: {whole(item, citing, limit)}"


def _clause(
    question: Question, catalogue: Catalogue, found: Sequence[HeldItem], label: str, citing: Citing
) -> Answer | None:
    lines = []
    for item in found:
        for one in catalogue.resolutions(item_id=item.id):
            if one.resolution.label == label:
                marker = citing.mark(item, one.resolution.span, label)
                lines.append(
                    f"{sitting(item.meeting)}, {heading_of(item)}, clause ({label}), {one.resolution.verb}: "
                    f"“{shown(one.resolution.text)}” {marker}"
                )
    if lines and len(found) == 1:
        lines += later_words(found[0], catalogue, citing, label)
    return answered(question, "lookup", lines, citing) if lines else None


def _not_held(question: Question, catalogue: Catalogue, asked: AskedNumber) -> Answer | None:
    """What held minutes say of a minute that is not held; else that there is none, with its neighbours."""
    sort = "minute" if asked.sort == "minute" else "agenda_item"
    mentions = [one for one in catalogue.references_to(asked.number, question.scope) if one.reference.kind == sort]
    if mentions and (sort == "minute" or len({one.item.meeting.id for one in mentions}) == 1):
        citing = Citing(catalogue.source_text)
        lines = [f"{asked.sort.capitalize()} {asked.number} is not among the minutes held, but others refer to it:"]
        for one in {one.item.id: one for one in mentions}.values():
            start, end = around(one.item, one.reference.span.start)
            quote, marker = citing.quote(one.item, start, end)
            lines.append(f"- {sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}")
        return answered(question, "crossref", lines, citing)
    meetings = catalogue.meetings(question.scope)
    items = [item for meeting in meetings[:3] for item in catalogue.items(meeting.id) if item.number != ATTENDANCE]
    if question.kind not in ("lookup", "decision", "fact", "crossref"):
        return None
    answer = declined(
        question, catalogue, "no_such_minute", _neighbours(items, asked.number) if len(meetings) <= 3 else ()
    )
    where = f"of {sitting(meetings[0])} " if len(meetings) == 1 else "that I hold "
    label = f"({asked.clause})" if asked.clause else ""
    said = f"The minutes {where}have no {asked.sort} {asked.number}{label}."
    return replace(answer, answer=answer.answer.replace("The minutes that I hold have no such minute.", said))


def _neighbours(items: Sequence[HeldItem], number: str) -> list[HeldItem]:
    digits = re.match(r"\d+", number)
    if not digits:
        return list(items[:3])

    def gap(item: HeldItem) -> int:
        own = re.match(r"\d+", plain_number(item.number))
        return abs(int(own[0]) - int(digits[0])) if own else 10_000

    return sorted(items, key=gap)[:3]


def around(item: HeldItem, source_offset: int) -> tuple[int, int]:
    """The list item or sentence of ``item.text`` that holds a place of the source text."""
    at = item.text.locate(source_offset)
    layout = lay_out(item.text.text)
    found = layout.at(at) if at is not None else None
    if found is None:
        return 0, len(item.text.text)
    sentence = layout.sentences[found]
    block = layout.blocks[sentence.block]
    if block.listed and block.end - block.start < 700:
        return block.start, block.end
    return sentence.start, sentence.end


def _cited_before(question: Question, catalogue: Catalogue) -> Answer | None:
    items = [item for one in question.context[:2] if (item := catalogue.item(one))]
    citing = Citing(catalogue.source_text)
    if not items:
        return None
    return answered(question, "lookup", [whole_minute(item, citing, _LONG) for item in items[:1]], citing)
