"""Films without words: she idles, or does one thing, on her own stage."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop.film.encoder import FilmEncoder
from desktop.film.studio import size_of, stage_of
from mind.errors import EnvironmentFault

ACTIVITIES: Final = ("idle", "listening", "thinking", "reading")
BEGIN: Final = 1.0
"""Seconds before she begins, so that the film shows her standing first."""
RELEASE: Final = 2.0
"""Seconds before the end at which a kept pose is let go, so that the film shows the way back."""


def film_move(args: argparse.Namespace) -> dict[str, Any]:
    """Film what `args.of` names. Raises `EnvironmentFault` that names what there is."""
    if not 1.0 <= args.seconds <= 120.0:
        raise EnvironmentFault(f"--seconds {args.seconds:g} is no length", "Choose 1 to 120 seconds.", kind="usage")
    size = size_of(args.size)
    stage: Any = stage_of(args, size)
    try:
        deed = deed_of(stage, args.of)
        encoder = FilmEncoder(Path(args.out), *size, args.fps)
        try:
            frames = play(stage, encoder, deed, args.seconds, args.fps)
            encoder.finish(np.zeros(round(args.seconds * 16000), np.int16), 16000)
        except BaseException:
            encoder.abandon()
            raise
    finally:
        stage.close()
    return {"seconds": round(frames / args.fps, 2), "frames": frames}


def deed_of(stage: Any, name: str) -> str:
    """``activity``, ``pose`` or ``gesture``."""
    for kind, known in (("activity", ACTIVITIES), ("pose", stage.poses), ("gesture", stage.gestures)):
        if name in known:
            return f"{kind}:{name}"
    every = sorted({*ACTIVITIES, *stage.poses, *stage.gestures})
    raise EnvironmentFault(f"she cannot do {name}", f"Choose from: {', '.join(every)}.", kind="usage")


def play(stage: Any, encoder: FilmEncoder, deed: str, seconds: float, fps: int) -> int:
    """Live, draw and encode; how many pictures there are."""
    kind, _, name = deed.partition(":")
    for _ in range(2 * fps):  # hair and cloth come to rest before the film begins
        stage.update(1 / fps)
    frames = round(seconds * fps)
    for number in range(frames):
        if kind == "activity" and number == 0:
            stage.activity(name)
        if number == round(BEGIN * fps) and kind == "gesture":
            stage.gesture(name)
        if number == round(BEGIN * fps) and kind == "pose":
            stage.pose(name)
        if number == frames - round(RELEASE * fps) and kind == "pose":
            stage.pose(None)
        stage.update(1 / fps)
        frame = stage.render()
        encoder.picture(np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4))
    return frames
