"""One utterance as a request: WAV in a form of several parts, and nothing else of the user."""

from __future__ import annotations

import secrets
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.sound_file import wav_bytes

RATE: Final = 16000
MODEL: Final = "whisper-1"
"""Asked for where the user named none: every server of the kind knows it, or takes anything."""

REMEDY: Final = "Check the server that transcribes in the settings, or listen on this computer."


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
    body = b"".join((*parts, head.encode(), wav_bytes(pcm, RATE), f"\r\n--{mark}--\r\n".encode()))
    return body, f"multipart/form-data; boundary={mark}"
