"""Probes that may crash or hang run in a child: ``python -m desktop.doctor.probe NAME`` prints one JSON object."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any, Final

TIMEOUT: Final = 30.0
HEARING: Final = 2.6
"""Seconds the microphone is open: two of zeros mean that it is muted."""

MICROPHONE: Final = "HEARTH_PROBE_MICROPHONE"
"""Tells the child which one."""


def probe(name: str, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """The child's answer, or ``{"fault": REASON}``."""
    command = [sys.executable, "-m", "desktop.doctor.probe", name]
    if getattr(sys, "frozen", False):
        command = [sys.executable, "doctor", "--probe", name]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT, check=False,
            env=os.environ | (environment or {}),
        )
    except subprocess.TimeoutExpired:
        return {"fault": f"no answer within {TIMEOUT:.0f} s"}
    except OSError as fault:
        return {"fault": f"{sys.executable} cannot be started ({fault.strerror})"}
    line = done.stdout.strip().splitlines()[-1:] or [""]
    try:
        answer = json.loads(line[0])
    except ValueError:
        said = done.stderr.strip().splitlines()[-1:] or [f"exit code {done.returncode}"]
        return {"fault": said[0][:200]}
    return answer if isinstance(answer, dict) else {"fault": "no answer"}


def picture() -> dict[str, Any]:
    """Opens the graphics the way the stage does; the renderer's name."""
    from panda3d.core import (
        FrameBufferProperties,
        GraphicsEngine,
        GraphicsPipe,
        GraphicsPipeSelection,
        WindowProperties,
        load_prc_file_data,
    )

    load_prc_file_data("", "audio-library-name null\nnotify-level-display error")
    name = "p3headlessgl" if sys.platform.startswith("linux") else "pandagl"
    pipe = GraphicsPipeSelection.get_global_ptr().make_module_pipe(name)
    if pipe is None:
        return {"fault": f"Panda3D's display module {name} does not load"}
    engine = GraphicsEngine()
    size = WindowProperties.size(1, 1)
    buffer = engine.make_output(pipe, "probe", 0, FrameBufferProperties(), size, GraphicsPipe.BF_refuse_window)
    if buffer is None:
        return {"fault": "no OpenGL context can be made"}
    engine.open_windows()
    gsg = buffer.gsg
    found = {
        "renderer": gsg.driver_renderer,
        "version": gsg.driver_version,
        "software": "llvmpipe" in gsg.driver_renderer or "softpipe" in gsg.driver_renderer,
        "shaders": gsg.supports_basic_shaders,
    }
    engine.remove_all_windows()
    return found


def sound() -> dict[str, Any]:
    """The loudspeakers and microphones there are, the default one first, and what the system says is wrong with each."""
    from PySide6 import QtMultimedia  # noqa: F401 - where it cannot be imported, that is the answer
    from PySide6.QtCore import QCoreApplication

    from voice.devices.faults import told_input, told_output
    from voice.devices.listing import loudspeakers, microphones

    QCoreApplication([])
    told: dict[str, Any] = {}
    for way, listed, faulty in (("out", loudspeakers, told_output), ("in", microphones, told_input)):
        devices = [(device, faulty(device)) for device in listed()]
        told[way] = [device.name for device, _ in devices]
        told[f"{way}_faults"] = [[fault.message, fault.remedy] if fault else None for _, fault in devices]
        told[f"{way}_kinds"] = [device.connection for device, _ in devices]
    return told


def hear() -> dict[str, Any]:
    """Opens the microphone of the settings for two seconds; how loud it is and what is wrong, nothing of the sound."""
    import os
    import time

    from PySide6.QtCore import QCoreApplication

    from desktop.conversation.mic_meter import MicMeter
    from voice.devices.level_meter import Reading

    app = QCoreApplication([])
    meter, readings = MicMeter(), list[Reading]()
    meter.measured.connect(readings.append)
    if not meter.start(os.environ.get(MICROPHONE, "")):
        return {"fault": "no microphone"}
    end = time.monotonic() + HEARING
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
    fault = meter.fault
    meter.stop()
    return {
        "floor_db": round(readings[-1].floor_db) if readings else None, "clips": any(one.clips for one in readings),
        "peak": round(max((one.peak for one in readings), default=0.0), 2),
        "wrong": [fault.message, fault.remedy] if fault else None,
    }  # fmt: skip


def window() -> dict[str, Any]:
    """Opens Qt on the real display."""
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    screen = app.primaryScreen()
    size = screen.size()
    return {"platform": app.platformName(), "size": [size.width(), size.height()], "scale": screen.devicePixelRatio()}


PROBES: Final = {"picture": picture, "sound": sound, "hear": hear, "window": window}


def main(name: str) -> int:
    """Run one probe in this process."""
    try:
        answer = PROBES[name]()
    except ImportError as fault:
        answer = {"fault": str(fault)[:200], "import": True}
    print(json.dumps(answer), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
