"""The printed number at the start of a line: ``262.``, ``23/045``, ``18.03.6``, ``Item 3:``, ``a)``…"""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_letters
from typing import NamedTuple

_LABEL = re.compile(
    r"""(?P<bullet>[-–—*+•●▪]\s+)?
    (?:(?P<word>(?i:agenda\s+item|item|minute|min\.?|motion|resolution))(?i:\s+(?:no\.?|number|ref\.?))?\s*[#:]?\s*)?
    (?P<open>[(\[])?(?:\*(?=\d))?
    (?P<core>(?=[IVX1]{3,6}[.:)])(?=1*[IVX]1*[IVX])[IVX]*1[IVX1]*|\d{2}-\d{2}/[A-Z]{2,5}/\d{1,4}|\d{1,4}/\d{2}(?:\d\d)?/[A-Z]{1,4}(?![\w/])|\d{1,4}[a-zA-Z]/\d{2}(?:\d\d)?(?![\d/])|[A-Z][A-Za-z]{1,5}/\d{1,4}/\d{2}(?:[-/]\d{2})?(?!\d)|\d{5}(?=\.?\s+[A-Z‘“])|(?:[A-Z]{1,4}(?:[./-]|\s(?=\d+[./-]\d)|))?\d{1,4}(?:(?!\.\s(?:19|20)\d\d)\s?[./-]\s?\d{1,4}(?!\d)){0,3}|[ivxlIVXL]{1,6}|[a-zA-Z])
    (?P<suffix>\s?\([a-z]{1,4}\)|[a-z]{1,4}(?=\))|[a-z](?=[.:\s])|(?<=\d)[A-Z](?=[.:]\s))?
    (?P<close>[)\]])?(?(word)(?:\s+(?i:of)\s+(?:19|20)\d\d(?=\s*[-–—:]))?)
    (?P<mark>\s*[.:;]?\s\||\s*[.:;]|,(?=\s[A-Z]\w\w)|,(?=\sTo\s)|\s*[-–—](?=\s)|)
    (?:(?P<space>\s+|$)|(?![A-Z]\s)(?=[A-Z‘“"'(*]))""",
    re.VERBOSE,
)
_ITEM_ALONE = re.compile(
    r"[(\[]\s*(?i:(?:agenda\s+)?item(?:\s+no)?|agenda\s+no)[.:]?\s*(?P<core>[A-Z]?\d{1,3}\s?[a-zA-Z]?)\s*[)\]]\.?$"
)
_MARKS = frozenset(".):;]0123456789")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|miles?|mph|metres?|p\.?m|a\.?m|noon|per|%|people|members|pounds|"
    r"High|Main|Church|Station|Mill|London|Park|Victoria|Queen|King|The\s+\w+\s+(?:Road|Street|Lane))\b(?=.{0,40}$)"
)
_STREET = re.compile(
    r"^(?:(?:[A-Z][\w’'.]*|the|\d+) ){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Crescent|Terrace|Place|Court|Gardens"
    r"|Way|Rd|St|Ave|Row|Hill|Square|Grove)\b"
)
_WORDS_APART = 2
"""Spaces at most between the number of a house and its street."""
_ORDINAL = re.compile(r"(?:ST|ND|RD|TH)\b")
"""What makes a day of a number in capitals: "22ND MARCH"."""
_HALF_DAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
_AGENDA = re.compile(r"^agenda\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_DIGITS = re.compile(r"\d+")
_LETTERED = re.compile(r"(\d+)([a-zA-Z])(/\d+)")
"""A minute put in behind another, with its letter before the year: "80a/21"."""
_OF_YEAR = re.compile(r"\d{1,4}/(?:19|20)?\d\d")
"""A minute's own number, with its year, though "Item" stands before it: "Item 1/13"."""
_SLIP = re.compile(r"(?=1*[IVX]1*[IVX])[IVX]*1[IVX1]*")
_MENDED = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
"""A numeral in which a figure was typed for a letter ("V1II"), as it stands and mended."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


class Label(NamedTuple):
    """A number as printed and what it counts.

    ``family`` names labels that may belong to one chain; ``value`` what is counted, outermost first; ``end`` where the
    words behind it begin; ``mark`` the punctuation around it; ``word`` is "item" or "minute" where that is printed
    before it.
    """

    printed: str
    family: str
    value: tuple[int, ...]
    end: int
    mark: str = ""
    word: str = ""
    bullet: bool = False
    suffix: str = ""


@lru_cache(maxsize=4096)
def read_labels(text: str) -> tuple[Label, ...]:
    """Every reading of the label at the start of ``text``; empty where there is none.

    A lone ``i)`` or ``v)`` can be a letter or a numeral: both are given. Asked several times of each line, hence the
    cache.
    """
    head = text[:1]
    if head and head in "([" and (alone := _ITEM_ALONE.match(text)):
        number = alone["core"].replace(" ", "")
        return (
            Label(
                f"Item {number}",
                "(item)",
                (_digits(number),),
                alone.end(),
                "()",
                "item",
                suffix=number.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
            ),
        )
    if not head or not (head.isdigit() or head in "([-–—*+•●▪" or head.isascii() and head.isalpha() and _worth(text)):
        return ()
    found = _LABEL.match(text)
    if found is None or (not found["open"] and found["close"] == "]"):
        return ()
    if (found["core"][-1].isdigit() or "/" in found["core"]) and not _SLIP.fullmatch(found["core"]):
        label = _numbered(found, text[found.end() :])
        return () if label is None else (label,)
    return _lettered(found)


def _worth(text: str) -> bool:
    """A cheap look before the expression: a letter first is a label only with a mark soon behind it or a digit."""
    return text[1:2] == "\t" or not _MARKS.isdisjoint(text[1:16])


def _digits(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()) or 0)


def _numbered(found: re.Match[str], rest: str) -> Label | None:
    bullet, worded, opens, printed, letter, closes, marked, space = found.groups("")
    core = "".join(printed.split())
    word = _word(worded)
    if word == "item" and _OF_YEAR.fullmatch(core):
        word = "minute"
    bare = not (marked.strip(",") or closes or word)
    numbers = _DIGITS.findall(core)
    value = tuple(map(int, numbers))
    apart = "\t" in space or len(space) > _WORDS_APART
    if not space and _ORDINAL.match(rest):
        return None
    if not word and _is_something_else(core, numbers, bare, rest, apart):
        return None
    put_in = _LETTERED.fullmatch(core) if "/" in core else None
    behind = put_in[1] + put_in[3] if put_in else core.lstrip(ascii_letters)
    shape = _DIGITS.sub("N", behind).lstrip("./-")
    family = word if word in ("item", "resolution") else ("P" if core[0].isalpha() else "") + shape
    if closes and not letter and not word and len(value) == 1:
        family = "(N)" if opens else "N)"
    suffix = put_in[2] if put_in else letter.strip()
    printed = (_SLASH.sub("/", printed) if "/" in printed else printed) + letter
    if word == "item":
        printed = f"{worded.strip()} {printed}" if worded else printed
        printed = _AGENDA.sub("", printed)
    return Label(
        printed.strip(), family, value, found.end(), opens + closes + marked.strip(), word, bool(bullet), suffix
    )


def _word(word: str | None) -> str:
    if not word:
        return ""
    low = word.casefold()
    return "item" if "item" in low else low if low in ("motion", "resolution") else "minute"


def _is_something_else(core: str, numbers: list[str], bare: bool, rest: str, apart: bool) -> bool:
    """Dates, times, amounts, counts and addresses that happen to stand first on a line.

    A number set ``apart`` in a column of its own is none of a house or of things counted.
    """
    if not core.isascii() or any(map(str.isalpha, core)):
        return False
    if len(numbers) == 3 and core.count("-") == 2 and len(numbers[0]) == 4 and _is_date(numbers[::-1]):
        return True
    if len(numbers) == 3 and "." not in core.strip(numbers[0]) and _is_date(numbers):
        return True
    if len(numbers) == 3 and len(numbers[2]) == 4 and _is_date(numbers):
        return True
    if len(numbers) == 2 and "/" in core and len(numbers[0]) == 4 and _next_year(numbers):
        return True
    if bare and rest and (rest[0].islower() or rest[0] in "&+=%/|") and len(numbers) == 1:
        return True
    if len(numbers) == 1 and len(core) == 4 and core[:2] in ("19", "20") and bare:
        return True
    if _MONTH.match(rest) and len(numbers) == 1 and bare:
        return True
    if bare and _HALF_DAY.match(rest) and (len(numbers) == 2 or rest.isupper()):
        return True
    return (
        bare and not apart and len(numbers) == 1 and (_UNIT.match(rest) is not None or _STREET.match(rest) is not None)
    )


def _is_date(numbers: list[str]) -> bool:
    day, month, year = numbers
    return int(day) <= 31 and 1 <= int(month) <= 12 and len(month) <= 2 and len(year) in (2, 4)


def _next_year(numbers: list[str]) -> bool:
    return int(numbers[1]) % 100 == (int(numbers[0]) + 1) % 100


def _lettered(found: re.Match[str]) -> tuple[Label, ...]:
    core = found["core"].replace("1", "I")
    if core != found["core"] and not _MENDED.fullmatch(core):
        return ()
    if (
        found["space"] is None
        or found["suffix"]
        or not (found["close"] or found["mark"].strip() in (".", ":") or _in_column(found))
        or found["word"] in ("min", "Min")
    ):
        return ()
    case = "a" if core.islower() else "A"
    mark = (found["open"] or "") + (found["close"] or "") + found["mark"].strip()
    labels = []
    word = _word(found["word"])
    if len(core) == 1:
        value = ord(core.lower()) - 96
        labels.append(Label(core, f"{case}{mark[:1]}", (value,), found.end(), mark, word, bool(found["bullet"])))
    if all(char in "ivxlIVXL" for char in core) and (core.islower() or core.isupper()):
        labels.append(
            Label(
                core,
                f"{'i' if case == 'a' else 'I'}{mark[:1]}",
                (_roman(core),),
                found.end(),
                mark,
                word,
                bool(found["bullet"]),
            )
        )
    return tuple(labels)


def _in_column(found: re.Match[str]) -> bool:
    """Whether a small letter stands bare in a column of its own."""
    return len(found["core"]) == 1 and found["core"].islower() and found["space"] == "\t"


def _roman(core: str) -> int:
    digits = [_ROMAN[char] for char in core.lower()]
    return sum(-one if one < two else one for one, two in zip(digits, [*digits[1:], 0], strict=True))
