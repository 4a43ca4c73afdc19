"""Small sums that all encoders share."""

from __future__ import annotations

from typing import Final

import numpy as np

from mind.memory.encoders.protocol import Vectors

SHORTEST: Final = 1e-12
"""A row of less length points nowhere."""


def unit_rows(vectors: Vectors) -> Vectors:
    """The rows with length 1; rows of zeroes, or of what is no number, become zeroes."""
    rows = np.nan_to_num(np.asarray(vectors, np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    lengths[lengths < SHORTEST] = np.inf
    made: Vectors = rows / lengths
    return made
