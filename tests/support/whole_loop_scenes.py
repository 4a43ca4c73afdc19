"""The whole loop on the virtual cable: a voice speaks to her, she hears, thinks, and answers aloud and in captions.

Played by `tests.support.voice_cable.Cable.play`, in a process of its own, in the window's own house without its window.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from desktop.settings import Settings
from desktop.settings.model import CharacterVoice
from desktop.turn_measure.room import Room
from desktop.turn_measure.turns import heard_by_ears
from mind.domain import Turn
from tests.support.voice_model import FOLDER
from voice.output.measure.cable import sound_cable

QUESTION = "what time is it now"
"""Its answer is short."""


def quick_settings() -> Settings:
    """An open microphone, and a voice that is soon over."""
    settings = Settings()
    settings.first_run_done = True
    settings.hearing.enabled, settings.hearing.mode, settings.hearing.patience = True, "open", "fast"
    settings.hearing.model, settings.hearing.acknowledge = str(FOLDER), False
    settings.voice.keep("mira", CharacterVoice(rate=2.0))
    return settings


def spoken_to_and_answered() -> dict[str, Any]:
    """One sentence into the microphone; what she understood, kept, answered, captioned, how that sounded, and when what came."""
    with tempfile.TemporaryDirectory() as folder, sound_cable() as cable:
        room = Room(cable, Path(folder), quick_settings(), "en")
        house, captions = room.house, []
        house.speech.captioned.connect(lambda text, begin, end: text not in captions and captions.append(text))
        assert room.listen(), room.faults
        began = time.monotonic()
        room.say(QUESTION)
        assert room.run(lambda: house.conversation.busy or house.speech.busy, 30), room.faults
        assert room.run(lambda: room.quiet, 60), room.faults
        room.wait(0.1)
        times = house.watch.turns[-1]
        by_ear = heard_by_ears(room, times, began)
        sound = room.her_ear.heard().pcm
        turns: list[tuple[Turn, ...]] = []
        house.bridge.submit(house.mind.history(10), turns.append, room.fault)
        assert room.run(lambda: bool(turns), 10)
        room.close()
    return {
        "said": QUESTION,
        "turns": [(turn.speaker, turn.text, turn.channel) for turn in turns[0]],
        "captions": [text for text in captions if text],
        "seconds_of_sound": int(np.count_nonzero(np.abs(sound.astype(int)) > 500)) / 48000,
        "marks": sorted(times.marks, key=times.marks.__getitem__),
        "stages": [stage for stage, _ in times.stages()],
        "off_the_ear": [times.marks[mark] - by_ear.marks[mark] for mark in ("speech_ended", "first_sample")],
        "faults": room.faults,
    }
