"""Where a name is waited for: who speaks to others neither quiets nor stops her, and who calls her does."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.gui_ear import ScriptedEar
from tests.support.interrupt_life import Life
from voice.wake.attention import Attention


class CalledLife(Life):
    """Her ears wait for her name. What is not for her has no words here: a recogniser that waits gives none."""

    def __init__(self, folder: Any, seed: int) -> None:
        super().__init__(folder, seed)
        self.did: list[str] = []
        self.hearing.acted.connect(self.did.append)
        self.hearing.prepare(self._ear)
        self.hearing.start()

    def _ear(self, **tell: Any) -> ScriptedEar:
        ear = ScriptedEar(**tell)
        self.attention = ear.calls.attention = Attention(clock=lambda: self.now)
        ear.tick = self.attention.she_speaks  # type: ignore[method-assign]
        return ear

    def call(self) -> None:
        """Her name is heard while somebody speaks."""
        self.attention.hold()
        self.hearing.wake("mira")

    def she_speaks(self) -> None:
        """Wait until she is heard."""
        self.rest()
        for _ in range(20):
            self.speech.tick()
            self.wait(0.1)
        assert self.speech.sounding

    def end(self) -> None:
        """Until she is done, and a while longer."""
        self.to_the_end()
        self.wait(20)
        self.did.clear()


@pytest.fixture
def life(tmp_path, qapp):
    life = CalledLife(tmp_path, 3)
    yield life
    life.close()


def test_others_talk_beside_her_and_who_calls_or_was_called_for_cuts_her_off(life):
    life.asks("en", typed=True)
    life.she_speaks()
    assert not life.attention.open, "nobody called"
    life.hears(final="")
    assert life.did == [] and life.speech.sounding
    life.hearing.hear_voice(True)
    assert life.hearing.somebody_speaks and not life.hearing.user_speaks
    life.wait(0.4)
    life.call()
    assert life.did == ["duck", "stop"] and not life.speech.sounding
    life.hearing.hear_partial("what about the window")
    life.hearing.hear_voice(False)
    assert life.hearing.user_speaks, "the rest of the breath is theirs, and she waits for it"
    life.hearing.hear_partial("")
    life.wait(2)
    assert not life.hearing.user_speaks
    life.end()

    life.call()
    life.asks("en")
    life.she_speaks()
    assert life.attention.open, "who is answered may just speak"
    life.hearing.hear_voice(True)
    life.wait(0.3)
    assert life.did == ["duck"]
    life.hearing.hear_sureness(0)
    life.hearing.hear_partial("please be quiet")
    assert life.did == ["duck"], "it may be her own voice"
    life.hearing.hear_sureness(1)
    life.hearing.hear_partial("please be quiet")
    assert life.did == ["duck", "stop"]
    life.hearing.hear_voice(False)
    life.hearing.hear_partial("")
    life.end()


def test_a_wish_needs_no_name_while_a_slow_brain_thinks_and_eight_seconds_behind_her_answer(life):
    life.brain.open.clear()
    life.call()
    life.asks("en")
    life.until(lambda: life.talk.mood == "thinking")
    life.wait(10)
    assert life.attention.open and life.talk.mood == "thinking"
    life.hears("never mind")
    life.brain.open.set()
    life.rest()
    assert life.talk.mood == "idle" and not life.speech.sounding
    life.wait(9)
    assert not life.attention.open

    life.call()
    life.asks("en")
    life.she_speaks()
    while life.speech.sounding:
        assert life.attention.open
        life.speech.tick()
        life.wait(0.1)
    life.wait(7.5)
    assert life.attention.open
    life.wait(1)
    assert not life.attention.open
