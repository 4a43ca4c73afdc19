"""One utterance as a request: WAV in a form of several parts, and nothing else of the user."""

from __future__ import annotations

import io
import secrets
import wave
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import TranscriptionFault

RATE: Final = 16000
MODEL: Final = "whisper-1"
"""Asked for where the user named none: every server of the kind knows it, or takes anything."""

REMEDY: Final = "Check the server that transcribes in the settings, or listen on this computer."


def wav_of(pcm: npt.NDArray[np.int16]) -> bytes:
    """16 kHz mono int16 as a file."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.ascontiguousarray(pcm, dtype="<i2").tobytes())
    return target.getvalue()


def form_of(pcm: npt.NDArray[np.int16], model: str, lang: str) -> tuple[bytes, str]:
    """The body, and its content type."""
    fields = {"model": model.strip() or MODEL, "response_format": "json", "temperature": "0"}
    if lang:
        fields["language"] = lang
    mark = "hearth-" + secrets.token_hex(12)
    parts = [
        f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()
    ]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="speech.wav"\r\nContent-Type: audio/wav\r\n\r\n'
    return b"".join((*parts, head.encode(), wav_of(pcm), f"\r\n--{mark}--\r\n".encode())), f"multipart/form-data; boundary={mark}"


def headers_with(key: str, kind: str) -> dict[str, str]:
    """Of the request. The key goes nowhere else. Raises `TranscriptionFault` where it is none."""
    if not (key.isascii() and key.isprintable()):
        raise TranscriptionFault(
            "The key of the server that transcribes holds characters that cannot be sent.", "Enter the key again."
        )
    headers = {"User-Agent": "Hearth", "Accept": "application/json", "Content-Type": kind}
    return {**headers, "Authorization": f"Bearer {key}"} if key else headers
