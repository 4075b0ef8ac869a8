"""True and false statements about single minutes, and the minutes that they cite."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.grounding import CitedMinute, cited_minute
from eval.cases import SETS, BadSet
from index_store.catalogue import Catalogue
from index_store.embedder import Embedder
from index_store.held import HeldItem, Scope

SAMPLE, READ = SETS / "sample_statements.yaml", SETS / "published_statements.yaml"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a set. ``change`` says how a false one was made from the true one of its ``pair``."""

    id: str
    pair: str
    text: str
    supported: bool
    change: str
    near_verbatim: bool
    minutes: tuple[CitedMinute, ...]

    @property
    def development(self) -> bool:
        """The half of its set that the pair belongs to, fixed by the true statement's id alone."""
        return zlib.crc32(self.pair.encode()) % 2 == 0


class WithoutVectors(Embedder):
    """Reads minutes into an index whose vectors are never asked: the check embeds the cited minute alone."""

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        rows = np.zeros((len(texts), self.dimension), np.float32)
        rows[:, 0] = 1.0
        return rows

    @property
    def dimension(self) -> int:
        return 384


def load_statements(path: Path, catalogues: Sequence[Catalogue]) -> list[Statement]:
    """The statements of a set with the minutes that they cite. Raises BadSet where a minute is not held."""
    if path.suffix == ".jsonl":
        raw = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        near = _near_verbatim(path.with_name("README.md"))
    else:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))["statements"]
        near = frozenset(one["id"] for one in raw if one["near_verbatim"])
    cited: dict[tuple[str, str, str], tuple[CitedMinute, ...]] = {}
    found = []
    for one in raw:
        key = (one["body"], str(one["date"]), str(one["minute"]))
        if key not in cited:
            cited[key] = _cited(key, catalogues)
        if not cited[key]:
            raise BadSet(f"{path}: {one['id']}: minute {key[2]} of {key[0]}, {key[1]}, is not held")
        pair = one["id"] if one["supported"] else one["pair"]
        found.append(
            Statement(
                one["id"], pair, one["statement"], one["supported"], one["change"] or "", pair in near, cited[key]
            )
        )
    return found


def _near_verbatim(readme: Path) -> frozenset[str]:
    """Published sets list the near-verbatim true statements in their README."""
    if not readme.is_file():
        return frozenset()
    listed = re.search(r"Near-verbatim among the true statements: (.*?);", readme.read_text(encoding="utf-8"), re.S)
    return frozenset(f"t{one.lstrip('t')}" for one in listed[1].split()) if listed else frozenset()


def _cited(key: tuple[str, str, str], catalogues: Iterable[Catalogue]) -> tuple[CitedMinute, ...]:
    """The minutes that fit body, date and number; all minutes of the meeting as one where the number is "*"."""
    body, date, number = key
    for catalogue in catalogues:
        found: list[CitedMinute] = []
        for meeting in catalogue.meetings(Scope(date_from=date, date_to=date)):
            if body.casefold() not in f"{meeting.body} {meeting.council or ''}".casefold():
                continue
            items = catalogue.items(meeting.id)
            attendance = catalogue.attendance(Scope(meetings=(meeting.id,)))
            if number == "*":
                found.append(_together(items, [cited_minute(item, attendance) for item in items]))
            else:
                names = [(item, (item.number, item.agenda_item, item.id.rsplit("/", 1)[-1])) for item in items]
                found += [cited_minute(item, attendance) for item, known in names if number in known]
        if found:
            return tuple(found)
    return ()


def _together(items: Sequence[HeldItem], cited: Sequence[CitedMinute]) -> CitedMinute:
    first = cited[0]
    text = "\n\n".join(f"{item.title or ''}\n{item.text.text}" for item in items)
    return CitedMinute(
        f"{items[0].meeting.id}/*", text, None, None, first.body, first.date, first.venue, first.people, first.people
    )
