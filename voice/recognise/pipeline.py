"""From the microphone's pieces to texts: rate, echo, voice activity, recogniser, end of the utterance."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.activity.detector import VoiceActivity
from voice.activity.voicing import STEP, Voicing
from voice.echo.evidence import Evidence
from voice.echo.sample_clock import SampleClock
from voice.echo.suppressor import Suppressor
from voice.endpointing.endpointer import Endpointer
from voice.listen_plan import ListenPlan
from voice.loudness import decibels, on_meter
from voice.ports import Heard
from voice.recognise.parts import Parts
from voice.recognise.plausible import VOICED, plausible
from voice.recognise.reports import Level, LiveRecogniser, Report, Voiced
from voice.resample import Resampler

Pcm = npt.NDArray[np.int16]

RATE: Final = 16000
BEFORE: Final = 0.5
"""Seconds before somebody is known to speak that the recogniser hears too: the breath and the soft beginning of a first word."""

DOUBTED: Final = 0.2
"""Seconds before a voice is known from which sound is heard even where it was taken for her echo: its judge needs a syllable."""

FRAME: Final = RATE // 100

MORSEL: Final = RATE * 3 // 100
"""Samples the recogniser gets at least at once: shorter pieces cost it more than they hold."""

GAP: Final = 1.5
"""Seconds without sound, behind which nothing goes on: the machine slept, or the device was away."""

PART: Final = 20.0
"""Seconds after which a pause is used to take down what was understood so far."""

BREATH: Final = 0.3
"""Seconds of such a pause."""

SURE: Final = 0.6
"""Confidence a text must have where a key was held and no voice was found in the sound."""


class Pipeline:
    """Pure: no thread, no clock of its own. One stream of sound in, reports out; all times of `Heard` follow the samples.

    `suppressor` takes her own voice out of the sound. The recogniser hears only while somebody speaks or has just spoken,
    save for a plan of ``push``: there it hears all, until `finish`.
    """

    def __init__(self, recogniser: LiveRecogniser, plan: ListenPlan | None = None, suppressor: Suppressor | None = None) -> None:
        self.plan = plan or ListenPlan()
        self._recogniser, self._suppressor = recogniser, suppressor
        self._activity, self._endpointer = VoiceActivity(), Endpointer(self.plan.patience, self.plan.lang)
        self._voicing = Voicing()
        self._resampler: Resampler | None = None
        self._rate = RATE
        self._clock, self._ahead = SampleClock(), 0.0
        self._samples = 0
        self._before: deque[tuple[Pcm, bool]] = deque()
        """Pieces, and whether each is her echo at best."""
        self._waiting: list[Pcm] = []
        self._rest: Pcm = np.zeros(0, np.int16)
        self._owed: deque[tuple[float, float, float, int]] = deque()
        """The times of what a slow recogniser has yet to write down, and how surely it is not her own voice."""
        self._voiced, self._gate = False, self.plan.mode == "push"
        self._parts, self._partial = Parts(), ""
        self._began: float | None = None
        self._ended = self._noted = self._since = self._spoken = 0.0
        self._loud: list[Pcm] = []
        self._reports: list[Report] = []
        self._asked = False
        """Whether a text of this utterance comes after `finish`."""
        self._evidence, self._sure = Evidence(), 2
        """That what was begun is not her own voice, and what of it was told."""
        self._torn, self._hush = False, 0.0
        """Whether the sound had a hole and what comes may be the rest of something; seconds of silence since."""

    @property
    def voiced(self) -> bool:
        """Whether somebody speaks."""
        return self._voiced

    @property
    def now(self) -> float:
        """Seconds of sound so far."""
        return self._samples / RATE

    def hear(self, pcm: Pcm, rate: int, at: float) -> list[Report]:
        """The next piece of mono sound, any rate and length, all of which had come at `at` (`time.monotonic`)."""
        if not len(pcm) or rate <= 0:
            return []
        self._tell_level(pcm, rate)
        sound, echo, clear = self._at_16k(pcm, rate), False, None
        if self._suppressor is not None and self.plan.barge_in:
            near = self._suppressor.clean(sound, at)
            sound, echo, clear = near.pcm, near.echo, near.clear
        if len(sound):
            self._place(len(sound), at)
            sound = np.concatenate((self._rest, sound))
            whole = len(sound) // STEP * STEP
            self._rest = sound[whole:]
            for piece in sound[:whole].reshape(-1, STEP):
                self._step(piece, echo)
            if self._gate and len(sound):
                self._evidence.add(None if self.plan.mode == "push" else clear, whole // FRAME)
            self._feed(MORSEL)
            self._grow_sure()
        return self.late()

    @property
    def _slow(self) -> bool:
        """Whether texts may come after `finish`; a recogniser that becomes another may change in that too."""
        return hasattr(self._recogniser, "late")

    @property
    def owes(self) -> bool:
        """Whether a text is still to come of what was finished."""
        return bool(self._owed)

    def late(self) -> list[Report]:
        """What a slow recogniser has written down since; to be asked while it `owes`, sound or none."""
        late = getattr(self._recogniser, "late", None)
        heard = late() if late is not None else None
        if heard is not None:
            began, ended, decided, clear = self._owed.popleft() if self._owed else (0.0, 0.0, 0.0, 2)
            self._reports.append(replace(heard, final=True, began=began, ended=ended, decided=decided, clear=clear))
        return self._told()

    def finish(self, at: float) -> list[Report]:
        """The user says at `at` that they are done: the text of what was begun."""
        if self._gate:
            self._waiting.append(self._rest)
            self._take()
        self._close(at)
        self._torn = False
        return self._told()

    def reset(self) -> list[Report]:
        """Forget what was begun; nobody speaks any more."""
        if self._gate or self._partial:
            self._recogniser.reset()
        self._rest = self._rest[:0]
        activity = self._activity.skip(RATE, self.now)
        self._endpointer.voice(False, activity.since)
        if self._voiced:
            self._turn(False, activity.since)
        self._forget()
        return self._told()

    def broken(self) -> list[Report]:
        """The sound has a hole: what was begun is forgotten, and what goes on of it, up to a pause or the end of the key's
        press, is not taken for the beginning of something."""
        told = self.reset()
        self._torn, self._hush = True, 0.0
        return told

    def open(self) -> list[Report]:
        """The microphone was opened, or is another one: nothing goes on from before."""
        self._torn = False
        told = self.reset()
        self._clock.reset()
        self._resampler, self._rate = None, RATE
        self._activity = VoiceActivity()
        if self._suppressor is not None:
            self._suppressor.reset()
        return told

    def follow(self, plan: ListenPlan) -> list[Report]:
        """Listen by another plan; what was begun goes on where both plans let it."""
        self.plan = plan
        self._endpointer.patience, self._endpointer.lang = plan.patience, plan.lang
        if plan.mode == "push":
            self._open_gate(self.now)
        elif self._gate and not self._endpointer.begun:
            return self.reset()
        return self._told()

    # --- sound

    def _at_16k(self, pcm: Pcm, rate: int) -> Pcm:
        if rate != self._rate:
            self._resampler, self._rate = (Resampler(rate, RATE) if rate != RATE else None), rate
        return self._resampler.feed(pcm) if self._resampler else pcm

    def _tell_level(self, pcm: Pcm, rate: int) -> None:
        """At most one report in 30 ms of sound."""
        self._loud.append(pcm)
        if sum(map(len, self._loud)) * 33 >= rate:
            self._reports.append(Level(on_meter(decibels(np.concatenate(self._loud)))))
            self._loud.clear()

    def _place(self, count: int, at: float) -> None:
        """Learn what the samples' seconds are on the monotonic clock; after a gap nothing goes on."""
        ahead = self._clock.tick(count, at) / RATE - self.now
        if self._samples and ahead - self._ahead > GAP:
            self._reports += self.reset()
        self._ahead = ahead

    def _step(self, piece: Pcm, echo: bool) -> None:
        start = self.now
        self._samples += len(piece)
        activity = self._activity.skip(len(piece), start) if echo else self._activity.feed(piece, start)
        if self._torn:
            self._mend(activity.voiced, len(piece) / RATE)
            return
        self._endpointer.voice(activity.voiced, activity.since)
        if activity.voiced != self._voiced:
            self._turn(activity.voiced, activity.since)
        if not self._gate:
            self._keep(piece, echo)
            return
        piece = np.zeros_like(piece) if echo else piece
        self._waiting.append(piece)
        if self._voiced:
            self._voicing.feed(piece)
        if self.plan.mode != "push" and self._endpointer.due(self.now):
            self._end()
        elif not self._voiced and self.now - self._noted > PART and self.now - self._ended > BREATH:
            self._note()

    def _mend(self, voiced: bool, seconds: float) -> None:
        """Behind a hole: what comes after a breath is a beginning again, save while a key is held."""
        self._hush = 0.0 if voiced else self._hush + seconds
        self._torn = self.plan.mode == "push" or self._hush < BREATH

    def _turn(self, voiced: bool, since: float) -> None:
        self._voiced = voiced
        if voiced:
            self._began = since if self._began is None else self._began
            self._open_gate(since - DOUBTED)
        else:
            self._ended = since
            self._spoken += max(0.0, since - self._since)
        self._since = since
        self._reports.append(Voiced(voiced, since + self._ahead))

    def _keep(self, piece: Pcm, echo: bool) -> None:
        self._before.append((piece, echo))
        while len(self._before) * STEP > BEFORE * RATE and len(self._before) > 1:
            self._before.popleft()

    def _open_gate(self, doubted: float) -> None:
        """What may be her echo is heard from the second `doubted` on."""
        if not self._gate:
            self._gate, self._noted = True, self.now
            at = self.now - len(self._before) * STEP / RATE
            for place, (piece, echo) in enumerate(self._before):
                hers = echo and at + place * STEP / RATE < doubted
                self._waiting.append(np.zeros_like(piece) if hers else piece)
            self._before.clear()

    # --- words

    def _feed(self, least: int) -> None:
        """Let the recogniser hear what waits for it, if that is enough."""
        if sum(map(len, self._waiting)) < least or not self._gate:
            return
        sound = np.concatenate(self._waiting)
        self._waiting.clear()
        heard = self._recogniser.feed(sound)
        if heard is None:
            return
        if heard.final:
            self._parts.add(heard)
        elif self._voicing.seconds < VOICED and self.plan.mode != "push":
            return  # a cough may sound like "stop", and nobody is stopped by a cough
        self._tell_partial("" if heard.final else heard.text)

    def _tell_partial(self, text: str) -> None:
        text = self._parts.text(text)
        if text != self._partial:
            self._partial = text
            self._endpointer.words(text, self.now)
            self._tell_so_far()

    def _tell_so_far(self) -> None:
        self._sure = self._evidence.sureness
        self._reports.append(Heard(self._partial, final=False, began=self._second(self._began), clear=self._sure))

    def _grow_sure(self) -> None:
        """The same words are told again once it is surer that they are not hers."""
        if self._partial and self._evidence.sureness > self._sure:
            self._tell_so_far()

    def _note(self) -> None:
        """A pause in a long speech: what was understood is put down, for the recogniser bears no endless sentence."""
        if self._slow:
            return
        self._take()
        self._tell_partial("")

    def _end(self) -> None:
        """The utterance seems to be over; with the last word understood it may turn out not to be."""
        if self._slow and self._voicing.seconds < VOICED:
            self._recogniser.reset()  # a noise goes to no server
        else:
            self._take()
        text = self._parts.text()
        self._endpointer.words(text)
        if self._endpointer.due(self.now):
            self._close(self.now + self._ahead)
        else:
            self._tell_partial("")

    def _take(self) -> None:
        """Put down all that was said so far."""
        self._feed(1)
        heard = self._recogniser.finish()
        self._parts.add(heard)
        self._asked = self._slow and not heard.text
        self._noted = self.now

    def _close(self, decided: float) -> None:
        text, sure = self._parts.text(), self._parts.confidence
        if not self._believed(text, sure):
            text = ""
        ended = self.now if self._voiced else self._ended
        times = self._second(self._began), self._second(ended if self._began is not None else None)
        if self._asked:
            self._owed.append((*times, decided, self._evidence.sureness))
        self._reports.append(Heard(text, True, sure, *times, max(decided, *times), self._evidence.sureness))
        self._forget()

    def _believed(self, text: str, sure: float) -> bool:
        """Who holds a key means to speak."""
        if self.plan.mode == "push":
            return self._began is not None or sure >= SURE
        return plausible(text, sure, self._voicing.seconds, self._spoken + (self.now - self._since if self._voiced else 0.0))

    def _forget(self) -> None:
        self._endpointer.close(self.now)
        self._voicing.begin()
        self._spoken, self._since = 0.0, self.now
        self._evidence.begin()
        self._waiting.clear()
        self._before.clear()
        self._parts.clear()
        if self._partial:
            self._partial = ""
            self._reports.append(Heard("", final=False))
        self._noted = self.now
        self._asked = False
        self._began = self.now if self._voiced else None
        self._gate = self._voiced or self.plan.mode == "push"

    def _second(self, at: float | None) -> float:
        """On the monotonic clock; 0 where it is not known."""
        return 0.0 if at is None else at + self._ahead

    def _told(self) -> list[Report]:
        told, self._reports = self._reports, []
        return told
