"""A brain's stream into sentences that are shown: guarded, counted, and cut where the reply is stopped."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace

from mind.brains.offline import written
from mind.character import all_names
from mind.domain import Ended, Memory
from mind.errors import BrainFault
from mind.events import FaultShown, FirstWord, Sentence
from mind.guards import FarewellGuard, claims_humanity, farewell_words, silence_words
from mind.ports import Brain, Deadline, Prompt, Scene
from mind.turn.fault_words import empty_reply, fault_shown
from mind.turn.keeping import Asked, Spoken, shown_text
from mind.turn.quotes import taken_up
from mind.turn.running import RunningReply
from mind.turn.stopwatch import Stopwatch
from mind.turn.stream import SentenceStream


class Speaking:
    """One reply being shown. Every sentence passes the guards, whoever wrote it."""

    def __init__(self, run: RunningReply, scene: Scene, prompt: Prompt, brain: Brain, watch: Stopwatch) -> None:
        self._run = run
        self._scene = scene
        self._prompt = prompt
        self._brain = brain
        self._watch = watch
        self._farewell = FarewellGuard() if prompt.plan.goodbye else None
        self._shown: list[Sentence] = []

    async def speak(self, deadline: Deadline, preface: tuple[str, ...] = ()) -> Spoken:
        """Stream the reply to its end; what was shown, and how it ended."""
        stream = self._sentences()
        self._show(stream.feed(written((*preface, ""))))
        fault = await self._stream(stream, deadline)
        if not self._run.stopped:
            self._show(stream.finish(whole=fault is None))
            if fault is None and not self._shown:
                fault = self._fill_silence()
        self._watch.lap("brain")
        return self._spoken(fault)

    def planned(self, preface: tuple[str, ...] = ()) -> tuple[Sentence, ...]:
        """All that she meant to say: what was shown, and where she was stopped, what the rules had written besides."""
        if not self._run.stopped or self._brain.kind != "offline":
            return tuple(self._shown)
        stream = self._sentences()
        found = stream.feed(written((*preface, *self._prompt.plan.draft))) + stream.finish()
        return (*self._shown, *found[len(self._shown) :])

    def _sentences(self) -> SentenceStream:
        name = self._scene.person.name
        return SentenceStream(self._scene.lang, (name,) if name else (), all_names(self._scene.character))

    async def _stream(self, stream: SentenceStream, deadline: Deadline) -> FaultShown | None:
        source = self._brain.stream(self._prompt, deadline)
        try:
            async with aclosing(self._run.pieces(source)) as pieces:
                async for piece in pieces:
                    if self._watch.once("first_token"):
                        self._run.tell(FirstWord())
                    self._show(stream.feed(piece))
                    if stream.ended:
                        break
        except BrainFault as fault:
            return fault_shown(fault, self._scene.lang)
        return None

    def _show(self, sentences: list[Sentence]) -> None:
        for sentence in sentences:
            if self._run.stopped or not self._allowed(sentence):
                continue
            shown = replace(sentence, index=len(self._shown), before=sentence.before if self._shown else "")
            self._shown.append(shown)
            self._watch.once("first_sentence")
            self._run.tell(shown)

    def _allowed(self, sentence: Sentence) -> bool:
        if claims_humanity(sentence.text):
            return False
        return self._farewell is None or self._farewell.passes(sentence)

    def _fill_silence(self) -> FaultShown | None:
        """The brain ended well, but nothing could be shown: a server's fault, but rules and goodbyes always have words."""
        offline = self._brain.kind == "offline"
        if not offline and self._farewell is None:
            return empty_reply(self._scene.lang, getattr(self._brain, "host", self._brain.kind))
        spare = farewell_words if self._farewell is not None else silence_words
        for draft in (self._prompt.plan.draft, spare(self._scene.lang, self._scene.seed)):
            if not self._shown:
                stream = self._sentences()
                self._show(stream.feed(written(draft)) + stream.finish())
        return None

    def _spoken(self, fault: FaultShown | None) -> Spoken:
        text = shown_text(self._shown)
        ended: Ended = "complete"
        if self._run.stopped:
            ended, fault = "interrupted", None
            text = text if self._run.heard is None else self._run.heard
        elif fault is not None:
            ended = "cut" if text else "error"
        return Spoken(
            tuple(self._shown), text, ended, self._brain.kind, self._brain.model, fault, self._used(text), self._asked(),
            tuple(turn.id for turn in self._prompt.turns), taken_up(self._prompt.turns, self._prompt.asked, text),
        )  # fmt: skip

    def _asked(self) -> Asked | None:
        """What the server was asked; None where there was none."""
        if not self._prompt.messages:
            return None
        host = str(getattr(self._brain, "host", self._brain.kind))
        return Asked(host, self._prompt.messages, getattr(self._brain, "usage", None))

    def _used(self, text: str) -> tuple[Memory, ...]:
        """The memories this reply rests on: those the plan put into it, and those whose words it says."""
        plan = self._prompt.plan
        if self._brain.kind == "offline":
            return plan.must_use
        folded = text.casefold()
        offered = {memory.id: memory for memory in (*plan.must_use, *self._prompt.memories)}
        return tuple(memory for memory in offered.values() if memory.value and memory.value.casefold() in folded)
