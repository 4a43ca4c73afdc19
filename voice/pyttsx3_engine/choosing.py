"""Which of the system's voices speaks a language. Knows pyttsx3's voices by what they tell of themselves."""

from __future__ import annotations

import sys
from typing import Any, Final

from voice.pyttsx3_engine.wire import Request

NAMES: Final = {"en": ("en", "english"), "zh": ("zh", "cmn", "yue", "chinese"), "ja": ("ja", "japanese")}
FEMALE: Final = (
    "female", "zira", "hazel", "susan", "heera", "catherine", "samantha", "aria", "jenny", "karen", "moira", "tessa", "victoria",
    "allison", "ava", "huihui", "yaoyao", "tracy", "hanhan", "xiaoxiao", "ting", "mei-jia", "sin-ji", "kyoko", "haruka", "ayumi",
    "sayaka", "nanami",
)  # fmt: skip
MALE: Final = (
    "male", "david", "mark", "george", "james", "ravi", "sean", "alex", "daniel", "fred", "tom", "oliver", "aaron", "kangkang",
    "danny", "zhiwei", "yunxi", "ichiro", "otoya", "hattori", "keita",
)  # fmt: skip
"""Words in names of voices that sound like a woman's or a man's, across systems that do not say it otherwise."""


def voice_for(engine: Any, request: Request) -> str:
    """The id to set for a request; empty to leave the system's own.

    The chosen voice speaks its own language; another one is spoken by somebody of the same gender. A voice that has been
    removed from the system counts as none chosen.
    """
    if sys.platform.startswith("linux"):
        return request.voice  # espeak-ng's own names, which the list does not hold
    voices = engine.getProperty("voices")
    chosen = next((voice for voice in voices if str(voice.id) == request.voice), None)
    fitting = [voice for voice in voices if request.lang in languages(voice)]
    if chosen is not None and (chosen in fitting or not fitting):
        return str(chosen.id)
    wanted = gender(chosen) if chosen is not None else request.gender
    fitting.sort(key=lambda voice: gender(voice) != wanted)
    return str(fitting[0].id) if fitting else ""


def languages(voice: Any) -> list[str]:
    """Which of en, zh and ja a voice speaks, by its tags or else by its name."""
    tags = [tag.decode("ascii", "ignore") if isinstance(tag, bytes) else str(tag) for tag in voice.languages or () if tag]
    told = {tag.strip("\x05\x02").lower().replace("_", "-").split("-")[0] for tag in tags}
    found = [lang for lang, names in NAMES.items() if told.intersection(names)]
    words = str(voice.name).lower()
    return found or [lang for lang, names in NAMES.items() if names[-1] in words]


def gender(voice: Any) -> str:
    """``woman`` or ``man`` where the voice or its name tells it, else empty."""
    told = str(voice.gender or "").lower()
    if "female" in told or told.endswith("neuter"):
        return "woman" if "female" in told else ""
    if "male" in told:
        return "man"
    words = f"{voice.name} {voice.id}".lower().replace("_", " ").replace(".", " ").split()
    if any(word.startswith(FEMALE) for word in words):
        return "woman"
    return "man" if any(word.startswith(MALE) for word in words) else ""
