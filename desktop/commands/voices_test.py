"""``hearth voices test``: how fast a neural voice comes and speaks here, and how it sounds."""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.voices_here import installed_one, packs_folder
from desktop.door_actions import add_action, answer, answer_json, chosen_lang, words
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from voice.neural.synthesiser import NeuralSynthesiser
    from voice.utterance import Utterance


def configure(actions: Any) -> None:
    """This action."""
    test = add_action(actions, "test", "load a voice, let it speak and tell how long that takes", _test)
    test.add_argument("name", metavar="NAME", help="a voice that is here; NAME#3 for its fourth speaker")
    test.add_argument("--out", metavar="F.wav", type=Path, help="write what it says into a sound file")


def _test(args: argparse.Namespace) -> int:
    from voice.neural.synthesiser import NeuralSynthesiser

    pack = installed_one(args, args.name.partition("#")[0])
    said = words(chosen_lang(args), "voices")
    voice = NeuralSynthesiser(packs_folder(args))
    try:
        loaded = voice.prepare(args.name)
        spoken = [_spoken(voice, args.name, lang, said) for lang in pack.langs]
    finally:
        voice.close()
    if args.out:
        _write(args.out, [utterance for *_, utterance in spoken])
    if args.json:
        rows = [{"lang": lang, "seconds": sounding, "worked": working} for lang, sounding, working, _ in spoken]
        answer_json({"name": args.name, "loaded": loaded.seconds, "megabytes": loaded.megabytes, "spoken": rows})
        return Exit.OK
    answer(said["loaded"].format(name=args.name, seconds=f"{loaded.seconds:.1f}", megabytes=loaded.megabytes))
    for lang, sounding, working, _ in spoken:
        times = f"{sounding / max(working, 0.001):.1f}"
        told = {"sounding": f"{sounding:.1f}", "working": f"{working:.2f}", "times": times}
        answer(said["spoke"].format(lang=said[lang], **told))
    if args.out:
        answer(said["wrote"].format(file=args.out))
    return Exit.OK


def _spoken(voice: NeuralSynthesiser, name: str, lang: str, said: Mapping[str, str]) -> tuple[str, float, float, Utterance]:
    """A sample in one language: how long it sounds, and how long that took."""
    from voice.ports import Delivery

    begin = time.monotonic()
    utterance = voice.speak(said[f"sample_{lang}"], Delivery(lang=lang, voice=name))
    return lang, utterance.seconds, time.monotonic() - begin, utterance


def _write(path: Path, utterances: list[Utterance]) -> None:
    """One after another. Raises `FileFault`."""
    import numpy as np

    from voice.resample import resampled
    from voice.sound_file import write_wav

    rate = utterances[0].rate
    write_wav(path, np.concatenate([resampled(each.pcm, each.rate, rate) for each in utterances]), rate)
