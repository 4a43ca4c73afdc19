"""A tiny model in ONNX, written byte by byte: it looks each piece up in a table of vectors."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

VOCABULARY = {word: number for number, word in enumerate(["[PAD]", "[UNK]", "cat", "dog", "sleeps", "query", ":", "passage"])}
TABLE = np.random.default_rng(5).normal(size=(len(VOCABULARY), 6)).astype(np.float32)
FLOAT, INT64 = 1, 7


def varint(value: int) -> bytes:
    """A number in groups of seven bits, the lowest first."""
    found = b""
    while value > 127:
        found += bytes((value & 127 | 128,))
        value >>= 7
    return found + bytes((value,))


def field(number: int, value: int | str | bytes) -> bytes:
    """A field of a protocol buffer: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def value(name: str, kind: int, *axes: str | int) -> bytes:
    """A ValueInfoProto."""
    shape = b"".join(field(1, field(1, axis) if isinstance(axis, int) else field(2, axis)) for axis in axes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def model(*, inputs: tuple[str, ...] = ("input_ids", "attention_mask"), table: np.ndarray = TABLE) -> bytes:
    """A ModelProto: last_hidden_state = Gather(table, input_ids)."""
    weights = (
        b"".join(field(1, size) for size in table.shape) + field(2, FLOAT) + field(8, "table") + field(9, table.tobytes())
    )
    node = field(1, "table") + field(1, inputs[0]) + field(2, "last_hidden_state") + field(4, "Gather")
    graph = field(1, node) + field(2, "tiny") + field(5, weights)
    graph += b"".join(field(11, value(name, INT64, "n", "length")) for name in inputs)
    graph += field(12, value("last_hidden_state", FLOAT, "n", "length", table.shape[1]))
    return field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))


def write_onnx(folder: Path, *, pooling: str = "mean", prompts: dict[str, str] | None = None, **of_model: object) -> Path:
    """The folder of a model."""
    (folder / "1_Pooling").mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(model(**of_model))  # type: ignore[arg-type]
    (folder / "config.json").write_text(json.dumps({"max_position_embeddings": 14, "pad_token_id": 0}))
    first = pooling == "first"
    told = {"pooling_mode_cls_token": first, "pooling_mode_mean_tokens": not first}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(told))
    if prompts is not None:
        (folder / "config_sentence_transformers.json").write_text(json.dumps({"prompts": prompts}))
    tokenizer = {
        "version": "1.0", "added_tokens": [], "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None, "decoder": None, "truncation": None, "padding": None,
        "model": {"type": "WordLevel", "vocab": VOCABULARY, "unk_token": "[UNK]"},
    }  # fmt: skip
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    return folder
