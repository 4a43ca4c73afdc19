"""Keeps a model's thoughts out of its words: they are never shown, spoken or kept.

Knows ``<think>`` and its kin, and channel markers (``<|channel|>analysis<|message|>...``), also cut over pieces. A closing
tag without an opening one means that the template opened it: then all before it was thought.
"""

from __future__ import annotations

import re
from typing import Final

NAMES: Final = ("think", "thinking", "reasoning", "thought")
OPENERS: Final = {f"<{name}>": f"</{name}>" for name in NAMES} | {"<|channel>": "<channel|>"}
CLOSERS: Final = tuple(OPENERS.values())
CHANNEL: Final = "<|channel|>"
START: Final = "<|start|>"
MESSAGE: Final = "<|message|>"
SPOKEN_CHANNELS: Final = ("final", "commentary")
CHANNEL_ENDS: Final = ("<|end|>", START, CHANNEL, "<|return|>")
MARKERS: Final = (*OPENERS, *CLOSERS, CHANNEL, START)


SPEECH: Final = re.compile(r"\s*[\[［【(（*\"“「]")
"""A reply that begins with a cue or a quote is speech."""
ABOUT_THE_USER: Final = re.compile(r"\bthe user\b|\buser (?:is|wants|says|said|asks|just)\b|用户|用戶|ユーザー", re.IGNORECASE)
ENOUGH: Final = 48
"""Letters by which a monologue has named the user it is about."""
WIDE: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
WEIGHT: Final = 3
"""Letters that a character of Chinese or Japanese stands for."""


class ThoughtFilter:
    """Feed text, get what is meant to be heard; the same whatever way the text is cut.

    `hold` keeps everything back until the thoughts are over, for models whose template opens the tag itself; `suspect`
    does so while the beginning reads like someone thinking about "the user", for models not met before.
    `closed_unopened` tells that a closing tag came without an opening one.
    """

    def __init__(self, *, hold: bool = False, suspect: bool = False) -> None:
        self._held = ""
        self._closers: tuple[str, ...] = ()
        self._header = False
        self._waiting = hold or suspect
        self._suspect = suspect and not hold
        self._kept_back = ""
        self.closed_unopened = False

    @property
    def thinking(self) -> bool:
        """Whether an opened thought is not closed."""
        return bool(self._closers) or self._header

    def feed(self, text: str) -> str:
        """What may be heard of the text so far."""
        self._held += text
        return self._release(self._run(final=False))

    def finish(self) -> str:
        """The rest; a thought that never closed stays unsaid."""
        rest = self._run(final=True)
        self._waiting = False
        kept, self._kept_back = self._kept_back, ""
        return kept + rest

    def broken_off(self) -> str:
        """What was held back only by suspicion, where the text ends in the middle."""
        kept, self._kept_back = self._kept_back, ""
        return kept if self._suspect and self._waiting and not ABOUT_THE_USER.search(kept) else ""

    def _release(self, text: str) -> str:
        if not self._waiting:
            return text
        self._kept_back += text
        if not (self._suspect and _speaks(self._kept_back)):
            return ""
        self._waiting = False
        kept, self._kept_back = self._kept_back, ""
        return kept

    def _run(self, *, final: bool) -> str:
        heard: list[str] = []
        while self._held:
            if self._header:
                if not self._read_header():
                    break
            elif self._closers:
                if not self._skip_thought(final):
                    break
            elif not self._read_words(heard, final):
                break
        return "".join(heard)

    def _read_words(self, heard: list[str], final: bool) -> bool:
        """Pass words up to the next marker; False while more is needed."""
        at = self._held.find("<")
        if at < 0:
            heard.append(self._held)
            self._held = ""
            return True
        heard.append(self._held[:at])
        self._held = self._held[at:]
        folded = self._held[:16].casefold()
        marker = next((each for each in MARKERS if folded.startswith(each)), None)
        if marker is not None:
            self._held = self._held[len(marker) :]
            self._meet(marker, heard)
            return True
        if not final and any(each.startswith(folded) for each in MARKERS):
            return False
        heard.append("<")
        self._held = self._held[1:]
        return True

    def _meet(self, marker: str, heard: list[str]) -> None:
        if marker in OPENERS:
            self._closers = (OPENERS[marker],)
            self._settle(heard)
        elif marker in CLOSERS:
            self.closed_unopened = True
            self._waiting = False
            self._kept_back = ""
            heard.clear()
        else:
            self._header = True

    def _settle(self, heard: list[str]) -> None:
        """The thoughts open in plain sight: nothing needs to be held back for them."""
        if self._waiting:
            self._waiting = False
            heard.insert(0, self._kept_back)
            self._kept_back = ""

    def _read_header(self) -> bool:
        """``analysis<|message|>``: which channel what follows belongs to."""
        name, found, rest = self._held.partition(MESSAGE)
        if not found:
            return False
        channel = name.rpartition(CHANNEL)[2].split()
        self._held = rest
        self._header = False
        if channel and channel[0] not in SPOKEN_CHANNELS and channel[0] != "assistant":
            self._closers = CHANNEL_ENDS
        return True

    def _skip_thought(self, final: bool) -> bool:
        """Drop up to the end of the thought; False while it has not come."""
        folded = self._held.casefold()
        ends = [(at, closer) for closer in self._closers if (at := folded.find(closer)) >= 0]
        if ends:
            at, closer = min(ends)
            self._held = self._held[at + (0 if closer in (START, CHANNEL) else len(closer)) :]
            self._closers = ()
            return True
        longest = max(len(closer) for closer in self._closers)
        self._held = "" if final else self._held[-longest + 1 :]
        return False


def _speaks(beginning: str) -> bool:
    """Whether a beginning is surely speech, not a monologue about the user."""
    if SPEECH.match(beginning):
        return True
    length = len(beginning) + (WEIGHT - 1) * len(WIDE.findall(beginning))
    return length >= ENOUGH and not ABOUT_THE_USER.search(beginning)
