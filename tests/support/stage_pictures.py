"""A stage's pictures as numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.ports import Frame


def pixels(frame: Frame) -> npt.NDArray[Any]:
    """A copy as (height, width, 4) whole numbers, B G R A, that may be subtracted."""
    return np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4).astype(int)


def live(stage: Any) -> npt.NDArray[Any]:
    """What the stage shows now, as `pixels`."""
    return pixels(stage.render())
