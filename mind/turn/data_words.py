"""Words that stand in a prompt as data."""

from __future__ import annotations

import re
from typing import Final

LONGEST_MEMORY: Final = 160
CONTROLS: Final = re.compile("[\\[\\]<>{}【】［］〔〕｛｝＜＞*`|\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Marks of cues, frames and templates, in full width too, and characters that nobody sees."""
ROLE: Final = re.compile(
    r"(?:(?<![^\s'\"])(?:system|assistant|user|human|developer)|系统|助手|用户|システム|アシスタント|ユーザー)\s*[:：]\s*",
    re.IGNORECASE,
)
"""A role's label, wherever it stands: in a line of data nobody speaks."""


def as_data(text: str, longest: int = LONGEST_MEMORY) -> str:
    """Text that cannot pass for a cue, a mark, a role or a line of its own."""
    return ROLE.sub("", CONTROLS.sub(" ", text)).replace('"', "'").strip()[:longest]
