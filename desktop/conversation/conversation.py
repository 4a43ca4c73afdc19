"""Leads the talk: hands words to the mind, shows and speaks what comes back, and stops when told."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import datetime
from typing import Any, Final, Literal

from PySide6.QtCore import QObject, Signal

from desktop.bridge import Bridge
from desktop.conversation.added_words import AddedWords, joined, without_words
from desktop.conversation.behind_turns import BehindTurns
from desktop.conversation.kept_chips import KeptChips
from desktop.conversation.mind import Mind
from desktop.conversation.overheard import Overheard
from desktop.conversation.past import Past
from desktop.conversation.speech import Speech
from desktop.conversation.taking_back import TakingBack
from desktop.settings.model import CharacterVoice
from desktop.talk.chat_model import ChatModel
from desktop.talk.rows import Row
from mind.domain import Channel, Memory
from mind.events import (
    BondChanged,
    Erased,
    Event,
    FaultShown,
    Kept,
    LookChosen,
    MemoryKept,
    Notice,
    OutfitChosen,
    Reply,
    ReplyEnded,
    ReplyStarted,
    Sentence,
    TermsSet,
)
from mind.languages import Lang

log = logging.getLogger("hearth.conversation")

Mood = Literal["idle", "thinking", "speaking"]
LEDGER: Final = 400


class Conversation(QObject):
    """Everything here runs on Qt's thread; the mind's work runs behind the bridge."""

    mood_changed = Signal(str)
    busy_changed = Signal(bool)
    """Whether a reply is being thought, told or spoken: it can be stopped."""
    asked = Signal(str)
    """The user's words, said or typed (the channel), go to the mind."""
    told = Signal(object)
    """Every event of the mind's, as it comes."""
    cued = Signal(object)
    """A sentence whose cues are due."""
    outfit_chosen = Signal(str)
    look_chosen = Signal(object)
    """The look she changes into, as plain data."""
    terms_set = Signal(object)
    """What the user's words set between the two."""
    erased = Signal()
    """All that was kept is gone."""
    bond_moved = Signal(object, object)
    crisis = Signal(object)
    fault_shown = Signal(object, object)
    """The fault, and the turn that may be tried again (or None)."""
    solved = Signal()
    lost_words = Signal(str)
    """Words that could not be kept go back to the composer."""

    def __init__(self, bridge: Bridge, mind: Mind, speech: Speech, model: ChatModel, lang: Lang = "en") -> None:
        super().__init__()
        self.bridge, self.mind, self.speech, self.model = bridge, mind, speech, model
        self.lang: Lang = lang
        self.voiced = True
        self._running = self._aside = self._silent = self._by_voice = self._stopping = False
        self._row: Row | None = None
        self._overheard = Overheard(model)
        self._asked: Row | None = None
        self._turn: int | None = None
        self._unsent = ""
        self._next: deque[tuple[Callable[[], None], bool]] = deque()
        self._heard: str | None = None
        self.user_speaks: Callable[[], bool] = lambda: False  # set by whoever hears: she begins nothing then
        self.added = AddedWords()
        self._mood: Mood = "idle"
        self._busy = False
        self.chips = KeptChips(model, self)
        self.behind = BehindTurns(bridge, mind, model, self)
        self.back = TakingBack(bridge, mind, model, self.behind, self.ask_bond, self.fail)
        self.past = Past(bridge, mind, model, self.behind, self.fail, self)
        speech.started.connect(self.cued)
        speech.speaking_changed.connect(lambda _: self.settle())

    # --- what the user does

    def open(self, greet: bool = True) -> None:
        """Load what was said before, then let her greet."""
        self.past.open(self.greet if greet else lambda: None)
        self.ask_bond()

    def greet(self) -> None:
        """She opens the conversation, aloud."""
        self.run(self.mind.greet)

    def begin(self, stream: Callable[[], AsyncIterator[Event]], *, aloud: bool) -> bool:
        """She begins by herself, spoken or only written; never while something is under way. True if it is under way now."""
        if self.busy or self._stopping or self.user_speaks():
            return False
        self.run(stream, silent=not aloud)
        return True

    def say(self, text: str, channel: Channel = "typed", *, offline: bool = False) -> None:
        """The user said something. What she was saying ends here.

        While she thinks, a spoken wish for silence ends that and is no turn, nor is a nod of the user's. Words that follow the
        last spoken ones at once, before anything was heard of her, join them.
        """
        waiting = channel == "voice" and self.busy and not self.speech.begun
        if waiting and (silent := without_words(text)):
            if silent == "hush":
                self.stop()
            return
        joins = channel == "voice" and self.added.said(text) and waiting and self._by_voice

        def start() -> None:
            self.solved.emit()
            row, whole = self.model.find(self._turn) if joins else None, text
            before = row.turn_id if row is not None else None
            if row is not None:
                whole = joined(row.text, text, row.lang)
                self.model.rephrase(row, whole)
            self._asked = row or self.model.mine(text, datetime.now().astimezone(), self.lang)
            self._unsent = text if channel == "typed" else ""
            self.asked.emit(channel)
            self.run(lambda: self.mind.say(whole, channel=channel, offline=offline, instead_of=before))
            self._by_voice = channel == "voice"

        self.after_stop(start, shown=channel == "typed")

    def retry(self, turn_id: int, *, offline: bool = False) -> None:
        """Answer the user's words again."""

        def start() -> None:
            self.solved.emit()
            self._asked = self.model.find(turn_id)
            self.model.remove_replies(turn_id)
            self.run(lambda: self.mind.retry(turn_id, offline=offline))

        self.after_stop(start)

    def edit(self, turn_id: int, text: str) -> None:
        """The user changed their words: all that came of the old ones goes, and she answers anew."""

        def start() -> None:
            self.solved.emit()
            self.model.remove_turn(turn_id)
            self.bridge.submit(self.mind.edit(turn_id, text), lambda _: self.say(text), self.fail)

        self.after_stop(start)

    def forget_all(self) -> None:
        """Everything was erased: no row of it stays."""
        self._row = self._asked = self._turn = None
        self._overheard = Overheard(self.model)
        self.model.load((), datetime.now().astimezone())

    def stop(self, *, shown: bool = False) -> bool:
        """Silence now; kept is what was heard, or all that was `shown`. True if there was anything to stop."""
        if self._next:
            self._next.append((lambda: None, shown))  # what waits is kept, and gives way at once
        return self._silence(shown) or bool(self._next)

    def _silence(self, shown: bool) -> bool:
        if (self._aside or self.speech.replaying) and not self._running and self.busy:
            self._aside = False
            self.speech.stop()
            self.go_on()
            return True
        if not self.busy:
            return False
        heard = self.speech.stop()
        self._stopping = True
        self._heard = None if shown or self._silent else heard
        work = self.mind.stop(None) if self._heard is None else self.cut(heard)
        self.bridge.submit(work, lambda _: self.stopped(), self.fail)
        self.settle()
        return True

    def give_way(self) -> None:
        """The user speaks over her and means it: silence, if she is heard; what she only thinks of goes on till they are done."""
        if self.speech.begun or self.speech.replaying or self._aside:
            self.stop()
        else:
            self.speech.end_murmur()

    def aside(self, sentence: Sentence, trial: CharacterVoice | None = None) -> None:
        """She says something that is no part of the talk and is not kept; it ends another such, and never a reply."""
        if self._aside and not self._running:
            self.speech.stop()
        self.speech.end_replay()
        if not self.busy:
            self._aside = True
            self.speech.begin()
            self.speech.say(sentence, trial)

    def cut(self, heard: str) -> Coroutine[Any, Any, None]:
        """What the mind has to do about a stop: end the reply, or note how much of a whole one was heard."""
        row = self._row
        if self._running or row is None or row.turn_id is None or heard == row.text:
            return self.mind.stop(heard)
        turn_id, row.ended = row.turn_id, "interrupted"
        row.text = heard
        self.model.touch(row)
        if not heard:
            self.model.remove(row)
        return self.mind.heard(turn_id, heard)

    def stopped(self) -> None:
        """The mind has kept what was heard."""
        self._stopping = False
        self.settle()
        if not self._running:
            self.go_on()

    def after_stop(self, start: Callable[[], None], *, shown: bool = True) -> None:
        """Run `start` once nothing runs any more. Who writes has read what was shown; who speaks has heard what sounded."""
        self._next.append((start, shown))
        if not self._silence(shown):
            self.go_on()

    def go_on(self) -> None:
        """What waited for the stop; of several, each is begun and gives way to the next, so that no words are lost."""
        while self._next and not (self._stopping or self._running):
            start, _ = self._next.popleft()
            start()
            if self._next:
                self._silence(self._next[0][1])

    def overhear(self, text: str) -> None:
        """What is heard of the user so far."""
        self._overheard.show(text, self.lang)

    # --- what the mind tells

    def run(self, stream: Callable[[], AsyncIterator[Event]], *, silent: bool = False) -> None:
        """Listen to one reply; a `silent` one is shown and moves her, and does not sound."""
        self._running = True
        self._silent, self._heard, self._by_voice = silent, None, False
        self._turn = None
        self._row = None
        self._aside = False
        self.speech.begin()
        self.settle()
        self.bridge.listen(stream, self.take, self.ended, self.broke)

    def take(self, event: Event) -> None:
        """One event."""
        self.told.emit(event)
        if isinstance(event, Kept):
            self._turn, self._unsent = event.turn_id, ""
            if self._asked is not None:
                self._asked.turn_id = event.turn_id
                self.model.touch(self._asked)
        elif isinstance(event, ReplyStarted):
            self._row = self.model.hers(datetime.now().astimezone(), self.lang, event.reply_to)
        elif isinstance(event, Sentence):
            self.take_sentence(event)
        elif isinstance(event, MemoryKept):
            self.take_memory(event.memory)
        elif isinstance(event, BondChanged):
            self.ask_bond()
        elif isinstance(event, OutfitChosen):
            self.outfit_chosen.emit(event.outfit)
        elif isinstance(event, LookChosen):
            self.look_chosen.emit(event.look)
        elif isinstance(event, TermsSet):
            self.terms_set.emit(event.terms)
        elif isinstance(event, Erased):
            self.erased.emit()
        elif isinstance(event, Notice):
            self.take_notice(event)
        elif isinstance(event, ReplyEnded):
            self.take_end(event.reply)
        elif isinstance(event, FaultShown):
            log.info("fault=%s", event.kind)
            if event.kind.startswith("encoder"):
                # No reply carries it: she answered well without.
                self.fault_shown.emit(event, None)

    def take_sentence(self, sentence: Sentence) -> None:
        """Show it and speak it."""
        if self._row is None:
            self._row = self.model.hers(datetime.now().astimezone(), sentence.lang, self._turn)
        if self._stopping:
            return
        self.model.grow(self._row, (sentence.before if self._row.text else "") + sentence.text)
        self._row.sentences.append(sentence)
        if self._silent:
            self.cued.emit(sentence)
        else:
            self.speech.say(sentence)
        self.settle()

    def take_memory(self, memory: Memory) -> None:
        """Show that something was kept, with its way back."""
        row = self.model.find(memory.turn_id) or self._asked
        if row is None:
            return
        self.chips.show(row, memory)

    def take_notice(self, notice: Notice) -> None:
        """A card of the app itself."""
        if notice.kind == "crisis":
            self.crisis.emit(notice)
        else:
            self.model.notice(notice.title, notice.text, datetime.now().astimezone())

    def take_end(self, reply: Reply) -> None:
        """The reply is stored."""
        row = self._row
        if row is not None:
            text, ended = reply.text, reply.ended
            if self._heard is not None and text != self._heard:
                text, ended = self._heard, "interrupted"  # it was whole when the stop came: it is being shortened
            if text:
                self.model.finish(row, text, ended, reply.turn_id, reply.memories_used)
                row.reply_to = reply.reply_to
                self.behind.read([turn_id for turn_id in (reply.turn_id,) if turn_id is not None])
            else:
                self.model.remove(row)
                self._row = None
        if reply.fault is not None:
            self.fault_shown.emit(reply.fault, reply.reply_to)

    def ended(self) -> None:
        """The stream is over."""
        self._running = False
        self._asked = None
        self.settle()
        if not self._stopping:
            self.go_on()

    def broke(self, fault: Exception) -> None:
        """The stream failed: the words go back to the composer if they were not kept."""
        if self._row is not None and not self._row.text:
            self.model.remove(self._row)
        elif self._row is not None:
            self.model.finish(self._row, self._row.text, "cut", None, ())
        if self._unsent:
            if self._asked is not None:
                self.model.remove(self._asked)
            self.lost_words.emit(self._unsent)
            self._unsent = ""
        self.ended()
        self.fail(fault)

    def fail(self, fault: Exception) -> None:
        """Tell it in the banner."""
        message = str(getattr(fault, "message", "")) or type(fault).__name__
        kind = str(getattr(fault, "kind", "bug"))
        self.fault_shown.emit(FaultShown(kind, message, str(getattr(fault, "remedy", ""))), None)

    def ask_bond(self) -> None:
        """Where the bond stands now."""
        self.bridge.submit(self.mind.bond(LEDGER), lambda found: self.bond_moved.emit(*found), self.fail)

    # --- how it stands

    @property
    def mood(self) -> Mood:
        """Idle, thinking or speaking."""
        return self._mood

    @property
    def busy(self) -> bool:
        """Whether there is something to stop."""
        return self._running or self.speech.busy or self.speech.waiting

    def settle(self) -> None:
        """Tell mood and busy where they changed."""
        mood: Mood = "idle"
        if self.speech.busy:
            mood = "speaking"
        elif self._running or self.speech.waiting:
            mood = "thinking"
        if mood != self._mood:
            self._mood = mood
            self.mood_changed.emit(mood)
        if self.busy != self._busy:
            self._busy = self.busy
            self.busy_changed.emit(self._busy)

    def close(self) -> None:
        """Stop timers and voice."""
        self.chips.close()
        self.speech.close()
