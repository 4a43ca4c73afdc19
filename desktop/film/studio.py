"""Puts a film together: companion, voice, stage and camera on one virtual clock."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Coroutine
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from desktop.composition import open_companion, spoken_lang
from desktop.conversation.engine_setup import voice_of
from desktop.data_folder import data_folder
from desktop.film.clothes import begin_in
from desktop.film.director import Director, Take
from desktop.film.encoder import FilmEncoder
from desktop.film.lip_match import energy_per_frame, lip_match
from desktop.film.script import read_script
from desktop.settings import Settings, load_settings
from desktop.termination import terminable
from mind.clock import VirtualClock
from mind.errors import EnvironmentFault
from mind.languages import Lang
from voice.output.buffer import BufferOut
from voice.speaker import Speaker


def film(args: argparse.Namespace) -> dict[str, Any]:
    """Film the script named in `args`; what was measured. Raises faults of the rooms."""
    lines = read_script(Path(args.script))
    width, height = size_of(args.size)
    folder = data_folder(args.data_dir)
    settings = load_settings(folder)
    encoder = FilmEncoder(Path(args.out), width, height, args.fps)
    try:
        return asyncio.run(ending(record(args, lines, folder, settings, encoder, (width, height))))
    except BaseException:
        encoder.abandon()
        raise


async def ending(recording: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """The recording; SIGTERM leaves no half film."""
    with terminable():
        return await recording


async def record(
    args: argparse.Namespace,
    lines: tuple[str, ...],
    folder: Path,
    settings: Settings,
    encoder: FilmEncoder,
    size: tuple[int, int],
) -> dict[str, Any]:
    """Play, encode, measure."""
    qt()
    lang: Lang = spoken_lang(settings, args.lang)
    clock = VirtualClock(datetime.now().astimezone())
    companion = open_companion(folder, settings, lang=lang, clock=clock, seed=1, place="film")
    stage: Any = stage_of(args, size)
    out = BufferOut(clock.monotonic)
    director: Director | None = None

    def began(handle: Any) -> None:
        assert director is not None
        director.perform(handle.tag or ())

    own = settings.voice.of(args.person)
    speaker = Speaker(voice_of(folder, settings, lambda: args.person), out, on_started=began, threaded=False)
    director = Director(companion, speaker, stage, encoder, clock, args.fps, own)
    try:
        await begin_in(stage, companion)
        take = await director.play(lines, told)
    finally:
        await companion.close()
        speaker.close()
        stage.close()
    return finished(take, out, encoder, args.fps)


def finished(take: Take, out: BufferOut, encoder: FilmEncoder, fps: int) -> dict[str, Any]:
    """Close the film and measure it."""
    seconds = len(take.opening) / fps
    pcm = out.pcm(seconds)
    encoder.finish(pcm, out.rate)
    match = lip_match(np.array(take.opening), energy_per_frame(pcm, out.rate, fps, len(take.opening)), fps)
    return {
        "seconds": round(seconds, 2),
        "frames": len(take.opening),
        "replies": len(take.replies),
        "correlation": round(match.correlation, 3),
        "lag_ms": round(match.lag * 1000),
        "ended": [reply.ended for reply in take.replies],
    }


def stage_of(args: argparse.Namespace, size: tuple[int, int]) -> Any:
    """Her stage with the camera where it was asked to be."""
    from assets import asset
    from avatars.stage import open_stage
    from avatars.stage.backdrop import backgrounds
    from avatars.stage.light import LIGHT_OF

    known = tuple(backgrounds())
    if args.background and args.background not in known:
        raise EnvironmentFault(f"there is no background {args.background}", f"Choose from: {', '.join(known)}", kind="usage")
    background = args.background or next((name for name in known if name == "room-day"), None)
    stage: Any = open_stage(asset("avatars", f"{args.person}.vrm"), *size, background=background, quality="best")
    stage.set_light(LIGHT_OF.get(background or "", "day"))
    stage.frame(args.camera, 0.0)
    return stage


def size_of(text: str) -> tuple[int, int]:
    """WxH in pixels, even numbers as H.264 needs; EnvironmentFault of kind `usage` otherwise."""
    parts = text.lower().split("x")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() and len(part) <= 5 for part in parts):
        width, height = (int(part) // 2 * 2 for part in parts)
        if 64 <= width <= 3840 and 64 <= height <= 2160:
            return width, height
    raise EnvironmentFault(f"--size {text} is not a size", "Use WxH from 64x64 to 3840x2160, for example 720x720.", kind="usage")


def qt() -> Any:
    """Qt without a window, for the captions' text."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication.instance() or QGuiApplication(["hearth"])


def told(line: str) -> None:
    """How far the film is, to stderr."""
    print(f"hearth: {line}", file=sys.stderr, flush=True)
