"""Every silence of a microphone has a cause and a remedy, told once, and over when it is over."""

from __future__ import annotations

import numpy as np
import pytest

from voice.delivery import delivery
from voice.devices.faults import INPUT, OUTPUT, NamedInputFault, NamedOutputFault
from voice.devices.silence import SilenceWatch
from voice.espeak.synthesiser import EspeakSynthesiser

RATE = 16000
rng = np.random.default_rng(7)


def noise(seconds: float, level: float = 8.0) -> np.ndarray:
    """A quiet room."""
    return np.round(rng.normal(0, level, int(seconds * RATE))).astype(np.int16)


def speech(gain: float = 1.0, clip: int = 32767, lang: str = "en") -> np.ndarray:
    """Some sentences in a room, loud as they come, times `gain`, cut off at `clip`."""
    text = "Good morning. I would like some tea, and then we talk about yesterday evening."
    said = EspeakSynthesiser().speak(text, delivery(lang))
    at = np.arange(0, len(said.pcm) - 1, said.rate / RATE)
    pcm = np.interp(at, np.arange(len(said.pcm)), said.pcm) * gain
    pcm = np.concatenate((np.zeros(RATE), pcm, np.zeros(RATE), pcm, np.zeros(RATE)))
    return np.clip(pcm + rng.normal(0, 8 * min(1.0, gain), len(pcm)), -clip, clip).astype(np.int16)


def told(watch: SilenceWatch, pcm: np.ndarray, rate: int = RATE, piece: int = 533) -> list[str]:
    """The causes that began."""
    found = [watch.feed(pcm[at : at + piece], rate) for at in range(0, len(pcm), piece)]
    return [fault.cause for fault in found if fault is not None]


def zeros(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * RATE), np.int16)


def hum(mains: float, seconds: float = 6.0) -> np.ndarray:
    at = np.arange(int(seconds * RATE)) / RATE
    wave = sum(np.sin(2 * np.pi * mains * n * at + n) / n for n in (1, 2, 3, 5))
    return (900 * wave + rng.normal(0, 10, len(at))).astype(np.int16)


BAD = {
    "zeros": zeros(3),
    "stuck": np.full(2 * RATE, 1200, np.int16),
    "offset": (np.full(2 * RATE, -800) + rng.integers(-2, 3, 2 * RATE)).astype(np.int16),
    "hum": hum(50.0),
    "clipping": speech(gain=6.0),
    "quiet": speech(gain=0.006),
}


@pytest.mark.parametrize("cause", BAD)
def test_every_bad_sound_is_named_once_with_a_remedy_and_is_over_once_the_user_is_heard_well(cause):
    watch = SilenceWatch("Desk")
    assert told(watch, BAD[cause]) == [cause]
    assert watch.fault is not None and watch.fault.remedy
    assert "Desk" in watch.fault.message and watch.fault.kind.startswith("audio-in-")
    assert told(watch, speech()) == [] and watch.fault is None


def test_speech_in_a_room_is_no_fault_at_any_level_a_microphone_should_have():
    for gain in (0.05, 0.2, 1.0):
        assert told(SilenceWatch(), speech(gain)) == [], gain
    assert told(SilenceWatch(), noise(30)) == []
    assert told(SilenceWatch(), speech() + np.int16(900)) == []  # a constant beneath speech is none to speak of
    assert told(SilenceWatch(), hum(50.0, 2.0)) == []


def test_a_mute_switch_is_found_in_mid_use_and_again_the_next_time_but_a_device_that_cuts_out_pauses_is_left_alone():
    watch = SilenceWatch()
    assert told(watch, np.concatenate((speech(), zeros(6)))) == ["zeros"]
    assert told(watch, np.concatenate((speech(), zeros(6)))) == ["zeros"]
    gated = SilenceWatch()
    pauses = [part for _ in range(6) for part in (speech()[RATE:-RATE], zeros(4))]
    assert told(gated, np.concatenate((*pauses, zeros(20)))) == []
    assert told(gated, zeros(50)) == ["zeros"]


def test_clipping_below_full_scale_is_found_and_one_loud_laugh_is_not():
    assert told(SilenceWatch(), speech(gain=4.0, clip=20000)) == ["clipping"]
    laugh = np.concatenate((speech(), speech(gain=6.0)[RATE : RATE + 4000], speech()))
    assert told(SilenceWatch(), laugh) == []


def test_sixty_hertz_hums_too_and_it_does_not_matter_in_what_pieces_or_at_what_rate_sound_comes():
    assert told(SilenceWatch(), hum(60.0)) == ["hum"]
    assert told(SilenceWatch(), BAD["clipping"], piece=20000) == ["clipping"]
    assert told(SilenceWatch(), np.zeros(48000 * 3, np.int16), rate=48000) == ["zeros"]


def test_every_cause_has_words_of_its_own_and_none_is_left_without_a_remedy():
    for table, make in ((INPUT, NamedInputFault), (OUTPUT, NamedOutputFault)):
        for cause in table:
            fault = make(cause, "Desk", "Built-in")
            assert fault.message.endswith(".") and fault.remedy.endswith(".") and "{" not in fault.message + fault.remedy
        assert len({make(cause).message for cause in table}) >= len(table) - 1
