"""Committee and council in one printed name, and what else a name is printed with."""

from __future__ import annotations

import re

from index_store.parser.authorities import NARROWER, WIDER, is_authority, without_form
from index_store.parser.body_names import BODY, NTH, SORT, trimmed

ALIAS = re.compile(
    r"\s*\((?!(?i:north|south|east|west|central)\b)"
    r"(?:\s*[“\"'‘]?(?:the\s+)?[“\"'‘]?([A-Z][A-Za-z&/]{1,11})[”\"'’]?\s*\)|[^)]*\))"
)
"""An abbreviation or an aside in brackets; the quarter that a committee is for belongs to its name."""
_TWICE = re.compile(r"\b(\w+) \1\b")
_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_COUNTED = re.compile(rf"\s+{NTH}$", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")
SORTED = re.compile(
    rf"^(?:{SORT}\s+)+(?=(?:(?:city|town|township|parish|county|borough|district|community|municipal|village) )?"
    rf"(?:council|(?:trust )?board|committee of the whole)$)|(?:(?<=council)|(?<=commission)|(?<=board)|(?<=committee))"
    rf"(?:\s+{SORT})+$",
    re.IGNORECASE,
)
"""The sort of meeting before or behind a body's name: "Monthly Council", "City Council Regular"."""
PLACED = (
    r"(?:the )?(?:corporation of the )?(?:london |royal |metropolitan |united |united counties |regional |rural |"
    r"district )?(?:city|town|township|shire|"
    r"municipality|district|county|counties|borough|village|municipal district) of (?:the )?"
)
_PARTED = re.compile(r"(?P<council>.*?\bCouncil)(?:['’]s)?\s*[-–:,]\s*(?P<body>.+)$")
_IN_FRONT = re.compile(
    r"(?P<council>(?:[\w’'&.-]+ ){1,6}(?i:(?:county|city|borough|district|town|community) council)) "
    r"(?P<body>(?!(?i:of|for|and|in|to|area|liaison|tenants?)\b)[A-Z][^–]*\b(?i:(?:sub-?)?committee|cabinet|SPC))$"
)
"""A committee right behind the whole name of its council: "Marl County Council Environment Committee"."""
_WITHIN = re.compile(r"(?P<wider>.+?)\s+[-–▪•·|]\s+(?P<body>.+)$")
_OWNED = re.compile(r"(?P<council>.*\bCouncil)['’]s\s+(?P<body>.+)$")
_OF_COUNCIL = re.compile(r"(?P<body>.*?)\s+(?:of|OF)\s+(?:(?:the|THE)\s+)?(?P<council>[A-Z].*\b(?:Council|COUNCIL))$")
_OF_PLACE = re.compile(rf"(?P<body>.*?)\s+(?:of|for)\s+(?:the\s+)?(?P<council>{PLACED}.+)$", re.IGNORECASE)
"""A body's name with that of its council, in each of the ways that they stand in one line."""
_RETREAT = re.compile(r"\s+(?:retreat|(?:study|work) session|transition|organi[sz]ational)$", re.IGNORECASE)
_FIRM = re.compile(r"(?<=, )(Inc|Ltd)$")
_HOUSED = re.compile(
    r"(?P<body>.*\b(?i:council|board|committee)) (?=[A-Z])(?:(?!(?i:meeting|of|for|and)\b)[\w’'-]+,? ){1,4}"
    r"(?i:centre|hall|house|hotel|building|chambers?|offices?)\b.*"
)
"""A name with where the body sat right behind it: "Marl Education Board Marl Training Centre"."""


def cleaned(printed: str) -> str:
    """A name without its abbreviation, its form of law, the hall it sat in and what is said of the meeting."""
    bare = without_form(ALIAS.sub("", printed) if "(" in printed else printed)
    if housed := _HOUSED.match(bare):
        bare = housed["body"]
    body = _TWICE.sub(r"\1", bare.strip(" .,:;-–'\"“”"))
    if body[-2:].lower() in _ORDINAL_ENDS:
        body = _COUNTED.sub("", body)
    body = _FIRM.sub(r"\1.", _RETREAT.sub("", body))
    return _BLANKS.sub(" ", trimmed(body)) or body


def taken_apart(body: str, council: str | None, lines: list[str]) -> tuple[str, str | None]:
    """Committee and council taken apart: "Marl County Council – Cabinet" is body Cabinet of that council."""
    split = _PARTED.match(body)
    if split and BODY.search(split.group("body")):
        return split.group("body").strip(), split.group("council")
    if whole := _IN_FRONT.match(body):
        return whole["body"], whole["council"]
    inside = _WITHIN.match(body)
    if placed := behind_place(body):
        return placed
    if (
        inside
        and (WIDER.fullmatch(inside["wider"]) or is_authority(inside["wider"]))
        and NARROWER.fullmatch(inside["body"])
    ):
        return inside["body"], inside["wider"]
    owned = _OWNED.match(body)
    if owned:
        return owned.group("body"), owned.group("council")
    of = (_OF_COUNCIL.match(body) or _OF_PLACE.match(body)) if "of" in body.lower() else None
    if of and BODY.search(of.group("body")):
        return of.group("body"), of.group("council")
    wider = cleaned(council) if council else None
    if wider and (wider.casefold() == body.casefold() or body.casefold() in wider.casefold()):
        return body, None
    return body, wider


def behind_place(name: str) -> tuple[str, str] | None:
    """Body and place of a name with a dash between them: "District of Marl - Regular Council"."""
    inside = _WITHIN.match(name)
    if inside is None or not BODY.search(inside["body"]) or not re.match(PLACED, inside["wider"], re.IGNORECASE):
        return None
    return SORTED.sub("", inside["body"]), inside["wider"]
