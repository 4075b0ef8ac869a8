"""Evaluation sets: what is asked, and what a right answer cites and says.

A set is one YAML file that a non-programmer can edit (the format is described in eval/sets/README.md), or the
JSONL of published sets. Reading it checks its shape and names the case at fault; whether the expected minutes are
held and the facts stand in them is checked by :mod:`eval.checker`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from index_store.errors import MinutesError

SETS = Path(__file__).parent / "sets"
#: Fictional minutes of councils other than those of the samples, a folder a set.
CORPORA = SETS.parent / "corpora"
Half = Literal["development", "held-back"]


class BadSet(MinutesError):
    """A set file that cannot be read, with the case and the field at fault; ``faults`` are all of them, a line each."""

    def __init__(self, message: str, faults: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults) or (message,)


class ExpectedMinute(BaseModel):
    """A minute that a right answer cites: number as printed, "attendance", or "*" for any item of the meeting.

    ``body`` is a distinctive part of the printed name; null where the date tells enough.
    """

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True, frozen=True)

    date: str
    minute: str
    body: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_list(cls, value: Any) -> Any:
        """Published sets write a minute as [date, minute, body]."""
        if isinstance(value, list):
            return dict(zip(("date", "minute", "body"), value, strict=False))
        if isinstance(value, dict):
            return {key: str(item) if key == "date" else item for key, item in value.items()}
        return value


class Case(BaseModel):
    """One question with what a right answer must do.

    ``turns`` are the user's messages, of which the last is judged. ``cites`` are acceptable sets of minutes: all of
    one set must be cited. ``facts`` are lists of alternatives, one of which must stand in the answer. ``forbid``
    must not stand in it. ``refuse`` means that the assistant must decline, for ``reason`` where one is given.
    """

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True, frozen=True)

    id: str
    kind: str
    turns: list[str] = Field(min_length=1)
    cites: list[list[ExpectedMinute]] = []
    facts: list[list[str]] = []
    forbid: list[str] = []
    refuse: bool = False
    reason: str | None = None
    tags: list[str] = []
    note: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _question(cls, value: Any) -> Any:
        """``question: …`` is short for one turn."""
        if isinstance(value, dict) and "question" in value:
            value = dict(value)
            value["turns"] = [value.pop("question")]
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Case:
        if not self.refuse and not self.cites and not self.facts:
            raise ValueError("expects neither minutes nor facts, and is not to be declined")
        if self.refuse and (self.cites or self.facts):
            raise ValueError("is to be declined, so it can expect no minutes and no facts")
        return self

    @property
    def half(self) -> Half:
        """The half of its set that the case belongs to, fixed by its id alone."""
        return "held-back" if zlib.crc32(self.id.encode()) % 2 else "development"


class EvaluationSet(BaseModel):
    """Cases over one collection of minutes. ``documents`` is a folder, or "samples", or null for the user's home.

    ``today`` is the day on which its questions are asked, null for the day of the run; ``floor`` the drop of a
    measure that is let pass (0.02 = 2 points).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    title: str = ""
    description: str = ""
    documents: str | None = None
    today: date | None = None
    floor: float = Field(default=0.02, ge=0, le=1)
    cases: list[Case]

    @model_validator(mode="after")
    def _ids_unique(self) -> EvaluationSet:
        seen: set[str] = set()
        for case in self.cases:
            if case.id in seen:
                raise ValueError(f"case {case.id} stands twice")
            seen.add(case.id)
        return self


def list_sets(home: Path | None = None) -> dict[str, Path]:
    """The sets that come with the program, and the user's own below the home, by name."""
    found = [path for path in sorted(SETS.glob("*.yaml")) if not path.stem.endswith("_statements")]
    if home is not None:
        found += sorted((home / "evaluation").glob("*.yaml"))
    return {path.stem: path for path in found}


def find_set(name: str, home: Path | None = None) -> Path:
    """The file of a set given by path, or by the name of one that comes with the program or lies in the home."""
    if name.endswith((".yaml", ".yml", ".jsonl")):
        path = Path(name)
        if not path.is_file():
            raise BadSet(f"{name}: no such set file; give a .yaml or .jsonl file")
        return path
    known = list_sets(home)
    if name not in known:
        raise BadSet(f"{name}: no such set; there are {', '.join(known)}; or give a file")
    return known[name]


def load_set(path: Path) -> EvaluationSet:
    """Read and check a set. Raises BadSet naming the case and the field at fault."""
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".jsonl":
            raw: Any = {"cases": [json.loads(line) for line in text.split("\n") if line.strip()]}
        else:
            raw = yaml.load(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError) as error:
        raise BadSet(f"{path}: cannot be read ({error})") from error
    except json.JSONDecodeError as error:
        raise BadSet(f"{path}: not JSON, one case a line ({error})") from error
    except yaml.YAMLError as error:
        raise BadSet(f"{path}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(raw, dict) or not isinstance(raw.get("cases"), list):
        raise BadSet(f"{path}: a set is a mapping with a list named cases")
    try:
        return EvaluationSet.model_validate({**raw, "name": raw.get("name") or path.stem})
    except ValidationError as error:
        faults = [_fault(one, raw["cases"]) for one in error.errors()]
        more = f" (and {len(faults) - 1} more: see `minutes eval check`)" if len(faults) > 1 else ""
        raise BadSet(f"{path}: {faults[0]}{more}", faults) from error


def _fault(fault: ErrorDetails, cases: list[Any]) -> str:
    """One line on a fault, naming the case by its id rather than by its place."""
    where = [str(part) for part in fault["loc"]]
    if where[:1] == ["cases"] and len(where) > 1:
        case = cases[int(where[1])]
        name = case.get("id") if isinstance(case, dict) else None
        where = [f"case {name or int(where[1]) + 1}", *where[2:]]
    return f"{', '.join(where) or 'set'}: {fault['msg'].removeprefix('Value error, ')}"
