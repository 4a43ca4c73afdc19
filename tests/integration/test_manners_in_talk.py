"""She nods and murmurs while the user waits, and waits while the user speaks; virtual time, the real talk and store."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from desktop.conversation import speech
from desktop.conversation.manners_lead import MannersLead
from tests.support.interrupt_life import Life

ASKED = "what do you think about the new bakery"


@pytest.fixture
def life(tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    monkeypatch.setattr(speech, "TICK", 10**7)
    monkeypatch.setattr(speech, "QUICK", 10**7)
    made = Life(tmp_path, 1)
    yield made
    made.close()


def test_with_a_slow_brain_she_nods_at_the_users_end_and_murmurs_at_times(life: Life) -> None:
    manners = MannersLead(
        life.hearing, life.speech, life.talk, aloud=lambda: True, served=lambda: True, clock=lambda: life.now, seed=2
    )
    nods: list[float] = []
    captions: list[str] = []
    manners.nodded.connect(lambda: nods.append(life.now))
    life.speech.captioned.connect(lambda text, *_: captions.append(text))
    ends: list[float] = []
    for n in range(12):
        text = ASKED if n != 5 else "my grandmother died last night"
        life.brain.open.clear()
        said = len(life.voice.said)
        life.hearing.voice.connect(lambda on: None if on else ends.append(life.now))
        life.hears(text)
        life.until(lambda: life.talk._running and life.talk._turn is not None)
        murmured = life.voice.said[said:]
        assert len(murmured) <= 1 and not (n == 5 and murmured)
        assert life.talk.mood == "thinking"
        life.wait(1.0)
        life.to_the_end()
    murmurs = [text for text in life.voice.said if text in ("Hmm.", "Uh-huh.", "Ah.")]
    assert murmurs and all(one != other for one, other in pairwise(murmurs))
    assert not set(murmurs) & set(captions) and not any("Hmm" in turn.text for turn in life.history())
    assert len(nods) == 12 and set(nods) <= set(ends), "each at the very end of a voice"


def test_a_reply_that_is_ready_waits_for_the_user_but_not_for_a_noise(life: Life) -> None:
    life.talk.say("typed")
    life.rest()
    life.hearing.hear_voice(True)
    assert life.speech.waiting and not life.voice.busy and life.talk.mood == "thinking"
    assert not life.talk.begin(life.mind.greet, aloud=True)
    life.wait(2.5)
    assert life.speech.waiting
    life.wait(1.5)
    assert not life.speech.waiting and life.speech.begun, "nobody waits for a fan"
    life.hearing.hear_voice(False)
    life.to_the_end()
    life.hearing.hear_voice(True)
    assert not life.talk.begin(life.mind.greet, aloud=True), "she begins nothing while the user is heard"
    life.hearing.hear_partial("so")
    life.wait(6.0)
    assert life.hearing.user_speaks
    life.hearing.hear_voice(False)
    life.wait(5.0)
    assert not life.hearing.user_speaks
