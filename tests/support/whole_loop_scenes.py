"""The whole loop on the virtual cable: a voice speaks to her, she hears, thinks, and answers aloud and in captions.

Played by `tests.support.voice_cable.Cable.play`, in a process of its own, on the window's own conversation without its window.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop.bridge import Bridge
from desktop.composition import open_companion
from desktop.conversation.conversation import Conversation
from desktop.conversation.engine_setup import voice_of
from desktop.conversation.hearing import Hearing
from desktop.conversation.speech import Speech
from desktop.settings import Settings
from desktop.settings.model import CharacterVoice
from desktop.talk.chat_model import ChatModel
from mind.domain import Turn
from tests.support.voice_cable import MIC, MIC_FEED, SPEAKER
from tests.support.voice_model import FOLDER, SENTENCES
from tests.support.voice_scenes import Room, here
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listener import Listener, vosk_ears
from voice.output.loudspeaker import loudspeaker
from voice.speaker import Speaker


def spoken_to_and_answered() -> dict[str, Any]:
    """One sentence into the microphone; what she understood, kept, answered, captioned, and how it sounded."""
    assert isinstance(QApplication.instance(), QApplication)
    room = Room()
    user = Speaker(EspeakSynthesiser(), loudspeaker(MIC_FEED, on_fault=room.fault))
    room.tickers.append(user)
    with tempfile.TemporaryDirectory() as folder:
        engine = voice_of(Path(folder), Settings(), lambda: "mira")
        speech = Speech(lambda **calls: Speaker(engine, loudspeaker(SPEAKER, on_fault=room.fault), **calls))
        speech.tune(CharacterVoice(rate=2.0))  # the sooner it is over
        hearing = Hearing(lambda: speech.speaking)
        hearing.prepare(lambda **calls: Listener(vosk_ears(FOLDER), MIC, **calls))
        companion = open_companion(Path(folder), Settings(), lang="en", seed=7)
        bridge = Bridge()
        conversation = Conversation(bridge, companion, speech, ChatModel("Mira"), "en")
        captions: list[str] = []
        speech.captioned.connect(lambda text, begin, end: text not in captions and captions.append(text))
        hearing.said.connect(lambda text: conversation.say(text, "voice"))
        assert hearing.start()
        room.run(lambda: hearing.state == "listening")
        with here().recording() as record:
            user.say(SENTENCES[0], "en")
            room.run(lambda: conversation.busy or speech.busy, 30)
            room.run(lambda: not conversation.busy and not speech.busy, 60)
            room.wait(0.2)
        turns: list[tuple[Turn, ...]] = []
        bridge.submit(companion.history(10), turns.append, room.fault)
        room.run(lambda: bool(turns))
        hearing.close_ear()
        conversation.close()
        speech.close()
        user.close()
        done: list[object] = []
        bridge.submit(companion.close(), done.append, room.fault)
        room.run(lambda: bool(done))
        bridge.close()
    loud = int(np.count_nonzero(np.abs(record.pcm.astype(int)) > 500))
    return {
        "said": SENTENCES[0],
        "turns": [(turn.speaker, turn.text, turn.channel) for turn in turns[0]],
        "captions": [text for text in captions if text],
        "seconds_of_sound": loud / record.rate,
    }
