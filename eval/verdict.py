"""A comparison in one sentence, for a manager and for a log."""

from __future__ import annotations

from eval.compare import Comparison

SURELY = 0.05


def verdict(found: Comparison | None) -> str:
    """What changed, whether it means anything, and what to do about it."""
    if found is None:
        return "There is no baseline to compare with yet: make this run one with `minutes eval accept`."
    worse, better = len(found.worse), len(found.better)
    flips = f"{worse} of {found.n} cases got worse, {better} got better"
    if found.verdict == "regression":
        return f"Regression: worse in {_listed(found.regressed)}, by more than chance explains ({flips})."
    if not worse and not better and not found.improved:
        return f"No difference to the baseline: all {found.n} cases stand as they did."
    chance = f"chance alone would do as much with probability {found.p_value:.2f}"
    move = "; move the baseline on purpose with `minutes eval accept`"
    if found.improved or (found.verdict == "better" and found.p_value < SURELY):
        return f"Better{' in ' + _listed(found.improved) if found.improved else ''}: {flips}{move}."
    if found.verdict == "better":
        return f"Slightly better, but not for certain: {flips}; {chance}. To keep what was gained{move[1:]}."
    if found.verdict == "worse":
        return f"Slightly worse, but not for certain: {flips}; {chance}."
    return f"No difference that counts: {flips}{move if better else ''}."


def _listed(labels: tuple[str, ...]) -> str:
    return ", ".join(labels[:-1]) + " and " + labels[-1] if len(labels) > 1 else "".join(labels)
