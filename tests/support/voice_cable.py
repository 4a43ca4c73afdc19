"""A virtual sound cable: a PulseAudio daemon of our own with a loudspeaker and a microphone that hears a feed.

    FakeSpeaker   a loudspeaker; its monitor is what would be heard in the room
    MicFeed       a loudspeaker whose sound arrives at FakeMic
    FakeMic       a microphone

Qt connects to one sound server in a process, once. So what plays and listens on the cable are scenes in a process of its own:
functions, one after the other, whose arguments and answers can be written as JSON. A test takes the fixture `laid`, the one
cable of all tests; who ends or bends its server lays a cable of their own.

    def test_she_is_heard(laid):
        answer = laid.play("tests.support.voice_scenes", "she_is_heard_word_for_word")

    with cable() as own:
        answer = own.play("tests.support.voice_scenes", "server_gone")
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from tests.support.voice_scene_process import SceneProcess
from voice.output.measure.daemon import start_daemon

SPEAKER, MIC_FEED, MIC = "FakeSpeaker", "MicFeed", "FakeMic"
RATE = 48000
MODULES = (
    f"module-null-sink sink_name=speaker rate={RATE} sink_properties=device.description={SPEAKER}",
    f"module-null-sink sink_name=micfeed rate={RATE} sink_properties=device.description={MIC_FEED}",
    f"module-remap-source source_name=fakemic master=micfeed.monitor source_properties=device.description={MIC}",
)


@dataclass(frozen=True, slots=True)
class Cable:
    """A running daemon. `environment` lets children reach it; this process reaches it already."""

    folder: Path
    daemon: subprocess.Popen[bytes] | None
    _scenes: list[SceneProcess] = field(default_factory=list, repr=False)

    @property
    def server(self) -> str:
        """What PULSE_SERVER must say."""
        return f"unix:{self.folder / 'pulse.sock'}"

    @property
    def environment(self) -> dict[str, str]:
        """An environment in which sound goes over this cable."""
        return os.environ | {
            "XDG_RUNTIME_DIR": str(self.folder),
            "PULSE_SERVER": self.server,
            "QT_QPA_PLATFORM": "offscreen",
            "CABLE_DAEMON": str(self.daemon.pid if self.daemon else os.environ.get("CABLE_DAEMON", "")),
        }

    def play(self, module: str, scene: str, timeout: float = 90.0, **given: Any) -> Any:
        """Run the function `scene` of `module` in the cable's process; its answer, or its trace as an AssertionError."""
        if not self._scenes:
            self._scenes.append(SceneProcess(self.environment, self.folder / "scenes.txt"))
        return self._scenes[0].play(module, scene, timeout, given)

    @contextmanager
    def recording(self, source: str = "speaker.monitor", rate: int = RATE) -> Iterator[Recording]:
        """Write down what sounds on a source, mono int16 at `rate`, while the block runs."""
        with tempfile.TemporaryFile(dir=self.folder) as file:
            command = ["parec", "-d", source, f"--rate={rate}", "--channels=1", "--format=s16le", "--latency-msec=20"]
            child = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL, env=self.environment)
            recording = Recording(rate)
            try:
                yield recording
            finally:
                child.terminate()
                child.wait(5)
                file.seek(0)
                data = file.read()
                recording.pcm = np.frombuffer(data[: len(data) // 2 * 2], dtype="<i2")

    def stop(self) -> None:
        """End scenes and daemon: to everyone else on the cable the devices are gone."""
        while self._scenes:
            self._scenes.pop().close()
        if self.daemon is not None:
            self.daemon.terminate()
            self.daemon.wait(5)


class Recording:
    """Filled when its block ends."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        self.pcm: npt.NDArray[np.int16] = np.zeros(0, np.int16)


def why_no_cable() -> str:
    """The reason why no cable can be laid here; empty if one can."""
    missing = [tool for tool in ("pulseaudio", "parec") if shutil.which(tool) is None]
    return f"{missing[0]} is not installed" if missing else ""


@contextmanager
def cable(*, awake: bool = True) -> Iterator[Cable]:
    """Lay a cable; take it back at the end. It takes 2 s until both its ends are awake, which not everybody waits for."""
    folder = Path(tempfile.mkdtemp(prefix="cable-"))
    folder.chmod(0o700)
    laid = Cable(folder, start_daemon(folder, MODULES))
    keepers = start_keepers(laid) if awake else []
    try:
        yield laid
    finally:
        for keeper in keepers:
            keeper.terminate()
            keeper.wait(5)
        laid.stop()
        shutil.rmtree(folder, ignore_errors=True)


def start_keepers(laid: Cable) -> list[subprocess.Popen[bytes]]:
    """Listeners who keep both ends awake: a sleeping end gives its first sound up to two seconds late."""
    keepers = [
        subprocess.Popen(
            ["parec", "-d", source, "--latency-msec=20"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=laid.environment,
        )
        for source in ("speaker.monitor", "fakemic")
    ]
    for keeper in keepers:
        assert keeper.stdout is not None
        keeper.stdout.read(1024)
        threading.Thread(target=drain, args=(keeper.stdout,), daemon=True).start()
    return keepers


def drain(pipe: IO[bytes]) -> None:
    """Read and forget, until the writer ends."""
    while pipe.read(1 << 16):
        pass
    pipe.close()
