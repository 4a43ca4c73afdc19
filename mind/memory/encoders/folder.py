"""An encoder from a model's folder, by what lies in it."""

from __future__ import annotations

from pathlib import Path

from mind.errors import EncoderFault
from mind.memory.encoders.protocol import Encoder

ONNX, SAFETENSORS = "model.onnx", "model.safetensors"


def open_folder(folder: Path) -> Encoder:
    """The encoder in `folder`; blocks while it is read. Raises `EncoderFault`."""
    if (folder / ONNX).is_file():
        from mind.memory.encoders.onnx import OnnxEncoder

        return OnnxEncoder(folder)
    if (folder / SAFETENSORS).is_file():
        from mind.memory.encoders.bert import BertEncoder

        return BertEncoder(folder)
    raise EncoderFault(
        f"{folder} holds no model that gives vectors.",
        "Choose a folder with model.onnx or model.safetensors, or another way for her to remember.",
        kind="encoder-missing",
    )


def holds_model(folder: Path) -> bool:
    """Whether `open_folder` would find something to try."""
    return any((folder / name).is_file() for name in (ONNX, SAFETENSORS))
