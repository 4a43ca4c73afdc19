"""Whether a name in the sound calls her, or only speaks of her."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from voice.wake.spotting import RATE, Spotted

FRAME: Final = RATE // 50
BEFORE: Final = 0.22
"""Seconds of speech before a bare name: more, and it is a sentence about her."""

BEHIND: Final = 0.16
"""Seconds of speech behind a name that may still be its own end."""

CUT: Final = 0.12
"""Seconds at the end of a sound in which a word may not have been said to its end."""

FAINTER: Final = 15.0
"""Decibels below the name at which sound is not of the one who calls."""

ABOVE: Final = 5.0
"""Decibels above the quietest tenth of the sound up to which it is noise."""

ASKS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "what", "who", "where", "when", "why", "how", "which", "can", "could", "will", "would", "do", "does", "did", "is", "are",
        "tell", "show", "play", "stop", "please", "help", "wake", "good", "thank", "thanks", "remind", "set", "read", "sing",
        "say",
    ),
    "zh": ("什么", "谁", "哪", "几", "怎么", "为什么", "吗", "呢", "吧", "请", "帮", "告诉", "谢谢", "晚安", "早"),
    "ja": ("何", "なに", "誰", "どこ", "いつ", "なぜ", "どう", "か", "て", "ください", "ありがとう", "おやすみ", "おはよう"),
}  # fmt: skip
"""What a sentence holds (in English: begins with) that is said to somebody rather than about them."""


def loudness(sound: npt.NDArray[np.int16]) -> npt.NDArray[np.float64]:
    """Decibels of each 20 ms."""
    whole = len(sound) // FRAME * FRAME
    frames = sound[:whole].reshape(-1, FRAME).astype(np.float64)
    return np.asarray(10 * np.log10(np.mean(frames**2, axis=1) + 1.0), dtype=np.float64)


def is_cut(sound: npt.NDArray[np.int16], spotted: Spotted) -> bool:
    """Whether the sound ends while the name, or what may turn out to be another word, is still being said."""
    if spotted.ended < len(sound) / RATE - CUT:
        return False
    levels = loudness(sound)
    return bool(np.any(levels[-int(CUT * RATE / FRAME) :] > loud_from(levels, spotted)))


def loud_from(levels: npt.NDArray[np.float64], spotted: Spotted) -> float:
    """Decibels from which on sound is about as loud as the name."""
    own = levels[int(spotted.began * RATE / FRAME) : int(spotted.ended * RATE / FRAME) + 1]
    name = float(np.percentile(own, 70)) if len(own) else 0.0
    return max(name - FAINTER, float(np.percentile(levels, 10)) + ABOVE)


def speech_around(sound: npt.NDArray[np.int16], spotted: Spotted) -> tuple[float, float]:
    """Seconds of sound about as loud as the name, before it and behind it."""
    levels = loudness(sound)
    first, last = int(spotted.began * RATE / FRAME), int(spotted.ended * RATE / FRAME)
    limit = loud_from(levels, spotted)
    count = [float(np.count_nonzero(part > limit)) * FRAME / RATE for part in (levels[:first], levels[last + 1 :])]
    return count[0], count[1]


def calls_first(sound: npt.NDArray[np.int16], spotted: Spotted) -> bool:
    """Whether the name opens what is said, or has a greeting in front: she is called."""
    return spotted.greeted or speech_around(sound, spotted)[0] <= BEFORE


def comes_last(sound: npt.NDArray[np.int16], spotted: Spotted) -> bool:
    """Whether nothing more is said behind the name."""
    return speech_around(sound, spotted)[1] <= BEHIND


def asks(text: str, lang: str) -> bool:
    """Whether a sentence that ends with her name is said to her: "what time is it, Mira?", and not "I told Mira"."""
    known = ASKS.get(lang, ())
    if lang in ("zh", "ja"):
        return any(sign in text for sign in known)
    first = text.casefold().split()[:1]
    return bool(first) and first[0] in known
