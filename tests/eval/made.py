"""Cases and answers made by hand, for tests of judging and comparing."""

from __future__ import annotations

from typing import Any

from eval.cases import Case
from eval.metrics import Score, score_answer

CASES = [
    Case.model_validate(
        {"id": f"q{n}", "kind": "fact", "turns": ["?"], "cites": [[["2020-01-01", "1", None]]], "facts": [["ten"]]}
    )
    for n in range(80)
] + [Case(id=f"d{n}", kind="decline", turns=["?"], refuse=True) for n in range(20)]
MINUTE = {"date": "2020-01-01", "minute": "1", "body": "B"}
SOUND = {"existing": 1, "exact": 1, "invented": 0, "inexact": 0, "statements": 1, "borne_out": 1}
RIGHT: dict[str, Any] = {
    "status": "answered",
    "answer": "ten [1]",
    "citations": [MINUTE],
    "retrieved": [MINUTE, {**MINUTE, "minute": "2"}],
    "integrity": SOUND,
}
DECLINED: dict[str, Any] = {"status": "not_found", "answer": "The minutes do not say.", "citations": []}


def scores(**changes: object) -> list[Score]:
    """Every case answered rightly, but for answered cases changed as given."""
    return [score_answer(case, DECLINED if case.refuse else {**RIGHT, **changes}) for case in CASES]
