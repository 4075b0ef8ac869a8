"""The report's two plots as inline SVG: measures by kind with intervals, and pass rate over time."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

import matplotlib

matplotlib.use("svg")

from matplotlib.axes import Axes  # noqa: E402
from matplotlib.figure import Figure  # noqa: E402  (the backend is chosen first: no display is needed)

from eval.measures import MEASURES, Measure  # noqa: E402

INK, BAR, LINE = "#1d2733", "#2b6cb0", "#8a97a6"

matplotlib.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "minutes", "font.family": "sans-serif", "font.size": 10}
)


def plot_kinds(kinds: Mapping[str, Sequence[Measure]], names: Sequence[str]) -> str:
    """The named measures by kind of question, a panel each: a bar with its 95% interval and n; an SVG element."""
    groups = list(kinds)[::-1]
    figure = Figure(figsize=(9.6, 0.31 * len(groups) + 0.9), layout="constrained")
    panels = figure.subplots(1, len(names), sharey=True, squeeze=False)[0]
    for axes, name in zip(panels, names, strict=True):
        for at, group in enumerate(groups):
            _bar(axes, at, next(one for one in kinds[group] if one.name == name))
        axes.set_title(MEASURES[name].label, fontsize=10, loc="left", color=INK, pad=3)
        axes.set_xlim(0, 150)
        axes.set_xticks([0, 50, 100], ["0", "50", "100%"])
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.margins(y=0.01)
    panels[0].set_yticks(range(len(groups)), groups)
    return _svg(figure)


def _bar(axes: Axes, at: int, found: Measure) -> None:
    """One bar with its interval and n; a kind without eligible cases says so."""
    if found.value is None or found.interval is None:
        axes.text(2, at, "not eligible", va="center", color=LINE, fontsize=8)
        return
    axes.barh(at, found.value * 100, color=BAR, height=0.58)
    axes.plot([found.interval.low * 100, found.interval.high * 100], [at, at], color=INK, linewidth=1.3)
    axes.text(104, at, f"{found.value:.0%} of {found.n}", va="center", color=INK, fontsize=8)


def plot_history(values: Sequence[tuple[str, Measure]]) -> str:
    """Pass rate of successive runs with 95% intervals, oldest first; an SVG element."""
    figure = Figure(figsize=(9.6, 2.4), layout="constrained")
    axes = figure.add_subplot()
    points = [(at, one) for at, (_, one) in enumerate(values) if one.value is not None and one.interval is not None]
    for at, one in points:
        assert one.interval is not None
        axes.plot([at, at], [one.interval.low * 100, one.interval.high * 100], color=LINE, linewidth=1.4)
    axes.plot([at for at, _ in points], [(one.value or 0) * 100 for _, one in points], "o-", color=BAR)
    every = max(1, len(values) // 12)  # as many dates as can be read
    ticks = range(0, len(values), every)
    axes.set_xticks(ticks, [values[at][0][:10] for at in ticks], rotation=30, ha="right")
    axes.set_ylim(0, 100)
    axes.set_ylabel("cases right, %")
    axes.spines[["top", "right"]].set_visible(False)
    return _svg(figure)


def _svg(figure: Figure) -> str:
    """The figure as an element to put into a page: no XML header, no date, so equal runs give equal pages."""
    out = io.StringIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()[out.getvalue().index("<svg") :]
