"""Her stream of speech on the virtual cable, heard by an ear on it. Each scene is played in a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from statistics import median
from typing import Any

import numpy as np

from tests.support.voice_cable import SPEAKER
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output import stream_out
from voice.output.measure.figures import find, last_loud
from voice.output.measure.monitor import RATE, Ear
from voice.output.measure.session import Session
from voice.output.measure.table import COUNTING, leads, reply

MONITOR = "speaker.monitor"
QUICK = 2.0
"""Her pace: nothing here depends on it but the time it takes."""


def session(device: str = SPEAKER, source: str = MONITOR) -> Session:
    """She speaks into the cable's loudspeaker."""
    return Session(EspeakSynthesiser(), device, source)


def a_reply_while_the_window_stands_still() -> dict[str, Any]:
    """Five sentences; twice meanwhile nothing but sound goes on for most of a second."""
    room = session()
    stalls = iter((0.8, 2.4))
    begun, at = time.monotonic(), [next(stalls)]
    frame = room._frame

    def stalling() -> None:
        if at and time.monotonic() - begun > at[0]:
            at[:] = [nxt] if (nxt := next(stalls, None)) else []
            time.sleep(0.8)
        frame()

    room._timer.timeout.disconnect()
    room._timer.timeout.connect(stalling)
    said = reply(room, 5, QUICK)
    mouth = leads(room, said)
    room.close()
    return {
        "sentences": len(said.found), "likeness": min(one.likeness for one in said.found), "stalls_left": len(at),
        "gap_errors": said.gap_errors(), "missing": sum(one.missing for one in said.found),
        "jumps": sum(one.jumps for one in said.found), "lead": median(mouth), "faults": room.log.faults,
    }  # fmt: skip


def late_sentences() -> dict[str, Any]:
    """The brain is slow: each sentence comes when the one before it is over."""
    room = session()
    handles = []
    for text in ("Good morning to you.", "I made us some tea.", "The kettle took for ever."):
        handles.append(room.speaker.say(text, "en", rate=QUICK))
        room.run(lambda: handles[-1].over)
        room.wait(0.3)
    heard = room.ear.heard()
    found = [find(one.said.pcm, one.said.rate, heard.pcm, RATE, heard.place(one.started)) for one in room.log.spoken]
    edge = RATE // 500  # the server's own resampling rings a little around both
    between = [heard.pcm[one.place + round(room.log.spoken[n].said.seconds * RATE) + edge : found[n + 1].place - edge]
               for n, one in enumerate(found[:-1])]  # fmt: skip
    room.close()
    return {
        "likeness": min(one.likeness for one in found), "broken": sum(one.missing + one.jumps for one in found),
        "clicks": max(int(np.abs(rest.astype(int)).max()) for rest in between), "faults": room.log.faults,
    }  # fmt: skip


def fifty_stops() -> dict[str, Any]:
    """Fifty stops at random moments, some before the first sound, and how long she was heard after each."""
    room = session()
    ended: list[str] = []
    tails, states, extra = [], [], 0
    for moment in np.random.default_rng(3).uniform(-0.03, 0.36 / QUICK, 50):
        handle, waiting = room.speaker.say(COUNTING, "en", rate=QUICK), room.speaker.say("Never said.", "en")
        given = time.monotonic()
        room.run(lambda handle=handle, moment=moment, given=given: (  # type: ignore[misc]
            handle.played >= moment if moment > 0 else time.monotonic() - given > moment + 0.03
        ))
        asked = time.monotonic()
        text = room.speaker.stop()
        told = len(room.log.spoken)
        room.wait(0.08)
        heard = room.ear.heard()
        last = last_loud(heard.pcm, heard.place(given))
        tails.append(heard.moment(last) - asked if last is not None else -1.0)
        states.append((handle.state, waiting.state))
        extra += len(room.log.spoken) - told
        ended.append(text)
    room.wait(0.3)
    rest = room.ear.heard()
    quiet = last_loud(rest.pcm, len(rest.pcm) - RATE // 4) is None
    room.close()
    return {
        "worst": max(tails), "states": sorted(set(states)), "after": extra, "quiet": quiet, "faults": room.log.faults,
        "exact": all(COUNTING.startswith(text) for text in ended), "heard": sum(bool(text) for text in ended),
    }  # fmt: skip


def another_default_loudspeaker() -> dict[str, Any]:
    """In the midst of a reply the system's default loudspeaker is exchanged for another, which takes the rest of it."""
    subprocess.run(["pactl", "set-default-sink", "speaker"], check=True)
    room = session(device="")
    other = Ear("micfeed.monitor")
    first, second = (room.speaker.say(text, "en", rate=QUICK) for text in (COUNTING, "That was all of them."))
    room.run(lambda: first.played > 0.8 / QUICK)
    subprocess.run(["pactl", "set-default-sink", "micfeed"], check=True)
    room.run(lambda: second.over)
    room.wait(0.2)
    here, there = room.ear.heard(), other.heard()
    said = room.log.spoken[1]
    found = find(said.said.pcm, said.said.rate, there.pcm, RATE, there.place(said.started))
    sounded = [np.count_nonzero(np.abs(heard.pcm.astype(int)) > 60) / RATE for heard in (here, there)]
    room.close()
    other.close()
    return {
        "states": [first.state, second.state], "faults": room.log.faults, "likeness": found.likeness, "sounded": sounded,
        "missing": found.missing,
    }  # fmt: skip


def server_killed(at: float) -> dict[str, Any]:
    """The sound server is killed at this second of the reply; the reply is read to its end."""
    stream_out.STALLED = 1.0
    words: list[str] = []
    room = session()
    handles = [room.speaker.say(text, "en") for text in ("One two three.", "Four five.", "Six seven.")]
    killed = [False]

    def over() -> bool:
        done = sum(handle.utterance.seconds for handle in handles if handle.state == "done" and handle.utterance)
        now = next((handle.played for handle in handles if handle.state == "speaking"), 0.0)
        if not killed[0] and done + now >= at:
            os.kill(int(os.environ["CABLE_DAEMON"]), signal.SIGKILL)
            killed[0] = True
        if (caption := room.speaker.caption()) and (word := caption.text[caption.begin : caption.end]) not in words:
            words.append(word)
        return handles[-1].over

    in_time = room.run(over, 12.0)
    begun = time.monotonic()
    room.speaker.close()
    closing = time.monotonic() - begun
    room.ear.close()
    states = [handle.state for handle in handles]
    return {"in_time": in_time, "states": states, "words": words, "faults": room.log.faults, "closing": closing}
