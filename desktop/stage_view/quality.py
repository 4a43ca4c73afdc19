"""How many pixels a frame may have, so that the window stays live on a slow machine."""

from __future__ import annotations

from typing import Final

SCALES: Final = (1.0, 0.85, 0.7)
SLOW: Final = 0.055
"""Seconds a frame may take on average before the picture gets smaller."""
QUICK: Final = 0.015
"""Below this it may grow again."""
FRAMES: Final = 24
TALLEST: Final = 1440


class Quality:
    """Takes the time of each frame; `scale` is the share of the device pixels to draw."""

    def __init__(self) -> None:
        self._step = 0
        self._spent = 0.0
        self._frames = 0
        self.recent = 0.0
        """Seconds a frame took lately."""

    @property
    def scale(self) -> float:
        """The share now."""
        return SCALES[self._step]

    def took(self, seconds: float) -> bool:
        """Note a frame's time; True if the scale changed."""
        self.recent += (seconds - self.recent) * 0.2
        self._spent += seconds
        self._frames += 1
        if self._frames < FRAMES:
            return False
        mean, self._spent, self._frames = self._spent / self._frames, 0.0, 0
        before = self._step
        if mean > SLOW:
            self._step = min(self._step + 1, len(SCALES) - 1)
        elif mean < QUICK:
            self._step = max(self._step - 1, 0)
        return self._step != before

    def pixels(self, width: int, height: int, ratio: float) -> tuple[int, int]:
        """The frame's size for a widget of `width` x `height` logical pixels."""
        share = ratio * self.scale
        share = min(share, TALLEST / max(1, height))
        return max(16, round(width * share)), max(16, round(height * share))
