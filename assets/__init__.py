"""Data only. Every room may read from here."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """The path of a shipped file, for example ``asset("avatars", "mira.vrm")``."""
    return ROOT.joinpath(*parts)
