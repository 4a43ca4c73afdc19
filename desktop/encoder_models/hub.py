"""The encoder models that Hearth offers, and what the public hub they lie on says of their files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import quote

from voice.errors import ModelFault
from voice.models.fetch import opened

HUB: Final = "https://huggingface.co"
LARGEST_LIST: Final = 4_000_000
LARGEST_FILE: Final = 1_500_000_000
SHA256: Final = re.compile(r"[0-9a-f]{64}")
SHA1: Final = re.compile(r"[0-9a-f]{40}")
KIND: Final = "encoder-download"


@dataclass(frozen=True, slots=True)
class EncoderModel:
    """A model on the hub: `repository` there, about how many `megabytes`, the words it was taught to see before texts."""

    name: str
    repository: str
    megabytes: int
    prompts: Mapping[str, str] = field(default_factory=dict)


KNOWN: Final = (
    EncoderModel("granite-embedding-97m-multilingual-r2", "ibm-granite/granite-embedding-97m-multilingual-r2", 110),
    EncoderModel(
        "multilingual-e5-small", "intfloat/multilingual-e5-small", 135, {"query": "query: ", "passage": "passage: "}
    ),
)
"""English, Chinese, Japanese and many more; the first is the better one. Apache-2.0 and MIT."""

BESIDE: Final = ("tokenizer.json", "config.json", "1_Pooling/config.json", "config_sentence_transformers.json")
NEEDED: Final = ("tokenizer.json", "config.json")


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file as the hub lists it. `sha256` of its content where it is large; else `blob`, the name git gives it."""

    path: str
    size: int
    sha256: str = ""
    blob: str = ""


def listed(model: EncoderModel, hub: str = HUB) -> list[HubFile]:
    """The files of a model. Raises `ModelFault` where the list cannot be had."""
    address = f"{hub}/api/models/{quote(model.repository)}/tree/main?recursive=true"
    with opened(address) as answer:
        data = answer.read(LARGEST_LIST)
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise unreadable(model) from fault
    if not isinstance(rows, list):
        raise unreadable(model)
    return [file for row in rows if (file := _file(row)) is not None]


def chosen(model: EncoderModel, files: list[HubFile]) -> list[tuple[HubFile, str]]:
    """The files worth fetching, each with the name it gets here: the lightest sound weights first. Raises `ModelFault`."""
    by_path = {file.path: file for file in files}
    weights = sorted((file for file in files if _stands_alone(file.path, by_path)), key=lambda file: _rank(file.path))
    missing = [name for name in NEEDED if name not in by_path]
    if not weights or missing:
        raise ModelFault(
            f"{model.name} is not offered in a form that Hearth can use.", "Choose another model, or a folder.", kind=KIND
        )
    return [(weights[0], "model.onnx"), *((by_path[name], name) for name in BESIDE if name in by_path)]


def address_of(model: EncoderModel, file: HubFile, hub: str = HUB) -> str:
    """Where a file is fetched."""
    return f"{hub}/{quote(model.repository)}/resolve/main/{quote(file.path)}"


def unreadable(model: EncoderModel) -> ModelFault:
    """The list is something else."""
    return ModelFault(f"The list of files of {model.name} cannot be read.", "Try again later, or choose a folder.", kind=KIND)


def _file(row: Any) -> HubFile | None:
    """A row of the list, if it is a file whose content can be checked."""
    if not isinstance(row, dict) or row.get("type") != "file":
        return None
    path, size, blob, large = (row.get(key) for key in ("path", "size", "oid", "lfs"))
    if not isinstance(path, str) or type(size) is not int or not 0 < size <= LARGEST_FILE:
        return None
    if isinstance(large, dict):
        sha256 = large.get("oid")
        return HubFile(path, size, sha256=sha256) if isinstance(sha256, str) and SHA256.fullmatch(sha256) else None
    return HubFile(path, size, blob=blob) if isinstance(blob, str) and SHA1.fullmatch(blob) else None


def _stands_alone(path: str, files: Mapping[str, HubFile]) -> bool:
    """Weights in ONNX without a second file, at the top or in onnx/."""
    where = PurePosixPath(path)
    return where.suffix == ".onnx" and str(where.parent) in (".", "onnx") and f"{path}_data" not in files


def _rank(path: str) -> tuple[int, str]:
    """Eight bits are a quarter of the size and nearly as good; half floats and four bits run badly on processors."""
    name = PurePosixPath(path).stem
    order = ("model_quantized", "model_int8", "model_qint8_avx512_vnni", "model_quint8_avx2", "model_uint8", "model")
    return (order.index(name) if name in order else len(order) + ("fp16" in name or "q4" in name or "bnb" in name), path)
