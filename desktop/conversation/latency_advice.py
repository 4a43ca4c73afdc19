"""What would shorten the wait for her, said in a sentence: only where a wait stands out, and only what the user can change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import urlsplit

from desktop.conversation.turn_times import Stage, TurnTimes, medians
from desktop.settings import Settings

Key = Literal[
    "brain_away", "brain_here", "sentence", "endpoint", "endpoint_habit", "text_server", "text_here", "kept", "synthesis",
    "sound",
]  # fmt: skip

LONG: Final[dict[Stage, float]] = {
    "endpoint": 0.85, "text": 0.35, "brain": 1.0, "sentence": 0.8, "synthesis": 0.4, "sound": 0.15,
}  # fmt: skip
"""Seconds from which a wait is worth a word. Together they are some seconds; between people a turn waits for about 0.2 s
(Stivers et al., Universals and cultural variation in turn-taking in conversation, PNAS 2009)."""

KEPT: Final = 0.25
"""Seconds of the brain's wait that keeping the user's words may take."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is set that bears on a wait. `server_here`: the brain's server is this computer."""

    patience: str = "normal"
    server_here: bool = False
    ears_away: bool = False


@dataclass(frozen=True, slots=True)
class Advice:
    """One sentence of advice: its words' `key` under ``latency.``, and the seconds that it is about."""

    key: Key
    seconds: float

    def told(self, say: Callable[..., str]) -> str:
        """In the language of `say` (`desktop.theme.words.words()`)."""
        seconds = f"{self.seconds:.1f}" if self.seconds >= 0.95 else f"{self.seconds:.2f}"
        return say(
            f"latency.{self.key}", seconds=seconds, patience=say("hearing.patience.label"), voice=say("settings.voice")
        )  # fmt: skip


def around(settings: Settings) -> Around:
    """What the settings say."""
    from desktop.settings.environment import brain_with_environment
    from mind.brains.address import is_private

    host = urlsplit(brain_with_environment(settings.brain).url).hostname or ""
    return Around(settings.hearing.patience, is_private(host), settings.hearing.engine == "server")


def advise(turns: Sequence[TurnTimes], where: Around) -> tuple[Advice, ...]:
    """What stands out in the medians of these turns, the longest wait first; nothing where none is long."""
    if not turns:
        return ()
    found = []
    served = any(one.brain not in ("", "offline") for one in turns)
    for stage, seconds in medians(turns).items():
        if stage == "sentence" and not served:
            continue
        if seconds >= LONG.get(stage, float("inf")):
            key, about = reason(stage, seconds, turns, where)
            if served or not key.startswith("brain"):
                found.append(Advice(key, about))
    return tuple(sorted(found, key=lambda one: -one.seconds))


def reason(stage: Stage, seconds: float, turns: Sequence[TurnTimes], where: Around) -> tuple[Key, float]:
    """Why this wait is long, and the seconds that are to blame."""
    if stage == "endpoint":
        return ("endpoint_habit" if where.patience == "fast" else "endpoint"), seconds
    if stage == "text":
        return ("text_server" if where.ears_away else "text_here"), seconds
    if stage == "brain":
        kept = sorted(took for one in turns if (took := one.took("text", "kept")) is not None)
        if kept and kept[len(kept) // 2] > max(KEPT, seconds / 2):
            return "kept", kept[len(kept) // 2]
        return ("brain_here" if where.server_here else "brain_away"), seconds
    return ("sentence" if stage == "sentence" else "synthesis" if stage == "synthesis" else "sound"), seconds
