"""How long a run takes: ``python -m eval.speed --help``. Indexes are built before the clock starts."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from assistant.settings import load_settings
from eval.cases import BadSet, Case, EvaluationSet, list_sets, load_set
from eval.runner import pipeline, run_cases
from eval.runs import start_run
from eval.workplace import find_documents, open_documents


@click.command()
@click.option("--cases", "wanted", default=300, show_default=True, help="How many cases, evenly from each set.")
@click.option("--limit", default=60.0, show_default=True, help="Seconds that they may take.")
@click.option("--cores", default=2, show_default=True, help="Cores to use, where the system lets a process choose.")
def main(wanted: int, limit: float, cores: int) -> None:
    """Ask, check and score cases of all sets whose minutes are here; exit 1 where that takes too long.

    MINUTES_DOCUMENTS says below which folder the minutes lie, MINUTES_HOME where indexes are kept for the next time.
    """
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    settings = load_settings().quoting()
    sets = list(_held(settings.documents))
    chosen = _evenly([one.cases for one in sets], wanted)
    with ExitStack() as stack:
        runs = Path(stack.enter_context(TemporaryDirectory()))
        opened = [(one, stack.enter_context(open_documents(settings, one, None, lambda _: None))) for one in sets]
        for _, index in opened:  # the first question to an index has its vocabulary read, which is then kept
            pipeline(date.today(), settings)(index, ["What was agreed?"])
        began, spent = time.perf_counter(), time.process_time()
        for (one, index), cases in zip(opened, chosen, strict=True):
            run = start_run(runs / one.name, one, cases, {})
            run_cases(run, index, cases, pipeline(one.today or date.today(), settings))
            passed = sum(score.passed for score in run.scores())
            click.echo(f"{one.name}: {passed} of {len(cases)} right, {time.perf_counter() - began:.1f} s so far")
    took, used = time.perf_counter() - began, time.process_time() - spent
    told = f"{sum(map(len, chosen))} cases asked, checked and scored in {took:.1f} s ({used:.1f} s of processor time)"
    click.echo(f"{told}; at most {limit:.0f} s are allowed on {cores} cores")
    raise SystemExit(took > limit)


def _held(root: Path | None) -> Iterator[EvaluationSet]:
    """The sets that come with the program, those whose minutes are not here left out."""
    for path in list_sets().values():
        found = load_set(path)
        try:
            find_documents(found, root)
        except BadSet as error:
            click.echo(f"left out: {error}", err=True)
        else:
            yield found


def _evenly(sets: Sequence[Sequence[Case]], wanted: int) -> list[list[Case]]:
    """The first cases of each set in turn until there are as many as wanted."""
    numbered = [[(at, case) for case in cases] for at, cases in enumerate(sets)]
    in_turn = [one for one in chain.from_iterable(zip_longest(*numbered)) if one is not None]
    chosen: list[list[Case]] = [[] for _ in sets]
    for at, case in in_turn[:wanted]:
        chosen[at].append(case)
    return chosen


if __name__ == "__main__":
    main()
