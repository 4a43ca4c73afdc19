"""Why no good sound comes or goes, each cause in one line with its remedy.

    audio-in-   missing  no microphone at all          lost      it went while it was used, and none is left
                busy     another program keeps it      elsewhere the chosen one is gone, another listens meanwhile
                muted    switched off, or only zeros   unplugged nothing is plugged into the socket
                quiet    far too soft                  clipping  far too loud
                stuck    one value for ever            offset    a constant with a hiss
                hum      only the mains                rate      another number of samples than it says
                stalled  open, and nothing comes       slow      this machine cannot keep up
                system   no sound system answers       hangs     it is there and does not answer
                slept    the machine woke up           opening   another one takes its place
    audio-out-  missing  busy  lost  stalled  muted  unplugged  system  hangs
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from voice.devices.device import SoundDevice
from voice.errors import InputFault, OutputFault

TAKEN_UP: Final = "Connect it again, it is taken up by itself."
RETURN: Final = f"{TAKEN_UP} Typing always works."

INPUT: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("No microphone was found.", "Connect one, it is taken up by itself. Typing always works."),
    "lost": ("The microphone {device} has gone.", RETURN),
    "elsewhere": ("The microphone {device} is not there; {other} listens meanwhile.", TAKEN_UP),
    "busy": (
        "The microphone {device} cannot be opened.",
        "Close the program that keeps it, or allow it in the system's privacy settings. It is tried again by itself.",
    ),
    "stalled": (
        "The microphone {device} is open, but nothing comes from it.",
        "Unplug it and connect it again, or choose another one.",
    ),
    "muted": ("The microphone {device} is muted in the system.", "Unmute it in the system's sound settings."),
    "zeros": (
        "The microphone {device} gives no sound at all; it may be muted in the system.",
        "Unmute it in the system's sound settings or at its own switch, or choose another one.",
    ),
    "unplugged": ("Nothing is plugged into {device}.", "Plug a microphone in, or choose another one."),
    "quiet": ("The microphone {device} is very quiet.", "Raise its level in the system's sound settings, or come closer."),
    "clipping": (
        "The microphone {device} is too loud: it clips.",
        "Lower its level in the system's sound settings, or move back a little.",
    ),
    "stuck": ("The microphone {device} gives one and the same value and hears nothing.", "Unplug it and connect it again."),
    "offset": (
        "The microphone {device} gives a constant and no sound.",
        "Unplug it and connect it again, or try another socket.",
    ),
    "hum": ("The microphone {device} gives only a hum.", "Push its plug home, or move it away from chargers."),
    "rate": (
        "The microphone {device} runs at another speed than it says.",
        "Choose another rate for it in the system, or another microphone.",
    ),
    "slow": ("Listening cannot keep up.", "Close other programs."),
    "system": ("The sound system was stopped.", "She listens again as soon as it runs; typing always works."),
    "hangs": ("The sound system does not answer.", "Wait a moment. If it stays so, log out and in again; typing always works."),
    "opening": ("The microphone {device} is being opened.", "Wait a moment, then say it once more."),
    "slept": ("The computer slept.", "The microphone is opened again; say it once more."),
}  # fmt: skip

DEAF: Final = frozenset(("missing", "lost", "busy", "stalled", "system", "hangs", "slept", "opening"))
"""With these nothing is heard at all: what was being said is not whole."""

OUTPUT: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("No loudspeaker was found.", "Connect one; until then she speaks in captions."),
    "lost": ("The loudspeaker {device} has gone.", "Connect it again; until then she speaks in captions."),
    "busy": ("The loudspeaker {device} cannot be opened.", "Close the program that keeps it; until then she speaks in captions."),
    "muted": ("The loudspeaker {device} is muted in the system.", "Unmute it in the system's sound settings."),
    "faint": ("The loudspeaker {device} is turned down all the way.", "Turn it up in the system's sound settings."),
    "unplugged": ("Nothing is plugged into {device}.", "Plug something in, or choose another loudspeaker."),
    "system": ("The sound system was stopped.", "She is heard again as soon as it runs; until then she speaks in captions."),
    "hangs": ("The sound system does not answer.", "Wait a moment. Until it does, she speaks in captions."),
    "stalled": ("The loudspeaker {device} takes no more sound.", "Check the sound settings; until then she speaks in captions."),
}  # fmt: skip

UNNAMED: Final = "in use"
KINDS: Final = {"zeros": "muted", "faint": "muted"}
"""Causes that programs need not tell apart."""


class NamedInputFault(InputFault):
    """A cause of `INPUT`, and the names of the devices it is about: what shows it in another language needs them."""

    def __init__(self, cause: str, device: str = "", other: str = "") -> None:
        message, remedy = INPUT[cause]
        told = sentence(message, device, other), sentence(remedy, device, other)
        super().__init__(*told, kind=f"audio-in-{KINDS.get(cause, cause)}")
        self.cause, self.device, self.other = cause, device, other

    @property
    def deaf(self) -> bool:
        """Whether nothing is heard while it lasts."""
        return self.cause in DEAF


class NamedOutputFault(OutputFault):
    """The same for a loudspeaker."""

    def __init__(self, cause: str, device: str = "", other: str = "") -> None:
        message, remedy = OUTPUT[cause]
        told = sentence(message, device, other), sentence(remedy, device, other)
        super().__init__(*told, kind=f"audio-out-{KINDS.get(cause, cause)}")
        self.cause, self.device, self.other = cause, device, other


def sentence(text: str, device: str, other: str) -> str:
    """With the names in it."""
    return text.format(device=device or UNNAMED, other=other or UNNAMED)


def told_input(device: SoundDevice) -> NamedInputFault | None:
    """What the system itself says is wrong with a microphone."""
    if device.muted or device.volume <= 0.0:
        return NamedInputFault("muted", device.name)
    return None if device.plugged else NamedInputFault("unplugged", device.name)


def told_output(device: SoundDevice) -> NamedOutputFault | None:
    """What the system itself says is wrong with a loudspeaker."""
    if device.muted:
        return NamedOutputFault("muted", device.name)
    if device.volume <= 0.0:
        return NamedOutputFault("faint", device.name)
    return None if device.plugged else NamedOutputFault("unplugged", device.name)
