"""``hearth speak TEXT --out F.wav``: speak a text into a sound file, or list the voices of an engine."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.engines import EngineSetup
    from voice.ports import EngineVoice, Synthesiser
    from voice.utterance import Utterance

ENGINES: Final = ("auto", "espeak", "pyttsx3", "server", "neural")
EMOTIONS: Final = (
    "neutral", "happy", "excited", "surprised", "sad", "worried", "angry", "relaxed", "shy", "thinking",
)  # fmt: skip
PACKS: Final = "voices"


def configure(door: argparse.ArgumentParser) -> None:
    """The arguments of this door."""
    door.add_argument("text", metavar="TEXT", nargs="?", help="what to say; - reads it from stdin")
    door.add_argument("--out", metavar="F.wav", type=Path, help="the sound file to write")
    door.add_argument("--visemes", metavar="F.json", type=Path, help="write mouth shapes and word times too")
    door.add_argument("--engine", choices=ENGINES, default="auto", help="the voice engine (auto: espeak, else the system's)")
    door.add_argument("--voice", metavar="ID", default="", help="a voice of the engine, as --list-voices names it")
    door.add_argument("--emotion", choices=EMOTIONS, default="neutral", help="how it is felt")
    door.add_argument("--rate", metavar="X", type=factor(0.5, 2.0), default=1.0, help="pace, 0.5 to 2")
    door.add_argument("--pitch", metavar="X", type=factor(0.5, 1.5), default=1.0, help="height, 0.5 to 1.5")
    door.add_argument("--server", metavar="URL", default="", help="a speech server (else that of the settings)")
    door.add_argument("--list-voices", action="store_true", help="list the voices of the engine, and speak nothing")
    door.add_argument("--json", action="store_true", help="answer as one JSON object")


def run(args: argparse.Namespace) -> int:
    """Speak; the answer is one line: the file, its seconds, its engine."""
    return list_voices(args) if args.list_voices else speak(args)


def speak(args: argparse.Namespace) -> int:
    """Speak the text into the file."""
    from dataclasses import replace

    from voice.delivery import delivery
    from voice.errors import FileFault
    from voice.scripts import language_of
    from voice.sound_file import write_wav

    if args.text is None or args.out is None:
        raise FileFault("TEXT and --out F.wav are needed.", "hearth speak --help tells more.", kind="usage")
    if args.visemes and args.visemes.absolute() == args.out.absolute():
        raise FileFault(f"{args.out} cannot hold the sound and the mouth shapes.", "Give --visemes another name.")
    text = spoken_argument(args.text)
    lang = args.lang or language_of(text)
    how = delivery(lang, args.emotion, voice=args.voice, rate=args.rate)
    synthesiser = opened(args)
    try:
        utterance = synthesiser.speak(text, replace(how, pitch=how.pitch * args.pitch))
    finally:
        synthesiser.close()
    if not len(utterance.pcm):
        raise FileFault("Nothing in this text can be spoken.", "Give it words; emoji and signs alone have no sound.")
    write_wav(args.out, utterance.pcm, utterance.rate)
    if args.visemes:
        write_visemes(args.visemes, utterance, synthesiser.name, lang)
    if utterance.fault is not None:
        print(f"hearth: {utterance.fault.message} {synthesiser.name} speaks instead.", file=sys.stderr, flush=True)
    tell(args, utterance, synthesiser.name, lang)
    return Exit.OK


def tell(args: argparse.Namespace, utterance: Utterance, engine: str, lang: str) -> None:
    """What was written."""
    if args.json:
        told = {
            "file": str(args.out), "seconds": round(utterance.seconds, 3), "rate": utterance.rate, "engine": engine, "lang": lang,
            "instead_of": utterance.fault.message if utterance.fault else None,
        }  # fmt: skip
        print(json.dumps(told, ensure_ascii=False), flush=True)
    else:
        print(f"{args.out} {utterance.seconds:.2f} s {engine}", flush=True)


def opened(args: argparse.Namespace) -> Synthesiser:
    """The engine that was asked for, alone; with the system's voices behind her own where it may be any. Raises
    `SynthesisFault`."""
    from voice.engines import engine, open_engine

    setup = setup_of(args)
    return engine("auto", setup) if args.engine == "auto" else open_engine(args.engine, setup)


def setup_of(args: argparse.Namespace) -> EngineSetup:
    """What the engine needs of the settings, the data folder and the keyring; nothing is read that it does not need."""
    from desktop.data_folder import data_folder
    from voice.engines import EngineSetup

    folder = data_folder(args.data_dir)
    if args.engine != "server":
        return EngineSetup(packs=folder / PACKS)
    from desktop.settings import load_settings
    from desktop.settings.secrets import speech_key

    voice = load_settings(folder).voice
    url = args.server or voice.server_url
    return EngineSetup(url, voice.server_model, speech_key(url))


def list_voices(args: argparse.Namespace) -> int:
    """The voices of the engine: id, languages, name."""
    from voice.engines import voices_of

    found = voices_of(args.engine, setup_of(args))
    voices = [voice for voice in found if not (args.lang and voice.langs) or args.lang in voice.langs]
    if args.json:
        print(json.dumps({"voices": [as_json(voice) for voice in voices]}, ensure_ascii=False), flush=True)
        return Exit.OK
    for voice in voices:
        print(f"{voice.id}\t{' '.join(voice.langs) or 'any'}\t{voice.name}{f' ({voice.note})' if voice.note else ''}", flush=True)
    return Exit.OK


def as_json(voice: EngineVoice) -> dict[str, Any]:
    """A voice for programs."""
    return {"engine": voice.engine, "id": voice.id, "name": voice.name, "langs": list(voice.langs), "note": voice.note}


def factor(low: float, high: float) -> Any:
    """An argument between two bounds."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is no number from {low} to {high}")
        return value

    return read


def spoken_argument(text: str) -> str:
    """TEXT itself, or stdin for ``-``."""
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
