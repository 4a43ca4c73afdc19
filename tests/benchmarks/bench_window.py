"""The window from start to its first words: ``python -m tests.benchmarks.bench_window``.

Prints, for one start on an empty data folder (first run already done, offline brain, no sound device needed):
seconds from the process's start to the window, to her first picture and to her first spoken sample; milliseconds a frame
while she speaks; memory (PSS); and the share of one core while she rests.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

REST = 10.0
"""Seconds of rest that are measured."""


def main() -> int:
    """Run the measured start in a child; print its figures."""
    environment = os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tests.benchmarks.bench_window", "--child", folder, repr(time.time())]
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        return 1
    figures = json.loads(done.stdout.splitlines()[-1])
    for name, value in figures.items():
        print(f"{name:34} {value}")
    return 0


def child(folder: Path, started: float) -> dict[str, float | str]:
    """One start, measured from inside."""
    import psutil
    from PySide6.QtCore import QElapsedTimer

    from desktop.settings import Settings, save_settings
    from desktop.window import opening
    from voice.qt_singletons import hold_singletons

    hold_singletons()
    save_settings(folder, Settings(lang="en", first_run_done=True))
    app = opening.application()
    house = opening.build_house(folder, opening.load_settings(folder))
    window, lead = opening.furnish(house)
    marks: dict[str, float] = {}
    pace: list[float] = []
    clock = QElapsedTimer()
    clock.start()

    def mark(name: str) -> None:
        marks.setdefault(name, time.time() - started)

    def framed() -> None:
        mark("picture")
        pace.append(clock.restart())

    house.player.framed.connect(framed)
    house.speech.started.connect(lambda _: mark("words"))
    opening.begin(house, window, lead)
    mark("window")
    wait(app, lambda: "words" in marks, 60)
    pace.clear()
    wait(app, lambda: not house.speech.busy and not house.conversation.busy, 60)
    talking = median(pace)
    until = time.monotonic() + 4
    wait(app, lambda: time.monotonic() > until, 10)
    process = psutil.Process()
    pace.clear()
    before = process.cpu_times()
    until = time.monotonic() + REST
    wait(app, lambda: time.monotonic() > until, REST + 5)
    after = process.cpu_times()
    busy = after.user + after.system - before.user - before.system
    figures: dict[str, float | str] = {
        "start to window, s": round(marks["window"], 2),
        "start to first picture, s": round(marks["picture"], 2),
        "start to first spoken sample, s": round(marks["words"], 2),
        "between frames, speaking, ms": round(talking, 1),
        "memory (PSS), MB": round(process.memory_full_info().pss / 1e6),
        "at rest, % of one core": round(100 * busy / REST),
        "at rest, frames a second": round(len(pace) / REST, 1),
        "picture": f"{house.player.image.width()}x{house.player.image.height()}" if house.player.image else "none",
    }
    window.close()
    opening.close_house(house)
    return figures


def wait(app: object, until: object, seconds: float) -> None:
    """Let Qt live until something is so."""
    end = time.monotonic() + seconds
    while not until():  # type: ignore[operator]
        if time.monotonic() > end:
            raise TimeoutError("nothing happened")
        app.processEvents()  # type: ignore[attr-defined]
        time.sleep(0.001)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(child(Path(sys.argv[2]), float(sys.argv[3]))), flush=True)
        os._exit(0)
    sys.exit(main())
