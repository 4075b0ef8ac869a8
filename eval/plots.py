"""The report's two plots as inline SVG: measures by kind with intervals, and pass rate over time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import matplotlib

matplotlib.use("svg")

from matplotlib.figure import Figure  # noqa: E402  (the backend is chosen first: no display is needed)

from eval.metrics import Measure  # noqa: E402

INK, BAR, LINE = "#1d2733", "#2b6cb0", "#8a97a6"

matplotlib.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "minutes", "font.family": "sans-serif", "font.size": 10}
)


def plot_measures(rows: Mapping[str, Measure]) -> str:
    """Pass rate by group, one bar a group with its 95% interval and number of cases; an SVG element."""
    names = list(rows)[::-1]
    figure = Figure(figsize=(7.2, 0.34 * len(names) + 0.7), layout="constrained")
    axes = figure.add_subplot()
    for at, name in enumerate(names):
        found = rows[name]
        if found.value is None or found.interval is None:
            continue
        axes.barh(at, found.value * 100, color=BAR, height=0.62)
        low, high = found.interval.low * 100, found.interval.high * 100
        axes.plot([low, high], [at, at], color=INK, linewidth=1.4)
        axes.text(101.5, at, f"{found.value:.0%} of {found.n}", va="center", color=INK)
    axes.set_yticks(range(len(names)), names)
    axes.set_xlim(0, 100)
    axes.set_xlabel("cases right, per cent, with 95% interval")
    axes.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def plot_history(values: Sequence[tuple[str, Measure]]) -> str:
    """Pass rate of successive runs with 95% intervals, oldest first; an SVG element."""
    figure = Figure(figsize=(7.2, 2.4), layout="constrained")
    axes = figure.add_subplot()
    points = [(at, one) for at, (_, one) in enumerate(values) if one.value is not None and one.interval is not None]
    for at, one in points:
        assert one.interval is not None
        axes.plot([at, at], [one.interval.low * 100, one.interval.high * 100], color=LINE, linewidth=1.4)
    axes.plot([at for at, _ in points], [(one.value or 0) * 100 for _, one in points], "o-", color=BAR)
    axes.set_xticks(range(len(values)), [name[:10] for name, _ in values], rotation=30, ha="right")
    axes.set_ylim(0, 100)
    axes.set_ylabel("cases right, %")
    axes.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def _svg(figure: Figure) -> str:
    """The figure as an element to put into a page: no XML header, no date, so equal runs give equal pages."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()[out.getvalue().index("<svg") :]
