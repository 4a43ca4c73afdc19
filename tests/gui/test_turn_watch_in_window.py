"""The window's own wires: a turn is measured from the ear to the first picture with an open mouth."""

from __future__ import annotations

import time

from desktop.conversation.turn_times import STAGES, Mark, TurnTimes
from desktop.latency_card.latency_card import LatencyCard
from tests.support.gui_house import settled
from voice.ports import Heard

QUICK = 30_000


def test_a_spoken_turn_leaves_every_mark_and_words_of_her_own_none(home_in, qtbot):
    home = home_in(settled())
    house, voice = home.house, home.voice
    voice.lips = lambda frame=None: ({"aa": 0.6 if voice.speaking else 0.0}, 0.0)
    voice.at_once = False
    home.talk.greet()
    qtbot.waitUntil(lambda: voice.speaking, timeout=QUICK)
    assert house.watch.now is None
    home.talk.stop()
    qtbot.waitUntil(lambda: not home.talk.busy, timeout=QUICK)
    now = time.monotonic()
    house.hearing.hear_final(Heard("I had tea with my sister", True, 0.9, began=now - 2.0, ended=now - 0.5, decided=now - 0.05))
    qtbot.waitUntil(lambda: len(house.watch.turns) == 1, timeout=QUICK)
    house.player.step()
    turn = house.watch.turns[0]
    assert turn.spoken and turn.brain == "offline"
    assert [stage for stage, _ in turn.stages()] == list(STAGES)
    assert {"kept", "asked"} <= set(turn.marks)


def turn(spoken: bool, wait: float) -> TurnTimes:
    """A turn of the offline brain; a spoken one waited so long for the user's end."""
    marks: dict[Mark, float] = {"text": wait, "first_token": wait + 0.1, "first_sentence": wait + 0.1, "first_sample": wait + 0.2}
    return TurnTimes(spoken, "offline", marks={"speech_ended": 0.0, "endpoint": wait, **marks} if spoken else marks)


def test_the_advice_is_about_what_the_turn_that_is_shown_waited_for(home_in):
    settings = settled()
    settings.hearing.latency = True
    home = home_in(settings)
    watch, card = home.house.watch, home.window.findChild(LatencyCard)
    watch._past.extend([turn(True, 1.4), turn(True, 1.4), turn(False, 0.0)])
    watch.changed.emit(watch.turns[1])
    assert "1.4" in card.advice.text()
    watch.changed.emit(watch.turns[2])
    assert not card.advice.text(), "typed words wait for nobody's end"
