"""``hearth hear --live``: what the microphone hears, as it is understood."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from desktop.commands.hear_plan import note, plan_of
from desktop.data_folder import data_folder
from desktop.exit_codes import Exit

if TYPE_CHECKING:
    from voice.errors import VoiceError
    from voice.ports import Heard

TICK: Final = 0.02
CLEAR: Final = "\r\x1b[K"
"""To the beginning of a terminal's line, and the line away."""

PATIENCE: Final = 30.0
"""Seconds that what a server owes is waited for at the end."""


def listen(args: argparse.Namespace) -> int:
    """Until the seconds are over or Ctrl-C. Raises `VoiceError` where there is nothing to hear with."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication

    from desktop.conversation.ear_making import recogniser_of
    from desktop.settings import load_settings
    from voice.listen_plan import ListenPlan
    from voice.qt_singletons import hold_singletons
    from voice.wake.called_listener import CalledListener, Calls

    settings = load_settings(data_folder(args.data_dir))
    plan = plan_of(args, settings)
    hold_singletons()
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    calls, teller = Calls(), Teller(as_json=args.json)
    listener = CalledListener(
        lambda: recogniser_of(plan, calls),
        settings.hearing.device if args.device is None else args.device,
        calls=calls,
        plan=ListenPlan("wake" if plan.names else "open", settings.hearing.patience, plan.lang, plan.names),
        on_partial=teller.partial, on_final=teller.final, on_state=teller.state, on_fault=teller.fault, on_wake=teller.wake,
        on_level=teller.level,
    )  # fmt: skip
    try:
        listener.start()
        teller.raise_fatal()
        until = time.monotonic() + args.live if args.live else float("inf")
        while time.monotonic() < until:
            app.processEvents()
            listener.tick()
            teller.raise_fatal()
            time.sleep(TICK)
        finish(listener)
        teller.raise_deaf()
    finally:
        listener.close()
        teller.end()
    return Exit.OK


def finish(listener: Any) -> None:
    """What was begun when the time was over is heard to its end."""
    listener.finish()
    until, least = time.monotonic() + PATIENCE, time.monotonic() + 0.3
    while time.monotonic() < least or (listener.owes and time.monotonic() < until):
        listener.tick()
        time.sleep(TICK)


class Teller:
    """On stdout, what is heard: lines of text, the partial one redrawn on a terminal; or one JSON object a line.

    Faults and states of people's concern go to stderr. A fault that ends everything is raised by `raise_fatal`.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._json = as_json
        self._draws = not as_json and sys.stdout.isatty()
        self._drawn = False
        self._began = time.monotonic()
        self._state = ""
        self._fatal: VoiceError | None = None
        self._trouble: VoiceError | None = None
        """Why nothing was heard at all."""

    def partial(self, text: str) -> None:
        """Words so far."""
        if self._json:
            self._tell("partial", text=text)
        elif self._draws:
            self._draw(text)

    def final(self, heard: Heard) -> None:
        """A whole utterance."""
        if self._json:
            waited = round(heard.decided - heard.ended, 3) if heard.decided and heard.ended else None
            self._tell("final", text=heard.text, confidence=round(heard.confidence, 3), endpoint_seconds=waited)
            return
        self._draw("")
        print(heard.text, flush=True)

    def wake(self, name: str) -> None:
        """Called."""
        if self._json:
            self._tell("wake", name=name)
        elif self._draws:
            self._draw(f"({name})")

    def state(self, state: str) -> None:
        """What the microphone does."""
        if self._json:
            self._tell("state", state=state)
        elif state == "listening" and self._state != "listening":
            note("listening. Ctrl-C ends.")
        self._state = state

    def fault(self, fault: VoiceError) -> None:
        """Told; that of a model, or of a microphone that never opened, ends it."""
        from voice.errors import ModelFault

        if isinstance(fault, ModelFault) or self._state == "":
            self._fatal = fault
            return
        self._trouble = fault
        if self._json:
            self._tell("fault", fault=fault.kind, message=fault.message, remedy=fault.remedy)
        note(f"{fault.message} {fault.remedy}".strip())

    def raise_fatal(self) -> None:
        """Raise what ended it, if anything did."""
        if self._fatal is not None:
            raise self._fatal

    def level(self, level: float) -> None:
        """There is sound."""
        if level > 0.0:
            self._trouble = None

    def raise_deaf(self) -> None:
        """Raise what kept it from hearing anything to the end, if anything did."""
        if self._trouble is not None:
            raise self._trouble

    def end(self) -> None:
        """Leave the terminal's line clean."""
        self._draw("")

    def _draw(self, text: str) -> None:
        if self._draws and (text or self._drawn):
            sys.stdout.write(CLEAR + text)
            sys.stdout.flush()
            self._drawn = bool(text)

    def _tell(self, kind: str, **values: object) -> None:
        at = round(time.monotonic() - self._began, 2)
        print(json.dumps({"kind": kind, "at": at, **values}, ensure_ascii=False), flush=True)
