"""A tiny BERT folder with weights by chance, and the same model worked out the slow way, text by text and number by number."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np

VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    "the",
    "cat",
    "##s",
    "sleep",
    "##ing",
    "is",
    "on",
    "a",
    "red",
    "boat",
    ",",
    ".",
    "猫",
    "e",
    "##e",
]
CONFIG = {
    "model_type": "bert", "hidden_act": "gelu", "hidden_size": 8, "num_hidden_layers": 2, "num_attention_heads": 2,
    "intermediate_size": 12, "vocab_size": len(VOCABULARY), "max_position_embeddings": 16, "layer_norm_eps": 1e-12,
}  # fmt: skip


def shapes() -> dict[str, tuple[int, ...]]:
    """Every tensor of the model with its shape."""
    width, inner = 8, 12
    found = {
        "embeddings.word_embeddings.weight": (len(VOCABULARY), width),
        "embeddings.position_embeddings.weight": (16, width),
        "embeddings.token_type_embeddings.weight": (2, width),
        "embeddings.LayerNorm.weight": (width,), "embeddings.LayerNorm.bias": (width,),
    }  # fmt: skip
    for layer in range(2):
        name = f"encoder.layer.{layer}."
        dense = {f"attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        dense |= {"attention.output.dense": (width, width), "intermediate.dense": (inner, width), "output.dense": (width, inner)}
        for part, shape in dense.items():
            found[f"{name}{part}.weight"], found[f"{name}{part}.bias"] = shape, shape[:1]
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            found[f"{name}{part}.weight"] = found[f"{name}{part}.bias"] = (width,)
    return found


def weights(seed: int = 1) -> dict[str, np.ndarray]:
    """Weights by chance."""
    chance = np.random.default_rng(seed)
    return {name: chance.normal(0, 0.6, shape).astype(np.float32) for name, shape in shapes().items()}


def write_safetensors(path: Path, tensors: dict[str, np.ndarray], **changed: object) -> None:
    """The file; `changed` replaces entries of its header."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    content = b""
    for name, tensor in tensors.items():
        data = tensor.tobytes()
        kind = {"<f4": "F32", "<f2": "F16", "<i8": "I64", "<u2": "BF16"}[tensor.dtype.str]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(content), len(content) + len(data)]}
        content += data
    text = json.dumps(header | changed).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + content)


def write_bert(folder: Path, *, pooling: str = "mean", seed: int = 1, **config: object) -> Path:
    """The folder of a model; `config` replaces entries of its config.json."""
    (folder / "1_Pooling").mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps(CONFIG | config))
    first = pooling == "first"
    told = {"pooling_mode_cls_token": first, "pooling_mode_mean_tokens": not first}
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(told))
    (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", "utf-8")
    write_safetensors(folder / "model.safetensors", weights(seed))
    return folder


def slow_encode(ids: list[int], tensors: dict[str, np.ndarray], *, first: bool = False) -> np.ndarray:
    """One text through the model, in float64 and with the exact error function."""
    t = {name: tensor.astype(np.float64) for name, tensor in tensors.items()}
    norm = lambda row, name: (row - row.mean()) / math.sqrt(row.var() + 1e-12) * t[f"{name}.weight"] + t[f"{name}.bias"]  # noqa: E731
    dense = lambda row, name: t[f"{name}.weight"] @ row + t[f"{name}.bias"]  # noqa: E731
    embedded = "embeddings"
    rows = [
        norm(t[f"{embedded}.word_embeddings.weight"][piece] + t[f"{embedded}.position_embeddings.weight"][place]
             + t[f"{embedded}.token_type_embeddings.weight"][0], f"{embedded}.LayerNorm")
        for place, piece in enumerate(ids)
    ]  # fmt: skip
    for layer in range(2):
        name = f"encoder.layer.{layer}."
        query, key, value = ([dense(row, f"{name}attention.self.{part}") for row in rows] for part in ("query", "key", "value"))
        after = []
        for place, row in enumerate(rows):
            heads = []
            for head in (slice(0, 4), slice(4, 8)):
                worth = [math.exp(query[place][head] @ other[head] / 2) for other in key]
                heads.append(sum(w * other[head] for w, other in zip(worth, value, strict=True)) / sum(worth))
            mixed = norm(dense(np.concatenate(heads), f"{name}attention.output.dense") + row, f"{name}attention.output.LayerNorm")
            inner = [x * (1 + math.erf(x / math.sqrt(2))) / 2 for x in dense(mixed, f"{name}intermediate.dense")]
            after.append(norm(dense(np.array(inner), f"{name}output.dense") + mixed, f"{name}output.LayerNorm"))
        rows = after
    made = rows[0] if first else sum(rows) / len(rows)
    return np.asarray(made / np.linalg.norm(made))
