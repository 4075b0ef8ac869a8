"""What an abbreviation stands for, where the minutes explain it themselves: "the Joint Needs Assessment (JNA)"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.abbreviations import abbreviations_in
from assistant.answer import Answer
from assistant.citing import Citing, heading_of
from assistant.question import Question
from assistant.registers.answers import answered, declined, sitting
from assistant.registers.roll import sentence_at
from index_store.catalogue import Catalogue
from index_store.held import HeldItem

_ASKED = re.compile(
    r"^\W*(?:and )?what (?:does|do|did) (?:the |an? )?[\"'‘“]?(?P<short>[A-Za-z][\w&.]{1,9})[\"'’”]?"
    r" (?:stand for|mean|refer to)\W*$"
    r"|^\W*(?:and )?what(?:['’]s| is| was)? [\"'‘“]?(?P<name>[A-Za-z][\w&.]{1,9})[\"'’”]?"
    r" (?:short for|an abbreviation)\b",
    re.I,
)


def spelt_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The oldest minute that spells the abbreviation out; declines (fact_absent) where some only use it."""
    match = _ASKED.match(question.own)
    if match is None:
        return None
    short = (match["short"] or match["name"]).replace(".", "")
    used = [item for item in catalogue.phrase(short, question.scope) if _uses(item, short)]
    for item in used:
        explained = abbreviations_in([item.title or ""]).get(short.casefold())
        if explained and item.heading:
            citing = Citing(catalogue.source_text)
            said = f"{short} stands for {explained}: {sitting(item.meeting)}, {heading_of(item)}"
            return answered(question, "fact", [f"{said} {citing.mark(item, item.heading)}."], citing)
        if (place := _explained(item, short, item.text.text.split("\n"))) is not None:
            citing = Citing(catalogue.source_text)
            quote, marker = citing.quote(item, *sentence_at(item, place))
            return answered(
                question, "fact", [f"{sitting(item.meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing
            )
    return declined(question, catalogue, "fact_absent", used[:3]) if used else None


def _uses(item: HeldItem, short: str) -> bool:
    return re.search(rf"\b{re.escape(short)}\b", f"{item.title or ''} {item.text.text}", re.I) is not None


def _explained(item: HeldItem, short: str, lines: Iterable[str]) -> int | None:
    """Where in the text of the minute the abbreviation stands beside what it stands for."""
    at = 0
    for line in lines:
        if short.casefold() in abbreviations_in([line]):
            found = re.search(rf"\b{re.escape(short)}s?\b", item.text.text[at : at + len(line)], re.I)
            return at + found.start() if found else at
        at += len(line) + 1
    return None
