"""A sound server of our own: PulseAudio in a folder of its own, which nobody else hears and no real device is on."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from voice.errors import OutputFault

STARTING: Final = 10.0
"""Seconds it may take to answer; most starts need a tenth of one."""


def start_daemon(folder: Path, modules: Sequence[str]) -> subprocess.Popen[bytes]:
    """PulseAudio with these modules, once it answers on the socket `pulse.sock` in `folder` (0700). Raises `OutputFault`."""
    socket = folder / "pulse.sock"
    loads = (f"module-native-protocol-unix socket={socket} auth-anonymous=1", *modules, "module-always-sink")
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-target=null"]
    environment = os.environ | {"XDG_RUNTIME_DIR": str(folder), "HOME": str(folder)}
    quiet = subprocess.DEVNULL
    daemon = subprocess.Popen(
        [*command, *(f"--load={module}" for module in loads)], stdin=quiet, stdout=quiet, stderr=quiet, env=environment
    )
    until = time.monotonic() + STARTING
    probe = ["pactl", "-s", f"unix:{socket}", "info"]
    while subprocess.run(probe, capture_output=True, env=environment, check=False).returncode != 0:
        if daemon.poll() is not None or time.monotonic() > until:
            daemon.kill()
            daemon.wait(5)
            raise OutputFault("A sound server of our own did not start.", kind="audio-out-monitor")
        time.sleep(0.02)
    return daemon


@contextmanager
def own_server(modules: Sequence[str] = ()) -> Iterator[None]:
    """This process, and what it starts, talk to a server of our own while the block runs. Raises `OutputFault`.

    Qt connects to a sound server once: whoever wants it to be this one has not listed a device before.
    """
    folder = Path(mkdtemp(prefix="hearth-cable-"))
    folder.chmod(0o700)
    before = {name: os.environ.get(name) for name in ("XDG_RUNTIME_DIR", "PULSE_SERVER")}
    try:
        daemon = start_daemon(folder, modules)
        try:
            os.environ.update(XDG_RUNTIME_DIR=str(folder), PULSE_SERVER=f"unix:{folder / 'pulse.sock'}")
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    os.environ.pop(name, None)
                else:
                    os.environ[name] = value
            daemon.terminate()
            daemon.wait(5)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
