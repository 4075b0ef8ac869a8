"""Does the cited minute bear a statement out?"""

from __future__ import annotations

import json
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock

from assistant.grounding.alignment import align
from assistant.grounding.doubts import doubts
from assistant.grounding.reading import CitedMinute, ReadMinute, folded, read_minute, read_statement
from assistant.grounding.reasons import Verdict, reason_for
from assistant.sentences import lay_out
from index_store.embedder import Embedder

WEIGHTS = Path(__file__).with_name("weights.json")
HARD = {"value_absent": 1.0, "date_absent": 1.0, "edit_value": 0.8}
"""Doubts that stop a statement by themselves, from this much on."""
HARD_STRICT = HARD | {
    "value_elsewhere": 1.0, "date_elsewhere": 1.0, "sign_other": 1.0, "name_absent": 1.0, "name_far": 0.5,
    "person_other": 1.0, "agent_turned": 1.0, "agent_other": 1.0, "office_other": 1.0, "stood_in_turned": 1.0,
    "relation_turned": 0.2, "comparison_turned": 1.0, "listed_away": 0.4, "denied_word": 1.0, "denied_plainly": 1.0,
    "denial_lost": 1.0, "edit_not": 0.6, "edit_contrary": 0.5, "outcome_decide": 1.0, "outcome_other": 1.0,
    "outcome_reject": 1.0, "outcome_defer": 1.0, "outcome_propose": 1.0, "outcome_hedged": 1.0, "weak_verb": 0.6,
    "outcome_refused": 1.0, "outcome_asked": 1.0, "outcome_put_off": 1.0, "reach_whole": 1.0, "reach_often": 1.0,
    "reach_bound": 1.0, "reach_share": 1.0,
}  # fmt: skip
"""The same where it is strict."""
_KEPT = 64
_QUOTED_WORDS = 3
_TAKEN_BACK = re.compile(r"\W{0,2}(?:not|unless|except|subject to|provided)\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"(?<!not )(?<!yet )(?<!be )\b(?:agreed|resolved|decided|noted|recommended)\b\W*(?:to )?(?=that\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each doubt counts, and the sums beyond which a statement is stopped: usually, and where it is strict."""

    each: dict[str, float]
    limit: float
    strict: float

    def total(self, found: dict[str, float]) -> float:
        """All doubts together."""
        return float(sum(self.each.get(name, 0.0) * value for name, value in found.items()))


@cache
def shipped_weights() -> Weights:
    """The weights in ``weights.json``, fitted by ``python -m eval.fit_grounding``."""
    raw = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Weights(raw["weights"], raw["limit"], raw["strict"])


class Grounding:
    """Checks statements against minutes. Minutes once read are remembered; safe to use from several threads.

    ``strict`` stops more false statements, and more true ones that are freely put.
    """

    def __init__(self, embedder: Embedder, strict: bool = False, weights: Weights | None = None) -> None:
        self._embedder = embedder
        self._weights = weights or shipped_weights()
        self._limit = self._weights.strict if strict else self._weights.limit
        self._strict = strict
        self._read: OrderedDict[tuple[str, int], ReadMinute] = OrderedDict()
        self._lock = Lock()

    def check(self, statement: str, minute: CitedMinute) -> Verdict:
        """Whether ``minute`` bears ``statement`` out, with the reason in words.

        A statement that stands in the minute letter for letter (whitespace and quotation marks aside, "…" for what
        is left out) is borne out without more ado.
        """
        if quoted(statement, minute):
            return Verdict(True, "quoted", "the minute says so in these words")
        read = self._minute(minute)
        alignment = align(read_statement(statement, read, self._embedder), read)
        found = doubts(alignment)
        doubt = self._weights.total(found) - self._limit
        if doubt <= 0 and not hard(found, self._strict):
            return Verdict(True, "borne_out", "the minute bears this out", doubt)
        code, words = reason_for(
            alignment, {name: self._weights.each.get(name, 0.0) * one for name, one in found.items()}, found
        )
        return Verdict(False, code, words, doubt)

    def _minute(self, minute: CitedMinute) -> ReadMinute:
        key = (minute.id, hash(minute))
        with self._lock:
            if key in self._read:
                self._read.move_to_end(key)
                return self._read[key]
        read = read_minute(minute, self._embedder)
        with self._lock:
            self._read[key] = read
            while len(self._read) > _KEPT:
                self._read.popitem(last=False)
        return read


def hard(found: dict[str, float], strict: bool = False) -> bool:
    """Is there a doubt that stops a statement by itself?"""
    return any(found[name] >= least for name, least in (HARD_STRICT if strict else HARD).items())


def quoted(statement: str, minute: CitedMinute) -> bool:
    """Does the statement, or each part of it between "…", stand in the minute word for word and in order?

    It has to begin where a sentence, list item or clause of the minute does: "the steps be closed" is no quote of
    "It was suggested that the steps be closed". Nor is "the loft could" one of "the loft could not".
    """
    whole = folded(minute.text)
    openings = _openings(minute.text)
    at, words = 0, 0
    for part in re.split(r"…|\.\.\.", statement):
        said = folded(part).strip("'\" ").rstrip(".")
        if not said:
            continue
        found = next(
            (
                one
                for one in re.finditer(rf"(?<!\w){re.escape(said)}(?!\w)", whole[at:])
                if (words or at + one.start() in openings) and not _TAKEN_BACK.match(whole[at + one.end() :])
            ),
            None,
        )
        if found is None:
            return False
        at += found.end()
        words += len(said.split())
    return words >= _QUOTED_WORDS


@lru_cache(maxsize=64)
def _openings(text: str) -> frozenset[int]:
    """Where something begins that can be quoted by itself, as offsets in the folded text."""
    starts = set()
    layout = lay_out(text)
    begins = [one.start for one in layout.sentences] + [one.content for one in layout.blocks]
    for begin in begins + [match.end() for match in _DECIDED.finditer(text)]:
        behind = re.match(r"[\s'\"‘’“”(•*-]*(?:\(?\w{1,4}[.)]\s*)?[\s'\"‘’“”]*", text[begin:])
        for start in (begin, begin + (behind.end() if behind else 0)):
            lead = len(folded(text[:start])) + 1 if text[:start].strip() else 0
            starts |= {lead, lead - 1, lead + 1}
    return frozenset(starts)
