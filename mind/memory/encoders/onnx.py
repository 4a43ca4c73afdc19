"""A model in ONNX from a folder: model.onnx, tokenizer.json, config.json, run by onnxruntime where that is installed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from mind.errors import EncoderFault
from mind.memory.encoders.arrays import unit_rows
from mind.memory.encoders.model_folder import AGAIN, ANOTHER, digest, prefixes, read_table, takes_first
from mind.memory.encoders.protocol import Vectors

WEIGHTS: Final = "model.onnx"
NEEDED: Final = (WEIGHTS, "tokenizer.json", "config.json")
FILES: Final = (*NEEDED, "model.onnx_data", "1_Pooling/config.json", "config_sentence_transformers.json")
"""What the vectors depend on."""
INPUTS: Final = frozenset(("input_ids", "attention_mask", "token_type_ids"))
MOST_PIECES: Final = 256
AT_ONCE: Final = 2048
"""Pieces that pass through the model together."""
MOST_THREADS: Final = 4
LARGEST_DIM: Final = 8192
PROBE: Final = "The kettle is on and it is raining outside."
INSTALL: Final = "Install them beside Hearth: pip install onnxruntime tokenizers."

Integers = NDArray[np.int64]


class OnnxEncoder:
    """`Encoder` on a folder. Raises `EncoderFault`, of kind ``encoder-packages`` where onnxruntime or tokenizers are missing."""

    def __init__(self, folder: Path) -> None:
        _check_files(folder)
        self.name = folder.name
        self._first_only = takes_first(folder)
        self._query_prefix, self._text_prefix = prefixes(folder)
        self._config = read_table(folder / "config.json")
        self._tokenizer = _tokenizer(folder, self._longest())
        self._session = _session(folder)
        self._faults = _runtime_faults()
        self._inputs = {one.name for one in self._session.get_inputs()}
        if not {"input_ids"} <= self._inputs <= INPUTS:
            raise EncoderFault(f"{folder.name} wants input that Hearth does not have.", ANOTHER)
        self.key = f"onnx:{digest(folder, FILES)}"
        self.dim = self._probed()

    def __repr__(self) -> str:
        return f"OnnxEncoder({self.name!r})"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """See `Encoder.encode`; the model's own words stand before questions or other texts."""
        made = np.zeros((len(texts), self.dim), np.float32)
        prefix = self._query_prefix if query else self._text_prefix
        ids = [one.ids for one in self._tokenizer.encode_batch([prefix + text for text in texts])]
        for batch in _batches(ids):
            made[batch] = self._pooled([ids[number] for number in batch])
        return unit_rows(made)

    def close(self) -> None:
        """Nothing to let go of but memory."""

    def _pooled(self, ids: list[list[int]]) -> Vectors:
        """One row a text."""
        longest = max(1, max(map(len, ids)))
        pieces = np.full((len(ids), longest), self._padding(), np.int64)
        mask = np.zeros((len(ids), longest), np.int64)
        for row, one in enumerate(ids):
            pieces[row, : len(one)] = one
            mask[row, : len(one)] = 1
        given = {"input_ids": pieces, "attention_mask": mask, "token_type_ids": np.zeros_like(pieces)}
        try:
            found = self._session.run(None, {name: given[name] for name in self._inputs})
        except self._faults as fault:
            raise EncoderFault(f"{self.name} failed at its work.", ANOTHER) from fault
        return self._one_row_each(found, mask)

    def _one_row_each(self, found: list[Any], mask: Integers) -> Vectors:
        """The first output of fitting shape: a row a text as it is, a row a piece pooled."""
        for values in map(np.asarray, found):
            if values.dtype.kind == "f" and values.shape[:1] == mask.shape[:1]:
                if values.ndim == 2:
                    return values.astype(np.float32)
                if values.ndim == 3 and values.shape[:2] == mask.shape:
                    return self._over_pieces(values.astype(np.float32), mask)
        raise EncoderFault(f"{self.name} gives no vectors.", ANOTHER)

    def _over_pieces(self, values: Vectors, mask: Integers) -> Vectors:
        if self._first_only:
            return values[:, 0]
        weights = mask[:, :, None].astype(np.float32)
        sums: Vectors = (values * weights).sum(axis=1)
        sums /= np.maximum(weights.sum(axis=1), 1.0)
        return sums

    def _probed(self) -> int:
        """The length of its vectors, by trying it."""
        row = self._pooled([self._tokenizer.encode(PROBE).ids])[0]
        if not (1 <= len(row) <= LARGEST_DIM and np.isfinite(row).all() and row.any()):
            raise EncoderFault(f"{self.name} gives vectors that are none.", ANOTHER)
        return len(row)

    def _longest(self) -> int:
        found = self._config.get("max_position_embeddings", MOST_PIECES)
        # Models of the RoBERTa family count positions from 2.
        return min(MOST_PIECES, max(8, found - 2)) if type(found) is int else MOST_PIECES

    def _padding(self) -> int:
        found = self._config.get("pad_token_id", 0)
        return found if type(found) is int and found >= 0 else 0


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Texts of like length together, at most `AT_ONCE` pieces with what is filled up."""
    batch: list[int] = []
    for number in sorted(range(len(ids)), key=lambda number: len(ids[number])):
        if batch and (len(batch) + 1) * len(ids[number]) > AT_ONCE:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _check_files(folder: Path) -> None:
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise EncoderFault(f"{folder} lacks {', '.join(missing)}.", AGAIN)


def _tokenizer(folder: Path, longest: int) -> Any:
    library = _package("tokenizers")
    try:
        found = library.Tokenizer.from_file(str(folder / "tokenizer.json"))
        found.no_padding()
        found.enable_truncation(longest)
    except Exception as fault:
        # The library raises nothing narrower.
        raise EncoderFault(f"tokenizer.json of {folder.name} cannot be used.", AGAIN) from fault
    return found


def _session(folder: Path) -> Any:
    onnxruntime = _package("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(MOST_THREADS, max(1, (os.cpu_count() or 2) // 2))
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(str(folder / WEIGHTS), options, providers=["CPUExecutionProvider"])
    except _runtime_faults() as fault:
        raise EncoderFault(f"{WEIGHTS} of {folder.name} is no model that can be run.", AGAIN) from fault


def _package(name: str) -> Any:
    """A package of the extra `encoder`. By name, for where it is not installed nothing is known of it."""
    try:
        return import_module(name)
    except ImportError as fault:
        raise EncoderFault(f"The package {name.partition('.')[0]} is not installed.", INSTALL, kind="encoder-packages") from fault


def _runtime_faults() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: a family without a common parent."""
    state = _package("onnxruntime.capi.onnxruntime_pybind11_state")
    own = [one for one in vars(state).values() if isinstance(one, type) and issubclass(one, Exception)]
    return (*own, RuntimeError, ValueError, OSError)
