"""Plays a conversation in virtual time: words, voice, lips, face and camera, frame by frame."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from avatars.ports import Activity
from desktop.bearing.shown import bearing_of, sound_of
from desktop.conversation.cues import KEPT
from desktop.conversation.voice_address import address_of
from desktop.film.clothes import change
from desktop.film.picture import Line, picture
from desktop.settings.model import CharacterVoice
from mind.bond.manner import manner_of
from mind.clock import VirtualClock
from mind.events import Cue, Event, LookChosen, OutfitChosen, Reply, ReplyEnded, Sentence
from mind.languages import Lang
from mind.turn.language_guess import spoken_language
from voice.speaker import Speaker
from voice.tone import PLAIN

BEFORE: Final = 1.0
"""Seconds of quiet before the first word, and after the last."""

READING: Final = (0.9, 0.035)
"""How long a line of the user is shown: seconds, and seconds a character."""


class Camera(Protocol):
    """Takes the pictures."""

    def picture(self, bgra: npt.NDArray[np.uint8]) -> None:
        """The next picture."""


@dataclass
class Take:
    """What happened: one value a frame for the mouth, and the replies."""

    opening: list[float] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)


class Director:
    """One film. `stage` is a `Stage` that is also a `Performer`; `own` is how who stands on it sounds."""

    def __init__(
        self, companion: Any, speaker: Speaker, stage: Any, camera: Camera, clock: VirtualClock, fps: int,
        own: CharacterVoice,
    ) -> None:
        self._companion, self._speaker, self._stage = companion, speaker, stage
        self._camera, self._clock, self._fps = camera, clock, fps
        self._own = own
        self._user: Line | None = None
        self._lang: Lang = "en"
        self._tone = PLAIN
        self.take = Take()

    async def play(self, lines: Sequence[str], told: Callable[[str], None]) -> Take:
        """The greeting, then each line and its answer; `told` hears how far it is."""
        await self.carry(0.0)
        await self._roll(BEFORE, "idle")
        await self._listen(self._companion.greet())
        for number, text in enumerate(lines, 1):
            told(f"line {number} of {len(lines)}")
            self._user = Line(text, spoken_language(text, self._lang), own=False)
            await self._roll(READING[0] + READING[1] * len(text), "reading")
            self._user = None
            await self._roll(0.4, "thinking")
            await self._listen(self._companion.say(text))
        await self._roll(BEFORE, "idle")
        return self.take

    async def carry(self, seconds: float) -> None:
        """How the two stand shows in her, and is heard, from now on."""
        summary, _ = await self._companion.bond(1)
        manner = manner_of(summary, (await self._companion.bonds.terms()).relation)
        self._stage.bear(bearing_of(manner), seconds)
        self._tone = sound_of(manner)

    async def _listen(self, events: AsyncIterator[Event]) -> None:
        """Take what the mind says; speak it; wait until it was heard."""
        async for event in events:
            if isinstance(event, Sentence):
                self._speak(event)
            elif isinstance(event, OutfitChosen | LookChosen):
                change(self._stage, event)
            elif isinstance(event, ReplyEnded):
                self.take.replies.append(event.reply)
                await self.carry(8.0)
        while self._speaker.busy:
            await self._roll(1 / self._fps, "speaking")
        await self._roll(0.6, "listening")

    def _speak(self, sentence: Sentence) -> None:
        """Queue the sentence; its cues are played when it begins to sound."""
        self._lang = sentence.lang
        face = next((cue for cue in sentence.cues if cue.kind == "expression"), None)
        emotion, strength = (face.name, face.strength) if face else ("neutral", 1.0)
        self._speaker.say(
            sentence.text, sentence.lang, emotion, strength, voice=str(address_of(self._own.engine, self._own.voice)),
            rate=self._own.rate, feeling=self._own.feeling, tag=sentence.cues, tone=self._tone,
        )  # fmt: skip

    def perform(self, cues: Sequence[Cue]) -> None:
        """Face and gestures of a sentence that begins."""
        for cue in cues:
            if cue.kind == "expression":
                self._stage.express(cue.name, 0.8 * cue.strength)
            elif cue.name in KEPT:
                self._stage.pose(KEPT[cue.name])
            else:
                self._stage.gesture(cue.name)

    async def _roll(self, seconds: float, activity: Activity) -> None:
        """Film for that long."""
        self._stage.activity(activity)
        for _ in range(max(1, round(seconds * self._fps))):
            # Virtual time never waits: only here can Ctrl-C end the film.
            await asyncio.sleep(0)
            self._clock.advance(1 / self._fps)
            self._speaker.tick()
            weights, closed = self._speaker.lips(1 / self._fps)
            self._stage.mouth(weights, closed)
            self._stage.accents(*self._speaker.accents())
            self._stage.update(1 / self._fps)
            self.take.opening.append(mouth_opening(weights, closed))
            self._camera.picture(picture(self._stage.render(), self._line()))

    def _line(self) -> Line | None:
        """What stands at the foot of the picture now."""
        caption = self._speaker.caption()
        if caption is not None:
            return Line(caption.text, self._lang, own=True, begin=caption.begin, end=caption.end)
        return self._user


OPENNESS: Final = {"aa": 1.0, "oh": 0.75, "ee": 0.45, "ih": 0.4, "ou": 0.4}
"""How far each viseme at full weight opens the lips, relative to `aa`."""


def mouth_opening(weights: dict[str, float], closed: float) -> float:
    """0 shut, 1 as wide as `aa`."""
    return min(1.0, sum(OPENNESS.get(name, 0.0) * weight for name, weight in weights.items())) * (1.0 - closed)
