"""``hearth hear FILE.wav`` with ``--wake`` or ``--server``: through the same ears as in a talk, faster than real time."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from desktop.commands.hear import tell
from desktop.commands.hear_plan import note, plan_of
from desktop.data_folder import data_folder
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.ports import Heard
    from voice.recognise.pipeline import Pipeline
    from voice.recognise.reports import Report

PIECE: Final = 0.03
"""Seconds heard at once, as from a microphone."""

BEHIND: Final = 2.5
"""Seconds of silence put behind: in it the last utterance ends."""


def hear_through(args: argparse.Namespace) -> int:
    """What is said to whoever is called, or what a server makes of it."""
    from desktop.conversation.ear_making import recogniser_of
    from desktop.settings import load_settings
    from voice.listen_plan import ListenPlan
    from voice.recognise.pipeline import Pipeline
    from voice.sound_file import read_sound
    from voice.wake.attention import Attention
    from voice.wake.called_listener import Calls

    pcm, rate = read_sound(args.file)
    settings = load_settings(data_folder(args.data_dir))
    plan = plan_of(args, settings)
    clock = FileClock()
    calls = Calls(Attention(clock=clock))
    recogniser = recogniser_of(plan, calls, clock)
    listening = ListenPlan("wake" if plan.names else "open", settings.hearing.patience, plan.lang, plan.names)
    heard = list(utterances(Pipeline(recogniser, listening), pcm, rate, clock))
    woken = [{"name": one.name, "at": round(one.at, 2)} for one in calls.since()]
    if args.json:
        tell(heard, len(pcm) / rate, plan.model.name if plan.model else "", as_json=True, server=plan.server, woken=woken)
    else:
        for call in woken:
            note(f"called as “{call['name']}” at {call['at']} s")
        tell(heard, len(pcm) / rate, "", as_json=False)
    return Exit.OK


class FileClock:
    """Seconds of the file."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def utterances(pipeline: Pipeline, pcm: npt.NDArray[np.int16], rate: int, clock: FileClock) -> Iterator[Heard]:
    """The final texts; those that a server owes are waited for. A fault of the server goes to stderr where this computer
    listens in its place, and is raised otherwise (`TranscriptionFault`)."""
    size = max(1, int(PIECE * rate))
    sound = np.concatenate((pcm, np.zeros(int(BEHIND * rate), np.int16)))
    for at in range(0, len(sound), size):
        piece = sound[at : at + size]
        clock.now = (at + len(piece)) / rate
        yield from finals(partial(pipeline.hear, piece, rate, clock.now))
    yield from finals(lambda: pipeline.finish(clock.now))
    while pipeline.owes:
        time.sleep(0.01)
        yield from finals(pipeline.late)


def finals(step: Callable[[], list[Report]]) -> Iterator[Heard]:
    """The final texts among what a step tells."""
    from voice.errors import TranscriptionFault
    from voice.ports import Heard

    try:
        reports = step()
    except TranscriptionFault as fault:
        if not fault.covered:
            raise
        note(f"{fault.message} {fault.remedy}")
        return
    yield from (report for report in reports if isinstance(report, Heard) and report.final and report.text)
