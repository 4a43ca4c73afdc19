"""A recogniser that hears nothing until she is called, and loses nothing of what is said in the same breath."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.ports import Heard
from voice.wake.addressed import asks, calls_first, comes_last, is_cut
from voice.wake.attention import Attention
from voice.wake.called_in_text import ALIKE_CALLED, WORD, without_call
from voice.wake.free_speech import FreeListening, FreeSpeech
from voice.wake.grammar import UNKNOWN, WakeGrammar
from voice.wake.names import callable_names
from voice.wake.sight import Sight
from voice.wake.spotting import RATE, FreeSpotter, GrammarSpotter, Spotted, Spotter

log = logging.getLogger("hearth.wake")

LONGEST: Final = 10.0
"""Seconds of a breath that are kept to be heard again; of more only the last."""

JUST_NOW: Final = 0.5
"""Seconds before a key called her that are for her too: mouths are quicker than fingers."""

FIRST_WORDS: Final = 2
"""Of partial texts behind the name: a single word is as often a guess at what may come as something said."""

SAME: Final = 0.95
"""How like her name a word must be where times have already told which words are the name: it is, once more."""

Pcm = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Woken:
    """She was called by `name`, at this second of the clock."""

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Owed:
    """An end of an utterance whose text is still to come: from `free`, if it was asked."""

    asked: bool
    called: bool = False
    behind: bool = False


class OwnWords(Protocol):
    """What she says herself: `voice.echo.spoken_words.SpokenWords`."""

    def new_words(self, partial: str, at: float) -> tuple[str, ...]:
        """The words that are not hers of the last seconds."""


class WakeRecogniser:
    """A `LiveRecogniser`: nothing, not even a partial text, until one of `names` calls; then free speech.

    What is said in one breath with the name is heard again, and given without the name. `tell` gets a `Woken`, in the thread
    that feeds. While `attention` is open no name is needed. `free` recognises what is for her; Vosk does where none is given.
    `grammar` False: the model takes none (see `voice.wake.vocabulary`), and names are looked for in free text. For `only_greeted`
    see `WakeGrammar`.
    """

    def __init__(
        self,
        model: Any,
        names: Sequence[str],
        lang: str = "en",
        *,
        free: FreeListening | None = None,
        grammar: bool = True,
        only_greeted: Collection[str] = (),
        attention: Attention | None = None,
        own: OwnWords | None = None,
        tell: Callable[[Woken], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._model, self._lang, self._clock, self._own = model, lang, clock, own
        self._names = callable_names(names)
        self._free: FreeListening = free if free is not None else FreeSpeech(model, self._names, lang)
        self._spotter = spotter_for(model, names, lang, grammar, only_greeted)
        self._owed: deque[Owed] = deque()
        if hasattr(self._free, "late"):
            self.late = self._late
        self.attention = attention or Attention(clock=clock)
        self.tell: Callable[[Woken], None] = tell or (lambda _: None)
        self._breath: list[Pcm] = []
        self._length = 0
        self._presses = self.attention.presses
        self._taken = False
        """Whether this breath is for her."""
        self._behind = False
        """Whether the name stood at its end."""
        self._call: Spotted | None = None
        self._said = ""
        self._sight = Sight()

    def feed(self, pcm: Pcm) -> Heard | None:
        """See `voice.ports.Recogniser`: 16 kHz mono."""
        if self._taken or self._begins_open():
            return self._take(pcm)
        self._keep(pcm)
        if self._pressed():
            return self._take(self._kept()[-int(JUST_NOW * RATE) - len(pcm) :])
        if not self._sight.due(self._spotter.feed(pcm), len(pcm) / RATE):
            return None
        called = self._called(whole=False)
        return self._wake(called) if called is not None else None

    def finish(self) -> Heard:
        """See `voice.ports.Recogniser`. An empty text where nothing was for her, or only her name."""
        called = self._called(whole=True) if self._sight.seen and not self._taken else None
        if called is not None:
            self._wake(called)
        if self._taken:
            return self._ended(self._free.finish())
        if hasattr(self, "late"):
            self._owed.append(Owed(asked=False))
        self._forget()
        return Heard("", final=True, confidence=0.0)

    @property
    def pending(self) -> int:
        """Utterances whose text is still to come from `free`."""
        return int(getattr(self._free, "pending", False))

    def close(self) -> None:
        """Let go of what `free` holds."""
        close = getattr(self._free, "close", None)
        if close is not None:
            close()

    def reset(self) -> None:
        """Forget what was begun. Whether she is attended to stays as it is."""
        self._free.reset()
        self._forget()

    # --- inside

    def _begins_open(self) -> bool:
        """A breath that begins while she attends is for her; one that began before has to call her."""
        if self._breath:
            return False
        self._presses = self.attention.presses
        self._taken = self.attention.open
        return self._taken

    def _pressed(self) -> bool:
        """Whether a key called her in the middle of this breath: from about there on it is for her."""
        self._taken = self._presses != self.attention.presses and self.attention.open
        return self._taken

    def _take(self, pcm: Pcm) -> Heard | None:
        heard = self._free.feed(pcm)
        if heard is not None and heard.final:
            return self._ended(heard)
        if heard is not None:
            heard = replace(heard, text=self._without_name(heard.text))
            if self._call is not None and len(WORD.findall(heard.text)) < FIRST_WORDS:
                return None
            self._said = heard.text
        if not self._said and not self.attention.open:
            self.reset()  # silence outlasted the window
        return heard

    def _ended(self, heard: Heard) -> Heard:
        text = self._without_name(heard.text, SAME if isinstance(self._free, FreeSpeech) else ALIKE_CALLED)
        if text:
            self.attention.hold()
        elif hasattr(self, "late"):
            self._owed.append(Owed(True, self._call is not None, self._behind))
        self._forget()
        return replace(heard, text=text)

    def _late(self) -> Heard | None:
        """See `voice.recognise.reports.LateRecogniser`; there is one where `free` has one."""
        if self._owed and not self._owed[0].asked:
            self._owed.popleft()
            return Heard("", final=True, confidence=0.0)
        heard: Heard | None = self._free.late()  # type: ignore[attr-defined]
        if heard is None:
            return None
        owed = self._owed.popleft() if self._owed else Owed(asked=True)
        if owed.called:
            heard = replace(heard, text=without_call(heard.text, self._names, self._lang, behind=owed.behind))
        if heard.text:
            self.attention.hold()
        return heard

    def _without_name(self, text: str, alike: float = ALIKE_CALLED) -> str:
        if self._call is None or not text:
            return text
        return without_call(text, self._names, self._lang, behind=self._behind, alike=alike)

    def _keep(self, pcm: Pcm) -> None:
        self._breath.append(pcm)
        self._length += len(pcm)
        while self._length > LONGEST * RATE and len(self._breath) > 1:
            self._length -= len(self._breath.pop(0))

    def _kept(self) -> Pcm:
        """This breath so far, which from now on goes on elsewhere."""
        sound, self._breath = np.concatenate(self._breath), []
        return sound

    def _called(self, *, whole: bool) -> Spotted | None:
        """The first name in this breath that calls her; names that end it count once it is `whole`."""
        sound = np.concatenate(self._breath)
        for spotted in self._spotter.calls(sound, whole=whole):
            if not whole and is_cut(sound, spotted):
                continue
            if self._own is not None and not self._own.new_words(" ".join(spotted.words), self._clock()):
                continue
            self._behind = False
            if calls_first(sound, spotted):
                return spotted
            if whole and comes_last(sound, spotted) and self._asked(sound[: int(spotted.began * RATE)]):
                self._behind = True
                return spotted
        return None

    def _asked(self, before: Pcm) -> bool:
        here = FreeSpeech(self._model)  # what is not for her goes to no server
        here.feed(before)
        return asks(here.finish().text, self._lang)

    def _wake(self, spotted: Spotted) -> Heard | None:
        """From here on free speech, beginning with what this breath holds already."""
        log.debug("woken")
        self._taken, self._call = True, spotted
        self.attention.hold()
        self.tell(Woken(spotted.name, self._clock()))
        self._free.reset()
        if isinstance(self._free, FreeSpeech):
            self._free.leave_out(spotted, behind=self._behind)
        return self._take(self._kept())

    def _forget(self) -> None:
        self._spotter.reset()
        self._breath.clear()
        self._rest()

    def _rest(self) -> None:
        self._taken = self._behind = False
        self._call = None
        self._said = ""
        self._length = 0
        self._sight = Sight()


def spotter_for(model: Any, names: Sequence[str], lang: str, grammar: bool, only_greeted: Collection[str] = ()) -> Spotter:
    """How this model can listen for names: by grammar where it takes one and has words for all of them, else in free text."""

    def knows(word: str) -> bool:
        return int(model.vosk_model_find_word(word)) >= 0

    if grammar and knows(UNKNOWN):
        wake = WakeGrammar(names, lang, knows, only_greeted)
        if wake.names and not wake.unheard:
            return GrammarSpotter(model, wake, lang)
    return FreeSpotter(model, callable_names(names), lang, only_greeted)
