from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index_store import vectors as room
from index_store.vectors import Vectors


def rows(count: int, seed: int = 1) -> NDArray[np.float32]:
    made = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    return made / np.linalg.norm(made, axis=1, keepdims=True)


def filled(home: Path, count: int) -> tuple[Vectors, list[str], NDArray[np.float32]]:
    store, ids, made = Vectors(home, "m"), [f"p{at:03}" for at in range(count)], rows(count)
    store.add(ids, made, [20090902] * count)
    store.load(ids)
    return store, ids, made


def test_search_is_exact_with_and_without_a_choice_of_passages(tmp_path: Path) -> None:
    store, ids, made = filled(tmp_path, 60)
    query = rows(1, seed=2)
    cosines = made @ query[0]
    best = [ids[at] for at in np.argsort(-cosines)]
    assert [one for one, _ in store.search(query, 5)] == best[:5]
    assert store.search(query, 1)[0][1] == pytest.approx(float(cosines.max()), abs=1e-5)
    some = ids[10:20]
    assert [one for one, _ in store.search(query[0], 3, some)] == [one for one in best if one in some][:3]
    assert store.search(query, 5, []) == []
    assert len(store.search(query, 100)) == 60


def test_what_is_known_is_not_written_again_and_what_is_gone_is_missed(tmp_path: Path) -> None:
    store, ids, made = filled(tmp_path, 3)
    store.add([ids[0], "new"], rows(2, seed=9), [0, 0])
    assert np.allclose(Vectors(tmp_path, "m").get([ids[0]]), made[:1], atol=1e-6)
    assert store.stored([*ids, "other"]) == set(ids)
    store.delete([ids[1]])
    assert store.ids() == {ids[0], ids[2], "new"}
    with pytest.raises(KeyError):
        Vectors(tmp_path, "m").load(ids)


def test_a_next_generation_takes_over_what_is_loaded(tmp_path: Path) -> None:
    store, ids, made = filled(tmp_path, 4)
    newer = Vectors(tmp_path, "m")
    newer.add(["p900"], rows(1, seed=3), [0])
    newer.load([ids[2], "p900"], known=store)
    assert np.allclose(newer.get([ids[2]]), made[2:3], atol=1e-6)
    assert {one for one, _ in newer.search(made[0], 10)} == {ids[2], "p900"}
    assert {one for one, _ in store.search(made[0], 10)} == set(ids)


def test_another_embedders_vectors_are_kept_apart_and_dropped(tmp_path: Path) -> None:
    _, ids, _ = filled(tmp_path, 2)
    other = Vectors(tmp_path, "n")
    assert other.ids() == set()
    other.add(ids, np.ones((2, 3), np.float32), [0, 0])
    other.drop_others()
    assert other.ids() == set(ids)
    assert Vectors(tmp_path, "m").ids() == set()


def test_a_large_index_is_left_to_chroma(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, ids, made = filled(tmp_path, 60)
    monkeypatch.setattr(room, "EXACT", 10)
    (found, cosine), *_ = store.search(made[7], 3)
    assert found == ids[7]
    assert cosine == pytest.approx(1.0, abs=1e-4)
