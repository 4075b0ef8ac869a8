"""`minutes eval …`: run a set, score it again, compare with a baseline, accept, report, check, review feedback."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from assistant.commands import Chosen
from eval.commands_review import review_command

SetArgument = click.argument("name", metavar="SET", default="sample")
DocumentsOption = click.option(
    "--documents", type=click.Path(path_type=Path), help="Folder of the set's minutes, where not built in."
)


@click.group("eval", help="Run evaluation sets, compare runs with a baseline, and report.")
def evaluate() -> None:
    """The group that the minutes command takes in."""


evaluate.add_command(review_command)


@evaluate.command("run")
@SetArgument
@DocumentsOption
@click.option("--writer", help="The writer to run with, as in MINUTES_WRITER; else the one that is set.")
@click.option("--half", type=click.Choice(["development", "held-back"]), help="Only this half of the set.")
@click.option("--kind", "kinds", multiple=True, help="Only cases of this kind (repeatable).")
@click.option("--case", "ids", multiple=True, help="Only this case (repeatable).")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the questions are asked.")
@click.option("--brief", is_flag=True, help="Print one line with the verdict.")
@click.pass_obj
def run_command(
    chosen: Chosen,
    name: str,
    documents: Path | None,
    writer: str | None,
    half: str | None,
    kinds: Sequence[str],
    ids: Sequence[str],
    today: datetime | None,
    brief: bool,
) -> None:
    """Ask every question of SET (a name or a file), score the answers and say how they compare with the baseline.

    A run that was cut off is gone on with. Exits 1 where the run is a regression.
    """
    from tqdm import tqdm

    from eval.cases import find_set
    from eval.evaluating import Part, conclude
    from eval.evaluating import evaluate as ask_all

    if writer is not None:
        os.environ["MINUTES_WRITER"] = writer
    settings = chosen.settings()
    run = ask_all(
        settings,
        find_set(name, settings.home),
        Part(half, tuple(kinds), tuple(ids)),
        today.date() if today else None,
        documents,
        lambda todo: tqdm(todo, unit="case", leave=False, disable=None),
        lambda line: click.echo(line, err=True),
    )
    _print_conclusion(conclude(run), brief)


@evaluate.command("score")
@click.argument("run", metavar="RUN")
@click.pass_obj
def score_command(chosen: Chosen, run: str) -> None:
    """Judge the answers of RUN (a folder, or a set's name for its newest run) again, without asking."""
    from eval.printing import table
    from eval.runs import find_run

    click.echo("\n".join(table(find_run(run, chosen()).scores())))


@evaluate.command("compare")
@click.argument("run", metavar="RUN")
@click.argument("baseline", metavar="[BASELINE]", type=click.Path(path_type=Path), required=False)
@click.pass_obj
def compare_command(chosen: Chosen, run: str, baseline: Path | None) -> None:
    """Compare RUN with BASELINE (a run's folder or a baseline file; else the set's); exit 1 on a regression."""
    from eval.baseline import baseline_path, read_baseline
    from eval.compare import compare
    from eval.printing import comparison
    from eval.runs import find_run

    found = find_run(run, chosen())
    before = read_baseline(baseline or baseline_path(Path(found.settings["set_file"])))
    compared = compare(found.scores(), before.scores, found.settings["floor"])
    click.echo("\n".join(comparison(compared, before, found)))
    raise SystemExit(1 if compared.verdict == "regression" else 0)


@evaluate.command("accept")
@click.argument("run", metavar="[RUN]", default="sample")
@click.pass_obj
def accept_command(chosen: Chosen, run: str) -> None:
    """Make RUN (a folder, or a set's name for its newest run) the baseline of its set."""
    from eval.baseline import accept
    from eval.runs import find_run

    found = find_run(run, chosen())
    click.echo(f"{accept(found)} is now the run of {found.settings['began']}")


@evaluate.command("runs")
@SetArgument
@click.pass_obj
def runs_command(chosen: Chosen, name: str) -> None:
    """List the runs of SET with their pass rates, oldest first."""
    from eval.cases import find_set
    from eval.measures import measure
    from eval.runs import list_runs
    from eval.workplace import runs_folder

    for run in list_runs(runs_folder(chosen(), find_set(name, chosen()))):
        found = measure(run.scores(), "passed")
        rest = "" if run.whole else f", cut off after {len(run.answers())}"
        click.echo(f"{run.folder}  {found.value or 0:6.1%} of {found.n}{rest}")


@evaluate.command("check")
@SetArgument
@DocumentsOption
@click.pass_obj
def check_command(chosen: Chosen, name: str, documents: Path | None) -> None:
    """Say what is wrong in SET: its form, minutes that are not held, facts that do not stand in them."""
    from eval.cases import BadSet, find_set, load_set
    from eval.checker import check_set
    from eval.workplace import open_documents

    path = find_set(name, chosen())
    try:
        evaluation = load_set(path)
    except BadSet as error:
        click.echo("\n".join([*error.faults, f"{path}: {len(error.faults)} things to mend before it can be run"]))
        raise SystemExit(1) from None
    with open_documents(chosen.settings(), evaluation, documents, lambda line: click.echo(line, err=True)) as index:
        faults = list(check_set(evaluation, index.catalogue))
    click.echo("\n".join([*faults, f"{len(evaluation.cases)} cases, {len(faults)} things to look at"]))
    raise SystemExit(1 if faults else 0)


def _print_conclusion(found: Any, brief: bool) -> None:
    """The measures, the comparison and where to read on; exits 1 on a regression."""
    from eval.printing import comparison, table
    from eval.verdict import verdict

    if brief:
        click.echo(f"evaluation of {found.run.settings['set']}: {verdict(found.comparison)}")
    else:
        click.echo("\n".join(table(found.scores)))
        if found.comparison and found.baseline:
            click.echo("\n" + "\n".join(comparison(found.comparison, found.baseline, found.run)))
        else:
            click.echo(f"\n{verdict(None)}")
        click.echo(f"\nAnswers and scores: {found.run.folder}\nReport: {found.report}")
    raise SystemExit(1 if found.regressed else 0)
