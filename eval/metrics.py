"""Judging an answer against its case, and adding judgements up.

An answer passes when it is declined and should be, or when one acceptable set of minutes is wholly cited, every
fact stands in it and nothing forbidden does. Text is compared after folding, so that "£3.65 million" and "£3.65m"
or "2nd" and "2" are the same.
"""

from __future__ import annotations

import re
import statistics
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from eval.cases import Case, ExpectedMinute
from eval.intervals import Interval, mean_interval, proportion_interval


def fold(text: str) -> str:
    """Text as it is compared: case, quotes, hyphens, ordinals, thousands, millions, per cent and markup evened out."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2018\u2019`\u00b4]", "'", text)
    text = re.sub("[\u201c\u201d]", '"', text)
    text = re.sub("[-\u2010-\u2015\u2212]", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"(\d) ?(?:million|m)\b", r"\1m", text)
    text = re.sub(r" ?(?:per cent\b|percent\b|%)", "%", text)
    text = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[*_#>]+", "", text)).strip()


def stands(alternative: str, folded: str) -> bool:
    """Does ``alternative`` stand in already folded text, a number not as part of a longer one?"""
    wanted = fold(alternative)
    before = r"(?<!\d)(?<!\d\.)" if wanted[:1].isdigit() else ""
    after = r"(?!\d)(?!\.\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, folded) is not None


def is_cited(expected: ExpectedMinute, citation: dict[str, Any]) -> bool:
    """Does this citation point to the expected minute?"""
    if citation.get("date") != expected.date:
        return False
    if expected.body and fold(expected.body) not in fold(citation.get("body") or ""):
        return False
    if expected.minute == "*":
        return True
    got, want = fold(citation.get("minute") or ""), fold(expected.minute)
    return (
        got.removeprefix("item ") == want.removeprefix("item ")
        or got.split("(")[0].strip() == want
        or re.fullmatch(re.escape(want) + r"\s*[\(.].*", got) is not None
    )


@dataclass(frozen=True, slots=True)
class Score:
    """The judgement of one answer. A measure that a case is not eligible for is None and left out of its mean."""

    id: str
    kind: str
    half: str
    tags: tuple[str, ...]
    bodies: tuple[str, ...]
    passed: bool
    fault: str | None
    cited: bool | None
    precision: float | None
    facts: float | None
    missing: tuple[str, ...]
    forbidden: tuple[str, ...]
    declined_rightly: bool | None
    answered_rightly: bool | None
    words: int | None
    elapsed_ms: float | None
    invented: int
    inexact: int
    error: str | None

    def to_json(self) -> dict[str, Any]:
        """The line that a run's scores.jsonl holds."""
        return asdict(self)


def score_answer(case: Case, answer: dict[str, Any]) -> Score:
    """Judge one answer object (with the run's ``integrity`` and ``error`` beside it) against its case."""
    error = answer.get("error")
    declined = answer.get("status") != "answered"
    citations = answer.get("citations") or []
    text = fold(answer.get("answer") or "")
    cited = any(all(any(is_cited(one, c) for c in citations) for one in group) for group in case.cites)
    union = [one for group in case.cites for one in group]
    good = sum(any(is_cited(one, citation) for one in union) for citation in citations)
    missing = tuple(group[0] for group in case.facts if not any(stands(one, text) for one in group))
    forbidden = tuple(one for one in case.forbid if stands(one, text))
    right = declined if case.refuse else not declined and (cited or not case.cites) and not missing and not forbidden
    answerable = not case.refuse
    return Score(
        id=case.id,
        kind=case.kind,
        half=case.half,
        tags=tuple(case.tags),
        bodies=tuple(sorted({one.body for one in union if one.body})),
        passed=bool(right) and not error,
        fault=_fault(case, declined, cited, missing, forbidden, error),
        cited=cited if answerable and case.cites else None,
        precision=good / len(citations) if answerable and union and citations else None,
        facts=1 - len(missing) / len(case.facts) if answerable and case.facts else None,
        missing=missing if answerable else (),
        forbidden=forbidden if answerable else (),
        declined_rightly=declined and not error if case.refuse else None,
        answered_rightly=not declined if answerable else None,
        words=len(text.split()) if not declined else None,
        elapsed_ms=answer.get("elapsed_ms"),
        invented=(answer.get("integrity") or {}).get("invented", 0),
        inexact=(answer.get("integrity") or {}).get("inexact", 0),
        error=error,
    )


def _fault(
    case: Case, declined: bool, cited: bool, missing: Sequence[str], forbidden: Sequence[str], error: str | None
) -> str | None:
    """What went wrong, in the words of the report; None where nothing did."""
    if error:
        return "failed to run"
    if case.refuse:
        return None if declined else "wrongly answered"
    if declined:
        return "wrongly declined"
    if case.cites and not cited:
        return "right minute not cited"
    if missing:
        return "fact missing"
    return "forbidden statement" if forbidden else None


MEASURES: dict[str, str] = {
    "passed": "answers right",
    "cited": "right minutes cited",
    "precision": "citations that belong",
    "facts": "facts given",
    "declined_rightly": "rightly declined",
    "answered_rightly": "answered when held",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A mean over the eligible cases, with its 95% interval; ``value`` None where no case is eligible."""

    name: str
    n: int
    value: float | None
    interval: Interval | None


def measure(scores: Sequence[Score], name: str) -> Measure:
    """One measure over some scores: Wilson's interval for yes/no measures, bootstrap for graded ones."""
    values = [value for score in scores if (value := getattr(score, name)) is not None]
    if not values:
        return Measure(name, 0, None, None)
    if all(isinstance(value, bool) for value in values):
        return Measure(name, len(values), sum(values) / len(values), proportion_interval(sum(values), len(values)))
    return Measure(name, len(values), statistics.fmean(values), mean_interval([float(value) for value in values]))


def groups(scores: Iterable[Score]) -> dict[str, list[Score]]:
    """Scores by kind, by half, by tag and by body, in that order, under readable names; "all" last."""
    found: dict[str, list[Score]] = {}
    every = list(scores)
    for prefix, keys in (
        ("", lambda s: (s.kind,)),
        ("half: ", lambda s: (s.half,)),
        ("tag: ", lambda s: s.tags),
        ("body: ", lambda s: s.bodies),
    ):
        part: dict[str, list[Score]] = {}
        for score in every:
            for key in keys(score):
                part.setdefault(prefix + key, []).append(score)
        found.update(sorted(part.items()))
    return {**found, "all": every}
