"""Is a set right? Are its expected minutes held, and do its facts stand in them?"""

from __future__ import annotations

from collections.abc import Iterator

from eval.cases import Case, EvaluationSet, ExpectedMinute
from eval.metrics import fold, is_cited, stands
from index_store.catalogue import Catalogue
from index_store.models import HeldItem, Scope


def check_set(evaluation: EvaluationSet, catalogue: Catalogue) -> Iterator[str]:
    """One line for each thing that looks wrong, naming the case; nothing where all is well."""
    for case in evaluation.cases:
        yield from _check_case(case, catalogue)


def _check_case(case: Case, catalogue: Catalogue) -> Iterator[str]:
    texts: list[str] = []
    for group in case.cites:
        for expected in group:
            items = _held(expected, catalogue)
            if not items:
                body = expected.body or "any body"
                yield f"{case.id}: no minute {expected.minute} of {body} on {expected.date} is held"
            texts += [f"{item.number or ''} {item.title or ''} {item.text.text}" for item in items]
    folded = fold(" ".join(texts))
    if not folded or any(one.minute == "attendance" for group in case.cites for one in group):
        return
    for alternatives in case.facts:
        if not any(stands(one, folded) for one in alternatives):
            yield f"{case.id}: none of {', '.join(map(repr, alternatives))} stands in the expected minutes"


def _held(expected: ExpectedMinute, catalogue: Catalogue) -> list[HeldItem]:
    """The minutes in the index that an expectation names."""
    found = []
    for meeting in catalogue.meetings(Scope(date_from=expected.date, date_to=expected.date, papers=True)):
        for item in catalogue.items(meeting.id):
            citation = {"date": meeting.date, "body": meeting.body, "minute": item.number}
            if is_cited(expected, citation):
                found.append(item)
    return found
