"""``hearth bench alive``: how alive she is, in figures: bodies that live for minutes without a picture."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from collections.abc import Callable

    from avatars.life.measure.speech import Speech
    from voice.utterance import Stress, Utterance

SENTENCES: Final = (
    "Good morning, I hope you slept well and had something warm to drink before you came here.",
    "Maybe we could plan a small walk by the river on Sunday, if the weather is better than today.",
    "I remember that you wanted to paint the bathroom, but you were not sure about the blue.",
    "Honestly, my favourite part was the moment when everybody stopped talking and just listened.",
    "Tell me more about your brother; does he still play the trumpet in that little band?",
    "People say it is impossible, but I think you have been preparing for it for months.",
    "When you are ready, we can begin with the simplest problem and put the big one off until tomorrow.",
)
"""What she says while she is measured."""
GAP: Final = 0.35
"""Seconds between sentences."""


def configure(door: argparse.ArgumentParser) -> None:
    """The subjects of this door and their arguments."""
    from desktop.commands import (
        bench_clipping,
        bench_echo,
        bench_lips,
        bench_mouth,
        bench_recall,
        bench_speech,
        bench_swap,
        bench_talk,
    )
    from desktop.commands.bench_voice import configure as configure_voice

    subjects = door.add_subparsers(metavar="SUBJECT", required=True)
    alive = subjects.add_parser("alive", help="blinks, gaze, breath, gestures, lips beside people's ranges")
    alive.add_argument("--avatar", metavar="F.vrm", type=Path, help="another avatar than Mira")
    alive.add_argument("--seconds", metavar="S", type=_between(10, 3600), default=180, help="length of a run (180)")
    alive.add_argument("--seeds", metavar="N", type=_between(1, 20), default=5, help="runs of each state (5)")
    alive.add_argument("--state", action="append", metavar="NAME", choices=_states(), help="only this state; may be repeated")
    alive.add_argument("--json", action="store_true", help="one JSON object")
    alive.set_defaults(subject=_alive)
    bench_clipping.configure(subjects.add_parser("clipping", help="skin through cloth and holes beneath it, in poses, on bodies"))
    bench_recall.configure(subjects.add_parser("recall", help="how often the turns that answer a question are found"))
    bench_speech.configure(subjects.add_parser("speech", help="first sound, stop, gaps, and lips beside what is heard"))
    configure_voice(subjects.add_parser("voice", help="a spoken turn stage by stage, from the user's end to her mouth"))
    bench_echo.configure(subjects.add_parser("echo", help="whether she hears herself, and the user over her own voice"))
    bench_lips.configure(subjects.add_parser("lips", help="how true her lips are with any voice, by method and voice"))
    bench_talk.configure(subjects.add_parser("talk", help="whether an evening by her own rules is good company"))
    bench_swap.configure(subjects.add_parser("swap", help="whether another brain in mid-talk leaves her the same, in hashes"))
    bench_mouth.configure(subjects.add_parser("mouth", help="closures, lead and calm of her mouth, as a film shows them"))


def _states() -> tuple[str, ...]:
    return ("idle", "listening", "speaking", "thinking", "reading")


def _between(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return number


def run(args: argparse.Namespace) -> int:
    """Measure the subject."""
    return int(args.subject(args))


def _alive(args: argparse.Namespace) -> int:
    """Live, measure, print the table."""
    from assets import asset
    from avatars.life.measure.table import lines, measure
    from avatars.vrm.load import load_avatar

    model = load_avatar(args.avatar or asset("avatars", "mira.vrm"))
    said = spoken()
    speeches = {seed: speech(said, seed, args.seconds) for seed in range(1, args.seeds + 1)}
    results = measure(
        model, states=args.state or _states(), seconds=args.seconds, seeds=tuple(speeches), speech=speeches.__getitem__,
        told=lambda line: print(line, file=sys.stderr, flush=True),
    )
    failed = [result for result in results if not result.ok]
    source = speeches[1].source
    if args.json:
        import json

        rows = [result.as_json() for result in results]
        print(json.dumps({"seconds": args.seconds, "seeds": args.seeds, "speech": source, "rows": rows}))
    else:
        print(f"{args.seeds} runs of {args.seconds} s in each state; speech: {source}")
        print("\n".join(lines(results)))
        print(f"{len(results) - len(failed)} of {len(results)} in their range")
    return Exit.OK if not failed else Exit.BUG


def spoken() -> list[Utterance]:
    """The sentences in her own voice; none where that voice cannot be had."""
    from voice.delivery import delivery
    from voice.engines import open_engine
    from voice.errors import SynthesisFault

    try:
        voice = open_engine("espeak")
        try:
            return [voice.speak(sentence, delivery("en")) for sentence in SENTENCES]
        finally:
            voice.close()
    except SynthesisFault as fault:
        print(f"{fault.message} Measuring with made syllables.", file=sys.stderr)
        return []


def speech(said: list[Utterance], seed: int, seconds: float) -> Speech:
    """Sentences one after the other, from another one for each seed, long enough for `seconds`."""
    import numpy as np

    from avatars.life.measure.speech import Speech, syllables
    from voice.visemes.lip_track import LipTrack

    if not said:
        return syllables(float(seconds), seed)
    parts: list[tuple[float, Utterance, LipTrack]] = []
    at, number = 0.0, seed
    while at < seconds:
        utterance = said[number % len(said)]
        parts.append((at, utterance, LipTrack(utterance.visemes)))
        at, number = at + utterance.seconds + GAP, number + 1
    starts = np.array([begin for begin, _, _ in parts])

    def part(t: float) -> tuple[float, Utterance, LipTrack]:
        return parts[max(0, int(np.searchsorted(starts, t + 0.03, side="right")) - 1)]

    def lips(t: float) -> tuple[dict[str, float], float]:
        begin, _, track = part(t)
        return track.at(t - begin + 0.5 / 30)

    def accents(t: float) -> tuple[float, tuple[Stress, ...]]:
        begin, utterance, _ = part(t)
        return t - begin, utterance.stresses

    def loudness(t: float) -> float:
        begin, utterance, _ = part(t)
        first = int((t - begin - 0.02) * utterance.rate)
        piece = utterance.pcm[max(0, first) : max(0, first + int(0.04 * utterance.rate))].astype(np.float64)
        return float(np.sqrt((piece**2).mean())) if len(piece) else 0.0

    closures = tuple(
        (begin + mouth.start, begin + mouth.end)
        for begin, utterance, _ in parts for mouth in utterance.visemes if mouth.shape == "closed" and mouth.weight >= 0.95
    )
    vowels = tuple(
        begin + (mouth.start + mouth.end) / 2
        for begin, utterance, _ in parts for mouth in utterance.visemes if mouth.shape not in ("sil", "closed")
    )
    return Speech(at, lips, loudness, closures, vowels, "seven sentences in her own voice", accents)
