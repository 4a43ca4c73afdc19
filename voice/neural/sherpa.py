"""A pack in sherpa-onnx. Runs in the child only: on what is wrong the library ends its process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from voice.neural.child import Request
from voice.voice_packs.layout import Layout


def opened(layout: Layout, threads: int) -> Any:
    """The pack, loaded. Raises whatever the library raises."""
    import sherpa_onnx as sherpa

    if not hasattr(sherpa.GenerationConfig, "phoneme_codepoints"):
        raise RuntimeError("sherpa-onnx is older than version 2")
    family = {"piper": vits, "melo": vits, "kokoro": kokoro, "matcha": matcha}[layout.family]
    model = sherpa.OfflineTtsModelConfig(num_threads=threads, provider="cpu", **family(layout))
    return sherpa.OfflineTts(sherpa.OfflineTtsConfig(model=model, max_num_sentences=1))


def vits(layout: Layout) -> dict[str, Any]:
    """The part of the configuration that the families Piper and Melo want."""
    import sherpa_onnx as sherpa

    paths = {"model": str(layout.model), "tokens": str(layout.tokens), "lexicon": lexicon_of(layout)}
    return {"vits": sherpa.OfflineTtsVitsModelConfig(**paths)}


def kokoro(layout: Layout) -> dict[str, Any]:
    """The same for the family Kokoro."""
    import sherpa_onnx as sherpa

    paths = {"model": str(layout.model), "voices": str(layout.voices), "tokens": str(layout.tokens)}
    return {"kokoro": sherpa.OfflineTtsKokoroModelConfig(**paths, lexicon=lexicon_of(layout))}


def matcha(layout: Layout) -> dict[str, Any]:
    """The same for the family Matcha."""
    import sherpa_onnx as sherpa

    paths = {"acoustic_model": str(layout.model), "vocoder": str(layout.vocoder), "tokens": str(layout.tokens)}
    return {"matcha": sherpa.OfflineTtsMatchaModelConfig(**paths, lexicon=lexicon_of(layout))}


def lexicon_of(layout: Layout) -> str:
    """The lexicons for what the voice is given in letters: of two ways to speak English the American."""
    if "letters" not in layout.ways.values():
        return ""
    american = any("us-en" in path.stem for path in layout.lexicons)
    return ",".join(str(path) for path in layout.lexicons if not (american and "gb-en" in path.stem))


def generated(engine: Any, request: Request, stopped: Callable[[], bool]) -> npt.NDArray[np.float32]:
    """The sound of a request; empty where nothing came. Ends at the next sentence once `stopped` turns true."""
    import sherpa_onnx as sherpa

    wanted = sherpa.GenerationConfig()
    wanted.sid = request.speaker
    wanted.speed = request.speed
    wanted.silence_scale = request.pause
    letters = request.words if isinstance(request.words, str) else ""
    if not isinstance(request.words, str):
        wanted.phoneme_codepoints = request.words
    made = engine.generate(letters, wanted, lambda samples, share: 0 if stopped() else 1)
    return np.asarray(made.samples, np.float32)
