"""Run as a program by the process tests: an index held open, as the web chat holds it.

python -m tests.index_store.answering_reader HOME; for each line on stdin, refreshes and prints one JSON line.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from index_store.index import open_index


def main(home: Path) -> None:
    index = open_index(home)
    print("ready", flush=True)
    for _ in sys.stdin:
        moved = index.refresh()
        ids = index.catalogue.all_passage_ids()
        told = {
            "moved": moved,
            "generation": index.catalogue.generation(),
            "meetings": [one.id for one in index.catalogue.meetings()],
            "vectors": len(index.vectors.get(ids)) == len(ids),
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
