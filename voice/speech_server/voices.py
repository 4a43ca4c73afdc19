"""Which voices a speech server has: its own list where it tells one, else the names that OpenAI's own server knows."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from voice.errors import SynthesisFault
from voice.ports import EngineVoice
from voice.speech_server.address import host_of, normalised
from voice.speech_server.exchange import Deadlines, Exchange
from voice.speech_server.headers import headers_with
from voice.speech_server.synthesiser import refused

WELL_KNOWN: Final = {"alloy": "", "echo": "man", "fable": "", "onyx": "man", "nova": "woman", "shimmer": "woman"}
KOKORO: Final = re.compile(r"([abjz])([fm])_\w+")
"""Kokoro's names tell the language (American, British, Japanese, Chinese) and the gender of a voice."""

KOKORO_LANGS: Final = {"a": "en", "b": "en", "j": "ja", "z": "zh"}
LARGEST: Final = 1 << 20
MOST: Final = 500
LONGEST: Final = 80
PATIENCE: Final = Deadlines(connect=4.0, first=6.0, gap=4.0, total=10.0)


def server_voices(url: str, key: str = "") -> list[EngineVoice]:
    """The voices to choose between. Blocks some seconds at most; raises `SynthesisFault` where the server cannot be asked or
    refuses the key."""
    base = normalised(url)
    if not base:
        raise SynthesisFault("No speech server is set.", "Enter its address in the settings.")
    reply = Exchange("GET", f"{base}/audio/voices", headers_with(key.strip()), None, PATIENCE, LARGEST).run()
    if reply.status in (401, 403):
        raise refused(reply, host_of(base), key.strip())
    found = listed(reply.body) if reply.status == 200 else []
    return found or [EngineVoice("server", name, name.capitalize(), (), note) for name, note in WELL_KNOWN.items()]


def listed(body: bytes) -> list[EngineVoice]:
    """A list as servers write it: names, or objects with ``id`` or ``name``, alone or under ``voices`` or ``data``."""
    try:
        told: Any = json.loads(body)
    except ValueError:
        return []
    if isinstance(told, dict):
        told = told.get("voices", told.get("data", ()))
    if isinstance(told, dict):
        told = list(told)
    found: dict[str, EngineVoice] = {}
    for entry in told if isinstance(told, list) else ():
        voice = as_voice(entry)
        if voice is not None and len(found) < MOST:
            found.setdefault(voice.id, voice)
    return list(found.values())


def as_voice(entry: object) -> EngineVoice | None:
    """One entry; None for what is no name."""
    named: dict[str, Any] = entry if isinstance(entry, dict) else {"id": entry}
    id = next((str(named[key]) for key in ("id", "voice_id", "name") if isinstance(named.get(key), str)), "")
    name = named["name"] if isinstance(named.get("name"), str) else id
    if not id.strip() or len(id) > LONGEST or not id.isprintable():
        return None
    kokoro = KOKORO.fullmatch(id)
    langs = (KOKORO_LANGS[kokoro[1]],) if kokoro else ()
    note = {"f": "woman", "m": "man"}[kokoro[2]] if kokoro else WELL_KNOWN.get(id, "")
    return EngineVoice("server", id, " ".join(name.split())[:LONGEST], langs, note)
