"""How she listens, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ListenMode = Literal["push", "open", "wake"]
Patience = Literal["fast", "normal", "patient"]


@dataclass(frozen=True, slots=True)
class ListenPlan:
    """What `voice.listener.Listener` goes by; it may be changed while she listens.

    `mode`: in ``push`` everything from `start` to `finish` is one utterance whatever the pauses; in ``open`` and ``wake`` its
    end is found in the sound. (Whether she is addressed in ``wake`` is for the recogniser to know.) `patience` is how long a
    silence may be, `lang` the language whose unfinished sentences are known, `wake` the names she is called by.
    `barge_in`: whether she listens while she speaks, as long as there is a suppressor of her own voice.
    """

    mode: ListenMode = "open"
    patience: Patience = "normal"
    lang: str = "en"
    wake: tuple[str, ...] = ()
    barge_in: bool = False
