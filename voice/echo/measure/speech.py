"""What is said while she is measured: her replies in three languages, voices and feelings, and the user's sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.delivery import delivery
from voice.ports import Delivery, Synthesiser
from voice.resample import resampled

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000

HERS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "Good morning, my friend. What would you like to do today?",
        "I like green tea, and I am very happy that you are back.",
        "One moment please, I want to look at the map again before we go.",
        "That is really funny! Tell me what your brother said to the dog.",
        "We could open the window and play some music, if you are not too tired.",
        "It rained all night, so the path along the river will be under water until noon.",
        "I remember that the lamp in your hallway flickers whenever somebody takes a shower.",
        "You do not have to decide tonight. Sleep first, and we will see what tomorrow brings.",
        "The number is seven, two, five, and then nine hundred and forty at the end.",
        "No, I do not think that the red one is better; the blue one goes with your eyes.",
    ),
    "zh": (
        "早上好，今天想先聊聊什么？",
        "外面风挺大的，出门记得把围巾带上。",
        "我觉得你上次说的那家小面馆，周末可以再去一回。",
        "别着急，一件一件来，我在这儿陪着你。",
        "哈哈，那只猫居然把钥匙藏到鞋子里去了。",
        "三点半以前给她打个电话，剩下的我们晚上再说。",
    ),
    "ja": (
        "おはようございます。きょうはなにからはじめましょうか。",
        "そとはかぜがつよいので、マフラーをわすれないでくださいね。",
        "このあいだのちいさなパンやさん、またいっしょにいきたいです。",
        "あわてなくてだいじょうぶですよ。ひとつずつかたづけましょう。",
        "えっ、ねこがかぎをくつのなかにかくしたんですか。",
        "さんじはんまでにでんわをして、のこりはよるにはなしましょう。",
    ),
}

VOICES: Final = ("", "en-us+Nguyen", "en-us+Andrea", "en-us+f1", "en-us+Reed")
"""Mira's own and Kai's first: both are heard most."""

FEELINGS: Final = ("neutral", "happy", "sad", "excited", "shy", "surprised", "angry", "relaxed")

REST: Final = 0.45
"""Seconds between two sentences of a reply."""

PAUSE: Final = 2.2
"""Seconds after a reply, in which the user could speak."""

REPLY: Final = 3
"""Sentences in a reply."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that sounds from second `at` for `seconds`."""

    text: str
    lang: str
    at: float
    seconds: float


@dataclass(frozen=True, slots=True, eq=False)
class Talk:
    """16 kHz mono, and what is said in it when."""

    pcm: Pcm
    lines: tuple[Line, ...]


def her_talk(voice: Synthesiser, seconds: float, first: int = 0, langs: tuple[str, ...] = ("en", "zh", "ja")) -> Talk:
    """At least so many seconds of her, reply upon reply; `first` chooses with what it begins."""
    parts: list[Pcm] = []
    lines: list[Line] = []
    at = 0.0
    for number, (text, lang, how) in enumerate(sentences(first, langs)):
        said = voice.speak(text, how)
        pcm = resampled(said.pcm, said.rate, RATE)
        lines.append(Line(text, lang, at, len(pcm) / RATE))
        rest = PAUSE if number % REPLY == REPLY - 1 else REST
        parts += [pcm, np.zeros(round(rest * RATE), np.int16)]
        at += (len(parts[-2]) + len(parts[-1])) / RATE
        if at >= seconds and rest == PAUSE:
            return Talk(np.concatenate(parts), tuple(lines))
    raise AssertionError("sentences never end")


def sentences(first: int, langs: tuple[str, ...]) -> Iterator[tuple[str, str, Delivery]]:
    """Without end: replies in turn in each language, each reply in one voice and feeling."""
    texts = {lang: cycle(HERS[lang][first % len(HERS[lang]) :] + HERS[lang][: first % len(HERS[lang])]) for lang in langs}
    reply = first
    while True:
        lang = langs[reply % len(langs)]
        how = delivery(lang, FEELINGS[reply // 2 % len(FEELINGS)], voice=VOICES[reply % len(VOICES)])
        for _ in range(REPLY):
            yield next(texts[lang]), lang, how
        reply += 1


def user_line(voice: Synthesiser, text: str) -> Pcm:
    """A sentence as somebody else says it."""
    said = voice.speak(text, delivery("en", voice="en-GB-x-rp+m3", rate=0.95))
    return resampled(said.pcm, said.rate, RATE)
