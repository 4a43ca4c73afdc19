"""What is known of packs by their names: which Hearth can use, which languages they speak, on which terms they are given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from voice.voice_packs.pack import Family, Sex

PIPER: Final = re.compile(r"vits-piper-(en|zh|ja)_[A-Z]{2}-(?!glados)[A-Za-z0-9_]+-(?:x_low|low|medium|high)")
"""The names of Piper's voices for our languages; those with half floats or few bits run badly on processors, and
that of a character from a game is not for us to offer."""


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of pack: its family, the languages it speaks here, its voices (0: not known), its terms, its vocoder."""

    family: Family
    langs: tuple[str, ...]
    speakers: int = 1
    licence: str = ""
    vocoder: str = ""


PACKS: Final[dict[str, Known]] = {
    "kokoro-multi-lang-v1_0": Known("kokoro", ("en", "zh", "ja"), 53, "Apache-2.0"),
    "kokoro-int8-multi-lang-v1_0": Known("kokoro", ("en", "zh", "ja"), 53, "Apache-2.0"),
    "kokoro-multi-lang-v1_1": Known("kokoro", ("en", "zh"), 103, "Apache-2.0"),
    "kokoro-int8-multi-lang-v1_1": Known("kokoro", ("en", "zh"), 103, "Apache-2.0"),
    "kokoro-en-v0_19": Known("kokoro", ("en",), 11, "Apache-2.0"),
    "vits-melo-tts-zh_en": Known("melo", ("zh", "en"), 1, "MIT"),
    "vits-melo-tts-en": Known("melo", ("en",), 1, "MIT"),
    "matcha-icefall-zh-baker": Known("matcha", ("zh",), 1, "recordings for non-commercial use only", "vocos-22khz-univ.onnx"),
    "matcha-icefall-en_US-ljspeech": Known("matcha", ("en",), 1, "recordings in the public domain", "vocos-22khz-univ.onnx"),
    "matcha-icefall-zh-en": Known("matcha", ("zh", "en"), 1, "", "vocos-16khz-univ.onnx"),
}

LICENCES: Final[dict[str, str]] = {
    "vits-piper-en_US-kristin-medium": "recordings in the public domain",
    "vits-piper-en_US-norman-medium": "recordings in the public domain",
    "vits-piper-en_US-ljspeech-high": "recordings in the public domain",
    "vits-piper-en_GB-cori-high": "recordings in the public domain",
    "vits-piper-en_US-libritts_r-medium": "CC BY 4.0",
    "vits-piper-en_US-hfc_female-medium": "CC BY-NC-SA 4.0",
    "vits-piper-en_US-hfc_male-medium": "CC BY-NC-SA 4.0",
    "vits-piper-zh_CN-huayan-medium": "terms of the recordings unknown",
}


def known(name: str) -> Known | None:
    """What a pack of this name is; None where Hearth has no use for it."""
    if name in PACKS:
        return PACKS[name]
    piper = PIPER.fullmatch(name)
    return Known("piper", (piper[1],), 0, LICENCES.get(name, "")) if piper else None


@dataclass(frozen=True, slots=True)
class Recommended:
    """A voice that we would begin with: a speaker of a pack, and about how much must be fetched for it.

    `manner` is a word of the texts for what it is like: clear, calm, warm, lively, soft.
    """

    pack: str
    lang: str
    sex: Sex
    megabytes: int
    manner: str
    speaker: int = 0

    @property
    def voice(self) -> str:
        """As `voice.ports.Delivery` names it."""
        return f"{self.pack}#{self.speaker}" if self.speaker else self.pack


RECOMMENDED: Final = (
    Recommended("vits-piper-en_US-kristin-medium", "en", "woman", 64, "clear"),
    Recommended("vits-piper-en_US-norman-medium", "en", "man", 64, "calm"),
    Recommended("kokoro-multi-lang-v1_0", "en", "woman", 350, "warm", 3),
    Recommended("kokoro-multi-lang-v1_0", "en", "man", 350, "warm", 16),
    Recommended("vits-melo-tts-zh_en", "zh", "woman", 167, "clear"),
    Recommended("kokoro-multi-lang-v1_0", "zh", "woman", 350, "lively", 47),
    Recommended("kokoro-multi-lang-v1_0", "zh", "man", 350, "calm", 50),
    Recommended("kokoro-multi-lang-v1_0", "ja", "woman", 350, "soft", 37),
    Recommended("kokoro-multi-lang-v1_0", "ja", "man", 350, "calm", 41),
)
"""A woman's and a man's voice for each language, the smallest download first."""
