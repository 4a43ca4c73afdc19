"""The child that holds pyttsx3: one utterance a request, nothing printed, gone with its parent."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import shutil
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

FEMALE: Final = ("female", "zira", "samantha", "aria", "jenny", "ting", "huihui", "kyoko", "haruka", "ayumi")
"""Words in names of voices that sound like a woman's, across systems."""

TRIES: Final = 3
"""pyttsx3 loses the sound of one sentence in some hundreds, and writes an empty file."""

SETTINGS: Final = 5
"""How often a property is set, and each time looked after."""

EMPTY: Final = 1000
"""Bytes up to which a file holds a header and nothing to hear."""


@dataclass(frozen=True, slots=True)
class Request:
    """Words a minute and pitch are None where the system's own shall hold; `voice` is an id or empty."""

    text: str
    lang: str
    voice: str
    rate: int | None
    pitch: int | None


def serve(line: Connection, folder: str) -> None:
    """Answer requests with ``("sound", bytes of the file)`` or ``("fault", reason)`` until the line closes.

    Sound passes through `folder`, which is the parent's to remove: this process may be killed at any moment.
    """
    be_quiet()
    tempfile.tempdir = folder
    threading.Thread(target=follow_parent, args=(folder,), name="follow-parent", daemon=True).start()
    try:
        engine = start_engine()
    except Exception as fault:  # noqa: BLE001 - the top of a process: whatever an engine raises is told to the parent
        line.send(("fault", type(fault).__name__))
        return
    line.send(("ready", b""))
    while True:
        try:
            request = line.recv()
        except (EOFError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
            return
        answer: tuple[str, bytes | str]
        try:
            answer = ("sound", spoken(engine, request, Path(folder)))
        except Exception as fault:  # noqa: BLE001 - as above
            answer = ("fault", type(fault).__name__)
        line.send(answer)


def follow_parent(folder: str) -> None:
    """End this process with its parent, even while an engine hangs, and leave no speech behind."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def be_quiet() -> None:
    """pyttsx3 and its drivers print: into nothing, so that the parent's answers stay clean."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def start_engine() -> Any:
    """pyttsx3's engine for this system. On Linux it is given the espeak-ng that came with Hearth."""
    if sys.platform.startswith("linux"):
        import espeakng_loader

        from voice.espeak.data_path import usable_data_path

        os.environ["ESPEAK_DATA_PATH"] = usable_data_path(espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)
    import pyttsx3

    return pyttsx3.init()


def spoken(engine: Any, request: Request, folder: Path) -> bytes:
    """One utterance, as the file that the engine wrote."""
    voice = request.voice or voice_for(engine, request.lang)
    if voice:
        engine.setProperty("voice", voice)
    for name, value in (("rate", request.rate), ("pitch", request.pitch)):
        if value is not None:
            set_surely(engine, name, value)
    for _ in range(TRIES):
        file = folder / "speech.wav"
        file.unlink(missing_ok=True)
        engine.save_to_file(request.text, str(file))
        engine.runAndWait()
        data = file.read_bytes() if file.exists() else b""
        file.unlink(missing_ok=True)
        if len(data) > EMPTY:
            break
    return data


def set_surely(engine: Any, name: str, value: int) -> None:
    """Set a property, again where it did not come through: on Linux espeak-ng takes it in another thread, or loses it."""
    for _ in range(SETTINGS):
        engine.setProperty(name, value)
        for _ in range(SETTINGS):
            if not sys.platform.startswith("linux") or engine.getProperty(name) == value:
                return
            time.sleep(0.002)


def voice_for(engine: Any, lang: str) -> str:
    """The id of a voice for the language, a woman's if there is one; empty to leave the system's own."""
    fitting = [voice for voice in engine.getProperty("voices") if speaks(voice, lang)]
    fitting.sort(key=lambda voice: not sounds_female(voice))
    return str(fitting[0].id) if fitting else ""


def speaks(voice: Any, lang: str) -> bool:
    """Whether the voice's languages or its name tell this language."""
    tags = [tag.decode("ascii", "ignore") if isinstance(tag, bytes) else str(tag) for tag in voice.languages or ()]
    names = {"en": ("en", "english"), "zh": ("zh", "cmn", "chinese"), "ja": ("ja", "japanese")}.get(lang, (lang,))
    told = [tag.strip("\x05").lower().replace("_", "-").split("-")[0] for tag in tags]
    return any(name in told for name in names) or any(name in str(voice.name).lower() for name in names[1:])


def sounds_female(voice: Any) -> bool:
    """Whether it says so."""
    told = f"{voice.gender or ''} {voice.name} {voice.id}".lower()
    return any(word in told for word in FEMALE)
