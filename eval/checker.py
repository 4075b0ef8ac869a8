"""Is a set right? Are its expected minutes held, and do its facts stand in them?"""

from __future__ import annotations

from collections.abc import Iterator

from eval.cases import Case, EvaluationSet, ExpectedMinute
from eval.matching import fold, is_cited, stands
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, Scope

COUNTED = "counted"
"""Tag of a case whose facts are counted or worked out, and so need not stand in the minutes word for word."""


def check_set(evaluation: EvaluationSet, catalogue: Catalogue) -> Iterator[str]:
    """One line for each thing that looks wrong, naming the case; nothing where all is well."""
    for case in evaluation.cases:
        yield from (f"{case.id}: {fault}" for fault in (*not_held(case, catalogue), *_absent_facts(case, catalogue)))


def not_held(case: Case, catalogue: Catalogue) -> tuple[str, ...]:
    """The minutes that a case expects and the index does not hold, where no acceptable set of them is held whole."""
    gone = [[one for one in group if not _held(one, catalogue)] for group in case.cites]
    if not all(gone):
        return ()
    named = dict.fromkeys(one for group in gone for one in group)
    return tuple(f"no minute {one.minute} of {one.body or 'any body'} on {one.date} is held" for one in named)


def _absent_facts(case: Case, catalogue: Catalogue) -> Iterator[str]:
    """Expected facts that no expected minute says; a fact that was counted or worked out has the tag for it."""
    expected = [one for group in case.cites for one in group]
    items = [item for one in expected for item in _held(one, catalogue)]
    folded = fold(" ".join(f"{item.number or ''} {item.title or ''} {item.text.text}" for item in items))
    if not folded or COUNTED in case.tags:
        return
    for alternatives in case.facts:
        if not any(stands(one, folded) for one in alternatives):
            yield f"none of {', '.join(map(repr, alternatives))} stands in the expected minutes"


def _held(expected: ExpectedMinute, catalogue: Catalogue) -> list[HeldItem]:
    """The minutes in the index that an expectation names."""
    found = []
    for meeting in catalogue.meetings(Scope(date_from=expected.date, date_to=expected.date, papers=True)):
        for item in catalogue.items(meeting.id):
            citation = {"date": meeting.date, "body": meeting.body, "minute": item.number}
            if is_cited(expected, citation):
                found.append(item)
    return found
