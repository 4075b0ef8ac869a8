"""The words of a canonical text, with what each is: a value, a name, a grammar word, or a word that carries meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from assistant.grounding.lexicon import GRAMMAR, LIGHT, OUTCOMES, TITLES
from assistant.grounding.values import MONTHS, SEASONS, WEEKDAYS
from assistant.terms import fold, stems

TokenKind = Literal["word", "grammar", "name", "value", "month", "weekday"]

_SHOUTED = frozenset(" ".join(OUTCOMES.values()).split())
_TOKEN = re.compile(
    r"[£€$]\d+(?:\.\d+)?|\d+(?:st|nd|rd|th)\b|\d+[A-Za-z]*(?:/[A-Za-z0-9]+)+|\d+(?:\.\d+)*%?|[^\W\d_]+(?:'[^\W\d_]+)*"
)
_STOP = re.compile(r"(?<![A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)[.!?:]['\")\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: ``text`` as written, ``low`` folded, ``stem``, offsets in the canonical text.

    ``value`` is the number that a value stands for ("£3650000", "30%", "9"); ``month`` the month that a day of the
    month belongs to. ``breaks`` tells that a comma, stop or bracket stands before the word.
    """

    text: str
    low: str
    stem: str
    kind: TokenKind
    start: int
    end: int
    value: str = ""
    month: str = ""
    breaks: bool = False

    @property
    def tells(self) -> bool:
        """Does the word carry meaning of its own?"""
        return self.kind != "grammar" and self.low not in TITLES and self.low not in LIGHT


def tokens_of(text: str, names: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of ``text``, which is canonical, in order. ``names`` are folded words known to be people's names."""
    found = [(m, fold(m.group())) for m in _TOKEN.finditer(text)]
    found = [(m, _plain(low.removesuffix("'s").removesuffix("'"))) for m, low in found]
    stem = stems(low for _, low in found if low.isalpha())
    tokens = []
    before = 0
    for match, low in found:
        between = text[before : match.start()]
        kind = _kind(match.group(), low, between, text[max(0, match.start() - 12) : match.start()], before == 0)
        if kind == "word" and low in names and match.group()[0].isupper():
            kind = "name"
        value = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", low) if kind == "value" else ""
        breaks = re.search(r"[,.;:()\n]|\s-\s", between) is not None
        tokens.append(
            Token(match.group(), low, stem.get(low, low), kind, match.start(), match.end(), value, "", breaks)
        )
        before = match.end()
    return tuple(_dated(_opening_names(tokens)))


def _plain(low: str) -> str:
    return low[:-1] if low.endswith("s") and low[:-1] in WEEKDAYS else low


def _opening_names(tokens: list[Token]) -> list[Token]:
    """A capitalised word that opens a sentence is a name where another follows at once ("Christine Fisher said")."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        if (
            token.kind == "word"
            and token.tells
            and token.text[0].isupper()
            and after.kind == "name"
            and not after.breaks
        ):
            tokens[at] = replace(token, kind="name")
    return tokens


def _kind(text: str, low: str, between: str, ahead: str, first: bool) -> TokenKind:
    if text[0].isdigit() or text[0] in "£€$":
        return "value"
    if low in MONTHS and text[0].isupper():
        return "month"
    if (
        low in SEASONS
        and not (low == "spring" and text[0].isupper())
        or low in WEEKDAYS
        or low.removesuffix("s") in WEEKDAYS
    ):
        return "weekday"
    if low in GRAMMAR or text.isupper() and len(text) > 3 and low in _SHOUTED:
        return "grammar" if low in GRAMMAR else "word"
    opens = first or _STOP.search(ahead) is not None or between.endswith(("'", '"', "\n"))
    if text[0].isupper() and low not in TITLES and (not opens or text.isupper() and len(text) > 1):
        return "name"
    return "word"


def _dated(tokens: list[Token]) -> list[Token]:
    """Days of the month given their month: "2 and 16 March", "2 September"."""
    for at in range(len(tokens) - 2, -1, -1):
        token, after = tokens[at], tokens[at + 1]
        if token.kind != "value" or not token.value.isdigit() or int(token.value) > 31:
            continue
        if after.kind == "month":
            tokens[at] = replace(token, month=after.low)
        elif after.low in ("and", "or", "to") and at + 2 < len(tokens) and tokens[at + 2].month:
            tokens[at] = replace(token, month=tokens[at + 2].month)
    return tokens
