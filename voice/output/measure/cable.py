"""A cable between a voice and an ear: a microphone that hears what is played for it, and a loudspeaker that nobody hears.

Laid on the sound server that runs, beside its real devices; where none runs, on one of our own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Final

from voice.errors import OutputFault
from voice.output.measure.daemon import own_server
from voice.output.measure.monitor import RATE, pactl, why_not

NEEDED: Final = "Install pulseaudio and pulseaudio-utils, or have PipeWire's pulse server run and install pulseaudio-utils."


@dataclass(frozen=True, slots=True)
class SoundCable:
    """Names of its ends. What is played on `feed` is heard by `microphone`; what is played on `loudspeaker` by nobody.

    The `.monitor` of a loudspeaker is the source at which one hears what it plays.
    """

    loudspeaker: str = "HearthBench"
    feed: str = "HearthBenchRoom"
    microphone: str = "HearthBenchMicrophone"

    @property
    def modules(self) -> tuple[tuple[str, ...], ...]:
        """What the server has to load, in order."""
        sinks = (
            ("module-null-sink", f"sink_name={name}", f"rate={RATE}", f"sink_properties=device.description={name}")
            for name in (self.loudspeaker, self.feed)
        )
        source = f"source_properties=device.description={self.microphone}"
        remap = ("module-remap-source", f"source_name={self.microphone}", f"master={self.feed}.monitor", source)
        return (*sinks, remap)

    @property
    def echo(self) -> tuple[str, ...]:
        """What lets the microphone hear the loudspeaker."""
        return ("module-loopback", f"source={self.loudspeaker}.monitor", f"sink={self.feed}", "latency_msec=60", "adjust_time=0")


def why_no_cable() -> str:
    """What is missing for one, in one line; empty where nothing is."""
    why = why_not()
    if why and all(map(shutil.which, ("pulseaudio", "pactl", "parec"))):
        return ""
    return why


@contextmanager
def sound_cable(*, echo: bool = False) -> Iterator[SoundCable]:
    """Lay one for as long as the block runs; with `echo` the microphone hears the loudspeaker as well, undamped, as in a room.

    Raises `OutputFault` that says what is missing.
    """
    if why := why_no_cable():
        raise OutputFault(f"No cable between a voice and an ear can be laid here: {why}.", NEEDED, kind="audio-out-monitor")
    cable = SoundCable()
    with ExitStack() as stack:
        if why_not():
            stack.enter_context(own_server())
        for module in (*cable.modules, *((cable.echo,) if echo else ())):
            stack.callback(pactl, "unload-module", pactl("load-module", *module))
        yield cable
