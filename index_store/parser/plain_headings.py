"""Headings without a number, alone or between numbered ones."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index_store.parser.apart_headings import ATTENDING, heads_text, shouted, with_marked
from index_store.parser.below_headings import below_sections, excuses, opens_text
from index_store.parser.colon_headings import LONGEST, PERSON, colon_headings
from index_store.parser.headings import Heading, Numbered, whole_line, with_title
from index_store.parser.inner_lines import is_inner
from index_store.parser.labels import read_labels
from index_store.parser.levels import by_level, heads_meeting
from index_store.parser.motion_heads import codes_title, heads_motion
from index_store.parser.openings import opens_business
from index_store.parser.particulars import (
    NAMED,
    TOP,
    is_day,
    names_meeting,
    notes_of_meeting,
    over_all_business,
    recurring,
    tells_of_meeting,
)
from index_store.parser.people_headings import holds_post, people_headings, serves
from index_store.parser.run_in_headings import AMOUNT, capitals_run_in, running_in
from index_store.parser.run_in_titles import run_in_title
from index_store.parser.sibling_headings import dashed, is_sum, over_lists, says_nothing, set_apart
from index_store.parser.titles import is_usual_decision
from index_store.parser.wording import (
    has_verb,
    is_capitals,
    is_heading,
    is_people,
    is_side,
    is_usual,
    title_case,
)
from index_store.parser.wrapped_titles import wrapped_lines, wraps
from index_store.reading import Line, Reading
from index_store.seams import BULLET, starts_list

_STANDING = re.compile(
    r"(?:in memoriam|appendix\b|annex\b|aobs?\b|a\.o\.b|aocb|election of|appointment of chair|exempt|exclusion of|"
    r"confidential (?:items?|business)|declarations? of|"
    r"public (?:participation|question|forum|session)|apologies for absence|minute[’']?s[’']? silence|"
    r"any other business|"
    r"urgent business|date of (?:the )?next meeting|next meeting\W*$|adjournment|closed session|in camera|"
    r"part (?:2|ii|b)\b|"
    r"tributes?\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:minutes|meeting|notes|agenda|draft)\b", re.IGNORECASE)
_HEADER = re.compile(r"\b(?:minutes|meeting|notes)\b.*\b(?:19|20)\d\d\b", re.IGNORECASE)
"""What stands below the name that heads a page and is no minute."""
_NOTHING = re.compile(r"\s*:\s*(?P<what>(?:nil|none|n/a|nothing)\b[^:]{0,20})$", re.IGNORECASE)
"""What a heading says to its own line: "DECLARATIONS OF INTEREST: Nil"."""
_COLUMNS = re.compile(r"\S(?: \| |\t)\S")


def between(reading: Reading, numbered: Numbered, first: int, stop: int) -> list[Heading]:
    """Unnumbered headings among numbered ones, set like them or named like standing business."""
    marked = numbered.style[3] or (numbered.style[2] and not reading.told)
    deepest = numbered.indent + (1 if marked else 6)
    found, again = list[Heading](), recurring(line.text for line in reading.lines[first:stop])
    for at in range(first, stop - 1):
        line = reading.lines[at]
        if (text := line.text) in again:
            continue
        if codes_title(reading, numbered, at):
            continue
        wrapped = wraps(reading, at, stop) and _alike(line, text, numbered.style) and not numbered.holds(line.start)
        if wrapped and not tells_of_meeting(text):
            found += wrapped_lines(reading, [at + 1], [at, at + 1])
            continue
        if any(low < line.start < high for low, high in numbered.gaps) and (lost := _unnumbered(line, text)):
            found.append(lost)
            continue
        if numbered.moved and heads_motion(reading, numbered, at):
            found.append(whole_line(line, text))
            continue
        if len(text) > 90 or line.indent > deepest or numbered.holds(line.start) or starts_list(text):
            continue
        if not is_heading(text) or AMOUNT.search(text) or tells_of_meeting(text):
            continue
        if PERSON.match(text) or ATTENDING.match(text) or is_inner(reading, at):
            continue
        inside = any(low < line.start < high for low, high in numbered.inside)
        if inside or _heads_table(reading, at) or not _fits_between(reading, numbered, at, first, stop):
            continue
        if line.start >= numbered.taken[0][0] or not serves(text):
            none = _NOTHING.search(text)
            found.append(with_title(line, none.start(), none.start("what")) if none else whole_line(line, text))
    return found


def _heads_table(reading: Reading, at: int) -> bool:
    """Whether a line stands over a table or at its head, and names no usual business."""
    text, below = (reading.lines[n].text for n in (at, at + 1))
    return (_COLUMNS.search(text) or _COLUMNS.search(below)) is not None and not is_usual(text)


def _unnumbered(line: Line, text: str) -> Heading | None:
    """A usual title that runs into its text and lost its number: "Apologies: none"."""
    if not line.gap or not is_usual(text) or starts_list(text) or read_labels(text):
        return None
    size = run_in_title(text, line.bold)
    if size is None or size[0] > LONGEST or ":" not in text[size[0] : size[1]]:
        return None
    return with_title(line, *size)


def _fits_between(reading: Reading, numbered: Numbered, at: int, first: int, stop: int) -> bool:
    line, below = reading.lines[at], reading.lines[at + 1]
    text = line.text
    before = line.start < numbered.taken[0][0]
    usual = is_usual(text)
    if before and not line.gap and not usual and at > first and is_heading(reading.lines[at - 1].text):
        return False
    marked = 0 < numbered.style[3] == line.level
    if (before and not (usual or marked) and NAMED.search(text)) or is_usual_decision(text) or is_side(text):
        return False
    if before and over_all_business(text):
        return False
    told = text.endswith(":") and has_verb(text)
    if _STANDING.match(text) and not told and (line.gap or before or is_capitals(text)) and len(text) <= 60:
        return True
    plain = not (marked or numbered.style[2]) and text.endswith(":")
    if _alike(line, text, numbered.style) and (not plain or _ends_in_colons(reading, numbered)):
        return opens_text(reading, at, stop) or (not before and not numbered.holds(below.start))
    shouted = numbered.untitled and is_capitals(text) and opens_text(reading, at, stop)
    missed = usual and line.gap and (shouted or any(low < line.start < high for low, high in numbered.gaps))
    return missed or (before and opens_business(reading, at, stop))


def plain_headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The headings of minutes without numbers: by Markdown level, weight, capitals, else by wording and place."""
    lines = reading.lines
    texts = {at: lines[at].text for at in range(first, stop)}
    business = _business(reading, texts)
    if levelled := by_level(reading, first, stop):
        return [whole_line(lines[at], texts[at]) for at in levelled]
    for test in (_bold, _capitals):
        alike = _unlabelled([at for at in business if test(lines[at], texts[at])], texts)
        if styled := _styled(reading, alike, business, first, stop):
            if test is _capitals:
                alone = wrapped_lines(reading, styled, alike)
                return sorted([*alone, *capitals_run_in(reading, business)])
            found = [at for at in business if _worded_like_one(reading, at, stop)]
            listed = over_lists(reading, business, stop)
            top = min([styled[0], *listed[:1]])
            others = (at for at in found if at > top and set_apart(reading, at, plain=bool(listed)))
            return wrapped_lines(reading, sorted({*styled, *others, *listed}), alike)
    found = [at for at in business if _worded_like_one(reading, at, stop)]
    found = sorted({*found, *over_lists(reading, business, stop)})
    if titled := colon_headings(reading, business, sum(is_usual(texts[at]) for at in found)):
        return [with_title(line, size, body) for line, size, body in titled]
    found = with_marked(reading, found, [at for at in business if at + 1 < stop], texts)
    while found and found[0] < first + 4 and _TITLE.search(texts[found[0]]):
        found.pop(0)
    if len(found) < 3 and len(running := running_in(reading, texts)) >= 3:
        return running
    if len(found) < 2:
        return []
    run_in = dashed(reading, [at for at in business if at > found[0]], stop)
    starts = {one.start for one in run_in}
    found = [at for at in found if lines[at].start not in starts]
    outer = [at for at in found if at + 1 not in found or is_usual(texts[at]) or not is_usual(texts[at + 1])]
    return sorted([*run_in, *(whole_line(lines[at], texts[at]) for at in outer if at - 1 not in outer)])


def _business(reading: Reading, texts: Mapping[int, str]) -> list[int]:
    """The lines that may head business: none that recurs, names the body at the top, or tells who came."""
    lines, first, stop = reading.lines, min(texts, default=0), max(texts, default=-1) + 1
    again = {*recurring(texts.values()), *(texts[at] for at in people_headings(reading, first, stop))}
    top = range(first, min(first + TOP, stop))
    named = {at for at in top if names_meeting([line.text for line in lines[at : at + TOP]])}
    return [
        at
        for at, text in texts.items()
        if not (text in again or at in named)
        and not (is_people(text) and not excuses(reading, at, stop) or ATTENDING.match(text) or is_inner(reading, at))
    ]


def _styled(reading: Reading, alike: Sequence[int], business: Sequence[int], first: int, stop: int) -> list[int]:
    """The headings among the lines of one style, where there are three, with those below sections in that style."""
    ats = [at for at in alike if opens_text(reading, at, stop) or excuses(reading, at, stop)]
    while ats and (
        heads_meeting(reading, ats[0], stop)
        or notes_of_meeting(reading.lines[ats[0]].text)
        or (ats[0] <= first + 1 and _HEADER.search(reading.lines[ats[0] + 1].text))
    ):
        ats.pop(0)
    if not ats:
        return []
    both = {*ats, *(at for at in alike if at > ats[0] and is_usual(reading.lines[at].text))}
    if len(ats) >= 3:
        return sorted(both.union(at for at in alike if at > ats[0] and _apart(reading, at, ats[-1])))
    return sorted(both.union(below_sections(reading, sorted(both), business, stop))) if len(both) >= 3 else []


def _unlabelled(alike: list[int], texts: dict[int, str]) -> list[int]:
    """Lines of one style without those that a number begins, where most have none."""
    bare = [at for at in alike if not (texts[at][0].isdigit() and read_labels(texts[at]))]
    return bare if 2 * len(bare) > len(alike) else alike


def _alike(line: Line, text: str, style: tuple[str, bool, bool, int]) -> bool:
    _, capitals, bold, level = style
    if level:
        return line.level == level
    if bold:
        return line.bold >= len(text) and (is_capitals(text) if capitals else is_usual(text))
    return capitals and is_capitals(text) and line.gap and len(text) > 6


def _ends_in_colons(reading: Reading, numbered: Numbered) -> bool:
    """Whether most of the numbered headings end in a colon at the end of their line."""
    heads = [reading.mapped.text[start:body].rstrip(" ") for start, body in numbered.taken]
    ended = sum(
        head.endswith(":") and reading.mapped.text.startswith("\n", body)
        for head, (_, body) in zip(heads, numbered.taken, strict=True)
    )
    return 2 * ended > len(heads)


def _apart(reading: Reading, at: int, last: int) -> bool:
    """Whether a line in capitals before the ``last`` heading stands by itself, over text in small letters."""
    line = reading.lines[at]
    text = line.text
    if at >= last or not is_capitals(text) or len(text) <= 8:
        return False
    below = reading.lines[at + 1]
    return line.gap and below.gap and not is_capitals(below.text)


def _bold(line: Line, text: str) -> bool:
    fills = line.bold >= len(text) <= 100 and is_heading(text[:1].upper() + text[1:])
    return fills and not (BULLET.match(text) or is_day(text) or is_sum(text))


def _capitals(line: Line, text: str) -> bool:
    told = text[: text.rindex(" (")] if text.endswith(")") and " (" in text else text
    return len(text) <= 100 and is_capitals(told) and is_heading(text) and not (starts_list(text) or is_day(text))


def _worded_like_one(reading: Reading, at: int, stop: int) -> bool:
    line = reading.lines[at]
    text = line.text
    if len(text) > 90 or not is_heading(text) or starts_list(text) or read_labels(text) or text.count(",") > 2:
        return False
    if AMOUNT.search(text) or is_sum(text) or says_nothing(text) or text.endswith(" |"):
        return False
    usual = is_usual(text)
    above = reading.lines[at - 1].text if at > 0 else ""
    below_title = not line.gap and not usual and is_heading(above)
    if above.endswith(";") or (below_title and not (starts_list(above) and above.endswith("."))):
        return False
    excused = is_people(text) and excuses(reading, at, stop)
    if (tells_of_meeting(text) and not excused) or (PERSON.match(text) and not usual) or at + 1 >= stop:
        return False
    if holds_post(text):
        return False
    below = reading.lines[at + 1].text
    headed = (
        line.gap
        and reading.lines[at + 1].gap
        and is_heading(below)
        and at + 2 < stop
        and opens_text(reading, at + 1, stop)
    )
    if not (
        headed
        or opens_text(reading, at, stop)
        or _STANDING.match(text)
        or (usual and line.gap and not is_heading(below))
    ):
        return False
    if tells_of_meeting(below) and not (usual and _STANDING.fullmatch(text)):
        return False
    if text.endswith((":", ".")) and not (usual or shouted(line, text, below)) and not heads_text(line, text, below):
        return False
    return usual or is_capitals(text) or title_case(text) >= 0.6 or line.gap
