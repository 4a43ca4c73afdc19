"""Whether the user's words go on from their last ones: then the two are one turn."""

from __future__ import annotations

from typing import Final, Literal

from mind.languages import Lang
from voice.ports import Heard
from voice.turn_taking.backchannels import is_backchannel
from voice.turn_taking.spoken_tokens import tokens
from voice.turn_taking.stop_words import only_stop, stopped_by

SOON: Final = 1.2
"""Seconds after the end of their words within which the user still adds to them."""

BETWEEN: Final = {"zh": "，", "ja": "、"}
"""What stands between words that were said in two breaths; a blank elsewhere."""


class AddedWords:
    """Remembers when the user's last spoken turn ended and when the one that is about to be said began."""

    def __init__(self) -> None:
        self._ended = float("-inf")
        self._now: Heard | None = None

    def note(self, heard: Heard) -> None:
        """These words are about to be said to her."""
        self._now = heard

    def said(self, text: str) -> bool:
        """They are said now: whether they followed the last ones at once, and do not begin with "stop"."""
        now, self._now = self._now, None
        ended, self._ended = self._ended, now.ended if now is not None and now.ended > 0 else float("-inf")
        return now is not None and now.began > 0 and now.began - ended <= SOON and not stopped_by(tokens(text))


def without_words(text: str) -> Literal["", "nod", "hush"]:
    """What the user's words are while she thinks, where they are no turn: they only listen, or want her to be silent."""
    if is_backchannel(tokens(text)):
        return "nod"
    return "hush" if only_stop(text) else ""


def joined(first: str, more: str, lang: Lang) -> str:
    """Both as one text."""
    return f"{first}{BETWEEN.get(lang, ' ')}{more}"
