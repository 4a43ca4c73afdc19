"""What a cue asks of her body."""

from __future__ import annotations

from typing import Final

KEPT: Final[dict[str, str | None]] = {"dance": "dance", "sit": "sit", "stand": None}
"""Cues that are kept until the next of them, and the pose each one is; None stands at ease."""
