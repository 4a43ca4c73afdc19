"""Devices that come, go, hang and are exchanged on the virtual cable. See `tests.support.voice_cable`."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from tests.support.voice_cable import MIC, MODULES, SPEAKER
from tests.support.voice_scenes import Room, here
from voice.devices.input_systems import input_system
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.output.loudspeaker import loudspeaker
from voice.output.measure.daemon import start_daemon
from voice.output.open_stream import open_stream
from voice.recognise.microphone import Microphone
from voice.speaker import Speaker

OTHER = "OtherMic"


def pactl(*words: str) -> str:
    """What the sound server's tool answers."""
    return subprocess.run(["pactl", *words], check=True, capture_output=True, text=True).stdout.strip()


def load_mic(name: str = "fakemic", described: str = MIC, master: str = "micfeed.monitor", *more: str) -> str:
    """Plug a microphone in; the number to pull it out by."""
    what = (f"source_name={name}", f"master={master}", f"source_properties=device.description={described}")
    return pactl("load-module", "module-remap-source", *what, *more)


def module_of(name: str) -> str:
    """The number of the module that makes a source."""
    lines = pactl("list", "short", "modules").splitlines()
    return next(line.split()[0] for line in lines if f"source_name={name}" in line)


def default_source(name: str) -> None:
    """The system's own microphone from now on."""
    pactl("set-default-source", name)


class Humming:
    """A noise that is fed to the microphone for ever; it is begun anew where the server was."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None
        self.begin()

    def begin(self) -> None:
        self.end()
        command = "exec pacat -d micfeed --raw --rate=8000 --channels=1 --format=u8 --latency-msec=50 </dev/urandom"
        self._child = subprocess.Popen(["sh", "-c", command], stderr=subprocess.DEVNULL)

    def end(self) -> None:
        if self._child is not None:
            self._child.kill()
            self._child.wait(5)


def undisturbed() -> float:
    """Seconds of `time.monotonic` less those in which this thread could have gone on and others had the processors."""
    told = Path("/proc/thread-self/schedstat")
    return time.monotonic() - (int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0)


class Listening:
    """A microphone, what it told, and when it last heard the noise; a ticker of `Room`."""

    def __init__(self, device: str) -> None:
        self.told: list[str] = []
        self.loud, self.any = [0.0], [0.0]
        self.slowest = 0.0
        self.microphone = Microphone(device, self.hear, self.tell)

    def hear(self, pcm: np.ndarray, rate: int) -> None:
        self.any.append(time.monotonic())
        if np.abs(pcm.astype(int)).max(initial=0) > 1000:
            self.loud.append(time.monotonic())

    def tell(self, fault: Any) -> None:
        self.told.append(getattr(fault, "cause", ""))

    def tick(self) -> None:
        begun = undisturbed()
        self.microphone.check()
        self.slowest = max(self.slowest, undisturbed() - begun)

    def since(self, moment: float) -> float:
        """Seconds from a moment to the first noise after it."""
        return next((at for at in self.loud if at > moment), float("inf")) - moment


def microphone_through_everything() -> dict[str, Any]:
    """One microphone, held on to while devices, defaults and the daemon itself come and go; seconds to be heard again."""
    room, noise, ear = Room(), Humming(), Listening("")
    room.tickers.append(ear)
    back: dict[str, float] = {}
    told: dict[str, list[str]] = {}

    def again(name: str, since: float) -> None:
        room.run(lambda: ear.since(since) < 60, 12)
        back[name] = ear.since(since)
        room.wait(0.3)
        told[name] = list(ear.told)
        ear.told.clear()

    again("opening", time.monotonic())

    pactl("unload-module", module_of("fakemic"))  # the last real one: what is left is what she says herself
    room.wait(1.0)
    deaf = len([at for at in ear.any if at > time.monotonic() - 0.7])
    now = time.monotonic()
    load_mic()
    again("the only one returns", now)

    load_mic("other", OTHER, "micfeed.monitor", "rate=44100", "channels=2")
    now = time.monotonic()
    default_source("other")
    room.run(lambda: ear.microphone.name == OTHER, 5)
    again("another default", now)
    now = time.monotonic()
    pactl("unload-module", module_of("other"))
    again("the default goes", now)

    now = time.monotonic()
    pactl("set-source-mute", "fakemic", "1")
    room.run(lambda: bool(ear.told), 5)
    muted = time.monotonic() - now
    pactl("set-source-mute", "fakemic", "0")
    again("unmuted", time.monotonic())

    daemon = int(os.environ["CABLE_DAEMON"])
    os.kill(daemon, signal.SIGSTOP)
    room.run(lambda: "hangs" in ear.told, 8)
    now = time.monotonic()
    os.kill(daemon, signal.SIGCONT)
    again("the daemon wakes", now)

    os.kill(daemon, signal.SIGKILL)
    room.run(lambda: "system" in ear.told, 8)
    second = start_daemon(here().folder, MODULES)
    now = time.monotonic()
    noise.begin()
    room.run(lambda: ear.microphone.name == MIC, 8)
    opened = time.monotonic() - now  # a null sink that nobody listened to gives its first sound up to two seconds later
    again("another daemon", now)
    ear.microphone.close()
    noise.end()
    second.kill()
    second.wait(5)
    return {"back": back, "told": told, "deaf": deaf, "muted": muted, "opened": opened, "slowest": ear.slowest}


def her_voice_outlives_the_server() -> dict[str, Any]:
    """She counts; the server hangs for a while, then it is killed and another started: what was told, how soon she is back."""
    room, back = Room(), []
    out = loudspeaker(SPEAKER, on_fault=room.fault, on_back=lambda: back.append(time.monotonic()))
    speaker = Speaker(EspeakSynthesiser(), out)
    frames, words = [0.0], set()

    def frame() -> None:
        begun = undisturbed()
        speaker.tick()
        if caption := speaker.caption():
            words.add(caption.text[caption.begin : caption.end])
        frames.append(undisturbed() - begun)

    room.tickers.append(SimpleNamespace(tick=frame))
    numbers = ("One two three four five six seven.", "Eight nine ten.")
    handles = [speaker.say(text, "en") for text in numbers]
    daemon = int(os.environ["CABLE_DAEMON"])
    room.run(lambda: handles[0].played > 0.4)
    os.kill(daemon, signal.SIGSTOP)
    room.run(lambda: bool(room.faults), 8)
    now = time.monotonic()
    os.kill(daemon, signal.SIGCONT)
    room.run(lambda: bool(back), 8)
    woke = back.pop() - now
    os.kill(daemon, signal.SIGKILL)
    room.run(lambda: len(room.faults) > 1, 8)
    second = start_daemon(here().folder, MODULES)
    now = time.monotonic()
    room.run(lambda: bool(back), 8)
    returned = back.pop() - now
    with here().recording() as record:
        room.run(lambda: handles[-1].over)
    speaker.close()
    second.kill()
    second.wait(5)
    return {
        "woke": woke, "returned": returned, "faults": room.faults, "words": sorted(words), "slowest": max(frames),
        "states": [handle.state for handle in handles], "loud": int(np.abs(record.pcm.astype(int)).max(initial=0)),
    }  # fmt: skip


def near_and_far() -> list[float]:
    """What is told of the delay of a loudspeaker at hand, and of one with a third of a second of sound on its way."""
    far = here().folder / "far"
    number = pactl("load-module", "module-pipe-sink", "sink_name=far", f"file={far}", "rate=48000", "channels=2", "format=s16le")
    told = []
    with far.open("rb", buffering=0) as air:
        for name in ("speaker", "far"):
            stream = open_stream(name, 16000)
            stream.write(bytes(16000 * 4))
            for look in range(70):
                time.sleep(0.01)
                stream.alive()
                if name == "far" and look > 20:
                    air.read(1920)
            told.append(stream.delay() or 0.0)
            stream.close()
    pactl("unload-module", number)
    return told


def chosen_one_goes_and_returns() -> dict[str, Any]:
    """The chosen microphone is pulled out and put in again; the default one listens meanwhile."""
    room, noise = Room(), Humming()
    number = load_mic("other", OTHER)
    default_source("fakemic")
    ear = Listening(OTHER)
    room.tickers.append(ear)
    room.run(lambda: ear.microphone.name == OTHER and ear.since(0.1) < 1e9, 8)
    first = time.monotonic()
    pactl("unload-module", number)
    room.run(lambda: ear.microphone.name == MIC and ear.since(first + 0.05) < 60, 8)
    away = ear.since(first)
    room.wait(0.3)
    load_mic("other", OTHER)
    second = time.monotonic()
    room.run(lambda: ear.microphone.name == OTHER, 8)
    room.run(lambda: not ear.microphone.fault, 8)
    taken = time.monotonic() - second
    ear.microphone.close()
    noise.end()
    pactl("unload-module", module_of("other"))
    return {"told": ear.told, "away": away, "taken": taken, "slowest": ear.slowest, "way": type(input_system()).__name__}
