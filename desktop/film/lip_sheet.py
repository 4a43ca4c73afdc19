"""One sentence, frame by frame: her face beside the sounds it makes, and under it how loud they are and what the mouth does."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop.film.lip_strip import Row, paint_head, paint_row, sheet_image
from desktop.film.studio import qt, stage_of
from mind.errors import EnvironmentFault
from mind.languages import Lang
from mind.turn.language_guess import spoken_language
from voice.delivery import delivery
from voice.utterance import VRM_VISEMES
from voice.visemes.lip_track import LipTrack
from voice.visemes.measure import Said, said
from voice.visemes.mouths import is_pause

FPS: Final = 30
COLUMNS: Final = 15
"""Frames in a row: half a second."""

TILE: Final = 118
PICTURE: Final = 560
CUT: Final = (0.335, 0.395, 0.455)
"""Pixels of the whole picture, and what of it is shown: left, top and size of a square from the brows to the chin."""

BEFORE, AFTER = 7, 4
"""Frames of quiet before the first sound and after the last."""

LONGEST, MOST = 8.0, 200
"""Seconds and characters; what is longer is no sheet to look at."""

KINDS: Final = (".png", ".jpg", ".jpeg")
QUALITY: Final = 72

CLOSE: Final = 1.35
"""Nearer than the face's own framing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a frame shows that is seen from `at` seconds of the sound on: the face, and the mouth as the face took it."""

    at: float
    face: QImage
    weights: tuple[float, ...]
    jaw: float
    gate: float


def film_lips(args: argparse.Namespace) -> dict[str, Any]:
    """Draw the sheet of `args.lips`. Raises faults that name what is wrong with text, person or place."""
    if Path(args.out).suffix.casefold() not in KINDS:
        raise EnvironmentFault(f"{args.out} is no picture", "Choose a name that ends in .png or .jpg.", kind="usage")
    qt()
    spoken = sentence(args)
    args.camera = "face"
    stage: Any = stage_of(args, (PICTURE, PICTURE))
    try:
        if args.emotion != "neutral":
            if not stage.shows(args.emotion):
                known = ", ".join(stage.expressions)
                raise EnvironmentFault(f"she has no expression {args.emotion}", f"There are: {known}.", kind="usage")
            stage.express(args.emotion, 0.8, 60.0)
        frames = frames_of(stage, spoken)
    finally:
        stage.close()
    image = painted(spoken, frames, args.lang or spoken_language(args.lips, "en"))
    if not image.save(args.out, quality=QUALITY):
        raise EnvironmentFault(f"{args.out} cannot be written", "Choose another place.", kind="usage")
    return {"seconds": round(spoken.utterance.seconds, 2), "frames": len(frames), "size": (image.width(), image.height())}


def sentence(args: argparse.Namespace) -> Said:
    """What she says on the sheet."""
    lang: Lang = args.lang or spoken_language(args.lips, "en")
    if len(args.lips) > MOST:
        raise EnvironmentFault("this text is too long for a sheet", f"Choose at most {MOST} characters.", kind="usage")
    spoken = said(args.lips, delivery(lang, args.emotion))
    if all(is_pause(phone.name) for phone in spoken.phones):
        raise EnvironmentFault("there is nothing to say in this text", "Write a sentence.", kind="usage")
    seconds = spoken.utterance.seconds
    if seconds > LONGEST:
        remedy = f"Choose a sentence of at most {LONGEST:g} seconds."
        raise EnvironmentFault(f"this takes {seconds:.0f} seconds to say", remedy, kind="usage")
    return spoken


def frames_of(stage: Any, spoken: Said) -> list[Frame]:
    """The stage lives through the sentence."""
    track = LipTrack(spoken.utterance.visemes)
    stage.zoom(CLOSE, 0.0)
    stage.activity("speaking")
    for _ in range(2 * FPS):  # hair and mood come to rest
        stage.update(1 / FPS)
    last = max(phone.end for phone in spoken.phones if not is_pause(phone.name))
    count = BEFORE + round(last * FPS) + AFTER
    frames = []
    for number in range(count):
        at = (number - BEFORE) / FPS
        stage.mouth(*track.at(at + 0.5 / FPS, 1 / FPS))
        stage.accents(max(0.0, at), spoken.utterance.stresses if at >= 0 else ())
        stage.update(1 / FPS)
        frames.append(Frame(at, face_of(stage.render()), shown(stage), stage.body.opening, stage.body.gate))
    return frames


def shown(stage: Any) -> tuple[float, ...]:
    """The five vowels as the face has them now."""
    return tuple(float(stage.puppet.shown.get(name, 0.0)) for name in VRM_VISEMES)


def face_of(frame: Any) -> QImage:
    """The picture, as a copy in the size of a tile."""
    image = QImage(frame.pixels, frame.width, frame.height, QImage.Format.Format_ARGB32_Premultiplied)
    left, top, size = (round(part * PICTURE) for part in CUT)
    return image.copy(left, top, size, size).scaled(
        TILE, TILE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def painted(spoken: Said, frames: list[Frame], lang: Lang) -> QImage:
    """The whole sheet."""
    rows = [frames[i : i + COLUMNS] for i in range(0, len(frames), COLUMNS)]
    image = sheet_image(len(rows), COLUMNS, TILE)
    paint_head(image, spoken.utterance.text, lang)
    for index, row in enumerate(rows):
        paint_row(image, index, Row(spoken, row, COLUMNS, TILE, FPS, lang))
    return image
