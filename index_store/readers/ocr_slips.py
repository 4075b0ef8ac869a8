"""What character recognition mistakes, put right where no word or number could be meant as it stands."""

from __future__ import annotations

import re

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})
_NUMBER = re.compile(r"[\dlI|Oo]*\d[\dlI|Oo]*(?=[.,:;)](?:\s|$))|[l|](?=\.\s+\S)")
"""At the start of a line: "l." or "1O." before the heading of a minute."""
_MARK = re.compile(r"\A[,:;](?=\s+[A-Z])")
_DIGITS = str.maketrans("lI|Oo", "11100")
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![\w|])[l|](?=\.(?:\s|[A-Z]))"), "I"),  # initials: "Mr |. Ould"
    (re.compile(r"(?<!\w)\|(?=[a-z])"), "I"),  # "|t was"
    (re.compile(r"(?<=[a-z])\|(?=[a-z])"), "l"),
    (re.compile(r"\bl(?=[b-df-hjkmnp-tv-xz])(?!(?:bs?|td|lc)\b)"), "I"),  # no word begins so: "ln attendance", "lmran"
    (re.compile(r"\bl(?=ai?n\s+[A-Z])"), "I"),
    (re.compile(r"\bC[l1I|i]{2}r(?=s?\b)"), "Cllr"),
    (re.compile(r"(?<=\d)[lI|](?=\d)|\b[lI](?=\d)"), "1"),
    (re.compile(r"(?<=\d)[Oo](?=\d)|(?<=\d)O\b|\bO(?=\d[\d:./])"), "0"),
    (re.compile(r"(?<!\S)[-–—]{2,3}(?!\S)"), "–"),
    (re.compile(r"(?<=[^\s|])\|(?=\s|$)"), " |"),  # the rule of a table, glued to the word beside it
    (re.compile(r"(?<!\S)\|(?=[^\s|])"), "| "),
)


def mended(text: str, first: bool) -> str:
    """A stretch of a recognised line with letters for digits and the like put right; ``first``: it begins the line."""
    text = text.translate(_LIGATURES)
    if first and (number := _NUMBER.match(text)):
        text = number[0].translate(_DIGITS) + _MARK.sub(".", text[number.end() :], count=1)
    for slip, meant in _SLIPS:
        text = slip.sub(meant, text)
    return text
