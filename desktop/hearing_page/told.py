"""What she is called by, and a fault of sound, in the words of the window's language."""

from __future__ import annotations

import re
from typing import Final

from desktop.settings import Settings
from desktop.theme.words import table, words
from voice.errors import InputFault, OutputFault, VoiceError

UNNAMED: Final = re.compile(r" ?\(\)|（）")
"""What is left in a sentence of the name of a device that has none."""


def call_of(settings: Settings) -> str:
    """What is said to wake her: "hey" and the first of the names that are set, her own where none is."""
    names = settings.hearing.wake_names or [words().her]
    return words()("hearing.wake.call", name=names[0])


def call_by(settings: Settings, name: str) -> str:
    """The same for a name as the ears tell it, in small letters: as it was written where it is one of those that are set."""
    written = settings.hearing.wake_names or [words().her]
    return words()("hearing.wake.call", name=next((one for one in written if one.casefold() == name.casefold()), name))


def sentences(*parts: str) -> str:
    """One after the other, with a blank between them where the language writes blanks."""
    return (" " if words().lang == "en" else "").join(part for part in parts if part)


def cause_of(fault: VoiceError) -> tuple[str, str]:
    """What is wrong and the next step: in the window's language where the cause is known there, else as the fault tells it.

    Words stand under ``hearing.cause.in`` for a microphone, ``out`` for a loudspeaker, ``model`` for a speech model; the next
    step has the same key with ``_step``.
    """
    known = table(words().lang)
    values = {name: getattr(fault, name, "") for name in ("device", "other")} | {"detail": fault.message}
    values["other"] = values["other"] or words()("hearing.cause.unnamed")
    family = "in" if isinstance(fault, InputFault) else "out" if isinstance(fault, OutputFault) else "model"
    cause = getattr(fault, "cause", "") or fault.kind.rpartition("-")[2]
    key = f"hearing.cause.{family}.{cause}"
    if key not in known or f"{key}_step" not in known:
        return fault.message, fault.remedy
    title = words()(key, **values)
    return (title if values["device"] else UNNAMED.sub("", title)), words()(f"{key}_step", **values)
