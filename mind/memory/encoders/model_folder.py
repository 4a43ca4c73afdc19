"""What the folder of any encoder model holds beside its weights, read with suspicion."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from mind.errors import EncoderFault

LARGEST_TABLE: Final = 64 * 2**20
AGAIN: Final = "Get the model's folder again, whole."
ANOTHER: Final = "Choose another folder: one with a small BERT model, or one in ONNX."


def read_table(path: Path) -> dict[str, Any]:
    """A JSON object. Raises `EncoderFault`."""
    try:
        found = json.loads(read_text(path))
    except (ValueError, RecursionError) as fault:
        raise EncoderFault(f"{path.name} of {path.parent.name} cannot be read.", AGAIN) from fault
    if not isinstance(found, dict):
        raise EncoderFault(f"{path.name} of {path.parent.name} is no table.", AGAIN)
    return found


def read_text(path: Path) -> str:
    """A text file of bearable size. Raises `EncoderFault`."""
    try:
        if path.stat().st_size > LARGEST_TABLE:
            raise EncoderFault(f"{path.name} of {path.parent.name} is too large.", AGAIN)
        return path.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise EncoderFault(f"{path.name} of {path.parent.name} is no text.", AGAIN) from fault
    except OSError as fault:
        raise EncoderFault(f"{path} cannot be read ({fault.strerror or fault}).", AGAIN) from fault


def takes_first(folder: Path) -> bool:
    """How rows become one, as sentence-transformers writes it down: the first alone, or (also where nothing is
    written) the mean of all. Raises `EncoderFault` for another way."""
    path = folder / "1_Pooling" / "config.json"
    if not path.is_file():
        return False
    told = read_table(path)
    if told.get("pooling_mode_cls_token") is True:
        return True
    if told.get("pooling_mode_mean_tokens") is True:
        return False
    raise EncoderFault(f"{folder.name} pools its words in a way that Hearth does not know.", ANOTHER)


def prefixes(folder: Path) -> tuple[str, str]:
    """What stands before a question and before any other text, where a model was taught so; at most some words."""
    path = folder / "config_sentence_transformers.json"
    prompts = read_table(path).get("prompts") if path.is_file() else None
    told = prompts if isinstance(prompts, dict) else {}
    query = told.get("query", "")
    text = next((told[name] for name in ("passage", "document") if name in told), "")
    if not all(isinstance(one, str) and len(one) <= 200 for one in (query, text)):
        raise EncoderFault(f"The prompts of {folder.name} cannot be used.", ANOTHER)
    return query, text


def digest(folder: Path, names: Iterable[str]) -> str:
    """Names the bytes that make the vectors: other weights, words or settings are another space."""
    found = hashlib.blake2b(digest_size=12)
    try:
        for path in (folder / name for name in names):
            if not path.is_file():
                continue
            found.update(path.name.encode() + b"\0")
            with path.open("rb") as file:
                while piece := file.read(1 << 20):
                    found.update(piece)
    except OSError as fault:
        raise EncoderFault(f"{folder} cannot be read ({fault.strerror or fault}).", AGAIN) from fault
    return found.hexdigest()
