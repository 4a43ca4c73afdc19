"""What pill, microphone and posture show, from what she does and how the microphone stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop.settings.model import HearingSettings
from desktop.widgets.mic_button import State

POSTURE: Final = {
    "hearing": "listening", "wake": "idle", "muted": "idle", "lost": "idle", "loading": "idle", "held": "speaking",
}  # fmt: skip
"""What her body does, where it is called otherwise."""
ASIDE: Final = ("push", "toggle", "off")
"""States of a closed microphone: her own word stands in the pill where she does something."""


@dataclass(frozen=True, slots=True)
class EarsNow:
    """How the microphone stands. `can`: there is something to understand with; `addressed`: no name is needed now."""

    state: str = "off"
    can: bool = False
    lost: bool = False
    addressed: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The word in the pill, the look of the microphone, and what her body does."""

    pill: str
    mic: State
    activity: str


def shown_state(mood: str, ears: EarsNow, hearing: HearingSettings, *, typing: bool) -> Shown:
    """Who speaks is shown before who listens; but a user who is heard over her voice sees that."""
    mic = mic_state(ears, hearing)
    if mood == "speaking" and ears.state == "held":
        return Shown("held", "held", "speaking")
    if mood != "idle" and not (mood == "speaking" and mic == "hearing"):
        return Shown(mood, mood, mood)  # type: ignore[arg-type]
    if mic not in ASIDE:
        return Shown(mic, mic, POSTURE.get(mic, mic))
    if typing:
        return Shown("reading", mic, "reading")
    return Shown(mic if ears.can else "idle", mic, "idle")


def mic_state(ears: EarsNow, hearing: HearingSettings) -> State:
    """The look of the microphone while she neither thinks nor speaks."""
    if ears.lost:
        return "muted" if ears.state == "muted" else "lost"
    if ears.state == "listening" and hearing.mode == "wake" and not ears.addressed:
        return "wake"
    if ears.state in ("listening", "hearing", "muted", "loading"):
        return ears.state  # type: ignore[return-value]
    if ears.state == "held":
        return "listening"
    if hearing.mode == "push" and ears.can:
        return "push" if hearing.hold else "toggle"
    return "off"
