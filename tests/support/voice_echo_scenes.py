"""Her loudspeaker beside her microphone, on the virtual cable: what she says comes back to her ears."""

from __future__ import annotations

import time
from typing import Any

from tests.support.voice_cable import MIC, SPEAKER
from tests.support.voice_model import FOLDER
from tests.support.voice_scenes import Room
from voice.echo.measure.scene import DUCKED
from voice.echo.measure.speech import HERS
from voice.echo.reference import Reference
from voice.echo.spoken_words import SpokenWords
from voice.echo.suppressor import suppressor_for
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.listen_plan import ListenPlan
from voice.listener import Listener, vosk_ears
from voice.output.loudspeaker import loudspeaker
from voice.output.measure.monitor import pactl
from voice.ports import Heard
from voice.speaker import Speaker
from voice.turn_taking.barge_in import BargeIn


def she_hears_her_own_loudspeaker(seconds: float = 14.0, how: str = "auto", late_ms: int = 60) -> dict[str, Any]:
    """She speaks for so long, and listens all the while: the turns and stops that her own voice made. She yields to it, as she
    does in the app."""
    room, reference, spoken = Room(), Reference(), SpokenWords("en")
    barge = BargeIn("en", spoken, time.monotonic)
    turns: list[str] = []
    actions: list[str] = []
    partials: list[str] = []
    sure = [2]

    def do(action: str) -> None:
        actions.append(action)
        if action in ("duck", "restore"):
            speaker.duck(DUCKED if action == "duck" else 1.0)
        elif action == "stop":
            speaker.stop()

    def heard(what: Heard) -> None:
        action, turn = barge.heard(what)
        do(action)
        if turn is not None and turn.text:
            turns.append(turn.text)

    def partial(text: str) -> None:
        partials.append(text)
        heard(Heard(text, final=False, clear=sure[-1]))

    ears = Listener(
        vosk_ears(FOLDER), MIC, plan=ListenPlan("open", barge_in=True), suppressor=lambda: suppressor_for(reference, how),
        on_final=heard, on_partial=partial, on_voice=lambda on: do(barge.voice(on)), on_fault=room.fault,
        on_sure=sure.append,
    )  # fmt: skip
    speaker = Speaker(
        EspeakSynthesiser(), loudspeaker(SPEAKER, reference, on_fault=room.fault),
        on_started=lambda handle: spoken.say(handle.text, time.monotonic()),
    )  # fmt: skip
    room.tickers += [speaker, ears]
    loop = pactl("load-module", "module-loopback", "source=speaker.monitor", "sink=micfeed", f"latency_msec={late_ms}")
    try:
        assert ears.start()
        room.run(lambda: ears.state == "listening")
        began, said = time.monotonic(), 0
        levels: list[int] = []
        while time.monotonic() - began < seconds:
            handle = speaker.say(HERS["en"][said % len(HERS["en"])], "en")
            said += 1
            barge.speaking(True)
            room.run(lambda handle=handle: handle.over)
            levels.append(int(abs(reference.between(time.monotonic() - 1.0, time.monotonic()).astype(int)).max()))
            do(barge.tick())
        room.wait(1.0)
        barge.speaking(False)
    finally:
        pactl("unload-module", loop)
        speaker.close()
        ears.close()
    return {
        "said": said, "turns": turns, "stops": actions.count("stop"), "ducks": actions.count("duck"),
        "texts": [text for text in partials if text], "reference": min(levels),
        "faults": [kind for kind in room.faults if kind != "audio-in-muted"],  # a cable knows no noise: her rests are zeros
    }  # fmt: skip
