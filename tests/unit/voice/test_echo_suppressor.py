"""Her voice is kept out of what the microphone hears, and the user's is not."""

from __future__ import annotations

import subprocess
import sys
from functools import cache

import numpy as np
import pytest

from voice.echo import webrtc
from voice.echo.canceller import Canceller
from voice.echo.gate import EchoGate
from voice.echo.measure.rooms import RATE, ROOMS
from voice.echo.measure.scene import BEGAN, PIECE, Mix, mixed
from voice.echo.measure.speech import Talk, her_talk, user_line
from voice.echo.reference import Reference
from voice.echo.suppressor import Passing, suppressor_for
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.loudness import rms

LAPTOP = ROOMS[1]
USER_AT = 13.0


@cache
def hers() -> Talk:
    return her_talk(EspeakSynthesiser(), 16, langs=("en",))


@cache
def users() -> np.ndarray:
    return user_line(EspeakSynthesiser(), "please open the window")


def heard(mix: Mix, make) -> tuple[np.ndarray, np.ndarray]:
    """What is left of the sound, and of each piece whether it was taken for hers."""
    reference = Reference()
    suppressor = make(reference)
    sound = np.clip(mix.rest + mix.echo, -32768, 32767).astype(np.int16)
    out, flags = [], []
    for first in range(0, len(sound) - PIECE + 1, PIECE):
        at = BEGAN + (first + PIECE) / RATE
        reference.put(mix.her.pcm[first + RATE : first + RATE + PIECE], RATE, BEGAN + first / RATE + 1)
        if not first:
            reference.put(mix.her.pcm[:RATE], RATE, BEGAN)
        near = suppressor.clean(sound[first : first + PIECE], at + 0.01)
        out.append(near.pcm)
        flags.append(near.echo)
    return np.concatenate(out), np.array(flags)


def share(flags: np.ndarray, start: float, end: float) -> float:
    return float(flags[round(start * RATE / PIECE) : round(end * RATE / PIECE)].mean())


def fresh(above: float, user: float) -> Mix:
    return mixed(hers(), LAPTOP, above, 3, ((user, users()),))


def test_cancellation_takes_her_away_and_leaves_the_user():
    lasts = len(users()) / RATE
    mix = fresh(6.0, USER_AT)
    out, flags = heard(mix, suppressor_for)
    alone = slice(7 * RATE, round((USER_AT - 0.2) * RATE))
    assert 20 * np.log10(rms(mix.echo[alone]) / rms(out[alone])) > 18
    assert share(flags, USER_AT + 0.2, USER_AT + lasts - 0.2) < 0.4
    inside = slice(round(USER_AT * RATE), round((USER_AT + lasts) * RATE))
    assert rms(out[inside]) > 5 * rms(out[alone])


@pytest.mark.parametrize("linear", [True, False])
def test_without_cancellation_a_louder_user_passes_and_she_does_not(linear):
    mix = fresh(-9.0, USER_AT)
    out, flags = heard(mix, lambda reference: EchoGate(reference, linear))
    before = slice(0, round((USER_AT - 0.2) * RATE))
    assert 20 * np.log10(rms(mix.echo[before]) / rms(out[before])) > 12
    assert np.abs(out[RATE // 2 : 2 * RATE]).max() < 600  # deaf until her echo is known
    assert share(flags, USER_AT + 0.2, USER_AT + len(users()) / RATE - 0.2) < 0.3


def test_where_nothing_of_her_comes_back_she_is_heard_in_headphones_and_all_passes():
    mix = fresh(0.0, USER_AT)
    quiet = Mix(mix.rest, mix.echo * 0.0, mix.her, mix.room)
    _, flags = heard(quiet, EchoGate)
    assert share(flags, USER_AT, USER_AT + 2) == 0.0
    assert share(flags, 1.0, 2.5) > 0.5


def test_the_way_is_chosen_by_what_is_wanted_and_what_is_here(monkeypatch):
    assert isinstance(suppressor_for(Reference(), "headphones"), Passing) and isinstance(suppressor_for(None), Passing)
    assert isinstance(suppressor_for(Reference(), "auto"), Canceller) and suppressor_for(Reference()).cancelling
    assert isinstance(suppressor_for(Reference(), "none"), EchoGate)

    def broken(self: webrtc.WebRtc) -> None:
        raise ImportError("no")

    monkeypatch.setattr(webrtc.WebRtc, "__init__", broken)
    assert isinstance(suppressor_for(Reference()), EchoGate) and not suppressor_for(Reference()).cancelling
    monkeypatch.setattr(webrtc, "webrtc_here", lambda: False)
    assert isinstance(suppressor_for(Reference()), EchoGate)


def test_new_ears_know_the_room_from_those_before():
    reference = Reference()
    before = suppressor_for(reference)
    before.clean(np.zeros(1000, np.int16), BEGAN)
    assert suppressor_for(reference) is before and suppressor_for(Reference()) is not before
    assert len(before.clean(np.zeros(PIECE, np.int16), BEGAN + 5).pcm) == PIECE  # nothing goes on from what came


class Certain:
    """A judge to whom all is the user's."""

    clear = (2, 2)

    def hers(self, *sounds, **more) -> bool:
        return False


def test_while_her_sound_turns_out_to_be_elsewhere_nothing_is_evidence():
    reference = Reference()
    canceller = suppressor_for(reference)
    canceller._judge = Certain()
    reference.put(np.resize(hers().pcm[np.abs(hers().pcm) > 50], 8 * RATE), RATE, BEGAN)
    told = []
    for first in range(0, 7 * RATE, PIECE):
        if first == 4 * RATE:
            reference.shift(2)
            assert reference.moved == 0
            reference.shift(-40)
        told.append(canceller.clean(np.zeros(PIECE, np.int16), BEGAN + (first + PIECE) / RATE).clear)
    assert reference.moved == 1
    assert told == [(2, 2)] * 200 + [(0, 0)] * 100 + [(2, 2)] * 50
    reference.put(hers().pcm, RATE, BEGAN + 20)
    reference.shift(-40)
    assert reference.moved == 1  # nobody had heard of it yet


def test_the_package_opens_no_connection_and_prints_nothing():
    code = (
        "import sys; seen = []; sys.addaudithook(lambda name, args: seen.append(name) if name.startswith('socket.') else None)\n"
        "import numpy as np; from voice.echo.webrtc import WebRtc; module = WebRtc()\n"
        "frame = np.zeros(160, np.int16); module.reverse(frame); module.process(frame)\n"
        "import threading; assert threading.active_count() == 1, threading.enumerate()\n"
        "assert not {'socket.connect', 'socket.bind', 'socket.getaddrinfo'} & set(seen), seen"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout + done.stderr == ""
    assert done.returncode == 0
