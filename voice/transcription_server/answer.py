"""What came back, read with suspicion: a text that can be what was said, or a fault in words."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from voice.errors import TranscriptionFault
from voice.speech_server.exchange import Reply
from voice.speech_server.sound import told, what_it_is
from voice.transcription_server.request import REMEDY

FASTEST: Final = 40
"""Characters that somebody may say in a second; of more, a part was made up."""

SHORT: Final = 80
"""Characters that are believed of any sound."""

START_IT: Final = "Start the server that transcribes, check its address, or listen on this computer."
SIGNS: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
NOISE: Final = re.compile(r"[\[(（【<♪*][^\])）】>♪*]{0,40}[\])）】>♪*]")
"""“[BLANK_AUDIO]”, “(music)”: what such servers write of sounds that are no words."""


def text_in(reply: Reply, host: str, seconds: float, key: str = "") -> str:
    """What was said; empty where it was nothing. Raises `TranscriptionFault`."""
    if reply.status != 200:
        raise refused(reply, host, key)
    where = f"The server that transcribes at {host}"
    if not reply.body.strip():
        raise TranscriptionFault(f"{where} sent nothing.", REMEDY)
    try:
        found: Any = json.loads(reply.body)
    except (ValueError, RecursionError):
        raise TranscriptionFault(f"{where} sent {what_it_is(reply, key)} instead of a text.", REMEDY) from None
    text = found.get("text") if isinstance(found, dict) else None
    if not isinstance(text, str):
        raise TranscriptionFault(f"{where} sent {what_it_is(reply, key)} instead of a text.", REMEDY)
    plain = " ".join(NOISE.sub(" ", SIGNS.sub(" ", text.encode("utf-8", "replace").decode("utf-8"))).split())
    if len(plain) > SHORT + FASTEST * seconds:
        raise TranscriptionFault(f"{where} wrote more than can have been said in {seconds:.0f} seconds.", REMEDY)
    return plain if any(char.isalnum() for char in plain) else ""


def refused(reply: Reply, host: str, key: str = "") -> TranscriptionFault:
    """An error status in words, with what the server says of it."""
    why = told(reply.body, key)
    says = f": “{why}”" if why else "."
    where = f"The server that transcribes at {host}"
    if reply.status in (401, 403):
        return TranscriptionFault(f"{where} refuses the key{says}", "Check the key of this server in the settings.")
    if reply.status in (404, 405):
        return TranscriptionFault(f"{where} transcribes nothing at this address, or not by this model{says}", REMEDY)
    if reply.status == 413:
        return TranscriptionFault(f"{where} takes no sound as long as this{says}", "Speak in shorter sentences.")
    if reply.status == 429:
        return TranscriptionFault(
            f"{where} is asked too often, or the credit is used up{says}", "Wait a while, or listen on this computer."
        )
    if reply.status in (400, 415, 422):
        return TranscriptionFault(f"{where} does not take this model, language or sound ({reply.status}){says}", REMEDY)
    return TranscriptionFault(f"{where} failed ({reply.status}){says}", START_IT if reply.status >= 500 else REMEDY)
