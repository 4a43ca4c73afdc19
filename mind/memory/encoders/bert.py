"""A BERT model from a folder (config.json, model.safetensors, tokenizer.json or vocab.txt), run on numpy alone.

Small English models of this family come as ordinary packages; they need neither torch nor a download by us.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mind.errors import EncoderFault
from mind.memory.encoders.arrays import unit_rows
from mind.memory.encoders.bert_layers import Dense, Floats, Layer, Norm
from mind.memory.encoders.model_folder import ANOTHER, digest, read_table, takes_first
from mind.memory.encoders.protocol import Vectors
from mind.memory.encoders.safetensors import read_tensors
from mind.memory.encoders.wordpiece import read_wordpiece

WEIGHTS: Final = "model.safetensors"
FILES: Final = ("config.json", "1_Pooling/config.json", "tokenizer.json", "vocab.txt", WEIGHTS)
"""What the vectors depend on."""
MOST_PIECES: Final = 256
"""Of one text; what follows is not looked at."""
AT_ONCE: Final = 2048
"""Pieces that pass through the model together: a bound on memory (some 40 MB); speed hardly depends on it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The model's measures, from its config.json."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    epsilon: float


class BertEncoder:
    """`Encoder` on a folder; reads all of it at once (some 90 MB for six layers of 384). Raises `EncoderFault`."""

    def __init__(self, folder: Path) -> None:
        shape = _shape(folder)
        self.name = folder.name
        self.dim = shape.width
        self._pieces = read_wordpiece(folder)
        self._first_only = takes_first(folder)
        self._most = min(shape.positions, MOST_PIECES)
        self.key = f"bert:{digest(folder, FILES)}"
        tensors = _Tensors(folder, read_tensors(folder / WEIGHTS))
        if max(self._pieces.vocabulary.values()) >= shape.pieces:
            raise EncoderFault(f"The vocabulary of {folder.name} is larger than its model.", ANOTHER)
        self._words = tensors.take("embeddings.word_embeddings.weight", shape.pieces, shape.width)
        positions = tensors.take("embeddings.position_embeddings.weight", shape.positions, shape.width)
        kinds = tensors.take("embeddings.token_type_embeddings.weight", None, shape.width)
        self._places: Floats = positions[: self._most] + kinds[0]
        self._norm = tensors.norm("embeddings.LayerNorm", shape)
        self._layers = [tensors.layer(f"encoder.layer.{number}.", shape) for number in range(shape.layers)]

    def __repr__(self) -> str:
        return f"BertEncoder({self.name!r})"

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Vectors:
        """See `Encoder.encode`; questions are not marked."""
        made = np.zeros((len(texts), self.dim), np.float32)
        ids = [self._pieces.ids(text, self._most) for text in texts]
        for batch in _batches(ids):
            made[batch] = self._pooled([ids[number] for number in batch])
        return unit_rows(made)

    def close(self) -> None:
        """Nothing to let go of but memory."""

    def _pooled(self, ids: list[list[int]]) -> Floats:
        """One row a text, of texts in order of length."""
        lengths = np.array([len(one) for one in ids])
        starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        flat = np.concatenate([np.array(one) for one in ids])
        rows: Floats = self._words[flat]
        rows += np.concatenate([self._places[:length] for length in lengths])
        rows = self._norm(rows)
        groups = _groups(lengths, starts)
        for layer in self._layers:
            rows = layer(rows, groups)
        if self._first_only:
            return rows[starts]
        sums: Floats = np.add.reduceat(rows, starts, axis=0)
        sums /= lengths[:, None].astype(np.float32)
        return sums


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Which texts go together: by length, so that equal lengths meet, at most `AT_ONCE` pieces."""
    batch: list[int] = []
    size = 0
    for number in sorted(range(len(ids)), key=lambda number: len(ids[number])):
        if batch and size + len(ids[number]) > AT_ONCE:
            yield batch
            batch, size = [], 0
        batch.append(number)
        size += len(ids[number])
    if batch:
        yield batch


def _groups(lengths: NDArray[np.intp], starts: NDArray[np.intp]) -> list[tuple[slice, int]]:
    """The rows of all texts of one length, and that length; the texts are in order of length."""
    kinds, firsts, counts = np.unique(lengths, return_index=True, return_counts=True)
    begins = starts[firsts]
    ends = begins + kinds * counts
    return [(slice(begin, end), length) for begin, end, length in zip(begins, ends, kinds.tolist(), strict=True)]


class _Tensors:
    """Tensors by name, with or without the "bert." before it, checked for their shape."""

    def __init__(self, folder: Path, tensors: Mapping[str, Floats]) -> None:
        self._folder = folder
        self._tensors = {name.removeprefix("bert."): tensor for name, tensor in tensors.items()}

    def take(self, name: str, *shape: int | None) -> Floats:
        tensor = self._tensors.get(name)
        if tensor is None:
            raise EncoderFault(f"{self._folder.name} lacks {name}.", ANOTHER)
        fits = tensor.ndim == len(shape) and all(want in (None, have) for want, have in zip(shape, tensor.shape, strict=True))
        if not fits or not tensor.size:
            raise EncoderFault(f"{name} of {self._folder.name} has another shape than its config.json says.", ANOTHER)
        if not np.isfinite(tensor).all():
            raise EncoderFault(f"{name} of {self._folder.name} holds what is no number.", ANOTHER)
        return tensor

    def dense(self, name: str, into: int, out: int) -> Dense:
        return Dense(self.take(f"{name}.weight", out, into).T, self.take(f"{name}.bias", out))

    def norm(self, name: str, shape: Shape) -> Norm:
        return Norm(self.take(f"{name}.weight", shape.width), self.take(f"{name}.bias", shape.width), shape.epsilon)

    def layer(self, name: str, shape: Shape) -> Layer:
        width = shape.width
        three = [self.dense(f"{name}attention.self.{part}", width, width) for part in ("query", "key", "value")]
        mixed = Dense(
            np.ascontiguousarray(np.concatenate([one.weight for one in three], axis=1)),
            np.concatenate([one.bias for one in three]),
        )
        return Layer(
            mixed,
            self.dense(f"{name}attention.output.dense", width, width),
            self.norm(f"{name}attention.output.LayerNorm", shape),
            self.dense(f"{name}intermediate.dense", width, shape.inner),
            self.dense(f"{name}output.dense", shape.inner, width),
            self.norm(f"{name}output.LayerNorm", shape),
            shape.heads,
        )


def _shape(folder: Path) -> Shape:
    config = read_table(folder / "config.json")
    if config.get("model_type") != "bert" or config.get("position_embedding_type", "absolute") != "absolute":
        raise EncoderFault(f"{folder.name} holds no BERT model.", ANOTHER)
    if config.get("hidden_act", "gelu") != "gelu":
        raise EncoderFault(f"{folder.name} uses a function that Hearth does not know.", ANOTHER)
    bounds = {
        "hidden_size": 4096, "num_hidden_layers": 48, "num_attention_heads": 64, "intermediate_size": 16384,
        "vocab_size": 1_000_000, "max_position_embeddings": 65536,
    }  # fmt: skip
    sizes = [config.get(name) for name in bounds]
    if not all(type(size) is int and 0 < size <= most for size, most in zip(sizes, bounds.values(), strict=True)):
        raise EncoderFault(f"The measures in config.json of {folder.name} make no sense.", ANOTHER)
    epsilon = config.get("layer_norm_eps", 1e-12)
    width, layers, heads, inner, pieces, positions = (int(size) for size in sizes if size is not None)
    if width % heads or not isinstance(epsilon, float) or not 0 < epsilon < 1:
        raise EncoderFault(f"The measures in config.json of {folder.name} make no sense.", ANOTHER)
    return Shape(width, layers, heads, inner, pieces, positions, epsilon)
