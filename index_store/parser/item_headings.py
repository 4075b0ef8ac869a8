"""The headings of one meeting, numbered and unnumbered, in the order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from index_store.parser.bulleted_headings import bulleted_headings
from index_store.parser.candidates import Candidate, candidates, inline_candidates
from index_store.parser.chain import best_chain, number_gaps, running_part, usual_style
from index_store.parser.contents import after_contents
from index_store.parser.counted_anew import counts_anew
from index_store.parser.end_codes import coded_headings
from index_store.parser.headings import Heading, Numbered
from index_store.parser.headings_over_points import headings_over_points
from index_store.parser.inline_numbers import lacks_numbers, with_inline
from index_store.parser.inner_headings import inner_headings
from index_store.parser.labelled_blocks import labelled_blocks
from index_store.parser.lettered_items import lettered_items
from index_store.parser.misprints import with_misprints
from index_store.parser.missing_numbers import with_missing
from index_store.parser.motion_heads import mostly_moved
from index_store.parser.openings import after_agenda, below_lists, moved_above, opening_business, paragraphs
from index_store.parser.page_numbers import PAGE
from index_store.parser.page_tables import table_headings
from index_store.parser.plain_headings import between, plain_headings
from index_store.parser.proceedings import proceedings
from index_store.parser.section_codes import under_sections
from index_store.parser.trailing_numbers import trailing
from index_store.parser.wording import is_capitals, is_usual
from index_store.reading import Reading

_END = 10**9
_FAR = 100
_FEWEST, _SKIPPED = 3, 2
_ALONE, _OVER_TITLE = 4.0, 3.4
"""What the only number of minutes must score to be that of their one item."""
_RESTS = re.compile(r"^item", re.IGNORECASE)


def find_headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    """The headings of the minutes in lines ``first`` up to ``stop``; paragraphs where there are no headings."""
    if blocks := labelled_blocks(reading, first, stop):
        return blocks
    first = after_agenda(reading, after_contents(reading, first, stop), stop)
    headings = _headings(reading, first, stop)
    opening = opening_business(reading, first, headings[0]) if headings else None
    if opening and headings[0].title is None and headings[0].number is None and moved_above(reading, headings[0]):
        return [opening, *headings[1:]]
    return [opening, *headings] if opening else headings


def _headings(reading: Reading, first: int, stop: int) -> list[Heading]:
    if rows := table_headings(reading, first, stop):
        return rows
    if moved := proceedings(reading, first, stop):
        return moved
    found = sorted([*candidates(reading, first, stop), *trailing(reading, first, stop)], key=lambda one: one.start)
    chain, score = best_chain(found)
    score += _ALONE if len(chain) == 1 and below_lists(reading, chain[0].line, chain[0].title) else 0.0
    loose = inline_candidates(reading, first, stop) if len(chain) < 3 else []
    if loose:
        alike = [one._replace(label=one.label._replace(family=one.label.family + "…")) for one in found]
        inline, worth = best_chain([*found, *alike, *loose])
        if len(inline) > max(2, len(chain)) and worth > score:
            chain, score = inline, worth
    coded = coded_headings(reading, first, stop)
    if len(coded) > (len(chain) if _holds(chain, score) else 0):
        return coded
    if not _holds(chain, score):
        plain = plain_headings(reading, first, stop)
        if not (score > 0 and _of_year(chain) and len(plain) < len(chain)):
            return plain or bulleted_headings(reading, first, stop) or paragraphs(reading, first, stop)
    if over := _over_lists(reading, chain, found, first, stop):
        return over
    chain = with_missing(with_misprints(chain, found, reading.mapped.text), reading)
    if lacks_numbers(chain):
        chain = with_inline(chain, loose or inline_candidates(reading, first, stop), found)
    repeated = under_sections(reading, chain, stop)
    chain = [one for one in chain if one.line not in {two.line for two in repeated}]
    lettered = [] if repeated else lettered_items(reading, chain, found, stop)
    inside = _stretches(chain, lettered)
    more = [*_inserted(chain, found), *inner_headings(chain, found), *_outer(chain, found), *lettered, *repeated]
    chain = sorted([*chain, *more], key=lambda one: one.start)
    taken = tuple((one.start, one.body) for one in chain)
    outer = [one for one in chain if one not in (*lettered, *repeated)]
    deepest = max(one.indent for one in outer)
    gaps, put = tuple(number_gaps(outer)), mostly_moved(reading, outer)
    numbered = Numbered(taken, usual_style(outer), deepest, gaps, inside, _untitled(outer), put)
    unnumbered = _beside(reading, chain, between(reading, numbered, first, stop))
    return sorted([*(_numbered(one) for one in chain), *unnumbered], key=lambda one: one.start)


def _over_lists(
    reading: Reading, chain: Sequence[Candidate], found: Sequence[Candidate], first: int, stop: int
) -> list[Heading]:
    """The headings without number of minutes whose numbers only count lists under them; empty for other minutes."""
    end = reading.lines[stop - 1].end
    region = (reading.lines[first].start, end)
    if not (_may_be_lists(reading, chain, found, region) and _may_lie_under(chain, region)):
        return []
    plain = plain_headings(reading, first, stop)
    if counts_anew(reading, chain, plain, found):
        return headings_over_points(reading, plain, first, stop)
    if len(plain) >= 3 and (_paragraph_numbers(chain) or _is_list(chain, plain, end)):
        return plain
    lists = _is_lettered_list(reading, chain, plain) or _under_headings(reading, chain, plain, found)
    return plain if lists else []


def _beside(reading: Reading, chain: Sequence[Candidate], unnumbered: Sequence[Heading]) -> list[Heading]:
    """The unnumbered headings but for those below a numbered one without text of its own, whose parts they are."""
    starts = [one.start for one in chain]
    owners = [bisect_right(starts, one.start) - 1 for one in unnumbered]
    firsts = {owner: one.start for owner, one in reversed(list(zip(owners, unnumbered, strict=True)))}
    text = reading.mapped.text
    bare = {
        owner
        for owner, start in firsts.items()
        if owner >= 0 and (title := chain[owner].title) and not text[title.body : start].strip()
    }
    return [one for owner, one in zip(owners, unnumbered, strict=True) if owner not in bare]


def _untitled(chain: Sequence[Candidate]) -> bool:
    return 2 * sum(one.title is None for one in chain) > len(chain)


def _stretches(chain: Sequence[Candidate], lettered: Sequence[Candidate]) -> tuple[tuple[int, int], ...]:
    """From each first lettered minute to the next heading of the sections."""
    starts = [one.start for one in chain]
    firsts = {bisect_right(starts, one.start): one.start for one in reversed(lettered)}
    return tuple((start, starts[at] if at < len(starts) else _END) for at, start in sorted(firsts.items()))


def _holds(chain: Sequence[Candidate], score: float) -> bool:
    """Whether a chain is good enough to be the minutes' own numbers."""
    if len(chain) == 1:
        first = chain[0].label.family in ("N", "item") and chain[0].label.value[0] == 1
        title, end = chain[0].title, chain[0].start + len(chain[0].label.printed) + 1
        # A number on a line of its own with a heading below it counts no list.
        over = title is not None and chain[0].style[2] and title.start > end
        return chain[0].style[0] == PAGE or (score >= (_OVER_TITLE if over else _ALONE) and first)
    if len(chain) == 2 and not (chain[0].title and chain[1].title and _near(*chain)):
        return False
    return len(chain) >= 2 and score >= 1.5 and score / len(chain) >= 0.8


def _near(one: Candidate, two: Candidate) -> bool:
    """Whether two numbers can be of one count: neither names a thing, as "LC1290" and "KH7090" do."""
    first, last = one.label.value, two.label.value
    return len(first) != len(last) or abs(last[-1] - first[-1]) < _FAR or first[:-1] != last[:-1]


def _paragraph_numbers(chain: Sequence[Candidate]) -> bool:
    """Whether the numbers count paragraphs of running text and not headings."""
    return sum(one.title is None for one in chain) > 0.6 * len(chain)


def _may_be_lists(
    reading: Reading, chain: Sequence[Candidate], found: Sequence[Candidate], region: tuple[int, int]
) -> bool:
    """A cheap look before headings without number are looked for: whether the numbers can be lists under some."""
    anew = sum(one.label.value == (1,) for one in found) > 1 or any(line.level for line in reading.lines)
    return anew or _paragraph_numbers(chain) or _is_lettered(chain) or _is_short(chain, *region)


def _of_year(chain: Sequence[Candidate]) -> bool:
    """Whether the numbers are with their year ("004-16"), as those of no list are."""
    if len(chain) < _FEWEST or chain[0].label.family not in ("N/N", "N-N"):
        return False
    runs = running_part(chain)
    counted = [one.label.value[runs] for one in chain]
    close = all(0 <= two - one <= _SKIPPED for one, two in pairwise(counted))
    return close and len({one.label.value[1 - runs] for one in chain}) == 1


def _may_lie_under(chain: Sequence[Candidate], region: tuple[int, int]) -> bool:
    """A cheap look at the numbers alone: whether they are such as can be lists under headings without number."""
    if _paragraph_numbers(chain) or _is_lettered(chain) or not any(one.style[1] or one.style[3] for one in chain):
        return True
    headed = chain[0].label.word or all(one.title and (one.style[1] or one.style[2]) for one in chain)
    return not headed and _is_short(chain, *region)


def _is_lettered(chain: Sequence[Candidate]) -> bool:
    return chain[0].label.family[0] in "aAiI("


def _is_short(chain: Sequence[Candidate], begin: int, end: int) -> bool:
    """Whether the numbers stand in less than two fifths of the text from ``begin`` to ``end``."""
    return chain[-1].start - chain[0].start < 0.4 * (end - begin)


def _is_list(chain: Sequence[Candidate], plain: Sequence[Heading], end: int) -> bool:
    """Whether the numbers are a list under one or two of many unnumbered headings, and no headings in their style."""
    if chain[0].label.word or all(one.title and (one.style[1] or one.style[2]) for one in chain):
        return False
    begin, last = chain[0].start, chain[-1].start
    outside = [one for one in plain if not begin <= one.start <= last]
    sections = sum(begin <= one.start <= last for one in plain)
    return len(outside) >= 3 and sections <= 1 and plain[0].start < begin and _is_short(chain, plain[0].start, end)


def _under_headings(
    reading: Reading, chain: Sequence[Candidate], plain: Sequence[Heading], found: Sequence[Candidate]
) -> bool:
    """Whether plain numbers are lists under some of many headings of Markdown or in capitals."""
    bold = sum(one.style[2] and one.title is not None for one in chain)
    if len(plain) < 4 or bold > len(plain) or any(one.style[1] or one.style[3] for one in chain):
        return False
    starts = [one.start for one in plain]
    if {line.start for line in reading.lines if line.level}.issuperset(starts):
        return len({bisect_right(starts, one.start) for one in chain}) <= 0.5 * len(plain)
    titles = [reading.mapped.text[one.title[0] : one.title[1]] for one in plain if one.title]
    firsts = {bisect_right(starts, one.start) for one in found if one.label.value == (1,)}
    return all(map(is_capitals, titles)) and len(firsts - {0}) >= 2


def _is_lettered_list(reading: Reading, chain: Sequence[Candidate], plain: Sequence[Heading]) -> bool:
    """Whether letters or small numerals count entries under one of several usual headings without number."""
    if not _is_lettered(chain):
        return False
    begin, last = chain[0].start, chain[-1].start
    if chain[0].line and chain[0].label.family[0] in "ai":
        above = reading.lines[chain[0].line - 1]
        others = sum(not begin <= one.start <= last for one in plain)
        if is_usual(above.text) and any(one.start == above.start for one in plain) and others >= 3:
            return True
    spans = [one.title for one in plain if one.title]
    usual = [start for start, end in spans if is_usual(reading.mapped.text[start:end])]
    return len(usual) >= 4 and usual[0] < begin and sum(start > last for start in usual) >= 2


def _inserted(chain: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Minutes put in between two of the chain's with a letter behind the number: 3A between 3 and 4, 80a behind 80/21.

    A small letter counts behind compound numbers alone, where it cannot be one of a list's.
    """
    held = {one.start for one in chain}
    starts = [one.start for one in chain]
    runs = running_part(chain)
    inserted = []
    for one in found:
        at = bisect_right(starts, one.start)
        label = one.label
        if one.start in held or not label.suffix.isalpha() or not 0 < at < len(chain) or label.bullet:
            continue
        before, after = chain[at - 1].label, chain[at].label
        alike = (label.family, label.value) == (before.family, before.value) and label.suffix.isupper()
        short = label.family == "N" and len(before.value) > 1 and label.value[0] == before.value[runs]
        fits = alike or (short and one.title is not None and one.score > 0)
        if fits and after.value[runs] == before.value[runs] + 1:
            inserted.append(one)
    return inserted


def _outer(chain: Sequence[Candidate], found: Sequence[Candidate]) -> list[Candidate]:
    """Headings one level above the chain's that have none below them: 4 behind 3.1 and 3.2."""
    if chain[0].label.family not in ("N.N", "PN.N"):
        return []
    outer: list[Candidate] = []
    starts = [one.start for one in chain]
    for one in found:
        at = bisect_right(starts, one.start)
        low = max(chain[at - 1].label.value[0] if at else 0, outer[-1].label.value[0] if outer else 0)
        high = chain[at].label.value[0] if at < len(chain) else low + 2
        headed = one.label.family == "N" and one.title is not None and one.score > 1.0
        if headed and low < one.label.value[0] < high:
            outer.append(one)
    return outer


def _numbered(one: Candidate) -> Heading:
    label, title = one.label, one.title
    agenda_item = title.agenda_item if title else None
    if label.word == "item":
        agenda_item = _RESTS.sub("", label.printed).strip() or None
    span = (title.start, title.end) if title and title.end > title.start else None
    return Heading(one.start, one.body, span, label.printed, agenda_item)
