"""What a speech server sends as a WAV file, read with suspicion."""

from __future__ import annotations

import json
import re
import struct
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import FileFault, NoSound, SynthesisFault
from voice.sound_file import decoded
from voice.speech_server.exchange import REMEDY, Reply

STREAMED: Final = 0x7FFF0000
"""Sizes from here on, and 0, stand in headers that were written before the length was known."""

SILENT: Final = 16
"""Peak of int16 (-66 dB) below which nothing is heard."""

SHORTEST: Final = 0.03
"""Seconds."""

MOST_TOLD: Final = 160
OTHER_FORMS: Final = {b"ID3": "MP3", b"OggS": "Ogg", b"fLaC": "FLAC", b"\x1aE\xdf\xa3": "WebM", b"FORM": "AIFF"}


def sound_in(reply: Reply, host: str, key: str = "") -> tuple[npt.NDArray[np.int16], int]:
    """Mono int16 and its rate. Raises `SynthesisFault` for whatever is no sound."""
    data = reply.body
    if not data:
        raise NoSound(f"The speech server at {host} sent nothing.", REMEDY)
    if data[:4] != b"RIFF":
        raise SynthesisFault(f"The speech server at {host} sent {what_it_is(reply, key)} instead of WAV sound.", REMEDY)
    try:
        pcm, rate = decoded(with_true_size(data))
    except FileFault as fault:
        raise SynthesisFault(f"The speech server at {host} sent sound that cannot be read: {fault.message}", REMEDY) from fault
    if len(pcm) < SHORTEST * rate or int(np.abs(pcm.astype(np.int32)).max()) < SILENT:
        raise NoSound(f"The speech server at {host} sent silence.", REMEDY)
    return pcm, rate


def with_true_size(data: bytes) -> bytes:
    """The file with the real length of its sound in the head, where it was streamed. Raises `FileFault` where sound is missing
    that the head promises."""
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        here = len(data) - at - 8
        if name == b"data":
            if size == 0 or size >= STREAMED:
                return data[: at + 4] + struct.pack("<I", here) + data[at + 8 :]
            if size > here:
                raise FileFault("It is cut short.")
            return data
        if size > here:
            break
        at += 8 + size + size % 2
    raise FileFault("It holds no sound.")


def what_it_is(reply: Reply, key: str = "") -> str:
    """What came instead of sound, in words."""
    start = reply.body[:64].lstrip()
    for magic, name in OTHER_FORMS.items():
        if start.startswith(magic):
            return name
    if start[:1] == b"\xff" and len(start) > 1 and start[1] & 0xE0 == 0xE0:
        return "MP3"
    if start[:1] == b"<":
        return "a web page"
    if start[:1] in b"{[":
        said = told(reply.body, key)
        return f"the message “{said}”" if said else "JSON"
    return "something unknown"


def told(body: bytes, key: str = "") -> str:
    """The message in an error's body as servers write it (``error.message``, ``detail``, ``message``), in one short line without
    the key; empty where there is none."""
    try:
        found = json.loads(body[:20_000])
    except (ValueError, RecursionError):
        return ""
    for name in ("error", "detail", "message", "msg"):
        if isinstance(found, list) and found:
            found = found[0]
        if isinstance(found, dict):
            found = found.get(name, found)
    if not isinstance(found, str):
        return ""
    line = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069<>]+", " ", found)
    line = " ".join(line.replace(key, "…").split() if key else line.split())
    return line if len(line) <= MOST_TOLD else line[: MOST_TOLD - 1] + "…"
