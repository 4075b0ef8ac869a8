"""What the Evaluation tab shows: sets and runs to choose from, verdict, report, and the queue of feedback."""

from __future__ import annotations

from html import escape
from pathlib import Path

from eval.cases import find_set, list_sets
from eval.evaluating import Conclusion
from eval.measures import measure
from eval.review import queue
from eval.runs import list_runs
from eval.verdict import verdict
from eval.workplace import runs_folder

_SHOWN = 12


def sets_of(home: Path) -> list[str]:
    """The names of the sets that can be run."""
    return list(list_sets(home))


def runs_of(home: Path, name: str) -> list[tuple[str, str]]:
    """The newest whole runs of a set with their pass rates, and their folders."""
    runs = [run for run in list_runs(runs_folder(home, find_set(name, home))) if run.whole]
    return [
        (f"{run.settings['began'][:16].replace('T', ' ')}, {measure(run.scores(), 'passed')} right", str(run.folder))
        for run in reversed(runs[-_SHOWN:])
    ]


def verdict_html(found: Conclusion) -> str:
    """The verdict, with how many answers are right."""
    total = measure(found.scores, "passed")
    word = found.comparison.verdict if found.comparison else ""
    return (
        f'<p class="verdict {word}">{escape(verdict(found.comparison))}</p>'
        f'<p class="told">{total} of {total.n} answers are right. Files: {escape(str(found.run.folder))}</p>'
    )


def report_html(path: Path) -> str:
    """The report in a frame of its own: its styles and the page's leave each other alone, and nothing in it runs."""
    page = escape(path.read_text(encoding="utf-8"))
    return f'<iframe class="report" title="Report of the run" sandbox="" srcdoc="{page}"></iframe>'


def queue_html(home: Path) -> str:
    """The feedback, what waits first, with what became of it."""
    found = queue(home)
    if not found:
        return (
            '<h2>Feedback</h2><p class="told">None yet: below each answer in the chat you can say if it is right.</p>'
        )
    rows = "".join(
        f"<tr><td>{one.id}</td><td>{one.verdict}{' (sample minutes)' if one.sample else ''}</td>"
        f"<td>{escape(' → '.join(one.turns))}</td><td>{escape(one.minute or '')}</td>"
        f"<td>{escape(one.comment)}</td><td>{escape(fate)}</td></tr>"
        for one, fate in found
    )
    head = "".join(
        f"<th>{name}</th>" for name in ("", "Said", "Question", "Right minute", "Comment", "What became of it")
    )
    waiting = sum(one.state == "waiting" for one, _ in found)
    return f"<h2>Feedback ({waiting} waiting)</h2><table><tr>{head}</tr>{rows}</table>"
