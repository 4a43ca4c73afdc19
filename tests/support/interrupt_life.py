"""She is interrupted in every way, in virtual time: her real talk and store, a voice and an ear whose time the test tells."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtWidgets import QApplication

from desktop.bridge import Bridge
from desktop.conversation.conversation import Conversation
from desktop.conversation.floor import Floor
from desktop.conversation.hearing import Hearing
from desktop.conversation.speech import Speech
from desktop.talk.chat_model import ChatModel
from mind.character import MIRA
from mind.domain import Turn
from mind.events import Sentence
from mind.languages import Lang
from mind.ports import Deadline, Plan, Prompt, Scene
from mind.store import open_store
from mind.turn import Companion
from tests.support.gui_voice import ScriptedVoice
from tests.support.turn_companion import PATIENT
from voice.ports import Heard

PATIENCE: Final = 20.0

REPLIES: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("Lamp number {n} burned all evening.", "Nobody had lit it, or so they said.", "I would have kept quiet too."),
    "zh": (
        "第{n}盏 灯 在窗台上 安安静静地 亮了 整整 一个晚上。", "问了 一圈 没有人 承认 是自己 点的 说来也怪。",
        "要是 换成 我的话 大概 也会 装作 什么都不知道的 样子。",
    ),
    "ja": (
        "{n}番目の ランプは 窓のそばで 一晩中 ずっと ついて いました。", "聞いて みても 誰ひとり つけたとは 言いません でした。",
        "わたしが その場に いても たぶん 何も 言わずに いたと 思います。",
    ),
}  # fmt: skip
SAID: Final[dict[Lang, str]] = {"en": "tell me about lamp {n}", "zh": "讲讲 第{n}盏 灯", "ja": "{n}番目の ランプの 話を して"}
STOPS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("stop", "wait a minute", "please be quiet"),
    "zh": ("停", "等一下", "别 说 了"),
    "ja": ("待って", "ストップ", "やめて"),
}
NODS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("mm-hm", "yeah right", "i see"),
    "zh": ("嗯", "对 对", "是啊"),
    "ja": ("うん", "はい", "へえ"),
}
OVER: Final[dict[Lang, tuple[str, str]]] = {
    "en": ("what about", "what about the window {n}"),
    "zh": ("那 窗户", "那 窗户 {n} 怎么样"),
    "ja": ("それで 窓は", "それで 窓は {n} どう"),
}
MORE: Final[dict[Lang, str]] = {"en": "and lamp {n} too", "zh": "还有 第{n}盏", "ja": "あと {n}番目も"}


class Teller:
    """Plans a reply of three sentences that no other reply has."""

    def greet(self, scene: Scene) -> Plan:
        return Plan(("greet",), ("Good evening, whoever you are.", "Sit down."), state=scene.state)

    def begin(self, scene: Scene, hook: object) -> Plan | None:
        return None

    def keys(self, text: str, lang: str, now: object) -> frozenset[str]:
        return frozenset()

    def respond(self, text: str, scene: Scene) -> Plan:
        count = int(scene.state.get("count", 0)) + 1
        return Plan(("tell",), tuple(part.format(n=count) for part in REPLIES[scene.lang]), state={"count": count})


class GatedBrain:
    """Says the plan's draft, once it is `open`: as slow as a server may be. It stands for her own brain, which nothing keeps from
    telling the same tale a hundred times."""

    kind, model = "offline", "gated"

    def __init__(self) -> None:
        self.open = threading.Event()
        self.open.set()

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncGenerator[str, None]:
        for sentence in prompt.plan.draft:
            await asyncio.to_thread(self.open.wait)
            yield sentence + " "

    async def close(self) -> None:
        """Nothing to let go of."""


class LoudVoice(ScriptedVoice):
    """Plays at the pace of virtual time, and writes down what came out of the loudspeaker, word by word."""

    def __init__(self, **calls: Any) -> None:
        super().__init__(at_once=False, **calls)
        self.out: list[list[str]] = []
        """The words of each sentence that sounded."""

    def pass_time(self, seconds: float) -> None:
        """Let so much be heard."""
        self.tick()
        while self.now is not None and seconds > 0:
            lasts = len(self.now.text) / 10
            step = min(seconds, lasts - self.now.played)
            self.now.played += step
            seconds -= step
            if self.now.played >= lasts - 1e-9:
                self.note()
                self.finish()
                self.tick()

    def note(self) -> None:
        """What of the sentence that is on was heard."""
        if self.now is not None and self.now.utterance is not None and self.now.played > 0:
            marks = [mark for mark in self.now.utterance.words if mark.at <= self.now.played]
            self.out.append([self.now.text[mark.begin : mark.end] for mark in marks])

    def stop(self) -> str:
        self.note()
        return super().stop()


class Life:
    """One user and her, from the microphone to the store. `n` counts the scenes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.random = random.Random(seed)
        self.now = 1000.0
        self.n = 0
        self.brain = GatedBrain()
        self.mind = Companion(
            open_store(folder), Teller(), self.brain, self.brain, MIRA, (), deadline=PATIENT, seed=seed
        )  # fmt: skip
        self.bridge = Bridge()
        self.made: list[LoudVoice] = []
        self.speech = Speech(self._voice)
        self.model = ChatModel("Mira")
        self.talk = Conversation(self.bridge, self.mind, self.speech, self.model)
        self.hearing = Hearing(
            lambda: self.speech.speaking, sounding=lambda: self.speech.sounding, clock=lambda: self.now
        )  # fmt: skip
        self.hearing.enter("listening")
        Floor(self.hearing, self.speech, self.talk, lambda: self.now)
        self.hearing.said.connect(lambda text: self.talk.say(text, "voice"))
        self.lost: list[str] = []
        self.talk.lost_words.connect(self.lost.append)
        self.talk.fault_shown.connect(lambda fault, _: self.lost.append(fault.kind))
        self.expected: list[str] = []
        """The user's turns, as they have to stand in the store."""
        self.answers: list[tuple[int, str, str, str]] = []
        """Which of them was answered with which words, how that ended, and what was done."""

    def _voice(self, **calls: Any) -> LoudVoice:
        self.made.append(LoudVoice(**calls))
        return self.made[-1]

    @property
    def voice(self) -> LoudVoice:
        return self.made[-1]

    # --- time

    def until(self, so: Callable[[], bool]) -> None:
        """Let Qt and the mind work, while no virtual time passes."""
        end = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < end, (self.n, self.talk.mood, self.talk._running, self.talk._stopping)
            self.app.processEvents()
            time.sleep(0.0002)

    def rest(self) -> None:
        """Until the mind has nothing to do; she may still be speaking."""
        self.until(lambda: not (self.talk._running or self.talk._stopping or self.talk._next))

    def wait(self, seconds: float) -> None:
        """Let virtual time pass."""
        for _ in range(max(1, round(seconds / 0.05))):
            self.now += seconds / max(1, round(seconds / 0.05))
            self.voice.pass_time(0.05)
            self.speech.settle()
            self.hearing.tick()

    def to_the_end(self) -> None:
        """She says all she has to say, and nobody else says anything."""
        self.brain.open.set()
        self.rest()
        for _ in range(2000):
            self.speech.tick()
            if not (self.speech.busy or self.speech.waiting or self.hearing.user_speaks):
                break
            self.wait(0.2)
        self.wait(6.0)
        self.rest()
        self.speech.tick()

    # --- the user

    def hears(self, *partials: str, final: str | None = None) -> None:
        """The user says something: voice, words as they grow, and after a silence the whole of it; `final` empty: no words."""
        began = self.now
        self.hearing.hear_voice(True)
        for partial in partials:
            self.wait(0.15)
            self.hearing.hear_partial(partial)
        self.wait(0.15)
        ended = self.now
        self.hearing.hear_voice(False)
        self.wait(0.45)
        text = partials[-1] if final is None and partials else final or ""
        if text:
            self.hearing.hear_partial("")
            self.hearing.hear_final(Heard(text, True, 1.0, began, ended, self.now))

    def asks(self, lang: Lang, *, typed: bool = False) -> None:
        """The user's turn that a scene begins with."""
        text = SAID[lang].format(n=self.n)
        self.expected.append(text)
        if typed:
            self.talk.say(text)
        else:
            self.hears(text)

    def history(self) -> tuple[Turn, ...]:
        """All that is kept."""
        found: list[tuple[Turn, ...]] = []
        self.bridge.submit(self.mind.history(5000), found.append)
        self.until(lambda: bool(found))
        return found[0]

    def close(self) -> None:
        self.brain.open.set()
        self.hearing.close()
        self.talk.close()
        done: list[object] = []
        self.bridge.submit(self.mind.close(), done.append)
        self.until(lambda: bool(done))
        self.bridge.close()


def words(sentences: list[list[str]]) -> list[str]:
    """All words, one after the other."""
    return [word for sentence in sentences for word in sentence]


def shown(row_text: str) -> str:
    """Text without blanks: how sentences are joined is not what is asked here."""
    return "".join(row_text.split())


def aside(text: str) -> Sentence:
    """Something that is no part of the talk."""
    return Sentence(0, text, "en")
