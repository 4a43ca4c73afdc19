"""What is heard over a virtual cable while she speaks herself. See `tests.support.voice_cable`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from tests.support.voice_cable import MIC, MIC_FEED, SPEAKER
from tests.support.voice_model import FOLDER
from tests.support.voice_scenes import COUNTING, Room
from voice.echo.reference import Reference
from voice.echo.suppressor import How, suppressor_for
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listen_plan import ListenPlan
from voice.listener import Listener, vosk_ears
from voice.output.loudspeaker import loudspeaker
from voice.ports import Heard
from voice.speaker import Speaker

COMMAND = "stop the music now"


@contextmanager
def in_one_room() -> Iterator[None]:
    """What the loudspeaker plays reaches the microphone, as loud as it is played."""
    load = [
        "pactl",
        "load-module",
        "module-loopback",
        "source=speaker.monitor",
        "sink=micfeed",
        "latency_msec=30",
        "adjust_time=0",
    ]
    number = subprocess.run(load, capture_output=True, text=True, check=True, env=os.environ).stdout.strip()
    try:
        yield
    finally:
        subprocess.run(["pactl", "unload-module", number], check=True, env=os.environ)


def spoken_over(how: How = "headphones", echo: bool = False, barge_in: bool = True) -> dict[str, Any]:
    """She counts, and the user says something over it; with `echo` the microphone hears her too. `how`: see `suppressor_for`."""
    room, reference = Room(), Reference()
    finals: list[Heard] = []
    voices: list[bool] = []
    states: list[str] = []
    ears = Listener(
        vosk_ears(FOLDER),
        MIC,
        plan=ListenPlan("open", "fast", barge_in=barge_in),
        suppressor=lambda: suppressor_for(reference, how),
        on_final=finals.append,
        on_voice=voices.append,
        on_state=states.append,
        on_fault=room.fault,
    )
    she = Speaker(EspeakSynthesiser(), loudspeaker(SPEAKER, reference, on_fault=room.fault))
    user = Speaker(EspeakSynthesiser(), loudspeaker(MIC_FEED, on_fault=room.fault))
    room.tickers += [she, user, Ticking(ears, she)]
    assert ears.start()
    room.run(lambda: ears.state == "listening")
    with in_one_room() if echo else nullcontext():
        counted = she.say(COUNTING, "en")
        room.run(lambda: counted.played > 1.0)
        said = user.say(COMMAND, "en")
        room.run(lambda: said.over and counted.over)
        room.wait(1.0)
    for closing in (she, user, ears):
        closing.close()
    return {
        "finals": [heard.text for heard in finals],
        "timely": all(0 < heard.began <= heard.ended <= heard.decided for heard in finals),
        "voices": voices,
        "states": states,
        "state": counted.state,
        "faults": room.faults,
    }


class Ticking:
    """Ears that are told whether she speaks."""

    def __init__(self, ears: Listener, she: Speaker) -> None:
        self._ears, self._she = ears, she

    def tick(self) -> None:
        """Let time pass."""
        self._ears.tick(self._she.busy)
