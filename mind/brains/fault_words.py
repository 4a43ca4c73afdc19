"""The words for every fault of a brain server, from assets/prompts/faults.{en,zh,ja}.toml.

The message names host and status, the remedy the next step.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any, Final

from assets import asset
from mind.languages import Lang

NAMED: Final = 5
"""Model names in one message."""


@cache
def fault_table(lang: Lang) -> dict[str, Any]:
    """Every fault's message and remedy in a language."""
    return tomllib.loads(asset("prompts", f"faults.{lang}.toml").read_text("utf-8"))


def told(
    lang: Lang,
    reason: str,
    *,
    host: str,
    status: int | None = None,
    model: str = "",
    models: tuple[str, ...] = (),
    seconds: float | None = None,
) -> tuple[str, str]:
    """The message and the next step for a fault, in a language. An unknown status is told as 200: the server answered."""
    table = fault_table(lang)
    figure = f"{seconds:g}" if seconds is not None else "?"
    message = str(table[reason]["message"]).format(
        host=host,
        status=status or 200,
        model=model,
        models=table["installed"].format(list=", ".join(models[:NAMED])) if models else "",
        seconds=figure,
        wait=table["wait"].format(n=figure) if seconds is not None else "",
    )
    return message, str(table[reason]["remedy"])
