"""Run as a program by the process tests: adds a folder, and stops at one point until it is told to go on.

python -m tests.index_store.pausing_writer HOME FOLDER STAGE; prints the stage when it gets there.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from index_store import store
from index_store.embedder import Embedder
from index_store.indexer import add

STAGES = {
    "parsed": (store.Store, "_embed"),
    "embedded": (store, "next_generation"),
    "committed": (store.Store, "sweep"),
}


def main(home: Path, folder: Path, stage: str) -> None:
    owner, name = STAGES[stage]
    original: Any = getattr(owner, name)

    def pausing(*arguments: Any) -> Any:
        print(stage, flush=True)
        sys.stdin.readline()
        return original(*arguments)

    setattr(owner, name, pausing)
    for outcome in add([folder], home, Embedder()):
        print(outcome.state, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
