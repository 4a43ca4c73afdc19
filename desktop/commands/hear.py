"""``hearth hear``: write down what is said, in a sound file or live."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.data_folder import data_folder
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.ports import Heard


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    what = door.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "file", metavar="FILE.wav", type=Path, nargs="?", help="8 to 32 bits, any rate from 8 kHz, any channels"
    )
    what.add_argument(
        "--live", metavar="SECONDS", type=seconds, nargs="?", const=0.0, help="listen to the microphone, until Ctrl-C or so long"
    )
    what.add_argument("--list-models", action="store_true", help="list the speech models on this machine")
    door.add_argument("--model", metavar="DIR", default="", help="a speech model's folder, or the name of an installed one")
    door.add_argument(
        "--server", metavar="URL", nargs="?", const="", help="have it written down by this server, else the one of the settings; "
        "its key: HEARTH_HEARING_KEY",
    )  # fmt: skip
    door.add_argument(
        "--wake", metavar="NAME", action="append", help="only what is said after this name; may be given more than once"
    )
    door.add_argument("--device", metavar="NAME", help="with --live: the microphone, by its name or id")
    door.add_argument("--json", action="store_true", help="answer as one JSON object, with confidences; live one a line")


def seconds(text: str) -> float:
    """How long; from a tenth of a second up to a day."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.1 <= found <= 86_400:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds from 0.1 to 86400")
    return found


def run(args: argparse.Namespace) -> int:
    """Listen; the answer is what was said, a line for each utterance."""
    if args.list_models:
        from desktop.commands.hear_models import list_models

        return list_models(args)
    if args.live is not None:
        from desktop.commands.hear_live import listen

        return listen(args)
    if args.server is not None or args.wake:
        from desktop.commands.hear_through import hear_through

        return hear_through(args)
    return hear_all(args)


def hear_all(args: argparse.Namespace) -> int:
    """All of a file, by a speech model."""
    from desktop.settings import load_settings
    from voice.models import find_model
    from voice.recognise.soundness import try_model
    from voice.recognise.transcribe import transcribe
    from voice.sound_file import read_sound

    pcm, rate = read_sound(args.file)
    folder, lang = data_folder(args.data_dir), args.lang or "en"
    chosen = args.model or load_settings(folder).hearing.model_for(lang)
    model = find_model(folder / "models", lang, chosen)
    try_model(model)
    heard = transcribe(pcm, rate, model)
    tell(heard, len(pcm) / rate, model.name, as_json=args.json)
    return Exit.OK


def tell(heard: list[Heard], length: float, model: str, *, as_json: bool, **more: Any) -> None:
    """On stdout: a line for each utterance, or all of it as one object."""
    if as_json:
        print(json.dumps({**answer(heard, length, model), **more}, ensure_ascii=False), flush=True)
        return
    for utterance in heard:
        print(utterance.text, flush=True)


def answer(heard: list[Heard], length: float, model: str) -> dict[str, Any]:
    """All of it as one object."""
    return {
        "text": " ".join(utterance.text for utterance in heard),
        "seconds": round(length, 3),
        "model": model,
        "utterances": [{"text": one.text, "confidence": round(one.confidence, 3)} for one in heard],
    }
