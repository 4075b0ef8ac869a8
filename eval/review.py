"""From feedback to a case: what a reviewer accepts becomes a case in a set of the user's own, and is followed there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from eval.cases import BadSet, load_set
from eval.metrics import score_answer
from eval.runs import list_runs, write_whole
from eval.workplace import runs_folder
from index_store.catalogue import Catalogue
from index_store.errors import BadSetting, NotFound
from index_store.feedback import Feedback, feedback, settle

OWN, OWN_SAMPLES = "own", "own-samples"
TITLES = {OWN: "Questions from the chat", OWN_SAMPLES: "Questions from the chat, over the sample minutes"}


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer says a right answer does: cite ``minutes`` (ids) and say ``facts``, or decline for ``reason``."""

    minutes: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    reason: str | None = None


def own_set(home: Path, given: Feedback) -> Path:
    """The user's set that feedback becomes a case of; what was said of the samples is kept apart."""
    return home / "evaluation" / f"{OWN_SAMPLES if given.sample else OWN}.yaml"


def accept_feedback(home: Path, given: Feedback, decision: Decision, catalogue: Catalogue) -> Feedback:
    """Make feedback a case of the user's own set, and record it. Raises BadSetting where what is right is not clear."""
    if given.state == "accepted":
        raise BadSetting(f"feedback {given.id} is case {given.case} of {given.case_set} already")
    path = own_set(home, given)
    case = _case(given, decision, catalogue)
    _append(path, case, given.sample)
    return settle(home, given.id, "accepted", case["id"], path.stem)


def dismiss(home: Path, number: int) -> Feedback:
    """Feedback that becomes nothing."""
    return settle(home, number, "dismissed")


def _case(given: Feedback, decision: Decision, catalogue: Catalogue) -> dict[str, Any]:
    """The case as it is written; what the reviewer leaves open is taken from the feedback."""
    minutes = decision.minutes
    if not minutes and not decision.reason:
        minutes = (given.minute,) if given.minute else given.cited if given.verdict == "right" else ()
    declined = decision.reason or (given.reason or "topic_absent" if _rightly_declined(given, minutes) else None)
    if not minutes and not declined:
        raise BadSetting(f"feedback {given.id}: say what is right: --minute ID, or --decline REASON")
    asked: dict[str, Any] = {"turns": list(given.turns)} if len(given.turns) > 1 else {"question": given.turns[0]}
    case = {"id": f"feedback-{given.id}", "kind": _kind(given, bool(declined)), **asked}
    if declined:
        case |= {"refuse": True, "reason": declined}
    else:
        case["cites"] = [[_expected(one, catalogue) for one in dict.fromkeys(minutes)]]
        if decision.facts:
            case["facts"] = [[fact] for fact in decision.facts]
    said = f": {given.comment}" if given.comment else ""
    return {**case, "tags": ["feedback"], "note": f"Said to be {given.verdict} on {given.made[:10]}{said}"}


def _rightly_declined(given: Feedback, minutes: Sequence[str]) -> bool:
    return given.verdict == "right" and given.status != "answered" and not minutes


def _kind(given: Feedback, declined: bool) -> str:
    return "decline" if declined else "followup" if len(given.turns) > 1 else given.kind


def _expected(minute: str, catalogue: Catalogue) -> dict[str, str | None]:
    """A minute as a case names it; one without a number stands for any item of its meeting."""
    item = catalogue.item(minute)
    if item is None or item.meeting.date is None:
        raise NotFound(f"{minute}: no such minute is held; `minutes show` gives a minute's id")
    return {"body": item.meeting.body, "date": item.meeting.date, "minute": item.number or "*"}


def _append(path: Path, case: dict[str, Any], sample: bool) -> None:
    """Add a case to a set file without touching what stands there. Raises BadSet where it would not be read."""
    if path.is_file():
        text = path.read_text(encoding="utf-8").rstrip("\n")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"title: {TITLES[path.stem]}" + ("\ndocuments: samples" if sample else "") + "\ncases:"
    written = yaml.safe_dump([case], allow_unicode=True, sort_keys=False, default_flow_style=False, width=110)
    indented = "".join(f"  {line}\n" for line in written.splitlines())
    trial = path.with_name(f"{path.stem}.trial.yaml")
    write_whole(trial, f"{text}\n\n{indented}")
    try:
        load_set(trial)
    except BadSet as error:
        raise BadSet(f"{path}: mend the file first, or add this case by hand ({error}):\n{written}") from error
    else:
        trial.replace(path)
    finally:
        trial.unlink(missing_ok=True)


def became(home: Path, given: Feedback) -> str:
    """What became of feedback, in words: where it was accepted, also how its case fared in the newest run."""
    if given.state == "waiting":
        return "waiting to be reviewed"
    if given.state == "dismissed":
        return f"dismissed on {(given.settled or '')[:10]}"
    return f"case {given.case} of {given.case_set}: {_fared(home, given)}"


def _fared(home: Path, given: Feedback) -> str:
    for run in reversed(list_runs(runs_folder(home, own_set(home, given)))):
        answer = run.answers().get(given.case or "")
        case = next((one for one in run.cases() if one.id == given.case), None)
        if answer and case:
            fault = score_answer(case, answer).fault
            return f"{'still wrong, ' + fault if fault else 'right'} in the run of {run.settings['began'][:10]}"
    return "not run yet"


def queue(home: Path) -> tuple[tuple[Feedback, str], ...]:
    """All feedback with what became of it, what waits first."""
    return tuple((one, became(home, one)) for one in feedback(home))
