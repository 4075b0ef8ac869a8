"""What a line break between two printed lines stands for: nothing, a space, a new line or a new paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from statistics import quantiles

from index_store.bold_rows import (
    CLOSERS,
    ENDED,
    SORRY,
    begins_motion,
    headed,
    heads_column,
    numbered_anew,
    owner_ended,
    sentence_ended,
    years_go_on,
)
from index_store.broken_words import is_broken, name_broken
from index_store.posts import SERVES, begins_alone
from index_store.rows import Row


class Seam(StrEnum):
    """What stands in the reading text for the break between two rows."""

    SPACE = " "
    HYPHEN = ""
    LINE = "\n"
    PARAGRAPH = "\n\n"


LABEL = re.compile(
    r"(?:[-–—*+•●○▪■◦‣·§o➢✓❖\uf0b7\uf0a7\uf02d\uf0d8\uf076]\s+)?(?:"
    r"\((?:[a-z]{1,2}|[A-Z]|[ivxlIVXL]{1,6}|\d{1,3})\)|(?:[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6}|\d{1,3})\)"
    r"|(?:[a-zA-Z]|[ivxl]{1,6}|[IVXL]{1,6})\.(?=\s|$)|\d{1,4}(?:[./]\d{1,4}){0,3}\.(?=\s|$|[A-Z(])"
    r"|\d{1,4}(?:\.\d{1,3}){1,3}(?=\s)|\d{1,4}/\d{2,4}(?=\s|:|$)"
    r"|\d{2}-\d{2}(?=\s+(?:[–-] )?(?:[A-Z]{2,5}\b|[A-Z][\w ]{2,30} to [a-z]))"
    r"|\d{2}-\d{2}/[A-Z]{2,5}/\d{1,4}(?=\s|$)"
    r"|[A-Z]{1,3}\d{1,4}-\d{1,4}(?=\s|$)"
    r"|[A-Z]{1,5}(?:[./-]\d{1,4}|\d{1,4}/\d{2,4}|[./-]\d{1,4}/\d{2,4})(?=\s)|(?i:agenda item|"
    r"item)\s+\d{1,3}[a-z]?\s*[:.–-])"
)
_NEAR = frozenset(").:/-0123456789")
"""One of these stands near a letter that begins a label, but for those of words that begin one."""
BULLET = re.compile(r"[-–—*+•●○▪■◦‣·➢✓❖\uf0b7\uf0a7\uf02d\uf0d8\uf076]\s|[•●▪■\uf0b7\uf0a7]|o\s")
_LIST_HEAD = re.compile(
    r"(?:(?i:members?|councillors?|council members|those|staff) )?(?:PRESENT|Present|APOLOGIES|Apologies|"
    r"IN ATTENDANCE|In [Aa]ttendance|ALSO PRESENT|Also [Pp]resent|ABSENT|Absent|REGRETS|Regrets|OFFICERS|Officers|"
    r"OFFICIALS|Officials|CLERK|Clerk|STAFF|Staff)"
    r"(?: for absence| (?i:in attendance|present))?\s*(?::|[–-] |$|"
    r"(?<=[A-Z]) +(?:Mr|Mrs|Ms|Miss|Dr|Cllrs?|Councillors?|Messrs|Mesdames)\b)|"
    r"(?:[Mm]embers|[Cc]ouncillors) present:?$|A\.?O\.?(?:C\.?)?B\.?[ :;,]*$"
)
"""What heads a list of people, or the last business, wherever the line above ends."""
_SIDE = re.compile(
    r"(?:For|Against|Abstain(?:ed|ing)?|Abstentions?|Ayes?|Noes|Nays?|Yeas?|Absent)"
    r"(?: ?\(\d{1,3}\):?$|: (?:Cr|Cllr)s?\b)"
)
"""What heads the names of those who voted one way, wherever the line above ends."""
_REPORT = re.compile(r"[A-Z]{1,6}(?:\.[A-Z]{2,6})?[.-]\d{4}\.\s?\d{1,3}(?P<gap>\t|\s+)[A-Z\d“\"‘']")
"""A report's number, with its year, and its title."""
_COLUMN_CODE = re.compile(r"[A-Z]{1,4} ?\d{1,4}/\d{2,4}\t\S")
"""A minute's number in a column of its own: "FGB 14/2021", beside it "Governors"."""
_BARE = re.compile(r"\d{1,4}\s+[A-Z‘“'\"(]")
_AMOUNT = re.compile(r"\d{1,4}\.\d{1,2} (?!of\b|and\b|to\b)[a-z]{2,}")
"""A decimal with its unit, where a sentence goes on: "1.6 degrees above"."""
_MONTH = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)", re.IGNORECASE)
LEADS_ON = re.compile(
    r"(?:^|[\s(])(?:a|an|the|The|An|This|and|or|but|of|to|in|on|at|by|for|from|with|as|that|which|who|whose|this|these|those|its|"
    r"their|his|her|our|is|are|was|were|be|been|had|has|have|will|would|should|could|may|might|must|not|no|any|all|"
    r"both|between|into|under|over|upon|than|about|including|regarding|concerning|per|via|if|when|where|while|"
    r"(?:to) [a-z]{3,})$"
)
_CITES = re.compile(
    r"\b(?:paragraphs?|sections?|minutes?|items?|no|nos|numbers?|page|pages|appendix|of|on|at|and|to|the|by|in|"
    r"from|for|with|until|before|about|is|was|were|plots?|policy|part|class|clause)\.?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_ENDS_IN_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$", re.IGNORECASE
)
_CODED = re.compile(r"[A-Z\d“\"'‘].{1,160} [(\[](?:[A-Z]{1,4}[-./ ]?\d{1,4}[a-z]?|[A-Z]|\d{1,4}/\d{2,4})[)\]]$")
"""A heading with its number in brackets at the end: the text below begins anew however full the line is."""
_OFFICE = re.compile(r"(?:Assistant|Administrator|Clerk|Officer|Treasurer|Superintendent|Manager|Director|Chief)\b")
_TITLES = re.compile(r"(?i)(?:[ (](?:(?:mr|mrs|ms|dr|cllrs?|messrs)\.|by councillor|by cllr|and|of|the)|, councillor)$")
"""How a line ends inside a name or between two: "Audit and" over "Governance Committee"."""
_LABELLED = re.compile(r"[A-Z][\w ]{2,30}:")
"""How a line begins that goes on with no name: "400 Quay Dr." over "Attendees:"."""
_COLON_DASH = re.compile(r":\s?[-–—]$")
_SURE, _ALIKE, _BAND = 6, 4, 0.08
"""So many wrapped lines, where no line is longer, tell that lines are wrapped; fewer where all are about as long."""
_SLACK, _CELLS, _COLUMN, _LABEL = 1.15, 3, 30, 24
"""Two rows of so many cells are rows of a table; letters that stand in a column of actions at most."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How the lines of a text are set: ``width`` is the length of a full line, 0 where lines are not wrapped."""

    width: int = 0


def measure(rows: Sequence[Row]) -> Measure:
    """Tells hard-wrapped text from text with a line a paragraph, and how wide it is set."""
    wrapped = [
        len(one.text) + one.indent
        for one, two in pairwise(rows)
        if not two.gap
        and two.text[0].islower()
        and not one.text.endswith(ENDED)
        and len(one.text) > 25
        and not starts_list(two.text)
    ]
    pairs = sum(not two.gap for _, two in pairwise(rows))
    if len(wrapped) < 2:
        return Measure()
    width = int(quantiles(wrapped, n=10)[6]) if len(wrapped) > 3 else max(wrapped)
    sure = len(wrapped) >= (_ALIKE if max(wrapped) - min(wrapped) <= _BAND * width else _SURE)
    if len(wrapped) < 0.08 * pairs and not (sure and _within(rows, width)):
        return Measure()
    return Measure(width) if width <= 200 else Measure()


def _within(rows: Sequence[Row], width: int) -> bool:
    """Whether hardly a row is longer than ``width``: lists of short lines stand in wrapped text then."""
    return sum(len(row.text) > _SLACK * width for row in rows) <= 0.01 * len(rows)


@lru_cache(maxsize=4096)
def starts_list(text: str) -> bool:
    """Whether a line begins with a bullet or a label. Asked several times of each line, hence the cache."""
    first = text[:1]
    if "A" <= first <= "z" and first not in "AIaio" and (near := text[1:7]).isascii() and _NEAR.isdisjoint(near):
        return False
    return BULLET.match(text) is not None or LABEL.match(text) is not None


def seam(one: Row, two: Row, block: int, listed: bool, set_in: Measure) -> Seam:
    """The seam between two rows.

    ``block`` is how many characters of the same paragraph stand before the end of ``one``; ``listed`` whether that
    paragraph is a list item.
    """
    apart = Seam.PARAGRAPH if two.gap else Seam.LINE
    if one.level or two.level:
        together = one.level == two.level and not two.gap and _heading_goes_on(one.text, two.text)
        return Seam.SPACE if together else apart
    if len(one.text) <= 2 and BULLET.match(one.text + " ") and not starts_list(two.text):
        return Seam.SPACE
    goes_on = not two.gap and two.text[0].isupper() and not _LABELLED.match(two.text)
    if goes_on and (_TITLES.search(one.text[-16:]) or name_broken(one.text, two.text)):
        return Seam.SPACE
    if not two.gap and two.text[0] in "12" and _YEAR.match(two.text) and _ENDS_IN_MONTH.search(one.text[-16:]):
        return Seam.SPACE
    if _starts_anew(one, two, set_in):
        return Seam.LINE if listed and not two.text[0].isdigit() else apart
    if one.gap and one.text[-1] in ")]" and not two.text[0].islower() and _CODED.match(one.text):
        return apart
    last = one.text[-1]
    if last == "\xad" or (last in "-‐" and not two.gap and is_broken(one.text, two.text)):
        return Seam.HYPHEN
    if two.gap:
        return _join(one, two) if _mid_sentence(one, two, block) else apart
    if one.hard or min(one.text.count("\t"), two.text.count("\t")) >= _CELLS - 1 or owner_ended(one.text):
        return apart
    if two.indent and "\t" in one.text and _under_value(one, two):
        return Seam.SPACE
    if _shouts(two.text) and sentence_ended(one.text) and not _shouts(one.text):
        return apart
    if headed(one, two) or (listed and _out_dented(one, two)):
        return apart
    if set_in.width and _full(one, two, set_in.width):
        return _join(one, two)
    if _runs_on(one, two, set_in):
        return _join(one, two)
    if set_in.width and block > set_in.width and sentence_ended(one.text) and not two.text[0].islower():
        return Seam.PARAGRAPH
    return apart


def _under_value(one: Row, two: Row) -> bool:
    """Whether a row goes on with what stands behind a label: "Location:   Marl Hall," over "14 High Street"."""
    label, _, value = one.text.partition("\t")
    at = next((source for text, source in one.pieces[::-1] if source is not None and value.endswith(text)), None)
    open_ended = value.endswith((",", "&", " and", "(")) or value.count("(") > value.count(")")
    if (
        not (label.endswith(":") or (open_ended and len(label) < _LABEL))
        or "\t" in value
        or "\t" in two.text
        or at is None
    ):
        return False
    return abs(one.indent + at - one.start - two.indent) <= 1


def _out_dented(one: Row, two: Row) -> bool:
    """Whether a row stands out to the left of the list above it, and begins with a capital."""
    return one.indent > 1 and two.indent < one.indent - 1 and two.text[0].isupper() and one.text[-1].isalnum()


def _heading_goes_on(one: str, two: str) -> bool:
    """Whether a heading's next line goes on with its words: "THE CORPORATION OF THE", below it "TOWN OF MARL"."""
    return two[0].islower() or LEADS_ON.search(one[-24:].lower()) is not None


def _shouts(text: str) -> bool:
    """Whether a row is set in capitals as a heading is, of two words or more."""
    return text.isupper() and " " in text and len(text) > 10


def _join(one: Row, two: Row) -> Seam:
    return Seam.HYPHEN if is_broken(one.text, two.text) else Seam.SPACE


def _starts_anew(one: Row, two: Row, set_in: Measure) -> bool:
    """Whether the second row begins an item of a list or a numbered heading."""
    text = two.text
    if (text[0] in "PAICMORS" and _LIST_HEAD.match(text)) or (text[0] in "FANY" and _SIDE.match(text)):
        return True
    if begins_motion(one, two) or heads_column(one, two) or _COLUMN_CODE.match(text):
        return True
    if "A" <= text[0] <= "Z" and (reported := _REPORT.match(text)) is not None:
        return reported["gap"] == "\t" or two.bold >= len(text) or not _runs_mid(one, set_in)
    if ", " in text and text[0].isupper() and one.text[-1].isalpha() and SERVES.match(text):
        return not (one.text.endswith((" and", " with")) or (_in_run(one, two) and _full(one, two, set_in.width)))
    sorry = text[0] == "A" and SORRY.match(text) and sentence_ended(one.text)
    if not two.gap and (sorry or begins_alone(text, one.text)):
        return True
    if not starts_list(text) and not text[0].isdigit():
        return False
    if BULLET.match(text):
        return not (text[0] in "-–—" and not two.gap and _runs_mid(one, set_in) and one.text[0] not in "-–—")
    label = LABEL.match(text)
    if (label is None and not _BARE.match(text)) or years_go_on(one, text):
        return False
    if label is None and not sentence_ended(one.text) and (_MONTH.match(text) or numbered_anew(one, two)):
        return not _MONTH.match(text)
    if _runs_mid(one, set_in):
        cited = _CITES.search(one.text[-24:]) is not None or one.text.endswith((",", "-", "(", "£"))
        if _AMOUNT.match(text):
            return False
        numbered = label is not None and (not text[0].isalpha() or "/" in label[0])
        return not cited if numbered else False
    ended = sentence_ended(one.text) or "\t" in one.text[-_COLUMN:]
    return label is not None or ended or not set_in.width or len(one.text) < 0.75 * set_in.width


def _in_run(one: Row, two: Row) -> bool:
    """Whether a row breaks off in a run of offices with their holders: "…, Deputy" over "Clerk Ann Other, …"."""
    return bool(_OFFICE.match(two.text) or (one.text.count(", ") > 1 and _OFFICE.search(one.text.rsplit(" ", 1)[-1])))


def _runs_mid(one: Row, set_in: Measure) -> bool:
    """Whether the row is full to the edge and its sentence goes on, and no column at the right ends it."""
    if "\t" in one.text[-_COLUMN:]:
        return False
    return bool(set_in.width) and len(one.text) + one.indent >= 0.85 * set_in.width and not one.text.endswith(ENDED)


def _full(one: Row, two: Row, width: int) -> bool:
    if (
        len(two.text) <= 12
        and two.indent < 0.7 * width
        and not two.text.isupper()
        and not sentence_ended(one.text)
        and len(one.text) >= 0.75 * width
    ):
        return True
    word = two.text.find(" ")
    return len(one.text) + one.indent + 1 + (len(two.text) if word < 0 else word) >= 0.9 * width


def _runs_on(one: Row, two: Row, set_in: Measure) -> bool:
    """Whether a short row's sentence goes on in the next one all the same."""
    if not two.text[0].islower() or one.text.endswith(ENDED):
        return False
    return len(one.text) >= (0.5 * set_in.width if set_in.width else 60) or LEADS_ON.search(one.text[-24:]) is not None


def _mid_sentence(one: Row, two: Row, block: int) -> bool:
    """Whether a sentence goes on behind blank lines or a page edge."""
    last = one.text.rstrip(CLOSERS)[-1:]
    if not last or last in ".!?:;" or block < 40 or (last in "-–—" and _COLON_DASH.search(one.text)):
        return False
    if two.text[0].islower():
        return True
    if one.text.endswith((",", "-")) and two.text[0].isalnum():
        return block >= 60 and not (one.text.endswith(" -") and one.text.isupper())
    return block >= 60 and two.text[0].isalnum() and LEADS_ON.search(one.text[-24:]) is not None
