"""pyttsx3 itself, as the child uses it: started, asked for one utterance, asked for its voices."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from pathlib import Path
from typing import Any, Final

from voice.pyttsx3_engine.choosing import gender, languages, voice_for
from voice.pyttsx3_engine.sapi_events import listening_to
from voice.pyttsx3_engine.wire import LARGEST, Request

TRIES: Final = 3
"""pyttsx3 loses the sound of one sentence in some hundreds, and writes an empty file."""

SETTINGS: Final = 5
"""How often a property is set, and each time looked after."""

EMPTY: Final = 1000
"""Bytes up to which a file holds a header and nothing to hear."""

WRITING: Final = 4.0 if sys.platform == "darwin" else 0.1
"""Seconds in which a file gets whole: macOS still writes it when its engine says that it is done."""


def start_engine() -> Any:
    """pyttsx3's engine for this system. On Linux it is given the espeak-ng that came with Hearth."""
    if sys.platform.startswith("linux"):
        import espeakng_loader

        from voice.espeak.data_path import usable_data_path

        os.environ["ESPEAK_DATA_PATH"] = usable_data_path(espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    import pyttsx3

    return pyttsx3.init()


def spoken(engine: Any, request: Request, folder: Path) -> tuple[bytes, dict[str, Any]]:
    """One utterance, as the file that the engine wrote, and what it told of sounds and words meanwhile (SAPI only)."""
    voice = voice_for(engine, request)
    if voice:
        engine.setProperty("voice", voice)
    for name, value in (("rate", request.rate), ("pitch", request.pitch)):
        if value is not None:
            set_surely(engine, name, value)
    data, marks = b"", {}
    for _ in range(TRIES):
        file = folder / "speech.wav"
        file.unlink(missing_ok=True)
        with listening_to(engine) as events:
            engine.save_to_file(request.text, str(file))
            engine.runAndWait()
        data, marks = written(file), events.told()
        file.unlink(missing_ok=True)
        if len(data) > EMPTY:
            break
    return data, marks


def set_surely(engine: Any, name: str, value: int) -> None:
    """Set a property, again where it did not come through: on Linux espeak-ng takes it in another thread, or loses it."""
    for _ in range(SETTINGS):
        engine.setProperty(name, value)
        for _ in range(SETTINGS):
            if not sys.platform.startswith("linux") or engine.getProperty(name) == value:
                return
            time.sleep(0.002)


def written(file: Path, patience: float = WRITING) -> bytes:
    """The file's bytes once it is whole; what there is of it after `patience` seconds; nothing of one that is too large."""
    until = time.monotonic() + patience
    while True:
        data = file.read_bytes() if file.exists() and file.stat().st_size < LARGEST - EMPTY else b""
        if is_whole(data) or time.monotonic() > until:
            return data
        time.sleep(0.01)


def is_whole(data: bytes) -> bool:
    """Whether a RIFF or IFF file is as long as its head says: a head without length is written first and mended last."""
    if len(data) <= EMPTY or data[:4] not in (b"RIFF", b"FORM"):
        return False
    return int.from_bytes(data[4:8], "little" if data[:4] == b"RIFF" else "big") + 8 <= len(data)


def listed(engine: Any) -> list[dict[str, Any]]:
    """The engine's voices: id, name, the languages (en, zh, ja) they speak, and gender."""
    return [
        {"id": str(voice.id), "name": str(voice.name), "langs": languages(voice), "gender": gender(voice)}
        for voice in engine.getProperty("voices")
    ]
