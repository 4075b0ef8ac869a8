"""What people were asked to do: "Action: RW", "RB to seek quotes", initials in a right-hand column."""

from __future__ import annotations

import re

from index_store.models import Action, MappedText
from index_store.parser.clauses import lines_of
from index_store.parser.names import NAME, TITLE
from index_store.parser.sentences import sentences

_WHO = rf"(?:(?:(?:{TITLE})\.?\s+)*(?:{NAME.pattern})|[A-Z][A-Za-z]{{1,3}}|[A-Z]{{2,5}})"
_GROUP = rf"(?:{_WHO})(?:\s*(?:/|,|&|and|\+)\s*(?:{_WHO}))*"
_NAMED = re.compile(rf"(?:\*{{0,2}})\bACTIONS?\b|\bActions?\b(?=\s*(?:[:–—-]|\(|\d+\s*[:.]|for\b|by\b|\*\*))")
_OWNER = re.compile(rf"\W*(?:by|for|on|point|\d+)?\W*(?P<owner>{_GROUP}|[Aa]ll|ALL|[Ss]ecretariat|[Cc]lerk|[Cc]hair|[Tt]he [A-Z]\w+)(?=\s*(?:$|[-–—:.,)]|to\b|will\b|\n))")
_TO = re.compile(rf"(?P<owner>{_GROUP}|The (?:Clerk|Chair|Chairman|Secretary|Treasurer)) (?:to|agreed to|undertook to|offered to|will|would|volunteered to) (?=[a-z])")
_COLUMN = re.compile(r"(?P<text>\S.*?\S)\s{3,}(?P<owner>[A-Z][A-Za-z]{1,3}(?:\s*[/,&+]\s*[A-Z][A-Za-z]{1,3})*)\s*$")


def find_actions(body: MappedText) -> tuple[Action, ...]:
    """Every action in ``body``: named ones ("Action: RW"), sentences "RW to write…", and right-hand initials."""
    text = body.text
    found = []
    for line in lines_of(text):
        column = _COLUMN.match(text, line.words, line.end)
        if column:
            found.append(Action(column.group("text"), body.span(column.start(), column.end()), column.group("owner")))
            continue
        for start, end in sentences(text[line.words : line.end]):
            action = _action(body, start + line.words, end + line.words)
            if action:
                found.append(action)
    return tuple(found)


def _action(body: MappedText, start: int, end: int) -> Action | None:
    sentence = body.text[start:end]
    named = _NAMED.search(sentence)
    if named:
        owner = _OWNER.match(sentence, named.end())
        return Action(sentence, body.span(start, end), owner.group("owner") if owner else None)
    asked = _TO.match(sentence)
    if asked:
        return Action(sentence, body.span(start, end), asked.group("owner"))
    return None
