"""Stopped at any moment: what was heard is known, nothing is left over, nothing is told afterwards. Virtual time."""

from __future__ import annotations

import numpy as np

from tests.support.voice_device import Device, Hands
from tests.support.voice_engines import PER_WORD, Gated, Speller
from voice.output.loudspeaker import Loudspeaker
from voice.output.silent import SilentOut
from voice.output.stream_out import StreamOut
from voice.speaker import REST, Speaker

TEXTS = ("One two three.", "Four.", "Five six seven eight, nine.", "Ten eleven.")
SECONDS = sum(len(text.split()) * PER_WORD + 0.1 for text in TEXTS)


class Scene:
    """A speaker over a scripted loudspeaker, and all that it tells."""

    def __init__(self, engine=None, threaded: bool = False) -> None:
        self.clock = Hands()
        self.device = Device(self.clock)
        self.told: list[tuple[str, str]] = []
        out = Loudspeaker(
            lambda lost: StreamOut(self.device.open, lost, self.clock), silent=SilentOut(self.clock), clock=self.clock
        )
        self.engine = engine or Speller()
        self.speaker = Speaker(
            self.engine, out, threaded=threaded,
            on_started=lambda handle: self.told.append(("started", handle.text)),
            on_ended=lambda handle: self.told.append((handle.state, handle.text)),
        )

    def run(self, seconds: float, step: float = 1 / 30) -> None:
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.clock.now = min(end, self.clock.now + step)
            self.speaker.tick()
            self.speaker.lips()


def words_by(seconds: float, text: str) -> str:
    """The text up to the word that sounds at `seconds` of it."""
    words = text.split()
    count = min(len(words), int(seconds / PER_WORD + 1e-9) + 1) if seconds > 0 else 0
    return text[: text.index(words[count - 1]) + len(words[count - 1])] if count else ""


def test_five_hundred_stops_between_and_within_sentences_and_at_the_very_end():
    random = np.random.default_rng(6)
    seams = np.cumsum([len(text.split()) * PER_WORD + 0.1 for text in TEXTS]) + 0.05
    moments = np.concatenate((
        random.uniform(0.0, SECONDS + 0.2, 300),
        (seams[:, None] + random.uniform(-0.06, 0.06, (len(seams), 50))).ravel(),
    ))  # fmt: skip
    assert len(moments) == 500
    interrupted = 0
    for moment in moments:
        scene = Scene()
        handles = [scene.speaker.say(text, "en") for text in TEXTS]
        scene.run(float(moment))
        done = [handle for handle in handles if handle.state == "done"]
        current = next((handle for handle in handles if handle.state == "speaking"), None)
        heard = scene.speaker.stop()
        rest = [handle for handle in handles if handle not in done]
        assert heard == (words_by(current.played, current.text) if current and current.state == "interrupted" else "")
        assert all(handle.state == "interrupted" for handle in rest if handle.state != "done")
        assert [handle.heard_text() for handle in handles if handle.state == "done"] == [
            handle.text for handle in handles if handle.state == "done"
        ]
        assert all(handle.heard_text() == "" for handle in rest if handle is not current and handle.state != "done")
        assert not scene.speaker.busy and scene.speaker.caption() is None and scene.speaker.lips() == (REST, 0.0)
        told = len(scene.told)
        interrupted += bool(rest)
        scene.run(SECONDS, step=0.1)
        assert len(scene.told) == told and all(stream.closed for stream in scene.device.opened)
        ended = [text for state, text in scene.told if state != "started"]
        assert ended == list(TEXTS), "each sentence is told once, in order"
    assert 400 < interrupted < 500


def test_stopped_while_a_sentence_is_synthesised_it_is_never_heard():
    random = np.random.default_rng(7)
    for round_ in range(40):
        engine = Gated()
        scene = Scene(engine, threaded=True)
        handles = [scene.speaker.say(text, "en") for text in TEXTS[:3]]
        through = int(random.integers(0, 3))
        engine.open(through)
        for _ in range(through + 1):
            assert engine.entered.acquire(timeout=5)
        scene.run(float(random.uniform(0.0, 0.6)))
        scene.speaker.stop()
        told = len(scene.told)
        assert [handle.state for handle in handles] == ["interrupted"] * 3, round_
        again = scene.speaker.say("Once more.", "en")
        engine.open()
        for _ in range(2000):
            scene.run(1 / 60)
            if again.over:
                break
            engine.entered.acquire(timeout=0.001)
        assert again.state == "done" and scene.told[told:] == [("started", "Once more."), ("done", "Once more.")]
        scene.speaker.close()
        assert engine.closed and engine.inside == 0


def test_a_stop_in_the_pause_while_the_next_sentence_is_late_keeps_what_was_heard():
    engine = Gated()
    scene = Scene(engine, threaded=True)
    first, late = scene.speaker.say(TEXTS[0], "en"), scene.speaker.say(TEXTS[1], "en")
    engine.open(1)
    engine.entered.acquire(timeout=5), engine.entered.acquire(timeout=5)
    for _ in range(600):
        scene.run(1 / 60)
        if first.over:
            break
        engine.entered.acquire(timeout=0.001)
    assert (first.state, late.state, scene.speaker.speaking, scene.speaker.busy) == ("done", "queued", False, True)
    assert scene.speaker.stop() == "" and (first.heard_text(), late.heard_text()) == (TEXTS[0], "")
    scene.speaker.close()
