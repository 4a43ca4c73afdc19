"""How her own voice is kept out of what the microphone hears: the seam, and which way is taken."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from voice.echo.reference import Reference

log = logging.getLogger("hearth.voice")

Pcm = npt.NDArray[np.int16]
How = Literal["auto", "headphones", "none"]


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What is left of the microphone's sound: 16 kHz mono, as many samples as came out so far.

    `echo`: what is in it is her own voice at best, and nobody may take it for the user's. `clear`: how many frames (10 ms) of it
    each judge found to be clearly somebody else's; None where she cannot be heard, or nobody is asked.
    """

    pcm: Pcm
    echo: bool
    clear: tuple[int, ...] | None = None


class Suppressor(Protocol):
    """Takes her own voice out of the microphone's sound. One thread at a time."""

    cancelling: bool
    """Whether the user is heard over her voice; False where only what is clearly louder than her echo is let through."""

    def clean(self, pcm: Pcm, at: float) -> Near:
        """The next piece, 16 kHz mono of any length, which came at `at` (`time.monotonic`), when all of it was taken.

        Frames of 10 ms go through whole: up to 10 ms may stay behind for the next piece.
        """

    def reset(self) -> None:
        """The microphone was closed or is another one: what comes next does not go on from what came."""


class Passing:
    """Lets all pass: she is heard in headphones, or there is nothing to suppress."""

    cancelling = True

    def clean(self, pcm: Pcm, at: float) -> Near:
        """See `Suppressor`."""
        return Near(pcm, False)

    def reset(self) -> None:
        """See `Suppressor`."""


def suppressor_for(reference: Reference | None, how: How = "auto") -> Suppressor:
    """The best that can be had: cancellation where its package is installed and wanted, else a gate.

    Without a reference nothing is known of her voice, and all passes. Ears that are made anew beside the same reference go on
    with the canceller of those before, which knows the room.
    """
    if reference is None or how == "headphones":
        return Passing()
    from voice.echo.gate import EchoGate
    from voice.echo.webrtc import WebRtc, webrtc_here

    if how == "auto" and webrtc_here():
        from voice.echo.canceller import Canceller

        known = reference.ways.get(how)
        if isinstance(known, Canceller):
            known.reset()
            return known
        try:
            made = Canceller(reference, WebRtc(), WebRtc())
            reference.ways[how] = made
            return made
        except ImportError as fault:
            log.warning("no echo cancellation: %s", fault)
    return EchoGate(reference, linear=how == "auto")
