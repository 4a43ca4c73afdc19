"""How well she listens: ``python -m tests.benchmarks.bench_listening``.

Figures, a line each, as ``name value unit``. Made speech (espeak-ng, and flite where it is installed) in made noise, the real
way of sound and the model of the tests, which understands espeak-ng only. No device.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from tests.support.listening_sounds import BURSTS, NOISES, RATE, VOICES, Samples, finals, hear, pipeline, scene, spoken, whole
from tests.support.voice_model import SENTENCES, model
from voice.activity.detector import VoiceActivity
from voice.recognise.ears import Ears
from voice.recognise.reports import Ready
from voice.recognise.vosk_recogniser import VoskRecogniser
from voice.resample import resampled
from voice.sound_file import read_sound

FLITE: Final = ("slt", "rms", "awb", "kal16") if shutil.which("flite") else ()
QUIET: Final = 60.0
"""Root mean square of a room's noise, about -55 dB of full scale."""


@functools.cache
def by_flite(text: str, voice: str) -> Samples:
    """Another engine's voice, which nothing here was tuned to."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", str(file)], check=True)
        pcm, rate = read_sound(file)
    sound = resampled(pcm, rate, RATE).astype(np.float64)
    return np.asarray(sound / np.sqrt(np.mean(sound[np.abs(sound) > 300] ** 2)))


def babble(count: int, random: np.random.Generator) -> Samples:
    """Twelve who talk at once."""
    total = np.zeros(count)
    for number in range(12):
        text = ". ".join(random.permutation(SENTENCES)[:20])
        voice = by_flite(text, FLITE[number % len(FLITE)]) if FLITE else spoken(text, VOICES[number % len(VOICES)])
        total += np.roll(np.resize(voice, count), int(random.integers(count)))
    return whole(total)


def frames_found(snr: float, noise: str, seed: int) -> tuple[float, float, list[float]]:
    """Parts of the frames with and of those without a voice that are taken for one, and the seconds after each beginning."""
    random = np.random.default_rng(seed)
    parts: list[float | Samples] = [2.0]
    for number, sentence in enumerate(random.permutation(SENTENCES)[:14]):
        flite = FLITE and number % 2
        parts += [by_flite(sentence, FLITE[number % len(FLITE)]) if flite else spoken(sentence, VOICES[number % 6])]
        parts += [float(random.uniform(0.6, 1.5))]
    clean = np.concatenate([np.zeros(int(part * RATE)) if isinstance(part, float) else part for part in parts])
    clean = clean[: len(clean) // 160 * 160] * 3000
    power = (clean.reshape(-1, 160) ** 2).mean(axis=1)
    truth = power > power[power > 100].mean() * 1e-3
    sound = clean + NOISES[noise](len(clean), random) * np.sqrt(power[truth].mean()) / 10 ** (snr / 20)
    pcm, detector = np.clip(sound, -32768, 32767).astype(np.int16), VoiceActivity()
    voiced = np.array([detector.feed(pcm[at : at + 160], at / RATE).voiced for at in range(0, len(pcm), 160)])
    near = np.convolve(truth, np.ones(21))[: len(truth)] > 0
    spells = np.convolve(truth, np.ones(41))[: len(truth)] > 0
    begins = np.flatnonzero(spells[1:] & ~spells[:-1]) + 1
    onsets = [float(np.argmax(voiced[at : at + 60]) + 1) / 100 for at in begins if voiced[at : at + 60].any()]
    return float(voiced[truth].mean()), float(voiced[~near].mean()), onsets


def detector() -> None:
    """The table of voice activity."""
    for noise in NOISES:
        for snr in (40, 20, 10, 5):
            found = [frames_found(snr, noise, seed) for seed in (1, 2)]
            hits, false = (float(np.mean([one[place] for one in found])) for place in (0, 1))
            late = np.median([onset for one in found for onset in one[2]]) * 1000
            print(f"voice activity, {noise} at {snr} dB: found {hits:.2f} false {false:.2f} onset {late:.0f} ms")


def endpoints(patience: str, seed: int) -> None:
    """All sentences, three times in voices and at rates of their own."""
    random = np.random.default_rng(seed)
    delays, cut, wrong, count = [], 0, 0, 0
    for sentence in SENTENCES * 3:
        sound = scene(
            0.8, spoken(sentence, str(random.choice(VOICES)), random.uniform(110, 240), random.uniform(0.8, 1.2)), 3.0,
            loud=random.uniform(800, 6000), snr=random.uniform(12, 40), noise=str(random.choice(("pink", "white"))), seed=count,
        )  # fmt: skip
        turns = finals(hear(pipeline(patience), sound.pcm))
        count += 1
        cut += len(turns) != 1
        wrong += len(turns) == 1 and turns[0].text != sentence
        delays += [turn.decided - sound.voices[0][1] for turn in turns[-1:]]
    middle, most = np.median(delays) * 1000, np.quantile(delays, 0.95) * 1000
    print(f"end of speech to its decision, {patience}: median {middle:.0f} ms, p95 {most:.0f} ms")
    print(f"sentences cut or lost, {patience}: {cut} of {count}; another word in: {wrong}")


def pauses(patience: str) -> None:
    """Sentences that are broken off in their middle for a while."""
    halves = [
        (" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :]))
        for words in map(str.split, SENTENCES)
        if len(words) > 4
    ]
    for pause in (0.25, 0.4, 0.6, 0.9):
        whole_ones = 0
        for number, (first, second) in enumerate(halves[:20]):
            voice = VOICES[number % 6]
            pcm = scene(0.8, spoken(first, voice), pause, spoken(second, voice), 3.5, snr=25, seed=number).pcm
            whole_ones += len(finals(hear(pipeline(patience), pcm))) == 1
        print(f"sentences with a pause of {pause} s that stay whole, {patience}: {whole_ones} of 20")


def single_words() -> None:
    """Answers of one word."""
    random, survived, count = np.random.default_rng(9), 0, 0
    for word in ("yes", "no", "stop", "wait", "please"):
        for number in range(12):
            said = spoken(word, VOICES[number % 6], random.uniform(120, 220), random.uniform(0.8, 1.2))
            sound = scene(0.8, said, 1.0, snr=random.uniform(10, 40), seed=number)
            survived += bool(finals(hear(pipeline(), sound.pcm)))
            count += 1
    print(f"answers of one word that become a turn: {survived} of {count}")


def noises() -> None:
    """What is no speech."""
    random = np.random.default_rng(11)
    for burst in BURSTS:
        parts: list[float | Samples] = [1.0]
        for _ in range(30):
            parts += [burst(random) / 3000, float(random.uniform(0.15, 2))]
        print(f"turns made of noise, {burst.__name__}: {len(finals(hear(pipeline(), scene(*parts, snr=38).pcm)))} of 30")


def idle(rate: int, seconds: float = 60.0) -> None:
    """What the thread costs that listens to an empty room."""
    noise = (whole(NOISES["pink"](10 * rate, np.random.default_rng(1))) * QUIET).astype(np.int16)
    ears = Ears(lambda: VoskRecogniser(model(), own_ends=False))
    while not any(isinstance(report, Ready) for report in ears.reports()):
        time.sleep(0.05)
    thread = next(thread for thread in threading.enumerate() if thread.name == "ears").native_id
    step, at, began, before = rate // 30, 0, time.monotonic(), spent(thread)
    while (passed := time.monotonic() - began) < seconds:
        while at < passed * rate:
            ears.hear(noise[at % (9 * rate) :][:step], rate)
            at += step
        ears.reports()
        time.sleep(1 / 30)
    print(f"listening to an empty room at {rate} Hz: {100 * (spent(thread) - before) / seconds:.1f} % of a core")
    ears.close()


def spent(thread: int | None) -> float:
    """Seconds of the processor that a thread took."""
    return next(float(one.user_time + one.system_time) for one in psutil.Process().threads() if one.id == thread)


def main() -> None:
    """All of it."""
    NOISES["babble"] = babble
    detector()
    for number, patience in enumerate(("fast", "normal", "patient")):
        endpoints(patience, number)
        pauses(patience)
    single_words()
    noises()
    idle(16000)
    idle(48000)


if __name__ == "__main__":
    main()
