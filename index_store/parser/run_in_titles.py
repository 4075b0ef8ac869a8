"""Titles that their text follows on the same line."""

from __future__ import annotations

import re

from index_store.parser.subjects import first_part, report_start
from index_store.parser.title_ends import TO_TAKE, agenda_title, parted_title, short_title
from index_store.parser.wording import has_verb, is_capitals, is_heading, is_sentence, is_usual
from index_store.reading import Line

TO_DO = re.compile(
    r"To (?i:receive|consider|approve|note|agree|confirm|advise|discuss|accept|resolve|adopt|hear|elect|appoint|sign|"
    r"report|review|determine|decide|record|ratify|declare|authorise|make|set|deal|invite|co-opt|comment|"
    r"pass|fill|finali[sz]e|provide|arrange|update|nominate|adjourn|answer|request|plan|review|appoint|take)\b(?!.*[.;]\s+\S)"
)
"""A title worded like the agenda: "To receive apologies for absence"."""
_TO_ASCERTAIN = re.compile(r"To (?:confirm|note|report|record|ascertain|establish|check|ensure|see|agree) ")
"""A title whose verb may take a sentence: "To confirm the Annual Return has been completed"."""
_DONE_ALONE = re.compile(r"(?<=\w)(?P<mark>\s+[–—-]\s+|\s+)(?:(?:Agreed|Approved|Accepted)\.|(?:None|Nil)\.?)\Z")
_LETTER = re.compile(r"(?<=\w)\s\(?[ai]\)\Z")
_DECIDED = re.compile(r"\b(?:resolved|agreed|noted|approved|proposed)\b", re.IGNORECASE)
_NAMES_IT = re.compile(
    r"(?:(?:notice of )?motions?|petitions?|presentations?|reports?|updates?|consultations?|by-?laws?|questions?)"
    r"(?: no\.? \d+)?: (?!none\b|nil\b|no\b|n/a\b)\w",
    re.IGNORECASE,
)
"""A sort of business, and in the same title which one: "Motion: Clean Air"."""
_WHICH = re.compile(
    r"(?:period|month|quarter|phase|stage|part|round|week|year|q[1-4])\b[^.;:]{0,40}[\w)]|(?:options|proposals|update)",
    re.IGNORECASE,
)
"""Which of several a report is, which belongs to its title: "Finance Monitoring Report: Period 4 (July 2024)"."""
_WIDE = re.compile(r"\t|\s{2}")
_NOTHING = re.compile(r"(?:none|nil|nothing|no|not|deferred|ongoing)\b(?: \w+){0,5}\W*$", re.IGNORECASE)
_DONE = re.compile(r"(?:were |was )?(?:accepted|approved|agreed|adopted|signed|noted|received|none|nil)\b")
_PUT = re.compile(r"[.;:]?\s+(?=(?:Proposed|Moved) by (?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Deputy|[A-Z]\.))")
"""What a title runs into: "Approval of the Budget. Proposed by Cllr. Ash"."""
_WORDS = re.compile(r"[^\W\d_]{3}")


def run_in(words: str, bold: int, line: Line) -> tuple[int, int] | None:
    """How long the title at the start of ``words`` is and where the body begins, or None where there is no title."""
    whole = len(words)
    if line.level:
        return whole, whole
    if "ed by " in words and (put := _PUT.search(words)) and is_heading(words[: put.start()]):
        return put.start(), put.end()
    if (
        2 < bold < whole
        and _WORDS.search(words[:bold])
        and not is_sentence(words[:bold])
        and words.count("(", 0, bold) <= words.count(")", 0, bold)
    ):
        cut = words[:bold].rstrip(" :.–-")
        return len(cut), bold
    if agreed := agenda_title(words) or _done_behind(words):
        return agreed
    if beside := _in_cells(words):
        return beside
    parted = parted_title(words) or short_title(words)
    if lettered := _before_letter(words, parted):
        return lettered
    if (part := first_part(words)) and (parted is None or part < parted[0]):
        return part - 1, part
    if words.endswith(".") and is_heading(words) and (told := report_start(words)) and parted is None:
        return told - 1, told
    if not is_heading(words):
        told = None if _ascertains(words) else report_start(words)
        if told and (parted is None or told < parted[0]):
            return told - 1, told
        if parted is not None or not _long_title(words):
            return parted
    if parted is None:
        return whole, whole
    if _NAMES_IT.match(words) and is_heading(words) and not words.endswith("."):
        return whole, whole
    return parted if _tells_behind(words, parted) else (whole, whole)


def _in_cells(words: str) -> tuple[int, int] | None:
    """A title in a table's cell, where the cell beside it says what was done or one more stands beside that."""
    title, _, behind = words.partition("\t")
    if not behind or not (is_heading(title) or TO_DO.match(title)) or not _WORDS.search(title):
        return None
    said = "\t" in behind and _WORDS.match(behind)
    return (len(title), len(title) + 1) if said or _NOTHING.match(behind) or _DONE.match(behind.lower()) else None


def _tells_behind(words: str, parted: tuple[int, int]) -> bool:
    """Whether what stands behind a title in its line is the text of the minute and no part of the title."""
    mark, behind = words[parted[0] : parted[1]].strip(" "), words[parted[1] :]
    if mark == ":" and _WHICH.fullmatch(behind):
        return False
    if mark == "\t" and behind[0] == "(":
        return True
    if mark[:1] == ":" and _WIDE.search(words[parted[0] : parted[1]]):
        return True
    told = mark in (":", ".", ":-", "\t", "…", "...") or (mark in ("-", "–", "—") and _DONE.match(behind) is not None)
    usual = is_usual(TO_TAKE.sub("", words[: parted[0]])) and not is_capitals(behind) and told
    usual = usual or (
        not mark
        and parted[0] > 6
        and is_capitals(words[: parted[0]])
        and not is_capitals(behind)
        and behind.rstrip()[-1:] in ".:;"
    )
    return is_sentence(behind) or usual or (mark[:1] in (":", ".") and _NOTHING.match(behind) is not None)


def _done_behind(words: str) -> tuple[int, int] | None:
    """A usual title with the one word behind it that tells what was done: "Declarations of interest – None."."""
    done = _DONE_ALONE.search(words) if words[-1] in ".el" and is_usual(words) else None
    if done is None or has_verb(words[: done.start()]) or not is_heading(words[: done.start()]):
        return None
    return done.start(), done.end("mark")


def _before_letter(words: str, parted: tuple[int, int] | None) -> tuple[int, int] | None:
    """A title without the letter of the first of several parts behind it: "Planning a). Applications"."""
    letter = _LETTER.search(words, 0, parted[0]) if parted and words[parted[0] - 1] == ")" else None
    return (letter.start(), letter.start() + 1) if letter else None


def _ascertains(words: str) -> bool:
    """Whether a title's verb takes the sentence behind it, and no decision follows."""
    return _TO_ASCERTAIN.match(words) is not None and words[-1].isalnum() and _DECIDED.search(words) is None


def run_in_title(words: str, bold: int) -> tuple[int, int] | None:
    """How long the title is that runs into the text of its own paragraph and where that begins; None without one."""
    if 2 < bold < len(words) - 2 and not is_sentence(words[:bold]) and not words[0].islower():
        return len(words[:bold].rstrip(" :.–-")), bold
    return parted_title(words)


def _long_title(words: str) -> bool:
    """Whether words behind a number are a title that takes more than a line."""
    if len(words) > 220 or not words[0].isupper():
        return False
    whole = words[-1].isalnum() or (words[-1] == ")" and ". " not in words)
    return TO_DO.match(words) is not None or (len(words) > 110 and whole and not has_verb(words))
