"""What is played on the virtual cable, each scene in a process of its own. See `tests.support.voice_cable`."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication

from tests.support.voice_cable import MIC, MIC_FEED, SPEAKER, Cable
from tests.support.voice_model import FOLDER, SENTENCES
from voice.devices.listing import loudspeakers, microphones
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listener import Listener, vosk_ears
from voice.output import stream_out
from voice.output.loudspeaker import loudspeaker
from voice.qt_singletons import hold_singletons
from voice.speaker import Speaker

COUNTING = "One two three four five six seven eight nine ten."


class Room:
    """A Qt loop with whatever speaks and listens in it."""

    def __init__(self, *tickers: Any) -> None:
        hold_singletons()
        self.app = QCoreApplication.instance() or QCoreApplication([])
        self.tickers = list(tickers)
        self.faults: list[str] = []

    def fault(self, fault: Any) -> None:
        """Note a fault."""
        self.faults.append(fault.kind)

    def run(self, until: Callable[[], bool], seconds: float = 20.0) -> None:
        """Let time pass until something is so; an AssertionError after `seconds`."""
        end = time.monotonic() + seconds
        while not until():
            assert time.monotonic() < end, f"nothing happened; faults: {self.faults}"
            self.app.processEvents()
            for ticker in self.tickers:
                ticker.tick()
            time.sleep(0.005)

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        end = time.monotonic() + seconds
        self.run(lambda: time.monotonic() > end, seconds + 5)


def here() -> Cable:
    """The cable this process lies on, without its daemon."""
    return Cable(Path(os.environ["XDG_RUNTIME_DIR"]), None)


def devices_are_listed() -> dict[str, list[str]]:
    """The names of all devices."""
    Room()
    return {"out": [device.name for device in loudspeakers()], "in": [device.name for device in microphones()]}


def she_is_heard_word_for_word() -> dict[str, Any]:
    """Her voice into the microphone's feed, two sentences, and what her ears make of it."""
    room, finals, partials = Room(), [], []
    ears = Listener(
        vosk_ears(FOLDER),
        MIC,
        on_final=lambda heard: finals.append(heard.text),
        on_partial=partials.append,
        on_fault=room.fault,
    )
    speaker = Speaker(EspeakSynthesiser(), loudspeaker(MIC_FEED, on_fault=room.fault))
    room.tickers += [speaker, ears]
    assert ears.start()
    room.run(lambda: ears.state == "listening")
    said = [SENTENCES[0], SENTENCES[20]]
    for count, sentence in enumerate(said, 1):
        speaker.say(sentence, "en")
        room.run(lambda count=count: len(finals) == count)
    speaker.close()
    ears.close()
    return {"said": said, "heard": finals, "partials": len([text for text in partials if text]), "faults": room.faults}


def stopped_half_way() -> dict[str, Any]:
    """How long she sounded after `stop` came at one second, and what counts as heard."""
    room = Room()
    speaker = Speaker(EspeakSynthesiser(), loudspeaker(SPEAKER, on_fault=room.fault))
    room.tickers.append(speaker)
    with here().recording() as record:
        room.wait(0.3)
        handle = speaker.say(COUNTING, "en")
        room.run(lambda: handle.state == "speaking")
        began = time.monotonic()
        room.run(lambda: handle.played > 1.0)
        text = speaker.stop()
        stopped = time.monotonic() - began
        room.wait(0.5)
    speaker.close()
    loud = np.flatnonzero(np.abs(record.pcm.astype(int)) > 60)
    seconds = float(loud[-1] - loud[0]) / record.rate
    told = {"heard": text, "state": handle.state, "faults": room.faults}
    return told | {"sounded": seconds, "played": handle.played, "stopped": stopped}


def muted() -> dict[str, Any]:
    """What sounds and what moves while she is muted."""
    room, opened = Room(), []
    speaker = Speaker(EspeakSynthesiser(), loudspeaker(SPEAKER, on_fault=room.fault))
    speaker.mute(True)
    room.tickers.append(speaker)
    with here().recording() as record:
        room.wait(0.3)
        handle = speaker.say("Hello there, my friend.", "en")

        def over() -> bool:
            opened.append(sum(speaker.lips()[0].values()))
            return handle.over

        room.run(over)
    speaker.close()
    return {"peak": int(np.abs(record.pcm.astype(int)).max()), "opened": max(opened), "state": handle.state}


def server_gone() -> dict[str, Any]:
    """The sound server is killed while she speaks and listens; she says another sentence and waits for it with open ears."""
    stream_out.STALLED = 1.0  # seconds until a device that takes nothing counts as gone: no need to wait
    room, words = Room(), set()
    lost: list[str] = []
    speaker = Speaker(EspeakSynthesiser(), loudspeaker(SPEAKER, on_fault=room.fault))
    ears = Listener(vosk_ears(FOLDER), MIC, on_fault=lambda fault: lost.append(fault.kind))
    room.tickers += [speaker, ears]
    assert ears.start()
    room.run(lambda: ears.state == "listening")
    first, second = speaker.say(COUNTING, "en", rate=2.0), speaker.say("Hello there.", "en", rate=2.0)
    room.run(lambda: first.played > 0.4)
    os.kill(int(os.environ["CABLE_DAEMON"]), signal.SIGTERM)

    def over() -> bool:
        if caption := speaker.caption():
            words.add(caption.text[caption.begin : caption.end])
        return second.over and "audio-in-system" in lost

    room.run(over, 30)
    state = ears.state
    speaker.close()
    ears.close()
    states = [first.state, second.state]
    return {"states": states, "words": sorted(words), "out": room.faults, "in": lost, "ears": state}


def muted_microphone() -> list[str]:
    """A microphone that gives nothing but zeros."""
    room = Room()
    ears = Listener(vosk_ears(FOLDER), MIC, on_fault=room.fault)
    room.tickers.append(ears)
    assert ears.start()
    room.run(lambda: bool(room.faults))
    state = ears.state
    ears.close()
    return [*room.faults, state]
