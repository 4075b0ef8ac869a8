"""Lines inside minutes that look like titles and head no minute: questions put, heads of tables, votes by name."""

from __future__ import annotations

import re

from index_store.parser.body_names import BODY
from index_store.parser.dates import find_dates
from index_store.parser.sides import sides_of
from index_store.parser.wording import is_usual
from index_store.reading import Reading

_QUESTION = re.compile(r"(?:Supplementary |SUPPLEMENTARY )?(?:Question|QUESTION)(?: (?:No\.?|NO\.?))? ?\d{1,2}\b")
_CELLS = re.compile(r"\t| \| ")
_LONGEST, _WORDS, _TOP, _ASKS = 100, 4, 6, 30
_DATED = re.compile(r"\s[–—-]\s")


def is_inner(reading: Reading, at: int) -> bool:
    """Whether line ``at`` is one of these, whatever it is set in."""
    text = reading.lines[at].text
    if len(text) > _LONGEST:
        return False
    return (
        _QUESTION.match(text) is not None
        or (text.endswith("?") and len(text) > _ASKS and not is_usual(text))
        or _heads_rows(reading, at)
        or _tells_side(text)
        or (at < _TOP and _is_sitting(text))
    )


def _heads_rows(reading: Reading, at: int) -> bool:
    """Whether a line is the head of a table of three columns or more: "Action   Owner   Due"."""
    lines = reading.lines
    heads = _CELLS.split(lines[at].text)
    if len(heads) < 3 or at + 1 >= len(lines) or len(_CELLS.split(lines[at + 1].text)) != len(heads):
        return False
    return not lines[at].text[0].isdigit() and all(0 < len(head.split()) <= _WORDS for head in heads)


def _tells_side(text: str) -> bool:
    """Whether a line names those who voted one way: "ABSTAIN (1): A Ash"."""
    return ":" in text and not is_usual(text) and any(one.names for one in sides_of(text).values())


def _is_sitting(text: str) -> bool:
    """Whether a line says which body sat on which day: "EXECUTIVE – 28 JANUARY 2024"."""
    name, *rest = _DATED.split(text, maxsplit=1)
    if not rest or not BODY.search(name) or is_usual(text):
        return False
    dates = find_dates(rest[0])
    return len(dates) == 1 and len(rest[0]) < 36
