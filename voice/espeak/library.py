"""libespeak-ng through ctypes: one text in, samples and timed events out.

The library is global state: there is one of it in a process and one lock around it.
"""

from __future__ import annotations

import ctypes
import functools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from voice.errors import SynthesisFault
from voice.espeak.data_path import usable_data_path

# Numbers of speak_lib.h (espeak-ng 1.52).
SYNCHRONOUS: Final = 2
PHONEME_EVENTS: Final = 0x0001
DONT_EXIT: Final = 0x8000
CHARS_UTF8: Final = 1
ENDPAUSE: Final = 0x1000
IPA: Final = 2
CHARACTER_POSITION: Final = 1
LIST_END, WORD, PHONEME = 0, 1, 7
RATE, VOLUME, PITCH, RANGE = 1, 2, 3, 4

REMEDY: Final = "Run the set-up again: it brings the package espeakng-loader."
BUSY: Final = 30.0
"""Seconds to wait for a text that is being spoken; a longer one counts as a library that hangs."""


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


@dataclass(frozen=True, slots=True)
class Settings:
    """A voice as the library names it, words a minute, and pitch, its range and volume in the library's own 0..100."""

    voice: str
    rate: int
    pitch: int
    range: int
    volume: int


@dataclass(frozen=True, slots=True)
class PhonemeEvent:
    """The mnemonic of a phoneme that begins at `sample`, stress marks and all."""

    sample: int
    name: str


@dataclass(frozen=True, slots=True)
class WordEvent:
    """A word that begins at `sample`: characters `begin` to `end` of the text."""

    sample: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class RawSpeech:
    """What the library made of a text, untouched."""

    pcm: npt.NDArray[np.int16]
    rate: int
    phonemes: tuple[PhonemeEvent, ...]
    words: tuple[WordEvent, ...]


class Cancelled(Exception):
    """The text was abandoned half way."""


class EspeakLibrary:
    """The one espeak-ng of this process. Use `library()` to get it."""

    def __init__(self, path: str, data: str) -> None:
        try:
            self._dll = ctypes.CDLL(path)
        except OSError as fault:
            raise SynthesisFault("The espeak-ng library cannot be loaded.", REMEDY) from fault
        self.rate = int(self._dll.espeak_Initialize(SYNCHRONOUS, 0, data.encode(), PHONEME_EVENTS | DONT_EXIT))
        if self.rate <= 0:
            raise SynthesisFault("espeak-ng cannot read its speech data.", REMEDY)
        self._dll.espeak_Info.restype = ctypes.c_char_p
        self.version = self._dll.espeak_Info(None).decode()
        self._lock = threading.Lock()

    def synthesise(self, text: str, settings: Settings, cancelled: Callable[[], bool]) -> RawSpeech:
        """Speak `text`. Raises `SynthesisFault` when no sound comes and `Cancelled` when `cancelled` turned true."""
        with self._turn(cancelled):
            self._apply(settings)
            take = _Take(cancelled)
            self._dll.espeak_SetSynthCallback(take.callback)
            data = text.encode("utf-8", "replace") + b"\0"
            flags = CHARS_UTF8 | ENDPAUSE
            error = self._dll.espeak_Synth(data, len(data), 0, CHARACTER_POSITION, 0, flags, None, None)
            if take.stopped:
                raise Cancelled
            if error != 0 or not take.pieces or (settings.volume > 0 and not any(piece.any() for piece in take.pieces)):
                raise SynthesisFault(f"espeak-ng gave no sound with the voice {settings.voice}.", REMEDY)
            return RawSpeech(np.concatenate(take.pieces), self.rate, tuple(take.phonemes), tuple(take.words))

    def seed(self, number: int) -> None:
        """Begin the noise of breathy voices anew, so that the same speech can be made again; otherwise the clock seeds it."""
        with self._turn(lambda: False):
            self._dll.espeak_ng_SetRandSeed(ctypes.c_long(number))

    def sounds(self, text: str, voice: str) -> str:
        """The sounds of `text` in the International Phonetic Alphabet, stress marks and all, as the language `voice` says them.

        About 1 ms a sentence. Punctuation is not in it. Raises `SynthesisFault`.
        """
        with self._turn(lambda: False):
            if self._dll.espeak_SetVoiceByName(voice.encode()) != 0:
                raise no_voice(voice)
            data = ctypes.create_string_buffer(text.encode("utf-8", "replace"))
            rest = ctypes.c_void_p(ctypes.addressof(data))
            self._dll.espeak_TextToPhonemes.restype = ctypes.c_char_p
            found: list[str] = []
            while rest.value:
                clause = self._dll.espeak_TextToPhonemes(ctypes.byref(rest), CHARS_UTF8, IPA)
                found.append((clause or b"").decode("utf-8", "replace"))
            self._settle()
            return " ".join(found)

    def _settle(self) -> None:
        """Speak a dot into nothing: after some dozens of texts of which it only told the sounds, the library would leave out the
        event of the first word it speaks."""
        take = _Take(lambda: False)
        self._dll.espeak_SetSynthCallback(take.callback)
        self._dll.espeak_Synth(b".", 2, 0, CHARACTER_POSITION, 0, CHARS_UTF8, None, None)

    @contextmanager
    def _turn(self, cancelled: Callable[[], bool]) -> Iterator[None]:
        """The library for oneself. Raises `SynthesisFault` where another text holds it for too long."""
        until = time.monotonic() + BUSY
        while not self._lock.acquire(timeout=0.02):
            if cancelled():
                raise Cancelled
            if time.monotonic() > until:
                raise SynthesisFault("espeak-ng does not answer.", "Start Hearth again.")
        try:
            yield
        finally:
            self._lock.release()

    def _apply(self, settings: Settings) -> None:
        if self._dll.espeak_SetVoiceByName(settings.voice.encode()) != 0:
            raise no_voice(settings.voice)
        for parameter, value in (
            (RATE, settings.rate),
            (VOLUME, settings.volume),
            (PITCH, settings.pitch),
            (RANGE, settings.range),
        ):
            self._dll.espeak_SetParameter(parameter, value, 0)


def no_voice(name: str) -> SynthesisFault:
    """The library knows no such voice."""
    return SynthesisFault(f"espeak-ng has no voice {name}.", "Choose another voice in the settings.", kind="no-voice")


class _Take:
    """One run of the callback: what it collected."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self.pieces: list[npt.NDArray[np.int16]] = []
        self.phonemes: list[PhonemeEvent] = []
        self.words: list[WordEvent] = []
        self.stopped = False
        self._cancelled = cancelled
        self.callback = _Callback(self._collect)

    def _collect(self, samples: Any, count: int, events: Any) -> int:
        if self._cancelled():
            self.stopped = True
            return 1
        if samples and count > 0:
            self.pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
        index = 0
        while events[index].type != LIST_END:
            self._note(events[index])
            index += 1
        return 0

    def _note(self, event: Any) -> None:
        if event.type == PHONEME:
            raw = ctypes.string_at(ctypes.addressof(event.id), 8).split(b"\0")[0]
            self.phonemes.append(PhonemeEvent(event.sample, raw.decode("utf-8", "replace")))
        elif event.type == WORD:
            begin = max(0, event.text_position - 1)
            self.words.append(WordEvent(event.sample, begin, begin + event.length))


@functools.cache
def library() -> EspeakLibrary:
    """The library of this process, loaded at the first call (2 ms); SynthesisFault if it is missing."""
    try:
        import espeakng_loader
    except ImportError as fault:
        raise SynthesisFault("The package espeakng-loader is missing.", REMEDY) from fault
    return EspeakLibrary(espeakng_loader.get_library_path(), usable_data_path(espeakng_loader.get_data_path()))
