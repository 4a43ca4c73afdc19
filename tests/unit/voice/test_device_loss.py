"""A loudspeaker that goes, hangs, comes back or is exchanged at fifty points of a reply: she is read on, and heard again."""

from __future__ import annotations

import numpy as np
import pytest

from tests.support.voice_device import Device, Hands
from tests.support.voice_engines import PER_WORD, Speller
from voice.errors import OutputFault
from voice.output.loudspeaker import Loudspeaker
from voice.output.silent import SilentOut
from voice.output.stream_out import STALLED, StreamOut
from voice.speaker import Speaker

TEXTS = ("One two three four five.", "Six seven.", "Eight nine ten eleven twelve thirteen.")
SECONDS = sum(len(text.split()) * PER_WORD + 0.1 for text in TEXTS)
POINTS = np.linspace(0.0, SECONDS - 0.15, 50)


class Scene:
    """A reply on a loudspeaker with a script."""

    def __init__(self, **script) -> None:
        self.clock = Hands()
        when = {key: value + 100.0 if isinstance(value, float) else value for key, value in script.items()}
        self.device = Device(self.clock, **when)
        self.faults: list[str] = []
        self.back: list[float] = []
        self.told: list[str] = []
        self.words: list[str] = []
        self.freezes = 0.0
        out = Loudspeaker(
            lambda lost: StreamOut(self.device.open, lost, self.clock), lambda fault: self.faults.append(fault.kind),
            lambda: self.back.append(self.clock.now), SilentOut(self.clock), self.clock,
        )
        self.speaker = Speaker(
            Speller(), out, threaded=False,
            on_started=lambda handle: self.told.append(handle.text), on_ended=lambda handle: self.told.append(handle.state),
        )

    def play(self, texts=TEXTS, longest: float = SECONDS + 1.0) -> float:
        """Say it all; how long it took. The words shown follow each other and never go back."""
        handles = [self.speaker.say(text, "en") for text in texts]
        begun, last = self.clock.now, (0, 0.0)
        while not handles[-1].over:
            assert self.clock.now < begun + longest, "she hangs"
            self.clock.now += 1 / 60
            self.speaker.tick()
            caption = self.speaker.caption()
            if caption and caption.end and (word := caption.text[caption.begin : caption.end]) not in self.words:
                self.words.append(word)
            place = next(((n, h.played) for n, h in enumerate(handles) if h.state == "speaking"), last)
            assert place >= last, "time went back"
            self.freezes = 0.0 if place != last else self.freezes + 1 / 60
            last = place
        return self.clock.now - begun


def whole(scene: Scene, texts=TEXTS) -> None:
    """Every word was shown, and every sentence told once."""
    assert scene.words == [word for text in texts for word in text.split()]
    assert scene.told == [told for text in texts for told in (text, "done")]


@pytest.mark.parametrize("known", [False, True])
def test_gone_for_good_at_fifty_points_the_reply_is_read_to_its_end(known):
    for point in POINTS:
        scene = Scene(gone=float(point), known=known)
        took = scene.play()
        whole(scene)
        assert took == pytest.approx(SECONDS, abs=0.45)
        assert len(scene.faults) == 1 and scene.back == [], point
        assert all(stream.closed for stream in scene.device.opened)


def test_gone_and_back_at_fifty_points_she_is_heard_again_and_it_is_told_once():
    heard_again = 0
    for point in POINTS:
        scene = Scene(gone=float(point), back=float(point) + 0.4)
        took = scene.play()
        whole(scene)
        assert took == pytest.approx(SECONDS, abs=0.3) and len(scene.faults) == 1
        heard_again += len(scene.back)
        assert len(scene.back) <= 1 and (scene.back or point > SECONDS - 1.3), point
        if scene.back:
            air = scene.device.heard(scene.clock.now)
            assert np.count_nonzero(air) / 8000 > SECONDS - 1.9
    assert heard_again >= 25


def test_one_that_takes_nothing_any_more_at_fifty_points_costs_three_seconds_and_no_word():
    for point in POINTS:
        scene = Scene(frozen=float(point))
        took = scene.play(longest=SECONDS + STALLED + 1)
        whole(scene)
        assert scene.faults == ["audio-out-stalled"] and took < SECONDS + STALLED + 0.4, point


def test_another_default_device_at_fifty_points_takes_over_where_the_first_was_and_nobody_is_told():
    for point in POINTS:
        scene = Scene(moved=float(point) + 0.02)
        took = scene.play()
        whole(scene)
        assert scene.faults == [] and took == pytest.approx(SECONDS, abs=0.2)
        moved = len(scene.device.opened) == 2
        assert moved or point > SECONDS - 1.2
        if moved:
            sounds = [np.count_nonzero(stream.sounded()) / 8000 for stream in scene.device.opened]
            assert sum(sounds) == pytest.approx(SECONDS, abs=0.12)


def test_a_device_that_hangs_whenever_it_is_tried_is_tried_less_and_less():
    scene = Scene(frozen=0.0)
    texts = ("One two three four five six seven eight nine ten." * 4,) * 6
    scene.play(texts, longest=100.0)
    assert scene.faults == ["audio-out-stalled"] and scene.back == []
    assert 2 <= len(scene.device.opened) <= 5


def test_without_any_device_every_sentence_is_read_in_its_time():
    scene = Scene(gone=-1.0)
    assert scene.play() == pytest.approx(SECONDS, abs=0.1)
    whole(scene)
    assert len(scene.faults) == 1 and scene.device.opened == []


def test_muted_through_an_outage_she_is_still_muted_when_sound_is_back():
    scene = Scene(gone=0.5, back=1.0)
    scene.speaker.mute(True)
    scene.play()
    assert [stream.factor for stream in scene.device.opened] == [0.0, 0.0] and len(scene.back) == 1


def test_stopped_in_an_outage_nothing_goes_on_and_the_next_reply_is_heard():
    scene = Scene(gone=0.5, back=1.5)
    handle = scene.speaker.say(TEXTS[0], "en")
    while handle.played < 0.7:
        scene.clock.now += 1 / 60
        scene.speaker.tick()
    assert scene.speaker.stop() == "One two three" and handle.state == "interrupted"
    scene.clock.now += 1.0
    scene.told.clear()
    scene.play(TEXTS[1:2])
    assert scene.told == [TEXTS[1], "done"] and len(scene.back) == 1 and len(scene.faults) == 1


def test_what_hears_of_the_fault_may_stop_her():
    scene = Scene(gone=0.5)
    out = Loudspeaker(
        lambda lost: StreamOut(scene.device.open, lost, scene.clock), lambda fault: scene.speaker.stop(),
        silent=SilentOut(scene.clock), clock=scene.clock,
    )
    scene.speaker.use(out=out)
    handle = scene.speaker.say(TEXTS[0], "en")
    for _ in range(120):
        scene.clock.now += 1 / 60
        scene.speaker.tick()
    assert handle.state == "interrupted" and not scene.speaker.busy and not isinstance(handle.fault, OutputFault)
