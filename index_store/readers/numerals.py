"""Numbers as lists print them: 3, iii, C, 3rd."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_BEYOND_PRINT = 5000
"""Past this a letter or Roman number would be dozens of characters long: nobody prints one."""


def numeral(number: int, style: str) -> str:
    """``number`` in ``style``: "1", "01", "a", "A", "i", "I", "1st", or "" for none. Unknown styles print "1"."""
    if not style:
        return ""
    if style == "01":
        return f"{number:02d}"
    if style == "1st":
        return f"{number}{_ordinal_ending(number)}"
    if style not in "aAiI" or not 0 < number < _BEYOND_PRINT:
        return str(number)
    text = _letters(number) if style in "aA" else _roman(number)
    return text.upper() if style in "AI" else text


def _letters(number: int) -> str:
    """a … z, then aa, bb … as word processors count."""
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
