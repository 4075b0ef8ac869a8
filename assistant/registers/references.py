"""Cross references both ways, and reports by their mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, left_words, sitting, unclear, whole
from assistant.registers.decisions import clauses
from assistant.registers.lookup import around, numbered_items, plain_number
from assistant.terms import stems_in
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldReference, Scope

_TO = re.compile(
    r"\b(?:which|what|who|any|where|list)\b.*\b(?:refer(?:s|red)?(?: back)? to|mentions?|quotes?|cites?"
    r"|references?)\b.*\b(?:minute|item)\b"
    r"|\b(?:became of|happened (?:to|with|about|after)|came of|led to|in the end|since|afterwards|end(?:ed)? up"
    r"|come back|came back|again|revisited|follow(?:s|ed)? up|come of|superseded?|rescind\w*|later minutes?)\b"
    r"|\b(?:refers?|referr(?:ed|ing)|references?|mentions?|mentioned|cites?|quotes?|goes|leads|points) (?:back "
    r")?(?:to )?(?:the )?"
    r"(?:(?:minute|item)\s+)?(?:no\.?\s*)?(?=(?:[A-Z]{1,4}[/-]?)?\d)|\breferred to (?:in|by)\b"
    r"|\bwhere (?:is|was|else is) (?:minute|item)\b|\bwhere .{0,10}\d\S* .{0,20}(?:mentioned|cited|quoted|again)\b",
    re.I,
)

#: "Minute 77 points to another minute. What did that one agree?"
_WHAT_THAT_SAYS = re.compile(
    r"\bwhat (?:did|does|was|is|had) (?:that|it|the other|this)\b.*\b(?:say|said|agree[ds]?|decide[ds]?|resolve[ds]?"
    r"|about|settle[ds]?)\b|\bwhat .{0,30}\bthere\b",
    re.I,
)

_REFERS = (
    "earlier later previous other another old older refer refers referred referring reference references back send "
    "sends point points you us one which what minute minutes item items number meeting does says said mention mentions"
)
#: Asked the other way round: which minutes refer to the one named.
_INTO = re.compile(
    r"^\W*(?:which|what|list|any)(?: \w+){0,3}? (?:refers?|referr(?:ed|ing)|points?|mentions?|mentioned) ", re.I
)


def references_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """What a minute refers to, which minutes refer to it, or which minute has the report with a mark."""
    if not question.numbers:
        return _of_titled(question, catalogue)
    number = question.numbers[0]
    if number.sort == "report":
        return _report(question, catalogue, number.number)
    if question.kind != "crossref":
        return None
    items = numbered_items(question, catalogue, number)
    into = _TO.search(question.own) and not re.search(r"^\W*what (?:does|did|do)\b", question.own, re.I)
    if into:
        held = [
            one
            for one in catalogue.references_to(number.number, question.scope)
            if one.reference.kind != "report" and (not number.clause or one.reference.clause == number.clause)
        ]
        lead = f"Minutes that refer to {number.sort} {number.number}"
        return (
            _mentions(question, catalogue, held, lead) if held else _printed(question, catalogue, number.number, lead)
        )
    items = tuple(item for item in items if catalogue.references_from(item.id)) or items
    if len({item.meeting.id for item in items}) > 1:
        return unclear(question, "crossref", f"Several meetings have {number.sort} {number.number}.", items)
    held = [one for item in items for one in catalogue.references_from(item.id)]
    if not held:
        return None
    return _mentions(
        question, catalogue, held, f"{heading_of(items[0])[0].upper()}{heading_of(items[0])[1:]} refers to", follow=True
    )


def _of_titled(question: Question, catalogue: Catalogue) -> Answer | None:
    """What the one minute refers to that has all the words asked for in its title ("the Mill Lane item in March")."""
    subject = set(left_words(question, _REFERS))
    if question.kind != "crossref" or not subject or _INTO.search(question.own):
        return None
    meetings = catalogue.meetings(question.scope)
    dated = [one for one in meetings if one.date and any(period.holds(one.date) for period in question.periods)]
    titled = [
        item for one in dated or meetings for item in catalogue.items(one.id) if subject <= stems_in(item.title or "")
    ]
    held = [one for item in titled for one in catalogue.references_from(item.id) if one.reference.kind != "report"]
    if len({one.item.id for one in held}) != 1:
        return None
    lead = heading_of(held[0].item)
    return _mentions(question, catalogue, held, f"{lead[0].upper()}{lead[1:]} refers to", follow=True)


def _printed(question: Question, catalogue: Catalogue, number: str, lead: str) -> Answer | None:
    """Minutes in whose text a number of several parts ("23/045") stands, though not called a minute there."""
    if not re.search(r"\d[/.]\d", number):
        return None
    pattern = re.compile(rf"(?<![\d/.]){re.escape(number)}(?![\d/])")
    found = [
        (item, match) for item in catalogue.phrase(number, question.scope) if (match := pattern.search(item.text.text))
    ]
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    lines = [f"{lead} ({len(found)} found):"]
    for item, match in found:
        quote, marker = citing.quote(item, *around(item, item.text.span(match.start(), match.end()).start))
        lines.append(f"- {sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}")
    return answered(question, "crossref", lines, citing)


def _mentions(
    question: Question, catalogue: Catalogue, held: list[HeldReference], lead: str, follow: bool = False
) -> Answer:
    citing = Citing(catalogue.source_text)
    lines, seen = [f"{lead} ({len({one.item.id for one in held})} found):" if not follow else f"{lead}:"], set()
    for one in held:
        start, end = around(one.item, one.reference.span.start)
        if (one.item.id, start) in seen:
            continue
        seen.add((one.item.id, start))
        quote, marker = citing.quote(one.item, start, end)
        lines.append(f"- {sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}")
        targets = _targets(catalogue, one) if follow else ()
        if follow and _WHAT_THAT_SAYS.search(question.own) and len(targets) == 1:
            own = catalogue.resolutions(item_id=targets[0].id)
            said = clauses(own, citing) if own else whole(targets[0], citing, 90)
            lines.append(f"- {sitting(targets[0].meeting)}, {heading_of(targets[0])}: {said}")
        elif follow:
            lines[-1] += _held(one, targets)
    return answered(question, "crossref", lines, citing)


def _targets(catalogue: Catalogue, one: HeldReference) -> tuple[HeldItem, ...]:
    """The held minutes that may be meant: of the same meeting, else earlier ones of the body."""
    if one.reference.kind == "report":
        return ()
    same = tuple(
        item
        for item in catalogue.items(one.item.meeting.id)
        if plain_number(item.number if one.reference.kind == "minute" else item.agenda_item)
        == plain_number(one.reference.target)
    )
    others = (
        catalogue.find_items(_body(one.item), number=one.reference.target) if one.reference.kind == "minute" else ()
    )
    return same or tuple(item for item in others if (item.meeting.date or "") <= (one.item.meeting.date or ""))


def _held(one: HeldReference, targets: Sequence[HeldItem]) -> str:
    """Which held minute is meant, or that it is not held."""
    if one.reference.kind == "report" or len(targets) > 1:
        return ""
    if targets:
        return f" ({heading_of(targets[0])}, {sitting(targets[0].meeting)}, is held)"
    return f" ({one.reference.kind.replace('_', ' ')} {one.reference.target} is not among the minutes held)"


def _body(item: HeldItem) -> Scope:
    return Scope(bodies=(item.meeting.slug,))


def _report(question: Question, catalogue: Catalogue, mark: str) -> Answer | None:
    held = [one for one in catalogue.references_to(mark, question.scope) if one.reference.kind == "report"]
    meetings = {one.item.meeting.id for one in held}
    if not held:
        return None
    if len(meetings) > 1:
        return unclear(
            question, "crossref", f"Several meetings had a report marked '{mark}'.", [one.item for one in held]
        )
    citing = Citing(catalogue.source_text)
    lines = []
    for one in {held_one.item.id: held_one for held_one in held}.values():
        start, end = around(one.item, one.reference.span.start)
        block = one.item.text.text.rfind("\n", 0, start) + 1
        quote, marker = citing.quote(one.item, block, end)
        lines.append(f"{sitting(one.item.meeting)}, {heading_of(one.item)}: “{quote}” {marker}")
    return answered(question, "crossref", lines, citing)
