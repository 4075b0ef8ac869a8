"""Words that tell of a decision and only lead to it: its head, the vote on it, the announcement of a resolution."""

from __future__ import annotations

import re

from index_store.parser.decision_lists import Minute
from index_store.parser.motions import announced
from index_store.parser.verbs import Decision, deciding_words
from index_store.parser.votes import read_votes

RULES = re.compile(r"\b(?:to|that|in support of) [a-z]")
_RULED = re.compile(r"[Tt](?:hat|o)\b")


def only_leads(minute: Minute, at: int, start: int, end: int, decision: Decision) -> bool:
    """Whether the sentence ``start`` to ``end`` of line ``at`` is no decision but leads to the one behind it."""
    if _heads_nothing(minute, at, decision):
        return True
    return _polls(minute, at, start, end, decision) or _announces(minute, at, start, end)


def _heads_nothing(minute: Minute, at: int, decision: Decision) -> bool:
    """Whether "Decision" alone in its line heads words that say for themselves what was decided."""
    if decision.verb.lower() != "decision" or minute.text[decision.end : minute.lines[at].end].strip(" :|\t–-"):
        return False
    after = minute.lines[at + 1] if at + 1 < len(minute.lines) else None
    return after is None or not (after.label or _RULED.match(after.content(minute.text)))


def _polls(minute: Minute, at: int, start: int, end: int, decision: Decision) -> bool:
    """Whether a sentence only says how it was voted on what is decided right behind it ("Council voted 6 to 2.")."""
    text, lines = minute.text, minute.lines
    if decision.verb.lower() != "voted" or RULES.search(text, decision.end, end):
        return False
    stop = lines[min(at + 1, len(lines) - 1)].end
    return read_votes(text[start:end]) is not None and bool(deciding_words(text[end:stop], minute.held))


def _announces(minute: Minute, at: int, start: int, end: int) -> bool:
    """Whether a sentence only says that a resolution was passed which follows with a word of its own."""
    text, lines = minute.text, minute.lines
    if at + 1 >= len(lines) or not text.startswith("RESOLVED", lines[at + 1].words):
        return False
    return announced(text, start, end) is not None
