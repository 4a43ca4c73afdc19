"""She listens: microphone, recogniser and the guard that keeps her from hearing herself."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, Protocol

import numpy as np
import numpy.typing as npt

from voice.devices.faults import NamedInputFault
from voice.echo.suppressor import Suppressor
from voice.errors import InputFault, ModelFault, VoiceError
from voice.listen_plan import ListenPlan
from voice.ports import Heard
from voice.recognise.ears import Ears, Level, LiveRecogniser, Ready, Report, Voiced

ListenState = Literal["off", "loading", "listening", "held"]
"""`held`: the microphone is open, but she speaks, and nothing is taken in."""

ECHO: Final = 0.3
"""Seconds after her last sound in which the room still rings of it."""

ECHO_AT_KEY: Final = 0.1
"""The same where the user presses a key to cut her off: their first word comes at once."""


class OpenMicrophone(Protocol):
    """A microphone that is open."""

    def check(self) -> None:
        """Keep it going."""

    def close(self) -> None:
        """Let go of it."""


Hear = Callable[[npt.NDArray[np.int16], int], None]
Tell = Callable[[InputFault | None], None]
Open = Callable[[str, Hear, Tell], OpenMicrophone]


def ignore(*_: object) -> None:
    """Take no notice."""


def qt_microphone(device: str, hear: Hear, tell: Tell) -> OpenMicrophone:
    """The system's microphone."""
    from voice.recognise.microphone import Microphone

    return Microphone(device, hear, tell)


class Listener:
    """Turns what the microphone hears into texts. Everything belongs to one thread, the one that calls `tick`.

    `make` builds the recogniser, in a thread of its own; see `vosk_ears`. While `tick(speaking=True)` comes, and 0.3 s
    longer, nothing is taken in (half duplex), unless the plan says `barge_in` and `suppressor` makes what keeps her own voice
    out (in the ears' thread). `on_voice` tells when the user's voice begins and ends; `on_sure`, before words so far are told,
    how surely they are not her own (`voice.ports.Heard.clear`). Faults come to `on_fault`; after one of the model the state is
    ``off``. A microphone in trouble is kept, and `on_well` tells that it is over. `on_wake` tells by which name she was called,
    in a `voice.wake.called_listener.CalledListener`. `on_report` is called from the ears' thread when something was heard: a
    tick then comes a little sooner.
    """

    def __init__(
        self,
        make: Callable[[], LiveRecogniser],
        device: str = "",
        *,
        plan: ListenPlan = ListenPlan(),  # noqa: B008  a frozen value
        suppressor: Callable[[], Suppressor] | None = None,
        on_partial: Callable[[str], None] = ignore,
        on_final: Callable[[Heard], None] = ignore,
        on_level: Callable[[float], None] = ignore,
        on_voice: Callable[[bool], None] = ignore,
        on_state: Callable[[ListenState], None] = ignore,
        on_fault: Callable[[VoiceError], None] = ignore,
        on_well: Callable[[], None] = ignore,
        on_wake: Callable[[str], None] = ignore,
        on_report: Callable[[], None] = ignore,
        on_sure: Callable[[int], None] = ignore,
        microphone: Open = qt_microphone,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make, self._device, self._open, self._clock = make, device, microphone, clock
        self._on_partial, self._on_final, self._on_level = on_partial, on_final, on_level
        self._on_state, self._on_fault, self._on_voice = on_state, on_fault, on_voice
        self._on_well, self._on_wake, self._on_report, self._on_sure = on_well, on_wake, on_report, on_sure
        self._plan, self._suppressor = plan, suppressor
        self._ears: Ears | None = None
        self._microphone: OpenMicrophone | None = None
        self._ready = self._voiced = False
        self._deaf_until = float("-inf")
        self._state: ListenState = "off"

    @property
    def state(self) -> ListenState:
        """What it is doing."""
        return self._state

    @property
    def owes(self) -> bool:
        """Whether a text is still to come of something that was said to the end: a server takes its time. Wait, or lose it."""
        return self._ears is not None and self._ears.owes

    def start(self) -> bool:
        """Open the microphone and load the model; False after a fault, which was told to `on_fault`."""
        if self._microphone is not None:
            return True
        try:
            self._microphone = self._open(self._device, self._heard, self._tell)
        except InputFault as fault:
            self._on_fault(fault)
            return False
        if self._ears is None:
            self._ready = False
            self._ears = Ears(self._make, self._plan, self._suppressor, self._clock, self._on_report)
        else:
            self._ears.order("open")
        self._enter("listening" if self._ready else "loading")
        return True

    def stop(self) -> None:
        """Close the microphone; what was begun is forgotten. The model stays loaded."""
        self._close_microphone()
        self._forget()
        self._enter("off")

    def finish(self) -> None:
        """The user says that they are done: the text of what was begun comes as final at a next `tick`, within 0.1 s and the
        time of decoding; nothing comes where nothing was understood."""
        if self._microphone is not None:
            self._microphone.check()
        if self._ears is not None:
            self._ears.order("finish")

    def follow(self, plan: ListenPlan) -> None:
        """Listen by another plan from now on."""
        self._plan = plan
        if self._ears is not None:
            self._ears.follow(plan)

    def use(self, device: str) -> None:
        """Another microphone, by id or name; at once if one is open."""
        self._device = device
        if self._microphone is not None:
            self.stop()
            self.start()

    def close(self) -> None:
        """Let go of microphone, thread and model."""
        self.stop()
        if self._ears is not None:
            self._ears.close()
            self._ears = None

    def tick(self, speaking: bool = False) -> None:
        """Call on every frame; `speaking` while her own voice sounds."""
        self._guard(speaking)
        if self._microphone is not None:
            self._microphone.check()
        if self._ears is not None and self._state != "off":
            self._deliver(self._ears.reports())

    # --- inside

    @property
    def _duplex(self) -> bool:
        """Whether she listens while she speaks."""
        return self._plan.barge_in and self._suppressor is not None

    def _guard(self, speaking: bool) -> None:
        now = self._clock()
        if self._duplex:
            self._deaf_until = float("-inf")
        elif speaking:
            self._deaf_until = now + (ECHO_AT_KEY if self._plan.mode == "push" else ECHO)
        if self._state == "listening" and now < self._deaf_until:
            self._forget()
            self._enter("held")
        elif self._state == "held" and now >= self._deaf_until:
            self._enter("listening")

    def _heard(self, pcm: npt.NDArray[np.int16], rate: int) -> None:
        """What is said while the model loads waits for it."""
        now = self._clock()
        if self._ears is not None and self._state != "off" and now >= self._deaf_until:
            self._ears.hear(pcm, rate, now)

    def _tell(self, fault: InputFault | None) -> None:
        """The microphone tells what is wrong with it, and None once all is well. One that comes back by itself is kept."""
        if fault is None:
            self._on_well()
            return
        if not isinstance(fault, NamedInputFault):
            self._microphone = None
            self._forget()
            self._enter("off")
        elif fault.deaf:
            self._forget("broken")
        self._on_fault(fault)

    def _forget(self, how: Literal["reset", "broken"] = "reset") -> None:
        """What was begun comes to nothing."""
        if self._ears is not None:
            self._ears.order(how)
            self._deliver(self._ears.reports(), silent=True)
        self._hush()

    def _hush(self) -> None:
        """Nobody speaks any more, as far as anyone was told."""
        self._on_partial("")
        if self._voiced:
            self._voiced = False
            self._on_voice(False)

    def _deliver(self, reports: list[Report], silent: bool = False) -> None:
        for report in reports:
            if isinstance(report, Ready):
                self._ready = True
                if self._state == "loading":
                    self._enter("listening")
            elif isinstance(report, VoiceError):
                self._fail(report)
            elif not silent and self._state == "listening":
                self._pass_on(report)

    def _pass_on(self, report: Heard | Level | Voiced) -> None:
        if isinstance(report, Level):
            self._on_level(report.value)
        elif isinstance(report, Voiced):
            self._voiced = report.on
            self._on_voice(report.on)
        elif report.final:
            self._on_partial("")
            if report.text:
                self._on_final(report)
        else:
            self._on_sure(report.clear)
            self._on_partial(report.text)

    def _fail(self, fault: VoiceError) -> None:
        if isinstance(fault, ModelFault):  # these ears will never hear
            self._close_microphone()
            self._hush()
            if self._ears is not None:
                self._ears.close()
                self._ears = None
            self._enter("off")
        self._on_fault(fault)

    def _close_microphone(self) -> None:
        microphone, self._microphone = self._microphone, None
        if microphone is not None:
            microphone.close()

    def _enter(self, state: ListenState) -> None:
        if state != self._state:
            self._state = state
            self._on_state(state)


def vosk_ears(folder: Path) -> Callable[[], LiveRecogniser]:
    """What `Listener` needs to hear with the Vosk model in `folder`; it is tried in a child before it is loaded."""

    def make() -> LiveRecogniser:
        from voice.recognise.soundness import try_model
        from voice.recognise.vosk_recogniser import VoskRecogniser, load_model

        try_model(folder)
        return VoskRecogniser(load_model(folder), own_ends=False)

    return make
