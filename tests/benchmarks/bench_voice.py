"""How quick her voice is and how well her lips follow it: ``python -m tests.benchmarks.bench_voice``.

Figures, a line each, as ``name value unit``. Real engines, no device.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Final

import numpy as np

from tests.support.voice_cable import cable, why_no_cable
from tests.support.voice_lip_match import lip_match
from tests.support.voice_model import SENTENCES
from voice.delivery import delivery
from voice.engines import open_engine
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output.silent import SilentOut
from voice.ports import Synthesiser
from voice.speaker import Speaker
from voice.visemes.lip_track import LipTrack

SPOKEN: Final = {
    "en": (
        "Hello there, it is really good to see you again.",
        "Tell me a story about a dragon, would you?",
        "I was wondering whether you had slept well.",
        "My mother makes marmalade in big copper pots.",
        "What a beautiful morning for a long walk by the sea!",
    ),
    "zh": ("你好，很高兴又见到你。", "今天你想聊些什么呢？", "我很喜欢和你一起听音乐。"),
    "ja": ("こんにちは、またあえてうれしいです。", "きょうはどんないちにちでしたか？"),
}


def milliseconds(work: Callable[[], object], times: int = 20) -> float:
    """Median of a piece of work."""
    taken = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1000)
    return statistics.median(taken)


def bench_engine(engine: Synthesiser) -> None:
    """From the end of a sentence's text to its first sample in hand."""
    engine.speak("Hello.", delivery("en"))
    texts = iter(SENTENCES * 4)
    print(f"{engine.name}_text_to_sound {milliseconds(lambda: engine.speak(next(texts), delivery('en'))):.1f} ms")
    engine.close()


def bench_speaker() -> None:
    """Through the queue and its thread to the start of the sound, and from stop to silence."""
    first: list[float] = []

    class Noted(SilentOut):
        def add(self, *args, **kwargs):
            first.append(time.perf_counter())
            super().add(*args, **kwargs)

    starts, stops = [], []
    speaker = Speaker(EspeakSynthesiser(), Noted())
    for sentence in SENTENCES[:20]:
        first.clear()
        begin = time.perf_counter()
        speaker.say(sentence, "en")
        while not first:
            speaker.tick()
            time.sleep(0.0005)
        starts.append((first[0] - begin) * 1000)
        begin = time.perf_counter()
        speaker.stop()
        stops.append((time.perf_counter() - begin) * 1000)
    speaker.close()
    print(f"say_to_first_sample {statistics.median(starts):.1f} ms (worst {max(starts):.1f})")
    print(f"stop_to_silence {statistics.median(stops):.2f} ms (worst {max(stops):.2f})")


def bench_lips() -> None:
    """What the lips cost."""
    said = EspeakSynthesiser().speak(" ".join(SENTENCES[:3]), delivery("en"))
    track = LipTrack(said.visemes)
    places = iter(np.linspace(0, said.seconds, 4000))
    print(f"lip_track_build {milliseconds(lambda: LipTrack(said.visemes)) / said.seconds:.2f} ms a second of speech")
    print(f"lip_track_at {milliseconds(lambda: track.at(next(places)), 2000) * 1000:.0f} us a frame")


def bench_match() -> None:
    """How mouth opening and sound energy go together, at 30 frames a second."""
    for name in ("espeak", "pyttsx3"):
        engine = open_engine(name)
        found = []
        for lang, sentences in SPOKEN.items():
            for sentence in sentences:
                match = lip_match(engine.speak(sentence, delivery(lang)))
                found.append(match)
                print(f"{name} {lang} correlation {match.correlation:.2f} lag {match.lag_ms:+.0f} ms")
        engine.close()
        mean = statistics.mean(match.correlation for match in found)
        worst = min(match.correlation for match in found)
        lag = max(abs(match.lag_ms) for match in found)
        print(f"{name}_lip_match {mean:.2f} mean, {worst:.2f} worst, lag at most {lag:.0f} ms")


def bench_cable() -> None:
    """Over a virtual cable: how long she sounds in all, against the time from the start of the sound to `stop`."""
    if why := why_no_cable():
        print(f"cable skipped: {why}")
        return
    with cable() as laid:
        tails = [laid.play("tests.support.voice_scenes", "stopped_half_way") for _ in range(5)]
    over = [(told["sounded"] - told["stopped"]) * 1000 for told in tails]
    print(f"cable_sound_after_stop {max(over):.0f} ms at most (less the time to start, 25-50 ms)")


if __name__ == "__main__":
    for engine_name in ("espeak", "pyttsx3"):
        bench_engine(open_engine(engine_name))
    bench_speaker()
    bench_lips()
    bench_match()
    bench_cable()
