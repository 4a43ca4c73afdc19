"""She is interrupted on the virtual cable: an espeak-ng voice speaks over her replies, as the tests' speech model hears it."""

from __future__ import annotations

import os
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any, Final

import numpy as np

from desktop.settings import Settings
from desktop.turn_measure.interrupts import Interrupt, measured
from desktop.turn_measure.room import Room
from mind.domain import Turn
from mind.ports import Plan, Scene
from tests.support.voice_model import FOLDER
from voice.output.measure.cable import sound_cable
from voice.speech_handle import SpeechHandle

TALE: Final = (
    "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen, and so on and so forth.",
    "After the numbers come the letters, and after the letters come the names of all the rivers.",
)
SAID: Final = {
    "stop": "stop", "two": "what is the weather today", "nod": "yes", "cough": "",
}  # fmt: skip
"""What the user says over her, by what it is."""


class TalePlanner:
    """Answers everything with the same long tale."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def respond(self, text: str, scene: Scene) -> Plan:
        return Plan(("tell",), TALE, state=scene.state)


def interrupted_on_the_cable(count: int | None = None, seed: int = 4) -> dict[str, Any]:
    """So many interrupts (``INTERRUPTS``, else 6) of all kinds at random moments; what became of each, and the figures."""
    count = count or int(os.environ.get("INTERRUPTS", "6"))
    rng = random.Random(seed)
    settings = Settings()
    settings.lang, settings.first_run_done = "en", True
    settings.hearing.model, settings.hearing.mode, settings.hearing.echo = str(FOLDER), "open", "headphones"
    with tempfile.TemporaryDirectory() as folder, sound_cable() as cable:
        room = Room(cable, Path(folder), settings, "en")
        mind: Any = room.house.mind
        mind._means = replace(mind._means, planner=TalePlanner(mind._means.planner))
        try:
            assert room.listen(), room.faults
            kinds = [list(SAID)[at % len(SAID)] for at in range(count)]
            rng.shuffle(kinds)
            done = [one(room, cable.feed, kind, rng.uniform(0.7, 3.0)) for kind in kinds]
        finally:
            room.close()
    return {"each": done, "figures": figures(done), "faults": room.faults}


def one(room: Room, feed: str, kind: str, after: float) -> dict[str, Any]:
    """She tells the tale; `after` seconds of it the user does something of that kind."""
    talk, speech = room.house.conversation, room.house.speech
    handles: list[SpeechHandle] = []
    speech.sounded.connect(handles.append)
    talk.say("Tell me.")
    assert room.run(lambda: bool(handles) and handles[0].played >= after, 20), room.faults
    before = len(turns(room))
    asked = time.monotonic()
    levels = [speech.voice.volume] if speech.voice is not None else []  # type: ignore[attr-defined]
    said = room.say(SAID[kind]) if SAID[kind] else None
    if said is None:
        cough(room, feed)
    else:
        room.run(lambda: said.over, 10)
    cut = room.run(lambda: handles[0].state == "interrupted", 6.0 if kind in ("stop", "two") else 1.6)
    heard = handles[0].heard_text()
    figure = measured(room.room_ear.heard(), said, room.her_ear.heard(), handles[0], asked, cut) if said else Interrupt()
    kept = [turn for turn in turns(room) if turn.speaker == "companion"]
    room.run(lambda: len(turns(room)) > before + 1 or not cut or kind == "stop", 8)
    room.wait(0.6)
    talk.stop()
    room.run(lambda: room.quiet and not talk._stopping, 10)
    speech.sounded.disconnect(handles.append)
    new = [turn.text for turn in turns(room)[before:] if turn.speaker == "user"]
    loud = speech.voice.volume if speech.voice is not None else 1.0  # type: ignore[attr-defined]
    return {
        "kind": kind, "after": after, "cut": cut, "heard": heard, "kept": kept[-1].text if kept else "", "turns": new,
        "duck": figure.duck, "silence": figure.silence, "all": figure.all, "volume": [*levels, loud],
    }  # fmt: skip


def cough(room: Room, feed: str) -> None:
    """A fifth of a second of noise into the microphone's feed."""
    from voice.output.loudspeaker import loudspeaker
    from voice.ports import Sound

    noise = (np.random.default_rng(1).normal(0, 5000, 4800)).astype(np.int16)
    over: list[bool] = []
    out = loudspeaker(feed)
    out.add(Sound(noise, 24000, lambda: None, lambda: over.append(True)))
    room.run(lambda: bool(out.played() >= 0 and over), 3)
    out.close()


def turns(room: Room) -> tuple[Turn, ...]:
    """All that is kept."""
    found: list[tuple[Turn, ...]] = []
    room.house.bridge.submit(room.house.mind.history(1000), found.append)
    room.run(lambda: bool(found), 10)
    return found[0]


def figures(done: list[dict[str, Any]]) -> dict[str, Any]:
    """Median and worst of each, in seconds."""
    told: dict[str, Any] = {}
    for name, kinds in (("duck", ("stop", "two", "nod", "cough")), ("silence", ("stop",)), ("all", ("stop", "two"))):
        values = sorted(each[name] for each in done if each["kind"] in kinds and each[name] is not None)
        told[name] = {"count": len(values), "median": median(values), "worst": values[-1]} if values else None
    return told
