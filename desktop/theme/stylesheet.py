"""The style sheet: one template, filled from the tokens and the text scale."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from string import Template
from typing import Final

from desktop.theme.theme import Theme
from desktop.theme.tokens import DAY

HEIGHTS: Final = {"button": 38, "small": 30, "field": 38, "field_focus": 36}
"""Inside the border, in logical pixels at 100 %."""
CODE: Final = 12
"""The size of exact text."""


@lru_cache(maxsize=1)
def template() -> Template:
    """The template as shipped."""
    return Template(Path(__file__).with_name("hearth.qss").read_text("utf-8"))


def stylesheet(theme: Theme) -> str:
    """The style sheet of the theme as it is now."""
    values: dict[str, object] = {}
    for token in DAY:
        colour = theme.colour(token)
        values[token] = f"rgba({colour.red()},{colour.green()},{colour.blue()},{colour.alpha()})"
    for name, height in HEIGHTS.items():
        values[name] = max(height, theme.px(height) if theme.scale > 1 else height)
    values["talk"] = theme.font("talk").pixelSize()
    values["code"] = theme.px(CODE)
    return template().substitute(values)
