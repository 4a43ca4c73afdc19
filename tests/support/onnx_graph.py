"""Graphs in ONNX written byte by byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tests.support.small_onnx import FLOAT, INT64, field, value

Axes = tuple[int, tuple[str | int, ...]]
"""Kind of number, and the names or lengths of axes."""


def tensor(name: str, data: np.ndarray) -> bytes:
    """A TensorProto."""
    kind = INT64 if data.dtype == np.int64 else FLOAT
    return b"".join(field(1, size) for size in data.shape) + field(2, kind) + field(8, name) + field(9, data.tobytes())


def node(kind: str, inputs: Sequence[str], output: str, **attributes: int | str | list[int] | float) -> bytes:
    """A NodeProto; attributes are integers, lists of them, texts or floats."""
    made = b"".join(field(1, each) for each in inputs) + field(2, output) + field(4, kind)
    for name, of in attributes.items():
        if isinstance(of, int):
            content = field(3, of) + field(20, 2)
        elif isinstance(of, str):
            content = field(4, of) + field(20, 3)
        elif isinstance(of, float):
            content = b"\x15" + np.float32(of).tobytes() + field(20, 1)
        else:
            content = b"".join(field(8, each) for each in of) + field(20, 7)
        made += field(5, field(1, name) + content)
    return made


def model(
    nodes: Sequence[bytes],
    numbers: Mapping[str, np.ndarray],
    inputs: Mapping[str, Axes],
    output: str,
    notes: Mapping[str, str],
) -> bytes:
    """A ModelProto of opset 13 with one output of floats; `notes` are what it tells of itself."""
    graph = b"".join(field(1, each) for each in nodes) + field(2, "voice")
    graph += b"".join(field(5, tensor(name, data)) for name, data in numbers.items())
    graph += b"".join(field(11, value(name, kind, *axes)) for name, (kind, axes) in inputs.items())
    graph += field(12, value(output, FLOAT, "one", "two", "three"))
    made = field(1, 8) + field(7, graph) + field(8, field(1, "") + field(2, 13))
    return made + b"".join(field(14, field(1, key) + field(2, told)) for key, told in notes.items())
