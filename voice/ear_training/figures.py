"""How well a model understands: word errors by voice, noise and pace, and a wake word found or imagined.

``python -m voice.ear_training.figures FOLDER [FOLDER ...]`` prints a table of the models side by side.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.delivery import delivery
from voice.ear_training.examples import said
from voice.ear_training.mfcc import RATE
from voice.ear_training.rooms import level
from voice.ear_training.texts import SCRIPT, halting, spoken
from voice.espeak.library import Settings
from voice.espeak.voices import MAN, WOMAN, settings_for
from voice.lip_training.rooms import noise
from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

Sound = npt.NDArray[np.int16]

UNSEEN: Final = ("m2", "m4", "m6", "m8", "f2", "f4", "klatt2", "klatt4", "linda", "belinda")
"""Variants that no model was taught with."""

ODD: Final = ("travis", "grandma")
"""The same, cracked and trembling."""

ACCENTS: Final = ("en-us", "en", "en-gb-x-rp", "en-gb-scotland")
SENTENCES: Final = SCRIPT.sentences
SEED: Final = 11
PIECE: Final = RATE // 10
PAD: Final = int(0.4 * RATE)
WAKES: Final = ("computer", "hey mira", "hey kai")
OTHER_TALK: Final = 44
"""Lines of talk beside the sentences in which no wake word is said."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text and its sound at 16 kHz."""

    text: str
    sound: Sound


def say(text: str, settings: Settings, random: np.random.Generator) -> Spoken:
    """A text by a voice, between silences; a comma is a pause."""
    pcm, _ = said(spoken(text), settings, random)
    return Spoken(text.replace(",", ""), np.concatenate((np.zeros(PAD, np.int16), pcm, np.zeros(PAD, np.int16))))


def strangers(texts: Sequence[str], random: np.random.Generator, rate: int = 0, variants: Sequence[str] = UNSEEN) -> list[Spoken]:
    """The texts by voices that no model was taught with, at `rate` words a minute, else at any usual one."""
    found = []
    for text in texts:
        voice = f"{random.choice(ACCENTS)}+{random.choice(variants)}"
        pace, pitch = rate or int(random.integers(130, 200)), int(random.integers(25, 80))
        found.append(say(text, Settings(voice, pace, pitch, 50, 100), random))
    return found


def by_one(texts: Sequence[str], settings: Settings, random: np.random.Generator) -> list[Spoken]:
    """The texts by one voice."""
    return [say(text, settings, random) for text in texts]


def in_noise(lines: Sequence[Spoken], decibels: float, random: np.random.Generator) -> list[Spoken]:
    """The same with noise so far below the voice."""
    loud = []
    for line in lines:
        sound = line.sound / 32768
        mixed = sound + noise(len(sound), random) * level(sound) * 10 ** (-decibels / 20)
        loud.append(Spoken(line.text, np.clip(np.rint(mixed * 16000), -32768, 32767).astype(np.int16)))
    return loud


def conditions() -> Iterator[tuple[str, list[Spoken]]]:
    """What is said, and how."""
    random = np.random.default_rng(SEED)
    yield "en-us", by_one(SENTENCES, Settings("en-us", 160, 50, 50, 100), random)
    for name, voice in (("her own voice", WOMAN), ("his own voice", MAN)):
        yield name, by_one(SENTENCES, settings_for("en", delivery("en", voice=f"en-us+{voice}")), random)
    unseen = strangers(SENTENCES * 3, random)
    yield "unseen voices", unseen
    for decibels in (30, 20, 10, 5):
        yield f"the same, noise {decibels} dB below", in_noise(unseen, decibels, random)
    yield "unseen voices, a pause in each sentence", strangers([halting(text, random) for text in SENTENCES * 2], random)
    yield "two odd voices", strangers(SENTENCES, random, variants=ODD)
    yield "asides, unseen voices", strangers(SCRIPT.asides * 2, random)
    for rate in (110, 200, 240):
        yield f"unseen voices at {rate} words a minute", strangers(SENTENCES, random, rate)


def heard(model: Any, sound: Sound) -> str:
    """Every word that the model hears in free speech."""
    recogniser = VoskRecogniser(model, RATE)
    pieces = [recogniser.feed(piece) for piece in in_pieces(sound)]
    return " ".join(each.text for each in (*pieces, recogniser.finish()) if each is not None and each.final and each.text)


def hears(model: Any, sound: Sound, name: str) -> bool:
    """Whether a recogniser that waits for `name` alone hears it."""
    import vosk

    recogniser = vosk.KaldiRecognizer(model, RATE, json.dumps([name, "[unk]"]))
    answers = [recogniser.Result() for piece in in_pieces(sound) if recogniser.AcceptWaveform(piece.tobytes())]
    return any(name in json.loads(answer)["text"] for answer in (*answers, recogniser.FinalResult()))


def in_pieces(sound: Sound) -> Iterator[Sound]:
    """As a microphone would give it."""
    return (sound[at : at + PIECE] for at in range(0, len(sound), PIECE))


def errors(wanted: Sequence[str], got: Sequence[str]) -> int:
    """Words put in, left out or exchanged (Levenshtein 1966)."""
    before = list(range(len(got) + 1))
    for number, word in enumerate(wanted, 1):
        now = [number]
        for place, other in enumerate(got, 1):
            now.append(min(before[place] + 1, now[-1] + 1, before[place - 1] + (word != other)))
        before = now
    return before[-1]


def word_error_rate(model: Any, lines: Sequence[Spoken], told: Callable[[str], None]) -> float:
    """Share of the words that are wrong."""
    wrong = count = 0
    for line in lines:
        got = heard(model, line.sound)
        missed = errors(line.text.split(), got.split())
        if missed:
            told(f"{line.text!r} heard as {got!r}")
        wrong, count = wrong + missed, count + len(line.text.split())
    return wrong / count


def known(model: Any, texts: Sequence[str]) -> bool:
    """Whether the model has all words of the texts."""
    return all(model.vosk_model_find_word(word) >= 0 for text in texts for word in text.split())


def hallucinated(model: Any) -> int:
    """Words heard in a minute of noise, from white to brown and from digital silence to -26 dB."""
    random = np.random.default_rng(SEED)
    loudness = [0.0, *np.geomspace(3, 1600, 11)]
    hushes = [Spoken("", np.rint(noise(5 * RATE, random) * level).astype(np.int16)) for level in loudness]
    return sum(len(heard(model, hush.sound).split()) for hush in hushes)


def waking(model: Any, name: str) -> str:
    """How often a wake word was found of how many times it was said, and how often where it was not."""
    if not known(model, [name]):
        return "not known"
    random = np.random.default_rng(SEED)
    called = strangers([name] * 24, random)
    others = strangers([text for text in (*SENTENCES, *SCRIPT.talk[:OTHER_TALK]) if name not in text], random)
    found = [sum(hears(model, line.sound, name) for line in lines) for lines in (called, others)]
    return f"{found[0]}/{len(called)}, {found[1]}/{len(others)}"


def table(folders: Sequence[Path], told: Callable[[str], None] = lambda line: None) -> str:
    """The figures of all models side by side, as a table in Markdown."""
    models = [load_model(folder) for folder in folders]
    rows = [["", *(folder.name for folder in folders)], ["---"] * (len(folders) + 1)]
    for name, lines in conditions():
        texts = [line.text for line in lines]
        rates = [word_error_rate(model, lines, told) if known(model, texts) else None for model in models]
        rows.append([name, *("not known" if rate is None else f"{100 * rate:.1f} %" for rate in rates)])
    rows.append(["words heard in a minute of noise", *(str(hallucinated(model)) for model in models)])
    for name in WAKES:
        rows.append([f'"{name}" found, imagined', *(waking(model, name) for model in models)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def main() -> None:
    """Measure, print."""
    door = argparse.ArgumentParser(prog="python -m voice.ear_training.figures", description="How well speech models understand.")
    door.add_argument("folders", type=Path, nargs="+")
    door.add_argument("--errors", action="store_true", help="print what was misheard, too")
    args = door.parse_args()
    print(table(args.folders, print if args.errors else lambda line: None))


if __name__ == "__main__":
    main()
