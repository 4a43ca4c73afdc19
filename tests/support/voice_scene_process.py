"""Scenes played one after the other in one process on a cable: Qt connects to a sound server once, and starting costs seconds."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import traceback
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
CODE = "from tests.support.voice_scene_process import serve; serve()"


class SceneProcess:
    """Runs scenes, functions whose arguments and answer can be written as JSON, in a process with this environment.

    What the process prints goes to the file `said`.
    """

    def __init__(self, environment: dict[str, str], said: Path) -> None:
        self._environment = environment
        self._child: subprocess.Popen[bytes] | None = None
        self._pipe: Connection | None = None
        self._said = said

    def play(self, module: str, scene: str, timeout: float, given: dict[str, Any]) -> Any:
        """The scene's answer; its trace, or what the process said as it died, as an AssertionError. Then the next one is new."""
        if self._child is None:
            self._start()
        assert self._pipe is not None
        self._pipe.send([module, scene, given])
        try:
            assert self._pipe.poll(timeout), f"{scene} takes more than {timeout:g} s\n{self._errors()}"
            well, answer = self._pipe.recv()
        except (EOFError, AssertionError, ConnectionError) as gone:
            told = self._errors()
            self.close()
            raise AssertionError(f"{scene}: {gone!r}\n{told}") from gone
        if not well:
            told = self._errors()
            self.close()
            raise AssertionError(f"{answer}\n{told}")
        return answer

    def close(self) -> None:
        """End the process."""
        child, self._child = self._child, None
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if child is not None:
            child.terminate()
            child.wait(10)

    def _start(self) -> None:
        self._pipe, theirs = Pipe()
        with theirs, self._said.open("wb") as said:
            self._child = subprocess.Popen(
                [sys.executable, "-c", CODE, str(theirs.fileno())], cwd=ROOT, env=self._environment,
                stdin=subprocess.DEVNULL, stdout=said, stderr=said, pass_fds=(theirs.fileno(),),
            )  # fmt: skip

    def _errors(self) -> str:
        return self._said.read_text(errors="replace")[-4000:]


def serve() -> None:
    """In the process: play what is asked for, until the pipe closes."""
    from PySide6.QtWidgets import QApplication

    from voice.qt_singletons import hold_singletons

    hold_singletons()
    app = QApplication([])
    with Connection(int(sys.argv[1])) as pipe:
        while True:
            try:
                module, scene, given = pipe.recv()
            except EOFError:
                return
            try:
                answer = getattr(importlib.import_module(module), scene)(**given)
                pipe.send((True, json.loads(json.dumps(answer))))
            except BaseException:
                pipe.send((False, traceback.format_exc()))
            app.processEvents()
