"""Who met, when and where: what the head of the minutes says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index_store.models import MappedText, SourceText
from index_store.parser.authorities import governs
from index_store.parser.bodies import BodyName, read_body
from index_store.parser.contents import LED
from index_store.parser.cues import cued, small
from index_store.parser.dates import find_dates
from index_store.parser.days import Hints, read_day
from index_store.parser.page_heads import in_lines
from index_store.parser.running_names import running_name

_VENUE = re.compile(
    r"\bheld\s+(?:remotely\s+(?:and\s+)?|in person\s+)?(?:at|in|via|by|virtually|on(?= (?:zoom|teams|microsoft|"
    r"line)))\s+(?P<venue>.+?)(?=,?\s+(?:on|at)\s+(?:the\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"\d{1,2}(?:st|nd|rd|th)?\s|\d{1,2}[.:]\d\d|\d{1,2}\s?[ap]\.?m)|\s+\d{1,2}(?:st|nd|rd|th)\b|\s+(?:commencing|"
    r"starting|beginning|from|following|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|"
    r",? and (?:was |were )?(?:also )?(?:live-?streamed|streamed|broadcast|recorded)\b|(?<!\bCo)\.|\n|$)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\d{4}|day|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\.?|hrs|o'clock)(?:\b|(?<=\.)),?\s+(?:in|at|"
    r"via)\s+(?!\d)(?P<venue>(?:[^.\n]|(?<=\bCo)\.){4,120}?)"
    r"(?=,?\s+(?:at|commencing|starting|on)\s+(?:\d|\w+day)|\s+following\b|(?<!\bCo)\.|\n|$)",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\bheld\b[^.\n]{0,120}\b(?:meeting|session|retreat)\s+(?:at|in)\s+(?!\d)(?P<venue>[^.\n]{4,120}?)"
    r"(?=,?\s+(?:at|commencing|starting|on|in)\s+(?:the\s+)?(?:\d|\w+day)|\s+following\b|[.\n]|$)",
    re.IGNORECASE,
)
"""A place behind what the meeting was: "held on 26 March 2012 as a regular meeting at the Guildhall"."""
_PLACE = re.compile(
    r"(?:^\W*|\t)(?:venue|location|place)\b(?:[ \t*]*[:–-][ \t*]*|\t)(?P<venue>[^\n\t]+)",
    re.IGNORECASE | re.MULTILINE,
)
_NO_PLACE = re.compile(r"\W*(?:(?:in )?public|private|person|the)?\W*(?:session\W*)?", re.IGNORECASE)
_DATED = re.compile(r",?\s+(?:on|at)(?: \d{1,2})?$", re.IGNORECASE)
"""Where the date goes on behind a venue, which is no part of it."""
_VIEW = re.compile(r"\W*\bview (?:directions|map)\W*$", re.IGNORECASE)
_TOLD = re.compile(
    r"\b(?:was|were|is|are|and then|had|has)\b|"
    r"^(?:minutes|person|accordance|conjunction|compliance|\d{1,2}\s?[ap]\.?m)\b",
    re.IGNORECASE,
)
"""What tells something else than a place: "in person and was also streamed…", "at 11am EST"."""
_STANDS_ALONE = re.compile(
    r"^(?!.*\d{4}|.*\b(?:minutes|meeting|council|committee)\W*$)[^\n:]{0,60}\b(?:chambers?|(?:village|town|city|"
    r"county|shire|"
    r"memorial|church|parish|community|civic|market) (?:hall|centre|offices?)|guildhall|board ?room|committee room|"
    r"meeting "
    r"room|council offices|zoom|microsoft teams|library|(?:primary )?school)\b[^\n:]{0,60}$",
    re.IGNORECASE | re.MULTILINE,
)
"""A venue on a line of its own."""
_WRAPPED = re.compile(r"(?<=[^\n]{60})(?<![.:\n])\n(?=[^\n])")
_OPENED = (
    r"(?:called(?<=\bcalled) (?:the meeting )?to order|opened(?<=\bopened) the meeting|"
    r"declared(?<=\bdeclared) the meeting open|"
    r"meeting(?<=\bmeeting) (?:was )?(?:opened|commenced|began|started|called to order))"
    r"(?: by [^.\n\d]{3,60}?)?(?: at)? "
)
_CLOCK = r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|hrs|hours|noon)|\d{1,2}[.:]\d\d|noon|midday)"
_BETWEEN = re.compile(
    r"(?P<starts>[\dnm](?:(?<=\d)(?:\d?(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|hrs|hours|noon)|\d?[.:]\d\d)|"
    rf"(?<=n)oon|(?<=m)idday))\s*(?:to|until|-|–|—)\s*(?P<ends>{_CLOCK})"
)
"""A search for what begins with one of a few letters is far faster: hence the first clock, spelt out."""
_STARTS = re.compile(
    rf"(?:\b(?:at|from|commenc\w+(?: at)?|start(?:ed|ing)?(?: at)?:?|began(?: at)?|opened(?: at)?|time:?)\**\s+|,\s+|"
    rf"\d{{4}} [–-] |"
    rf"@\s?){_CLOCK.replace('(?:', '(?P<starts>', 1)}|^\W*(?P<first>\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?)",
    re.MULTILINE,
)
_ENDS = re.compile(
    r"(?:closed?(?! (?:meeting|session))|ended|concluded|finished|adjourned|adjournment(?= \()|terminated|rose|end)\b"
    r"(?<!\wclosed)(?<!\wclose)(?<!\wended)"
    r"(?<!\wconcluded)(?<!\wfinished)(?<!\wadjourned)(?<!\wterminated)(?<!\wrose)(?<!\wend)"
    rf"[^.\n]{{0,60}}?(?:\.\s+time:?\s+)?(?:at\s+)?(?P<ends>{_CLOCK})"
)
_HOUR = re.compile(r"\d(?:[.:]\d\d|\s?(?:[ap]\.?m|hrs|hours))")
_BREAK = re.compile(
    r"\bclosed\b|\bin[- ]camera\b|\bprivate\b|\bexempt\b|\brecess|\breconven|\badjourned (?:from|between)\b|\bbreak\b"
)
"""Times of a part of a meeting, or of a break in it."""
_BEGAN = re.compile(rf"{_OPENED}{_CLOCK.replace('(?:', '(?P<starts>', 1)}")
"""These four look at text in small letters."""
_BLOCK = re.compile(r"^---\n.*?\n---\n", re.DOTALL)
_FRONT = re.compile(r"\ufeff?---\s*\n(.*?)\n---\s*(?:\n|$)", re.DOTALL)
_MARKS = re.compile(r"[*\\]|^#+ ?|(?<!\w)_|_(?!\w)", re.MULTILINE)
_ABOUT = re.compile(
    r"^(?:layout|title|author|date|categories|type|special_meeting|tags|permalink|slug|description):.*\n?",
    re.MULTILINE,
)
_ATTENDANCE = re.compile(
    r"^\W*(?:[\w ]{0,30}\b)?(?:present|attendance|attendees|attending|in attendance|apologies|sederunt)\b\W*"
    r"(?:$|:|\||\t|\s{2,}|[A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
_COLUMNS = re.compile(r"(?<=\n)\W*(?:Note )?No\. ?\|? ?Item\W*$", re.MULTILINE)
"""What heads the items on a meeting system's page."""
_TITLED = 20
"""A list of those present that begins before this has no head above it."""
_HEADED = re.compile(r"^\W*(?:draft )?(?:minutes|notes) of\b", re.IGNORECASE | re.MULTILINE)
_DRAFT = re.compile(
    r"\bdraft\b(?! (?:local plan|budget|policy|report|minutes of the (?:previous|last)))", re.IGNORECASE
)


_LAST_MEETING = re.compile(
    r"(?<=[^\n]{2})\bminutes\b[^.\n]{0,60}\b(?:last|previous|meetings?)\b[^\n]{0,100}[^\n.]*",
    re.IGNORECASE,
)
"""What minutes say of the minutes before them, in the middle of their text."""
_RUN_IN = re.compile(
    r"minutes of (?:the|a|an) (?:[a-z]+ ){0,4}meeting (?:of [^.\n]{3,60} )?held (?:on|at|in)\b", re.IGNORECASE
)
_DEALT_WITH = re.compile(
    r"\b(?:agreed|approved|accepted|adopted|confirmed|signed|correct|true|circulated|noted|read|received|moved|proposed)\b",
    re.IGNORECASE,
)
"""What is done with the minutes of an earlier meeting."""
_BEHIND = 80
_TOP = 200
"""What heads minutes, in the middle of a line that runs together name, state and day, stands before this."""
_HEAD = 4000
_TAIL = 1200
_LAST = 300


@dataclass(frozen=True, slots=True)
class Header:
    """What the head of minutes says; ``date`` is ISO, times as printed, everything else as printed."""

    body: str | None
    council: str | None
    aliases: tuple[str, ...]
    date: str | None
    venue: str | None
    starts: str | None
    ends: str | None
    draft: bool
    warnings: tuple[str, ...] = ()


def read_header(preamble: MappedText, source: SourceText, region: str) -> Header:
    """The header in ``preamble``, with front matter, file name and the closing lines of ``region`` for hints."""
    front = front_matter(source.text)
    head = head_of(preamble.text if preamble.text.strip() else region[:2500], bool(front))
    dated = bool(find_dates(head))
    if not dated:
        head = _LAST_MEETING.sub(_unless_headed, head_of(region[:2000], bool(front)))
    name: BodyName = read_body(head, region, front.get("title", ""), source.path)
    block = len(_front_block(source.text))
    leads = not preamble.runs or not source.text[block : preamble.runs[0][1]].strip()
    day, warnings = read_day(head, Hints.gather(front, source.path, region, leads), dated=dated)
    starts, ends = _times(head, region)
    draft = bool(_DRAFT.search(head[:400])) or "draft" in source.path.lower()
    body = running_name(name.body, source.text) if name.body and name.council is None else name.body
    return Header(body, name.council, name.aliases, day, _venue(head, name), starts, ends, draft, warnings)


def _unless_headed(found: re.Match[str]) -> str:
    """A line break for what is said of earlier minutes; the heading of these where the line before it runs on."""
    behind = found.string[found.end() :].partition("\n")[0][:_BEHIND]
    heads = found.start() < _TOP and _RUN_IN.match(found[0]) and not _DEALT_WITH.search(found[0] + behind)
    return found[0] if heads else "\n"


def head_of(preamble: str, front: bool = False) -> str:
    """The lines above the attendance list, without Markdown marks and the lines of ``front`` matter."""
    plain = in_lines(preamble.replace("\xa0", " "))
    if plain.startswith("---"):
        plain = _BLOCK.sub("", plain)
    if cued(plain, "*\\#_"):
        plain = _MARKS.sub("", plain)
    if front:
        plain = _ABOUT.sub("", plain)
    if "...." in plain:
        plain = LED.sub("", plain)
    if "Item" in plain and (table := _COLUMNS.search(plain)):
        plain = plain[: table.start()]
    stop = _ATTENDANCE.search(plain)
    if stop and stop.start() <= _TITLED:
        lists = (found for found in _ATTENDANCE.finditer(plain, stop.end()) if _HEADED.search(plain, 0, found.start()))
        stop = next(lists, stop)
    return plain[: stop.start()] if stop and stop.start() > _TITLED else plain[:2500]


def front_matter(text: str) -> dict[str, str]:
    """The YAML block at the head of a Markdown file, values as text; empty where there is none."""
    import yaml

    block = _front_block(text)
    if not block:
        return {}
    try:
        read = yaml.load(block.strip("\ufeff- \n"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except yaml.YAMLError:
        return {}
    return {str(key): str(value) for key, value in read.items() if value} if isinstance(read, dict) else {}


def _front_block(text: str) -> str:
    block = _FRONT.match(text)
    return block.group() if block else ""


def _venue(head: str, name: BodyName) -> str | None:
    joined = _WRAPPED.sub(" ", head)
    for pattern in (_PLACE, _VENUE, _AFTER, _SITTING):
        for match in pattern.finditer(head if pattern is _PLACE else joined):
            venue = _VIEW.sub("", " ".join(match.group("venue").split())).strip(" ,.;:|-–")
            venue = venue if "(" in venue else venue.rstrip(") ")
            if not _NO_PLACE.fullmatch(venue) and (
                pattern is _PLACE
                or not (re.match(r"(?:\w+day\b|\d{1,2}(?:st|nd|rd|th)?\b)", venue) or _TOLD.search(venue))
            ):
                return _DATED.sub("", venue)
    alone = (_DATED.sub("", " ".join(match[0].split()).strip(" ,.;|")) for match in _STANDS_ALONE.finditer(head))
    names = {part.casefold() for part in (name.body, name.council) if part}
    alone = (venue for venue in alone if venue.casefold() not in names and not governs(venue))
    return next((venue for venue in alone if not _TOLD.search(venue)), None)


def _times(head: str, region: str) -> tuple[str | None, str | None]:
    """When the meeting began and ended, as printed."""
    tail = region[-_TAIL:]
    low, in_tail = small(head), small(tail)
    for text, in_small in ((head, low), (tail[-_LAST:], in_tail[-_LAST:])):
        between = list(_BETWEEN.finditer(in_small)) if _has_clock(in_small) else []
        between = [one for one in between if not _BREAK.search(_line_of(in_small, one.start()))]
        if between:
            both = between[0 if text is head else -1]
            return _as_printed(text, both, "starts"), _as_printed(text, both, "ends")
    opening = region[:_HEAD]
    starts, ended = None, list(_ENDS.finditer(in_tail)) if _has_clock(in_tail) else []
    if said := _STARTS.search(low) if _has_clock(low) else None:
        starts = _as_printed(head, said, "starts") or _as_printed(head, said, "first")
    elif said := _BEGAN.search(small(opening)):
        starts = _as_printed(opening, said, "starts")
    return starts or None, _as_printed(tail, ended[-1], "ends") if ended else None


def _has_clock(low: str) -> bool:
    """A cheap look, in small letters: whether a text can hold a time of day."""
    return _HOUR.search(low) is not None or "noon" in low or "midday" in low


def _line_of(text: str, at: int) -> str:
    """The line of ``text`` in which offset ``at`` stands."""
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else len(text)]


def _as_printed(text: str, found: re.Match[str], group: str) -> str:
    """What a group found in small letters, as ``text`` has it; empty where it found nothing."""
    return text[slice(*found.span(group))].strip() if found[group] else ""
