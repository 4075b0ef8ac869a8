"""`minutes eval …`: run a set, score it again, compare with a baseline, accept, report, check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from assistant.commands import Chosen
from eval.baseline import Baseline, accept, baseline_path, read_baseline
from eval.cases import find_set, load_set
from eval.compare import Comparison, compare
from eval.metrics import MEASURES, Score, groups, measure
from eval.runs import Run, list_runs, open_run, select, start_run
from eval.workplace import open_documents, runs_folder

SetArgument = click.argument("name", metavar="SET", default="sample")


@click.group("eval", help="Run evaluation sets, compare runs with a baseline, and report.")
def evaluate() -> None:
    """The group that the minutes command takes in."""


@evaluate.command("run")
@SetArgument
@click.option("--documents", type=click.Path(path_type=Path), help="Folder of the set's minutes, where not built in.")
@click.option("--half", type=click.Choice(["development", "held-back"]), help="Only this half of the set.")
@click.option("--kind", "kinds", multiple=True, help="Only cases of this kind (repeatable).")
@click.option("--case", "ids", multiple=True, help="Only this case (repeatable).")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the questions are asked.")
@click.pass_obj
def run_command(
    chosen: Chosen,
    name: str,
    documents: Path | None,
    half: str | None,
    kinds: Sequence[str],
    ids: Sequence[str],
    today: Any,
) -> None:
    """Ask every question of SET (a name or a file), score the answers and say how they compare with the baseline."""
    from tqdm import tqdm

    from eval.runner import describe, quoting_writer, run_cases

    path = find_set(name)
    evaluation = load_set(path)
    cases = select(evaluation.cases, half, kinds, ids)
    with open_documents(chosen.settings(), evaluation, documents) as index:
        day = today.date() if today else date.today()
        options = {"half": half, "kinds": list(kinds), "today": day.isoformat()}
        run = start_run(runs_folder(chosen(), path), evaluation, cases, describe(index, "quote") | options)
        ask = quoting_writer(day, chosen.settings())
        run_cases(run, index, cases, ask, lambda todo: tqdm(todo, unit="case", leave=False))
    _finish(run, path, None)


@evaluate.command("score")
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path))
def score_command(folder: Path) -> None:
    """Judge the answers of RUN (a folder) again, without asking."""
    _print_scores(open_run(folder).scores())


@evaluate.command("compare")
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path))
@click.argument("baseline", metavar="BASELINE", type=click.Path(path_type=Path))
def compare_command(folder: Path, baseline: Path) -> None:
    """Compare RUN with BASELINE (another run's folder or a baseline file); exit 1 on a regression."""
    run, before = open_run(folder), read_baseline(baseline)
    found = compare(run.scores(), before.scores, run.settings["floor"])
    _print_comparison(found, run, before)
    raise SystemExit(1 if found.verdict == "regression" else 0)


@evaluate.command("accept")
@click.argument("folder", metavar="RUN", type=click.Path(path_type=Path))
@click.argument("name", metavar="SET")
def accept_command(folder: Path, name: str) -> None:
    """Make RUN the baseline of SET."""
    path = baseline_path(find_set(name))
    accept(open_run(folder), path)
    click.echo(f"{path} is now {folder.name}", err=True)


@evaluate.command("runs")
@SetArgument
@click.pass_obj
def runs_command(chosen: Chosen, name: str) -> None:
    """List the runs of SET with their pass rates, oldest first."""
    for run in list_runs(runs_folder(chosen(), find_set(name))):
        found = measure(run.scores(), "passed")
        click.echo(f"{run.folder}  {found.value or 0:6.1%} of {found.n}")


@evaluate.command("check")
@SetArgument
@click.option("--documents", type=click.Path(path_type=Path), help="Folder of the set's minutes, where not built in.")
@click.pass_obj
def check_command(chosen: Chosen, name: str, documents: Path | None) -> None:
    """Say what is wrong in SET: its form, minutes that are not held, facts that do not stand in them."""
    from eval.checker import check_set

    evaluation = load_set(find_set(name))
    with open_documents(chosen.settings(), evaluation, documents) as index:
        faults = list(check_set(evaluation, index.catalogue))
    click.echo("\n".join([*faults, f"{len(evaluation.cases)} cases, {len(faults)} things to look at"]))
    raise SystemExit(1 if faults else 0)


def _finish(run: Run, set_file: Path, baseline: Path | None) -> None:
    """Score, compare with the set's baseline where there is one, write the report; exit 1 on a regression."""
    from eval.report import write_report

    scores = run.scores()
    _print_scores(scores)
    path = baseline or baseline_path(set_file)
    before = read_baseline(path) if path.exists() else None
    found = compare(scores, before.scores, run.settings["floor"]) if before else None
    if before and found:
        _print_comparison(found, run, before)
    history = [
        one for one in list_runs(run.folder.parent) if one.settings["fingerprint"] == run.settings["fingerprint"]
    ]
    click.echo(f"\nAnswers and scores: {run.folder}\nReport: {write_report(run, found, before, history)}")
    raise SystemExit(1 if found and found.verdict == "regression" else 0)


def _print_scores(scores: Sequence[Score]) -> None:
    """The table of measures by group."""
    click.echo(f"{'':24}{'n':>5}" + "".join(f"{name:>20}" for name in MEASURES.values()))
    for group, part in groups(scores).items():
        cells = (measure(part, name) for name in MEASURES)
        row = (f"{found.value:.1%} of {found.n}" if found.value is not None else "-" for found in cells)
        click.echo(f"{group[:23]:24}{len(part):>5}" + "".join(f"{cell:>20}" for cell in row))
    total = measure(scores, "passed")
    if total.interval:
        click.echo(f"\n{total.value:.1%} right, 95% interval {total.interval.low:.1%} to {total.interval.high:.1%}")
    times = sorted(score.elapsed_ms for score in scores if score.elapsed_ms is not None)
    if times:
        click.echo(
            f"answered in {times[len(times) // 2]:.0f} ms (median), {times[int(len(times) * 0.95)]:.0f} ms (95%)"
        )
    invented, inexact = sum(score.invented for score in scores), sum(score.inexact for score in scores)
    click.echo(f"{invented} citations of minutes that are not held, {inexact} quotes that differ from the minutes")


def _print_comparison(found: Comparison, run: Run, before: Baseline) -> None:
    """The verdict, the flips and what could have been seen at all."""
    from eval.report import verdict

    click.echo(f"\nAgainst {before.name}: {verdict(found)}")
    for word, flips in (("worse", found.worse), ("better", found.better)):
        for flip in flips:
            click.echo(
                f"  {word}: {flip.id} ({flip.kind}) {flip.before.fault or 'right'} -> {flip.after.fault or 'right'}"
            )
    click.echo(f"  With {found.n} cases, differences below {found.detectable:.1%} would usually go unnoticed.")
