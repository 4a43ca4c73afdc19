"""``hearth hear FILE.wav``: write down what is said in a sound file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.data_folder import data_folder
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.ports import Heard


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    door.add_argument("file", metavar="FILE.wav", type=Path, help="8 to 32 bits, any rate from 8 kHz, any channels")
    door.add_argument("--model", metavar="DIR", default="", help="a speech model's folder, or the name of an installed one")
    door.add_argument("--json", action="store_true", help="answer as one JSON object, with confidences")


def run(args: argparse.Namespace) -> int:
    """Listen; the answer is what was said, a line for each utterance."""
    import json

    from desktop.settings import load_settings
    from voice.models import find_model
    from voice.recognise.soundness import try_model
    from voice.recognise.transcribe import transcribe
    from voice.sound_file import read_sound

    pcm, rate = read_sound(args.file)
    folder = data_folder(args.data_dir)
    chosen = args.model or load_settings(folder).hearing.model
    model = find_model(folder / "models", args.lang or "en", chosen)
    try_model(model)
    heard = transcribe(pcm, rate, model)
    if args.json:
        print(json.dumps(answer(heard, len(pcm) / rate, model), ensure_ascii=False), flush=True)
    else:
        for utterance in heard:
            print(utterance.text, flush=True)
    return Exit.OK


def answer(heard: list[Heard], seconds: float, model: Path) -> dict[str, Any]:
    """All of it as one object."""
    return {
        "text": " ".join(utterance.text for utterance in heard),
        "seconds": round(seconds, 3),
        "model": model.name,
        "utterances": [{"text": one.text, "confidence": round(one.confidence, 3)} for one in heard],
    }
