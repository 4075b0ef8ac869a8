"""Precision and recall of attendance names against names written down by reading real minutes.

Run: python -m tests.index_store.measure_attendance [--show]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from index_store.models import Meeting
from index_store.parser import parse
from index_store.readers import read_source
from tests.shared import SHARED

GOLD = Path(__file__).with_name("gold_attendance.json")
Record = tuple[str, str]


def found_in(meeting: Meeting) -> tuple[set[Record], str | None]:
    """(side, name) of everyone recorded, and the chair."""
    away = ("apologies", "absent")
    return {("away" if one.status in away else "here", one.name) for one in meeting.attendance}, meeting.chair


def measure(show: bool = False) -> dict[str, float]:
    """Precision and recall over all gold names, and the share of right chairs."""
    right = found_count = wanted_count = chairs = 0
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    for path, said in gold.items():
        meetings = parse(read_source(SHARED / "minutes" / path)).meetings
        found, chair = found_in(meetings[0]) if meetings else (set(), None)
        wanted = {("here", name) for name in said["here"]} | {("away", name) for name in said["away"]}
        right += len(found & wanted)
        found_count += len(found)
        wanted_count += len(wanted)
        chairs += chair == said["chair"]
        if show and (found != wanted or chair != said["chair"]):
            print(path, "chair", chair, "for", said["chair"])
            print("   missed", sorted(wanted - found), "\n   wrong ", sorted(found - wanted))
    return {
        "documents": len(gold),
        "names": wanted_count,
        "precision": right / max(1, found_count),
        "recall": right / wanted_count,
        "chairs": chairs / len(gold),
    }


if __name__ == "__main__":
    print(measure("--show" in sys.argv))
