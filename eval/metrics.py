"""Judging one answer against its case.

An answer passes when it is declined and should be, or when one acceptable set of minutes is wholly cited, every
fact stands in it and nothing forbidden does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from eval.cases import Case
from eval.matching import fold, is_cited, stands
from eval.ranking import NAMES as RANKING
from eval.ranking import first_rank, rank_measures, whole_set_found

LISTS = frozenset(("list", "timeline", "actions", "count"))
"""Kinds of case whose answer is a list, which is to be complete."""


@dataclass(frozen=True, slots=True)
class Score:
    """The judgement of one answer.

    ``values`` holds each measure (see :mod:`eval.measures`) that the case is eligible for, and no others. ``rank``
    is the place at which the search found the first expected minute. ``invented`` counts citations of minutes that
    are not held, ``inexact`` quotes that differ from the source.
    """

    id: str
    kind: str
    half: str
    tags: tuple[str, ...]
    bodies: tuple[str, ...]
    passed: bool
    fault: str | None
    missing: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    rank: int | None = None
    invented: int = 0
    inexact: int = 0
    error: str | None = None
    values: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """The line that a run's scores.jsonl holds."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an answer does with what its case expects."""

    declined: bool
    cited: bool
    searched: bool
    found: bool
    missing: tuple[str, ...]
    forbidden: tuple[str, ...]
    error: str | None
    not_held: bool


def score_answer(case: Case, answer: Mapping[str, Any]) -> Score:
    """Judge one answer object, with what the run keeps beside it: ``retrieved``, ``integrity`` and ``error``."""
    seen = _see(case, answer)
    fault = _fault(case, seen)
    integrity = answer.get("integrity") or {}
    expected = [one for group in case.cites for one in group]
    values = _failed(case) if seen.error else _values(case, answer, seen, integrity)
    return Score(
        id=case.id,
        kind=case.kind,
        half=case.half,
        tags=tuple(case.tags),
        bodies=tuple(sorted({one.body for one in expected if one.body})),
        passed=fault is None,
        fault=fault,
        missing=() if case.refuse else seen.missing,
        forbidden=() if case.refuse else seen.forbidden,
        rank=first_rank(case.cites, answer.get("retrieved") or ()),
        invented=integrity.get("invented", 0),
        inexact=integrity.get("inexact", 0),
        error=seen.error,
        values={"passed": float(fault is None), **values},
    )


def _see(case: Case, answer: Mapping[str, Any]) -> _Seen:
    citations, text = answer.get("citations") or [], fold(answer.get("answer") or "")
    retrieved = answer.get("retrieved")
    return _Seen(
        declined=answer.get("status") != "answered",
        cited=any(all(any(is_cited(one, c) for c in citations) for one in group) for group in case.cites),
        searched=retrieved is not None,
        found=whole_set_found(case.cites, retrieved or ()),
        missing=tuple(group[0] for group in case.facts if not any(stands(one, text) for one in group)),
        forbidden=tuple(one for one in case.forbid if stands(one, text)),
        error=answer.get("error"),
        not_held=bool(answer.get("not_held")),
    )


def _fault(case: Case, seen: _Seen) -> str | None:
    """What went wrong, in the words of the report; None where nothing did."""
    if seen.error:
        return "failed to run"
    if case.refuse:
        return None if seen.declined else "wrongly answered"
    right = not seen.declined and (seen.cited or not case.cites) and not seen.missing and not seen.forbidden
    if right:
        return None
    if seen.not_held:
        return "expected minutes not held"
    if seen.declined:
        return "wrongly declined"
    if case.cites and not seen.cited:
        return "wrong records cited" if not seen.searched else "retrieved, not cited" if seen.found else "not retrieved"
    return "fact missing" if seen.missing else "forbidden statement"


def _values(case: Case, answer: Mapping[str, Any], seen: _Seen, integrity: Mapping[str, Any]) -> dict[str, float]:
    """The measures that the case, and an answer such as this, are eligible for."""
    values = _declining(case, seen.declined) | _words(answer, seen)
    citations = answer.get("citations") or []
    if citations and "existing" in integrity:
        values |= {"existing": integrity["existing"] / len(citations), "exact": integrity["exact"] / len(citations)}
    if integrity.get("statements"):
        values["grounded"] = integrity["borne_out"] / integrity["statements"]
    if case.refuse:
        return values
    if case.forbid and not seen.declined:
        values["unforbidden"] = float(not seen.forbidden)
    if case.facts:
        values["facts"] = 1 - len(seen.missing) / len(case.facts)
    if case.cites:
        values |= _cited(case, citations, seen.cited)
        if seen.searched:
            values |= rank_measures(case.cites, answer.get("retrieved") or ())
    if case.kind in LISTS:
        values["complete"] = _complete(case, citations, seen)
    return values


def _declining(case: Case, declined: bool) -> dict[str, float]:
    values = {"declined_rightly" if case.refuse else "answered_rightly": float(declined == case.refuse)}
    return {**values, "declining_precision": float(case.refuse)} if declined else values


def _words(answer: Mapping[str, Any], seen: _Seen) -> dict[str, float]:
    values = {} if seen.declined else {"words": float(len((answer.get("answer") or "").split()))}
    usage = answer.get("usage")
    if usage:
        values |= {"taken": float(usage["taken"]), "given": float(usage["given"])}
        values["worded"] = float(answer.get("writer") == usage["model"])
    elapsed = answer.get("elapsed_ms")
    return values if elapsed is None else {**values, "elapsed_ms": float(elapsed)}


def _cited(case: Case, citations: Sequence[Mapping[str, Any]], whole: bool) -> dict[str, float]:
    """Precision over all citations given, recall over the acceptable set of minutes of which most is cited."""
    expected = [one for group in case.cites for one in group]
    good = sum(any(is_cited(one, citation) for one in expected) for citation in citations)
    values = {"cited": float(whole), "citation_recall": _most(case, citations)[0]}
    return {**values, "precision": good / len(citations)} if citations else values


def _most(case: Case, citations: Sequence[Mapping[str, Any]]) -> tuple[float, int, int]:
    """Share, number cited and size of the acceptable set of minutes of which the greatest share is cited."""
    counts = [(sum(any(is_cited(one, c) for c in citations) for one in group), len(group)) for group in case.cites]
    return max((cited / size, cited, size) for cited, size in counts)


def _complete(case: Case, citations: Sequence[Mapping[str, Any]], seen: _Seen) -> float:
    """The share of what a list is to hold, minutes and facts alike, that it holds."""
    _, cited, size = _most(case, citations) if case.cites else (1.0, 0, 0)
    given = cited + len(case.facts) - len(seen.missing)
    return given / (size + len(case.facts))


def _failed(case: Case) -> dict[str, float]:
    """A case that failed to run failed in every measure that its expectations make it eligible for."""
    if case.refuse:
        return {"declined_rightly": 0.0}
    names = ["answered_rightly"]
    if case.facts:
        names.append("facts")
    if case.forbid:
        names.append("unforbidden")
    if case.cites:
        names += ["cited", "citation_recall", "precision", "existing", "exact", "grounded", *RANKING]
    if case.kind in LISTS:
        names.append("complete")
    return dict.fromkeys(names, 0.0)
