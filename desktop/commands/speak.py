"""``hearth speak TEXT --out F.wav``: speak a text into a sound file."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.utterance import Utterance


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    door.add_argument("text", metavar="TEXT", help="what to say; - reads it from stdin")
    door.add_argument("--out", metavar="F.wav", type=Path, required=True, help="the sound file to write")
    door.add_argument("--visemes", metavar="F.json", type=Path, help="write mouth shapes and word times too")
    door.add_argument("--engine", choices=("espeak", "pyttsx3"), default="espeak", help="the voice engine (espeak)")


def run(args: argparse.Namespace) -> int:
    """Speak; the answer is one line: the file, its seconds, its engine."""
    from voice.delivery import delivery
    from voice.engines import open_engine
    from voice.errors import FileFault
    from voice.scripts import language_of
    from voice.sound_file import write_wav

    if args.visemes and args.visemes.absolute() == args.out.absolute():
        raise FileFault(f"{args.out} cannot hold the sound and the mouth shapes.", "Give --visemes another name.")
    text = spoken_argument(args.text)
    lang = args.lang or language_of(text)
    synthesiser = open_engine(args.engine)
    try:
        utterance = synthesiser.speak(text, delivery(lang))
    finally:
        synthesiser.close()
    if not len(utterance.pcm):
        raise FileFault("Nothing in this text can be spoken.", "Give it words; emoji and signs alone have no sound.")
    write_wav(args.out, utterance.pcm, utterance.rate)
    if args.visemes:
        write_visemes(args.visemes, utterance, synthesiser.name, lang)
    print(f"{args.out} {utterance.seconds:.2f} s {synthesiser.name}", flush=True)
    return Exit.OK


def spoken_argument(text: str) -> str:
    """TEXT itself, or stdin for ``-``."""
    import sys

    return sys.stdin.buffer.read().decode("utf-8-sig", "replace") if text == "-" else text


def write_visemes(path: Path, utterance: Utterance, engine: str, lang: str) -> None:
    """The timeline as JSON. Raises `FileFault`."""
    from voice.errors import FileFault

    try:
        path.write_text(json.dumps(timeline(utterance, engine, lang), ensure_ascii=False, indent=1), encoding="utf-8")
    except OSError as fault:
        raise FileFault(f"{path} cannot be written: {fault.strerror or fault}.", "Choose another place.") from fault


def timeline(utterance: Utterance, engine: str, lang: str) -> dict[str, Any]:
    """Mouth shapes and word times in seconds from the first sample."""
    return {
        "text": utterance.text,
        "lang": lang,
        "engine": engine,
        "rate": utterance.rate,
        "seconds": round(utterance.seconds, 4),
        "visemes": [
            {
                "start": round(viseme.start, 4),
                "end": round(viseme.end, 4),
                "shape": viseme.shape,
                "weight": viseme.weight,
                "also": dict(viseme.also),
            }
            for viseme in utterance.visemes
        ],
        "words": [
            {"at": round(word.at, 4), "begin": word.begin, "end": word.end, "text": utterance.text[word.begin : word.end]}
            for word in utterance.words
        ],
    }
