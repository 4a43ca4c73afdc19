"""A brain's stream into sentences that are shown: guarded, counted, and cut where the reply is stopped.

A server's sentences pass one guard more, which keeps her from saying the same again. Where a server fails, or says nothing
that can be said, the rules finish the plan: it was theirs from the beginning.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import replace

from mind.brains.offline import CJK, written
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
from mind.turn.variety.again import rest_of_plan
from mind.turn.variety.guard import Hit
from mind.turn.variety.trying import Trying
from mind.turn.variety.wording import tokens

log = logging.getLogger("hearth.turn")

TALKED_ENOUGH = ("brain-length", "brain-endless")
"""Faults of a server that had said too much: nothing is to be added."""


class Speaking:
    """One reply being shown. Every sentence passes the guards, whoever wrote it; a server's those of `trying` too."""

    def __init__(
        self, run: RunningReply, scene: Scene, prompt: Prompt, brain: Brain, watch: Stopwatch, trying: Trying | None = None
    ) -> None:
        self._run = run
        self._scene = scene
        self._prompt = prompt
        self._brain = brain
        self._watch = watch
        self._trying = trying
        self._farewell = FarewellGuard() if prompt.plan.goodbye else None
        self._shown: list[Sentence] = []
        self._brains: list[str] = []
        """The sentences that the brain itself found, of all that were shown."""
        self._finished = False

    async def speak(self, deadline: Deadline, preface: tuple[str, ...] = ()) -> Spoken:
        """Stream the reply to its end; what was shown, and how it ended."""
        stream = self._sentences()
        self._show(stream.feed(written((*preface, ""))))
        if self._brain.kind == "offline" or self._trying is None:
            fault = await self._stream(stream, deadline)
        else:
            fault = await self._try(self._trying, stream, deadline)
        if not self._run.stopped:
            fault = self._closed(fault)
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
        """The brain's words as they come, to their end."""
        source = self._brain.stream(self._prompt, deadline)
        fault = None
        try:
            async with aclosing(self._run.pieces(source)) as pieces:
                async for piece in pieces:
                    self._begun()
                    self._show(stream.feed(piece))
                    if stream.ended:
                        break
        except BrainFault as found:
            fault = fault_shown(found, self._scene.lang)
        if not self._run.stopped:
            self._show(stream.finish(whole=fault is None))
        return fault

    # --- a server, tried more than once

    async def _try(self, trying: Trying, stream: SentenceStream, deadline: Deadline) -> FaultShown | None:
        """The server's words as far as they may be said; it is asked again while there is hope."""
        prompt: Prompt | None = self._prompt
        clock = asyncio.get_running_loop().time
        began = clock()
        while prompt is not None:
            hit, fault = await self._attempt(trying, stream, prompt, deadline)
            trying.used(getattr(self._brain, "usage", None))
            if hit is None or fault is not None or self._run.stopped:
                # A server that was heard before, and takes too long to try again, is not at fault.
                return None if trying.tries and fault is not None and fault.kind == "brain-first-token" else fault
            log.info("reply_guard=%s shown=%s", hit.reason, len(self._shown))
            prompt = trying.again(prompt, hit, self._accepted(), clock() - began)
            stream, deadline = self._sentences(), trying.deadline(deadline)
            if prompt is not None:
                self._prompt = prompt
        return None

    def _accepted(self) -> str:
        """What the brain has said so far."""
        return shown_text(self._shown[len(self._shown) - len(self._brains) :]).strip()

    async def _attempt(
        self, trying: Trying, stream: SentenceStream, prompt: Prompt, deadline: Deadline
    ) -> tuple[Hit | None, FaultShown | None]:
        """One stream, closed where a sentence may not be said."""
        fault = None
        try:
            async with aclosing(self._run.pieces(self._brain.stream(prompt, deadline))) as pieces:
                async for piece in pieces:
                    self._begun()
                    hit = await self._judged(trying, stream.feed(piece)) or trying.early(stream.waiting)
                    if hit is not None:
                        return hit, None
                    if stream.ended:
                        break
        except BrainFault as found:
            fault = fault_shown(found, self._scene.lang)
        if self._run.stopped:
            return None, fault
        rest = trying.whole(stream.finish(whole=fault is None), self._shown)
        hit = await self._judged(trying, rest)
        return hit, fault

    async def _judged(self, trying: Trying, sentences: Sequence[Sentence]) -> Hit | None:
        """Show what may be said; the first thing that may not."""
        for sentence in sentences:
            hit = await trying.judge(sentence)
            if hit is not None:
                return hit
            for one in trying.released(sentence):
                before = len(self._shown)
                self._show([one])
                if len(self._shown) > before:
                    self._brains.append(one.text)
                    trying.accept(one)
        return None

    # --- the end

    def _closed(self, fault: FaultShown | None) -> FaultShown | None:
        """The rest of the plan where the brain left it unsaid; the fault that is to be shown."""
        if self._brain.kind == "offline":
            if not self._shown:
                self._fill_silence()
            return fault
        left = self._trying is not None and self._trying.gave_up
        if fault is None and not left and any(tokens(one, self._scene.lang) for one in self._brains):
            return None
        if fault is None and not self._shown and self._farewell is None and not (self._trying and self._trying.silenced):
            fault = empty_reply(self._scene.lang, getattr(self._brain, "host", self._brain.kind))
        if not (fault is not None and fault.kind in TALKED_ENOUGH and self._brains):
            self._finish_plan()
        if not self._shown and (self._farewell is not None or fault is None):
            self._fill_silence()
        return fault

    def _finish_plan(self) -> None:
        """What the rules had written of the plan and nobody has said."""
        rest = rest_of_plan(self._prompt.plan, self._accepted(), self._scene.lang)
        before = len(self._shown)
        stream = self._sentences()
        self._show(stream.feed(written(rest)) + stream.finish())
        self._finished = len(self._shown) > before

    def _fill_silence(self) -> None:
        """Nothing could be shown: rules and goodbyes always have words."""
        spare = farewell_words if self._farewell is not None else silence_words
        for draft in (self._prompt.plan.draft, spare(self._scene.lang, self._scene.seed)):
            if not self._shown:
                stream = self._sentences()
                self._show(stream.feed(written(draft)) + stream.finish())

    def _begun(self) -> None:
        if self._watch.once("first_token"):
            self._run.tell(FirstWord())

    def _show(self, sentences: Sequence[Sentence]) -> None:
        for sentence in sentences:
            if self._run.stopped or not self._allowed(sentence):
                continue
            shown = replace(sentence, index=len(self._shown), before=self._joint(sentence))
            self._shown.append(shown)
            self._watch.once("first_sentence")
            self._run.tell(shown)

    def _joint(self, sentence: Sentence) -> str:
        """What stands before a sentence: where a new stream goes on from another, the space that its language takes."""
        if not self._shown:
            return ""
        if sentence.before:
            wide = CJK.search(sentence.text) and CJK.search(self._shown[-1].text)
            return "" if wide and sentence.before == " " else sentence.before
        return "" if sentence.index or CJK.search(sentence.text) else " "

    def _allowed(self, sentence: Sentence) -> bool:
        if claims_humanity(sentence.text):
            return False
        return self._farewell is None or self._farewell.passes(sentence)

    def _spoken(self, fault: FaultShown | None) -> Spoken:
        text = shown_text(self._shown)
        ended: Ended = "complete"
        if self._run.stopped:
            ended, fault = "interrupted", None
            text = text if self._run.heard is None else self._run.heard
        elif fault is not None and not self._finished:
            ended = "cut" if text else "error"
        by_rules = self._brain.kind != "offline" and self._finished and not self._brains
        kind, model = ("offline", "") if by_rules else (self._brain.kind, self._brain.model)
        return Spoken(
            tuple(self._shown), text, ended, kind, model, fault, self._used(text), self._asked(),
            tuple(turn.id for turn in self._prompt.turns), taken_up(self._prompt.turns, self._prompt.asked, text),
        )  # fmt: skip

    def _asked(self) -> Asked | None:
        """What the server was asked; None where there was none."""
        if not self._prompt.messages:
            return None
        host = str(getattr(self._brain, "host", self._brain.kind))
        usage = self._trying.usage if self._trying is not None else getattr(self._brain, "usage", None)
        return Asked(host, self._prompt.messages, usage, self._brain.model)

    def _used(self, text: str) -> tuple[Memory, ...]:
        """The memories this reply rests on: those the plan put into it, and those whose words it says."""
        plan = self._prompt.plan
        if self._brain.kind == "offline" or (self._finished and not self._brains):
            return plan.must_use
        folded = text.casefold()
        offered = {memory.id: memory for memory in (*plan.must_use, *self._prompt.memories)}
        return tuple(memory for memory in offered.values() if memory.value and memory.value.casefold() in folded)
