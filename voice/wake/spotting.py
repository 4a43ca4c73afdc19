"""Finding her name in the sound: by a grammar that holds little else, or in free text where a model takes no grammar."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import numpy.typing as npt

from voice.errors import ModelFault
from voice.recognise.soundness import REMEDY
from voice.wake.called_in_text import ALIKE_CALLED, called_in
from voice.wake.grammar import Call, WakeGrammar

RATE: Final = 16000
PIECE: Final = 4000
SURE: Final = 0.9
"""Mean confidence of a call below which it was something else: "mirror" and "miracle" reach 0.87, names are seldom below 0.95."""

DOUBTED: Final = 0.5
"""The same for a greeting with a name, where free speech writes the like: voices that are hard to hear reach 0.6."""

Pcm = npt.NDArray[np.int16]
Word = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Spotted:
    """A name in a sound: when it begins and ends there, in seconds, and the words that it was heard as."""

    name: str
    began: float
    ended: float
    greeted: bool
    words: tuple[str, ...]


class Spotter(Protocol):
    """Looks for names while nobody called."""

    def feed(self, pcm: Pcm) -> int:
        """Take 16 kHz mono; how many calls there seem to be in what was heard since `reset`."""

    def calls(self, sound: Pcm, *, whole: bool = True) -> list[Spotted]:
        """The calls in a sound, looked at closely; not `whole`: words may be cut at its end."""

    def reset(self) -> None:
        """Forget what was begun."""


class GrammarSpotter:
    """By a grammar at run time. Cheap: the recogniser knows a dozen ways to call and one word for all the rest."""

    def __init__(self, model: Any, grammar: WakeGrammar, lang: str) -> None:
        self._model, self._grammar, self._lang = model, grammar, lang
        self._recogniser = recogniser(model, grammar.json)

    def feed(self, pcm: Pcm) -> int:
        """See `Spotter`."""
        ended = accept(self._recogniser, pcm)
        words = json.loads(self._recogniser.Result() if ended else self._recogniser.PartialResult())
        return len(all_calls(self._grammar, words.get("text" if ended else "partial", "").split()))

    def calls(self, sound: Pcm, *, whole: bool = True) -> list[Spotted]:
        """See `Spotter`: a look with times and confidences, which a partial result would give late.

        Of a whole breath two looks may agree: a greeting and a name that the grammar is in doubt of count where free speech
        writes the like, and those that only free speech writes where it is sure of them.
        """
        words = decoded(recogniser(self._model, self._grammar.json), sound)
        found = self._spotted(words, SURE)
        if found or not whole:
            return found
        free = decoded(recogniser(self._model), sound)
        written = called_in([word["word"] for word in free], self._grammar.names, self._lang, ALIKE_CALLED)
        spans = [(free[call.first]["start"], free[call.last - 1]["end"]) for call in written]
        doubted = [call for call in self._spotted(words, DOUBTED) if call.greeted]
        agreed = [call for call in doubted if any(begin < call.ended and call.began < end for begin, end in spans)]
        return agreed or [call for call in self._spotted(free, SURE) if call.greeted]

    def _spotted(self, words: Sequence[Word], sure: float) -> list[Spotted]:
        calls = all_calls(self._grammar, [word["word"] for word in words])
        return [found for call in calls if (found := spotted(call, words, sure)) is not None]

    def reset(self) -> None:
        """See `Spotter`."""
        self._recogniser.Reset()


class FreeSpotter:
    """For a model without grammar: all that is said is written down as in free speech, and names are looked for in it.

    Costs as much of the processor as listening always; a name that the model writes in another way is found by its sound.
    """

    def __init__(self, model: Any, names: Sequence[str], lang: str, only_greeted: Collection[str] = ()) -> None:
        self._model, self._names, self._lang, self._greeted = model, tuple(names), lang, only_greeted
        self._recogniser = recogniser(model)

    def feed(self, pcm: Pcm) -> int:
        """See `Spotter`."""
        ended = accept(self._recogniser, pcm)
        words = json.loads(self._recogniser.Result() if ended else self._recogniser.PartialResult())
        return len(self._called(words.get("text" if ended else "partial", "").split()))

    def calls(self, sound: Pcm, *, whole: bool = True) -> list[Spotted]:
        """See `Spotter`."""
        words = decoded(recogniser(self._model), sound)
        calls = self._called([word["word"] for word in words])
        return [found for call in calls if (found := spotted(call, words, 0.0)) is not None]

    def reset(self) -> None:
        """See `Spotter`."""
        self._recogniser.Reset()

    def _called(self, words: Sequence[str]) -> list[Call]:
        found = called_in(words, self._names, self._lang)
        return [call for call in found if call.greeted or call.name not in self._greeted]


def spotted(call: Call, words: Sequence[Word], sure: float) -> Spotted | None:
    """The call with its times; None where the recogniser is not so sure of it."""
    said = words[call.first : call.last]
    if sum(word["conf"] for word in said) < sure * len(said):
        return None
    return Spotted(call.name, said[0]["start"], said[-1]["end"], call.greeted, tuple(word["word"] for word in said))


def all_calls(grammar: WakeGrammar, words: Sequence[str]) -> list[Call]:
    """Every call among the words, in order."""
    found: list[Call] = []
    while call := grammar.find(words, found[-1].last if found else 0):
        found.append(call)
    return found


def recogniser(model: Any, grammar: str = "") -> Any:
    """Vosk's own, with words and times."""
    import vosk

    try:
        made = vosk.KaldiRecognizer(model, RATE, grammar) if grammar else vosk.KaldiRecognizer(model, RATE)
    except Exception as fault:  # the package raises nothing more precise
        raise ModelFault("The speech model takes no list of names.", REMEDY) from fault
    made.SetWords(True)
    return made


def accept(made: Any, pcm: Pcm) -> bool:
    """Give it sound; whether it takes an utterance for ended."""
    try:
        return bool(made.AcceptWaveform(np.ascontiguousarray(pcm, dtype="<i2").tobytes()))
    except Exception as fault:  # the package raises nothing more precise
        raise ModelFault("The recogniser failed on this model.", REMEDY) from fault


def decoded(made: Any, sound: Pcm) -> list[Word]:
    """All words of a sound, with times in it."""
    words: list[Word] = []
    for at in range(0, len(sound), PIECE):
        if accept(made, sound[at : at + PIECE]):
            words += json.loads(made.Result()).get("result", ())
    words += json.loads(made.FinalResult()).get("result", ())
    return words
