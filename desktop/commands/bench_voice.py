"""``hearth bench voice``: how long a spoken turn takes, stage by stage.

A voice speaks to her through a microphone of its own on the sound server (or, where none runs, on one started for it); she
listens, thinks and answers as in the window, into a loudspeaker that nobody hears. Nothing is recorded, and nothing of the
user's data is touched.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.data_folder import data_folder
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.turn_measure.room import Room
    from desktop.turn_measure.table import Row
    from mind.languages import Lang


def configure(subject: argparse.ArgumentParser) -> None:
    """The arguments of this subject."""
    subject.add_argument("--model", metavar="DIR", default="", help="a speech model's folder, or the name of an installed one")
    subject.add_argument("--turns", metavar="N", type=int, default=12, help="how many sentences are said to her (12)")
    subject.add_argument("--interrupts", metavar="N", type=int, default=8, help="how often she is told to stop (8)")
    subject.add_argument("--echo", choices=("auto", "headphones", "none"), default="auto", help="as in the settings (auto)")
    subject.add_argument("--loudspeakers", action="store_true", help="the microphone hears her too, as loud as she is")
    subject.add_argument("--patience", choices=("fast", "normal", "patient"), default="fast", help="of her ears (fast)")
    subject.add_argument("--brain-delay", metavar="S", type=float, help="think with a server that begins after so many seconds")
    subject.add_argument("--json", action="store_true", help="one JSON object")
    subject.set_defaults(subject=run)


def run(args: argparse.Namespace) -> int:
    """Speak, listen, print the table. Exit code 1 where a figure is not as it has to be."""
    from voice.models import find_model
    from voice.output.measure.cable import sound_cable

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    lang: Lang = args.lang or "en"
    model = find_model(data_folder(args.data_dir) / "models", lang, args.model)
    with ExitStack() as stack:
        cable = stack.enter_context(sound_cable(echo=args.loudspeakers))
        settings = set_up(args, model, stack)
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="hearth-bench-")))
        from desktop.turn_measure.room import Room

        room = Room(cable, folder, settings, lang)
        stack.callback(room.close)
        told("her ears load")
        if not room.listen():
            print(f"hearth: she cannot listen here: {', '.join(room.faults) or 'the microphone gives nothing'}", file=sys.stderr)
            return Exit.BUG
        tables = measure(room, sentences_of(model), args)
        advice = advice_of(room)
    tell(tables, advice, room.faults, args, model.name)
    fine = all(one.ok for rows in tables.values() for one in rows)
    return Exit.OK if fine and not room.faults else Exit.BUG


def measure(room: Room, sentences: tuple[str, ...], args: argparse.Namespace) -> dict[str, list[Row]]:
    """All figures, by what they are about."""
    from desktop.turn_measure.effort import measure_effort
    from desktop.turn_measure.interrupts import measure_interrupts
    from desktop.turn_measure.table import clock_rows, effort_rows, goal_rows, interrupt_rows, stage_rows
    from desktop.turn_measure.turns import measure_turn, measure_turns

    told("a first turn, not counted: what is read once from the disk is read in it")
    measure_turn(room, sentences[0])
    told(f"{max(1, args.turns)} turns")
    turns = measure_turns(room, sentences, max(1, args.turns))
    tables = {"stages": stage_rows(turns), "turn": goal_rows(turns, fast=args.patience == "fast"), "marks": clock_rows(turns)}
    if args.interrupts > 0:
        told(f"{args.interrupts} times over her voice")
        tables["interrupts"] = interrupt_rows(measure_interrupts(room, args.interrupts))
    told("what it costs")
    return tables | {"effort": effort_rows(measure_effort(room, sentences))}


def advice_of(room: Room) -> list[str]:
    """What would shorten the turns that were measured, in words."""
    from desktop.conversation.latency_advice import advise, around
    from desktop.theme.words import words

    found = advise(room.house.watch.turns, around(room.house.settings))
    return [one.told(words()) for one in found] or [words()("latency.fine")]


def tell(tables: dict[str, list[Row]], advice: list[str], faults: list[str], args: argparse.Namespace, model: str) -> None:
    """Print it."""
    from desktop.turn_measure.table import lines

    load = 0.0
    with suppress(OSError, AttributeError):  # Windows knows no load
        load = os.getloadavg()[0]
    if args.json:
        rows = {name: [one.as_json() for one in rows] for name, rows in tables.items()}
        about = {"patience": args.patience, "echo": args.echo, "loudspeakers": args.loudspeakers, "model": model}
        about |= {"load": load, "cores": os.cpu_count()}
        print(json.dumps(rows | about | {"advice": advice, "faults": faults}, ensure_ascii=False))
    else:
        print("\n".join(lines([one for rows in tables.values() for one in rows])))
        print("\n".join(advice))
        print(f"load {load:.1f} on {os.cpu_count()} cores; faults: {', '.join(faults) or 'none'}")


def set_up(args: argparse.Namespace, model: Path, stack: ExitStack) -> Settings:
    """Settings of a house in which nothing but the turn goes on."""
    from desktop.settings import Settings
    from desktop.turn_measure.scripted_brain import MODEL, scripted_brain

    settings = Settings()
    settings.first_run_done = True
    settings.hearing.enabled, settings.hearing.mode = True, "open"
    settings.hearing.patience, settings.hearing.model = args.patience, str(model)
    settings.hearing.echo, settings.hearing.acknowledge = args.echo, False
    settings.initiative.enabled = False
    if args.brain_delay is not None:
        settings.brain.url, settings.brain.model = stack.enter_context(scripted_brain(max(0.0, args.brain_delay))), MODEL
    return settings


def sentences_of(model: Path) -> tuple[str, ...]:
    """What the user says: the sentences that lie with a model that knows only these, else a few of our own."""
    from voice.output.measure.table import LINES

    own = model / "sentences.txt"
    if not own.is_file():
        return LINES
    return tuple(line for line in own.read_text(encoding="utf-8").splitlines()[:55] if line.strip())


def told(line: str) -> None:
    """How far it is, to stderr."""
    print(f"hearth: {line}", file=sys.stderr, flush=True)
