"""Whether a pack works: it says a word in a child process, which alone a broken model can kill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from voice.errors import ModelFault, SynthesisFault
from voice.models.download import stop_where
from voice.neural.child import Loaded
from voice.neural.held import HeldVoice
from voice.neural.requests import requests
from voice.spoken_text import spoken_runs
from voice.voice_packs.layout import KIND, REMEDY, Layout, laid_out

WORDS: Final = {"en": "Good morning, my friend.", "zh": "早上好，朋友。", "ja": "おはよう、ともだち。"}
LEAST_KNOWN: Final = 0.6
"""The share of the sounds of a sentence that a voice must know."""

SECONDS: Final = (0.2, 30.0)
"""How long such words may last."""

PATIENCE: Final = 60.0


def try_pack(folder: Path, cancelled: Callable[[], bool] = lambda: False, threads: int = 1) -> Loaded:
    """Load the pack and let it speak in each of its languages. Raises `ModelFault`, of kind ``cancelled`` when stopped."""
    layout = laid_out(folder)
    name = layout.folder.name
    check_tokens(layout)
    voice = HeldVoice(layout.folder, threads)
    try:
        loaded = voice.ready(cancelled)
        for lang in layout.langs:
            stop_where(cancelled, name)
            pcm = np.concatenate([voice.sound(words, 0, PATIENCE) for words in asked(lang, layout)])
            if not SECONDS[0] < len(pcm) / loaded.rate < SECONDS[1] or np.abs(pcm).max() < 100:
                raise ModelFault(f"{name} is no sound voice pack: what it says cannot be speech.", REMEDY, kind=KIND)
        return loaded
    except SynthesisFault as fault:
        if fault.kind == "cancelled":
            stop_where(lambda: True, name)
        raise ModelFault(f"{name} came whole, but does not work: {fault.message}", REMEDY, kind=KIND) from fault
    finally:
        voice.close()


def asked(lang: str, layout: Layout) -> list[str | list[list[int]]]:
    """The words of the trial as the voice wants them."""
    return [words for run in spoken_runs(WORDS[lang], lang) for words in requests(run, layout)]


def check_tokens(layout: Layout) -> None:
    """Raise `ModelFault` where the list of sounds is none, or one of another voice."""
    known = tokens_of(layout)
    for lang, way in layout.ways.items():
        if way == "letters":
            continue
        said = [sign for words in asked(lang, layout) for sentence in words for sign in sentence]
        if sum(sign in known for sign in said) < LEAST_KNOWN * len(said):
            raise ModelFault(f"{layout.folder.name} is no sound voice pack: tokens.txt does not fit it.", REMEDY, kind=KIND)


def tokens_of(layout: Layout) -> set[int]:
    """The code points that the pack has a number for."""
    found: set[int] = set()
    for row in layout.tokens.read_text("utf-8", "replace").splitlines():
        sign = row.rsplit(" ", 1)[0] or " "
        if len(sign) == 1:
            found.add(ord(sign))
    return found
