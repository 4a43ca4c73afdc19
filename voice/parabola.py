"""The top of a curve between its samples."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def vertex(curve: npt.NDArray[np.float64], at: int) -> float:
    """Where the parabola through the highest sample and its neighbours has its top, in samples from it, -0.5 to 0.5."""
    if not 0 < at < len(curve) - 1:
        return 0.0
    before, here, after = curve[at - 1 : at + 2]
    bend = before - 2 * here + after
    return float(0.5 * (before - after) / bend) if bend < 0 else 0.0
