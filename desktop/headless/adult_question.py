"""The adult question in a real terminal, asked once; an empty answer leaves it open and romance off."""

from __future__ import annotations

import sys
import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING

from assets import asset

if TYPE_CHECKING:
    from desktop.headless.lines import Lines
    from mind.turn.companion import Companion


async def ask_adult(companion: Companion, lines: Lines) -> None:
    """Ask whether the user is eighteen or older, if that was never answered."""
    person = await companion.person()
    if person.adult is not None:
        return
    words = tomllib.loads(asset("safety", f"{person.lang}.toml").read_text("utf-8"))["adult"]
    print(words["question"], end=" ", file=sys.stderr, flush=True)
    answer = (await lines.next() or "").strip().casefold()
    if answer:
        adult = any(answer.startswith(word) for word in words["yes"])
        await companion.set_person(replace(person, adult=adult))
