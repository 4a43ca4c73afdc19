"""Dictionaries read ahead of the first sentence, which would wait a quarter of a second for them."""

from __future__ import annotations

import logging
import threading
from typing import Final

from voice.errors import SynthesisFault
from voice.reading.spoken_text import spoken_runs

log = logging.getLogger("hearth.voice")

SAMPLES: Final = {"zh": "你好", "ja": "はい"}
"""Languages that need a dictionary, and a word that makes it load."""


def warm(lang: str) -> None:
    """Load what the first sentence in `lang` needs. What is missing is only noted: the sentence itself will tell."""
    try:
        spoken_runs(SAMPLES.get(lang, ""), lang)
    except SynthesisFault as fault:
        log.info("no dictionary for %s (%s)", lang, fault.message)


def warm_aside(lang: str) -> threading.Thread | None:
    """The same in a thread of its own, which nothing waits for; None where there is nothing to load."""
    if lang not in SAMPLES:
        return None
    thread = threading.Thread(target=warm, args=(lang,), name="dictionaries", daemon=True)
    thread.start()
    return thread
