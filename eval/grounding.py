"""How well the grounding check tells true statements from false ones: ``python -m eval.grounding --help``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from assistant.grounding import Grounding, Verdict
from assistant.samples import SAMPLES
from eval.intervals import proportion_interval
from eval.statements import READ, SAMPLE, Statement, WithoutVectors, load_statements
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.indexer import add

PUBLISHED = ("leicestershire", "ayton", "govan")
Judged = tuple[Statement, Verdict]


def judge(statements: Iterable[Statement], grounding: Grounding) -> list[Judged]:
    """Each statement with the verdict on it; where several minutes fit the citation, the kindest."""
    found = []
    for one in statements:
        verdicts = [grounding.check(one.text, minute) for minute in one.minutes]
        found.append((one, min(verdicts, key=lambda verdict: (not verdict.supported, verdict.doubt))))
    return found


def read_set(path: Path, folders: Sequence[Path]) -> list[Statement]:
    """A set over the minutes in ``folders``, each indexed by itself, without vectors, in a place that is gone after."""
    with ExitStack() as stack:
        catalogues = []
        for folder in folders:
            home = Path(stack.enter_context(TemporaryDirectory()))
            for _ in add([folder], home, embedder=WithoutVectors()):
                pass
            catalogues.append(Catalogue(home))
            stack.callback(catalogues[-1].close)
        return load_statements(path, catalogues)


def table(judged: Sequence[Judged]) -> list[str]:
    """False statements stopped and true ones wrongly stopped, by kind of change and by wording."""
    false = [(one, not verdict.supported) for one, verdict in judged if not one.supported]
    true = [(one, not verdict.supported) for one, verdict in judged if one.supported]
    rows = [("false stopped", [stopped for _, stopped in false])]
    changes = sorted({one.change for one, _ in false})
    rows += [(f"  {change}", [stopped for one, stopped in false if one.change == change]) for change in changes]
    for name, near in (("near-verbatim", True), ("paraphrase", False)):
        rows.append((f"  from {name}", [stopped for one, stopped in false if one.near_verbatim is near]))
        rows.append((f"true stopped, {name}", [stopped for one, stopped in true if one.near_verbatim is near]))
    return [f"{name:26} {_share(stopped)}" for name, stopped in rows]


def _share(stopped: Sequence[bool]) -> str:
    if not stopped:
        return "    -"
    interval = proportion_interval(sum(stopped), len(stopped))
    share = sum(stopped) / len(stopped)
    return f"{sum(stopped):3}/{len(stopped):<3} {share:6.1%}  ({interval.low:.0%} to {interval.high:.0%})"


@click.command()
@click.option("--shared", type=click.Path(exists=True, path_type=Path), help="Folder with minutes/ and questions/.")
@click.option("--half", type=click.Choice(["development", "held-back", "both"]), default="both")
@click.option("--strict", is_flag=True, help="Stop more false statements, and more true ones.")
@click.option("--show", is_flag=True, help="Show what went wrong, of the development half alone.")
def main(shared: Path | None, half: str, strict: bool, show: bool) -> None:
    """Print false statements stopped and true ones wrongly stopped, for each set of statements and in all."""
    grounding = Grounding(Embedder(), strict)
    sets = {"sample": read_set(SAMPLE, [SAMPLES])}
    if shared is not None:
        folders = [shared / "minutes" / name for name in PUBLISHED]
        sets["published"] = read_set(shared / "questions" / "statements.jsonl", folders)
        sets["read"] = read_set(READ, [shared / "minutes" / name for name in (*PUBLISHED, "datagovuk")])
    judged = {name: judge(_half(statements, half), grounding) for name, statements in sets.items()}
    if len(judged) > 1:
        judged["all"] = [one for found in judged.values() for one in found]
    for name, found in judged.items():
        click.echo(f"\n{name} ({half})")
        for line in table(found):
            click.echo(line)
        for one, verdict in found if show and name != "all" else []:
            if verdict.supported is not one.supported and one.development:
                click.echo(f"  {one.id} {one.change or 'true'}: {one.text}\n      {verdict.code}: {verdict.words}")


def _half(statements: Iterable[Statement], half: str) -> list[Statement]:
    return [one for one in statements if half == "both" or one.development is (half == "development")]


if __name__ == "__main__":
    main()
