"""Numbers, money, dates and times put in one form, so that "£3.65m" and "3.65 million pounds" can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
SEASONS = ("spring", "summer", "autumn", "winter", "christmas", "easter")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_SCALES = {"million": 10**6, "m": 10**6, "mn": 10**6, "thousand": 10**3, "k": 10**3, "billion": 10**9, "bn": 10**9}
_ABBREVIATED = {name[:3]: name.capitalize() for name in MONTHS} | {"sept": "September"}
_MONTH = "|".join(MONTHS)

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u00ad": None}
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_NUMERIC_DATE = re.compile(r"(?<![\d/.£-])(\d{1,2})([/.])(\d{1,2})\2((?:20|19)?\d{2})(?![\d/])")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
_SHORT_MONTH = re.compile(r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?=\W|$)")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[.,]?\d)(,?\s+(?=(?:19|20)\d\d))?", re.I)
_DAY_OF = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?={_MONTH})", re.I)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?(?:[/-]|to)\s?((?:19|20)?\d{2})(?![\d/])")
_SCALED_MONEY = re.compile(r"([£€$])\s?(\d+(?:\.\d+)?)\s?(million|mn|m|thousand|k|billion|bn)\b", re.I)
_SCALED = re.compile(r"(?<![\w£€$.])(\d+(?:\.\d+)?)\s?(million|thousand|billion|bn)\b", re.I)
_POUNDS = re.compile(r"(?<![\w£€$.])(\d+(?:\.\d+)?)\s+(?:pounds(?:\s+sterling)?|quid)\b", re.I)
_PENCE = re.compile(r"(?<![\w£.])(\d{1,2})\s?(?:p|pence)\b(?!\.\s?m)")
_WHOLE = re.compile(r"(?<=\d)\.(?:00|0)(?!\d)(?!\s?[ap]\.?m)")
_VICE = re.compile(r"\bvice[- ](?=(?:chair|president))", re.I)
_PER_CENT = re.compile(r"(?<=\d)\s?(?:per\s?cent|percent|%)", re.I)
_CLOCK = re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s?([ap])\.?\s?m\b\.?", re.I)
_CLOCK_24 = re.compile(r"(?<![\d£.])([01]?\d|2[0-3]):([0-5]\d)(?:\s?(?:hours|hrs|h))?(?!\d)")
_O_CLOCK = re.compile(r"\b(\d{1,2})\s+o'clock\b")
_HALF_PAST = re.compile(r"\b(half|quarter) past (\d{1,2})\b", re.I)
_PART = re.compile(r"\b((?:a|one|two|three)[ -])(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?=s?\b)", re.I)
_ONE = re.compile(
    r"(?<!ty[- ])(?<!hundred and )\bone\b(?!\s+(?:hundred|thousand|million|billion|o'clock)|-(?:hundred|thousand))",
    re.I,
)
_A_SCALE = re.compile(r"\ba (?=(?:hundred|thousand|million|billion)\b)", re.I)
_SECOND_VERB = re.compile(r"\b(would|to|could|not|will) second\b", re.I)
_FIRST_OF_ALL = re.compile(
    r"\bfirst\b(?=\s*(?:[.,;:]|$|\b(?:was|were|is|are|be|among|by|and|then|in|at|to|that|how|whether)\b))", re.I
)
_METRES = re.compile(r"(?<![£€$\d.])(\d+(?:\.\d+)?)(m|km|kg|ft|mph|cm|mm)\b")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|fou?rty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million|billion|second|third|fourth|fifth|sixth|seventh|eighth|ninth|"
    r"tenth|\w+teenth|\w+tieth|first|zero|one)",
    re.I,
)


@lru_cache(maxsize=4096)
def canonical(text: str) -> str:
    """``text`` with every number in digits, money as ``£3650000``, dates as ``2 September 2009``, ``30%``, ``1.30 pm``.

    The words stay as they are; offsets do not.
    """
    text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
    text = _VICE.sub("Vice", _THOUSANDS.sub("", text))
    text = _ISO_DATE.sub(lambda m: _date(m[3], m[2], m[1]) or m[0], text)
    text = _NUMERIC_DATE.sub(lambda m: _date(m[1], m[3], m[4]) or m[0], text)
    text = _SHORT_MONTH.sub(lambda m: _ABBREVIATED[m[1].lower()], text)
    text = _METRES.sub(r"\1 \2", text)
    text = _SCALED_MONEY.sub(lambda m: m[1] + _times(m[2], m[3]), text)
    text = _SCALED.sub(lambda m: _times(m[1], m[2]), text)
    text = _digits(text)
    text = _MONTH_FIRST.sub(lambda m: f"{m[2]} {m[1]}{' ' if m[3] else ''}", text)
    text = _DAY_OF.sub(r"\1 ", text)
    text = _YEARS.sub(lambda m: f"{m[1]}/{m[2][-2:]}", text)
    text = _SCALED.sub(lambda m: _times(m[1], m[2]), text)
    text = _clock(text)
    text = _WHOLE.sub("", text)
    text = _POUNDS.sub(r"£\1", text)
    text = _PENCE.sub(lambda m: f"£0.{int(m[1]):02d}", text)
    return _PER_CENT.sub("%", text)


def printed(value: str) -> str:
    """A canonical value as people write it: ``£3650000`` as "£3.65m", ``3004`` as "3,004"."""
    match = re.fullmatch(r"([£€$]?)(\d+)(\.\d+)?(%?)", value)
    if match is None:
        return value
    sign, whole, part, per_cent = match[1], int(match[2]), match[3] or "", match[4]
    if sign and whole >= 10**6 and not part and whole % 10**4 == 0:
        return f"{sign}{whole / 10**6:g}m"
    grouped = f"{whole:,}" if sign or whole >= 10**4 or (whole >= 1000 and not 1900 <= whole < 2100) else str(whole)
    return f"{sign}{grouped}{part}{per_cent}"


def _digits(text: str) -> str:
    """Number words as digits; "one" stays a word, being a pronoun more often than a number."""
    if not _NUMBER_WORD.search(text):
        return text
    from text_to_num import alpha2digit

    text = _FIRST_OF_ALL.sub("fir~st", _SECOND_VERB.sub(r"\1 sec~nd", text))
    text = _A_SCALE.sub("one ", text)
    text = _ONE.sub("oneself", _PART.sub(lambda m: f"{m[1]}oneself-{m[2]}@", text))
    text = "\n".join(alpha2digit(line, "en", 0) for line in text.split("\n"))
    text = text.replace("oneself-", "").replace("@", "").replace("oneself", "one")
    return text.replace("sec~nd", "second").replace("fir~st", "first")


def _times(number: str, scale: str) -> str:
    product = round(float(number) * _SCALES[scale.lower()], 2)
    return str(int(product)) if product == int(product) else f"{product:.2f}"


def _date(day: str, month: str, year: str) -> str | None:
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    full = year if len(year) == 4 else f"20{year}"
    return f"{int(day)} {MONTHS[int(month) - 1].capitalize()} {full}"


def _clock(text: str) -> str:
    text = _HALF_PAST.sub(lambda m: f"{m[2]}.{30 if m[1].lower() == 'half' else 15} pm", text)
    text = _CLOCK.sub(lambda m: _time(int(m[1]), m[2], m[3].lower()), text)
    text = _CLOCK_24.sub(lambda m: _time(int(m[1]), m[2], ""), text)
    return _O_CLOCK.sub(r"\1 o'clock", text)


def _time(hour: int, minute: str | None, half: str) -> str:
    if not half:
        half = "pm" if hour >= 12 else "am"
        hour = hour - 12 if hour > 12 else hour
    else:
        half += "m"
    return f"{hour}.{minute} {half}" if minute and minute != "00" else f"{hour} {half}"
