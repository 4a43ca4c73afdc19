"""The companion as every shell knows her: greet, say, stop, and the care of what was said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import TypeVar, cast

from mind.clock import Clock, SystemClock
from mind.domain import BondChange, BondSummary, Channel, Character, Note, Outfit, Person, Turn
from mind.events import Event, FaultShown, Kept
from mind.languages import Lang
from mind.memory.encoders.fault_words import told
from mind.memory.encoders.meaning import Meaning, NamesOf
from mind.ports import Brain, Deadline, Planner, Store, UnitOfWork
from mind.turn import care
from mind.turn.answer import Means, answer, tell_changed
from mind.turn.bond_book import BondBook
from mind.turn.called import called_now
from mind.turn.catch_up import catch_up
from mind.turn.dressing import dress_for_day
from mind.turn.learning import learn
from mind.turn.memory_book import MemoryBook
from mind.turn.of_herself import OfHerself, Work
from mind.turn.prompt import PromptWriter
from mind.turn.reflecting import Reflecting
from mind.turn.reminder_book import ReminderBook
from mind.turn.running import RunningReply
from mind.turn.scene import Household, language_of
from mind.turn.session import Session, session_at
from mind.turn.stopwatch import Stopwatch
from mind.turn.taste_book import TasteBook
from mind.turn.terms import erase_all
from mind.turn.unheard import UnheardRest
from mind.turn.wardrobe_book import WardrobeKeeping
from mind.turn.wearing import stock
from mind.turn.words import kept_words
from mind.wardrobe.garment import NO_CLOTHES, Closet

T = TypeVar("T")
MakeMeaning = Callable[[Store, NamesOf], Meaning]


class Companion(WardrobeKeeping, OfHerself):
    """She, with her memory, on one event loop. One reply at a time: new words end the one under way.

    The user's words are kept and committed before anything else happens to them. Every iterator may be left
    early: the reply is then stopped and kept as it was shown. `lang` is the language of a person who has not chosen
    one, `asked` the one asked for in this sitting; `country` (ISO 3166) orders the help lines; `place` names the shell.
    `book` is her memory, `bonds` the bond, `tastes` the taste card, `reminders` what waits for its time, as the user may look
    at them; `meaning` makes what finds turns by more than their words.
    `dresses`: on a new day she puts on what she likes. `closet`: the garments of her body, all of which may be worn where
    `all_clothes` says so.
    """

    def __init__(
        self,
        store: Store,
        planner: Planner,
        brain: Brain | None,
        offline_brain: Brain,
        character: Character,
        outfits: tuple[Outfit, ...] = (),
        clock: Clock | None = None,
        deadline: Deadline = Deadline(),  # noqa: B008 - frozen
        *,
        seed: int = 0,
        lang: Lang = "en",
        asked: Lang | None = None,
        country: str | None = None,
        context: int | None = None,
        place: str = "",
        meaning: MakeMeaning | None = None,
        dresses: bool = False,
        closet: Closet = NO_CLOTHES,
        all_clothes: bool = False,
    ) -> None:
        self._store = store
        self._clock = clock or SystemClock()
        prompts = PromptWriter(context) if context else PromptWriter()
        house = Household(
            character, tuple(outfits), lang, seed, asked, place, dresses=dresses, closet=closet, all_clothes=all_clothes,
            country=country,
        )  # fmt: skip
        self._means = Means(store, planner, house, self._clock, deadline, prompts, offline_brain, country)
        self._means = replace(self._means, meaning=self._made(meaning))
        self._brain = brain or offline_brain
        self._retired: list[Brain] = []
        self._session: Session | None = None
        self._latest: RunningReply | None = None
        self._coming: RunningReply | None = None
        self._learning: RunningReply | None = None
        self._rest = UnheardRest()
        self._reflecting = Reflecting(store, self._clock, planner, house)
        self.book = MemoryBook(store, self._clock, self._settle, lang)
        self.bonds = BondBook(store, self._clock, self._finish)
        self.tastes = TasteBook(store, self._clock, character.id, lang)
        self.reminders = ReminderBook(store, self._clock)

    # --- talking

    async def greet(self) -> AsyncGenerator[Event, None]:
        """She opens the conversation."""

        async def work(run: RunningReply) -> None:
            means = self._means
            await self._store.run(lambda uow: catch_up(uow, means.house, means.planner, self._clock.now()))
            await self._kept(lambda uow, house: stock(uow, house, self._clock.now()))
            if means.house.dresses:
                changed = await self._store.run(lambda uow: dress_for_day(uow, means.house, self._clock.now(), means.country))
                if changed is not None:
                    tell_changed(run, changed)
            self._session = await answer(means, run, None, None, means.offline, Stopwatch(self._clock))

        async with aclosing(self._run(work)) as events:
            async for event in events:
                yield event

    async def say(
        self, text: str, *, channel: Channel = "typed", lang: Lang | None = None, offline: bool = False,
        instead_of: int | None = None,
    ) -> AsyncGenerator[Event, None]:  # fmt: skip
        """The user said `text`; her reply. `lang` where the ear knows it, `offline` to do without the server.

        `instead_of` is a turn of theirs whose words `text` goes on from and holds: it goes when these are kept, and with it
        what came of it. ValueError if there are no words in it.
        """
        words = kept_words(text)
        if not words:
            raise ValueError("there are no words to answer")

        async def work(run: RunningReply) -> None:
            watch = Stopwatch(self._clock)
            if instead_of is not None:
                self._rest.forget()  # nobody cut her off: they had not finished
            unheard = self._rest.now(self._clock.now())
            turn = await self._store.run(lambda uow: self._keep_words(uow, words, channel, lang, instead_of))
            watch.lap("kept")
            run.tell(Kept(turn.id))
            self._session = await answer(self._means, run, turn, self._session, self._speaker(offline), watch, unheard)
            self._rest.answered(run.plan, crisis=run.crisis)
            self._tell_meaning(run, self._means.house.asked or turn.lang)

        async with aclosing(self._run(work)) as events:
            async for event in events:
                yield event

    async def retry(self, turn_id: int, *, offline: bool = False) -> AsyncGenerator[Event, None]:
        """Answer a kept turn of the user's again; its earlier reply is forgotten. KeyError if there is none."""

        async def work(run: RunningReply) -> None:
            watch = Stopwatch(self._clock)
            turn = await self._store.run(lambda uow: care.reopen(uow, turn_id))
            self._session = await answer(self._means, run, turn, self._session, self._speaker(offline), watch)

        async with aclosing(self._run(work)) as events:
            async for event in events:
                yield event

    async def learn(self) -> AsyncGenerator[Event, None]:
        """Let the server read facts out of the user's last words; each that is kept is told. Nothing without a server.

        For when nobody waits: a minute after the last word, or at the end of a sitting. New words cut it off.
        """
        if self._busy:
            return
        await self._unlearn()
        run = self._learning = RunningReply()

        async def work(run: RunningReply) -> None:
            await learn(self._store, self._clock, run, self._brain)

        try:
            async for event in run.events(work):
                yield event
        finally:
            await run.abandon()

    async def reflect(self, *, today: bool = True, most: int = 3, offline: bool = False) -> tuple[Note, ...]:
        """Think over what was said, for when nobody talks: at most `most` days, each kept before the next; what was written.

        The day under way has its page only if `today`. New words stop it at once; the next time it goes on from there.
        """
        if self._busy:
            return ()
        return await self._reflecting.go(self._speaker(offline), today=today, most=most)

    async def stop(self, heard: str | None = None) -> None:
        """End the reply under way at once; kept is what was `heard`, or all that was shown. Returns when kept.

        If the reply was whole already and only part of it `heard`, it is shortened to that.
        """
        run = self._coming or self._latest
        if run is None:
            return
        await run.stop(heard)
        if heard is None:
            return
        self._rest.note(run, heard, self._clock.now())
        if run.reply_id is not None:
            await self._store.run(lambda uow: care.shorten(uow, cast("int", run.reply_id), heard))

    async def heard(self, turn_id: int, text: str) -> None:
        """Of a reply that was already whole, only `text` was heard: it is kept so."""
        if self._latest is not None and self._latest.reply_id == turn_id:
            self._rest.note(self._latest, text, self._clock.now())
        await self._store.run(lambda uow: care.shorten(uow, turn_id, text))

    # --- what was said

    async def edit(self, turn_id: int, text: str) -> None:
        """Take back a turn of the user's to say `text` instead: its reply and what was learnt from it go with it.

        The caller then says `text`.
        """
        if not kept_words(text):
            raise ValueError("there are no words to say instead")
        await self.delete(turn_id)

    async def delete(self, turn_id: int) -> None:
        """Forget a turn, its reply and what was learnt from it."""
        await self._settle()
        await self._store.run(lambda uow: care.forget_turn(uow, turn_id, self._means.house.lang))

    async def undo_memory(self, memory_id: int) -> None:
        """Take back that something was kept: what it had replaced holds again, the talk stays as it was said."""
        await self._store.run(lambda uow: care.take_back(uow, memory_id, self._means.house.lang))

    async def history(self, limit: int = 200) -> tuple[Turn, ...]:
        """The last turns, oldest first."""
        return await self._store.run(lambda uow: uow.turns.recent(limit))

    async def erase(self) -> None:
        """Take away all that is kept of the two and the user's name, for good: she is as on the first day. Settings stay."""
        await self._settle()
        await self._store.run(erase_all)
        self._session = None

    # --- person, bond

    async def person(self) -> Person:
        """What the user set about themself."""
        return await self._store.run(lambda uow: care.person(uow, self._means.house.lang))

    async def set_person(self, person: Person) -> None:
        """Set it."""
        await self._store.run(lambda uow: care.set_person(uow, person))

    async def bond(self, limit: int = 50) -> tuple[BondSummary, tuple[BondChange, ...]]:
        """Where the bond stands and its newest causes."""
        return await self._store.run(lambda uow: care.bond(uow, self._clock.now(), limit))

    # --- life

    @property
    def brain(self) -> Brain:
        """Who finds the words now."""
        return self._brain

    def use(self, brain: Brain | None, deadline: Deadline | None = None) -> None:
        """Let another brain find the words from the next turn on; None is the offline one."""
        if self._brain is not self._means.offline and brain is not self._brain:
            self._retired.append(self._brain)
        self._brain = brain or self._means.offline
        if deadline is not None:
            self._means = replace(self._means, deadline=deadline)

    @property
    def meaning(self) -> Meaning | None:
        """What finds turns by meaning now."""
        return self._means.meaning

    async def remember_by(self, meaning: MakeMeaning | None) -> None:
        """Let another encoder find turns by meaning from now on; None is words alone. The one before is closed."""
        before = self._means.meaning
        self._means = replace(self._means, meaning=self._made(meaning))
        if before is not None:
            await before.close()
        if self._means.meaning is not None:
            self._means.meaning.start()

    async def close(self) -> None:
        """End the reply under way, let go of servers and of the store."""
        await self._finish()
        if self._means.meaning is not None:
            await self._means.meaning.close()
        for brain in (*self._retired, self._brain, self._means.offline):
            await brain.close()
        self._retired.clear()
        await asyncio.to_thread(self._store.close)

    # --- inside

    def _made(self, meaning: MakeMeaning | None) -> Meaning | None:
        house = self._means.house
        return meaning(self._store, lambda uow: called_now(uow, house.character, house.lang)) if meaning else None

    def _tell_meaning(self, run: RunningReply, lang: Lang) -> None:
        """Say once that the encoder is away."""
        fault = self._means.meaning.news() if self._means.meaning is not None else None
        if fault is not None:
            run.tell(FaultShown(fault.kind, *told(fault, lang)))

    def _speaker(self, offline: bool) -> Brain:
        return self._means.offline if offline else self._brain

    def _keep_words(
        self, uow: UnitOfWork, words: str, channel: Channel, lang: Lang | None, instead_of: int | None
    ) -> Turn:  # fmt: skip
        """Commit the user's words: from here on they are never lost."""
        now = self._clock.now()
        before, house = self._session, self._means.house
        self._session = session_at(uow, now, before)
        if before is None or self._session.began != before.began:
            stock(uow, house, now)
        spoken = lang or language_of(uow, words, house)
        if instead_of is not None:
            care.take_out_turn(uow, instead_of, house.lang)
        turn = uow.turns.add("user", words, now, spoken, channel, place=house.place, scene=house.scene)
        uow.commit()
        return turn

    async def _run(self, work: Work) -> AsyncGenerator[Event, None]:
        run = self._coming = RunningReply()  # may be stopped while the one before it is being kept
        await self._finish()
        if self._means.meaning is not None:
            self._means.meaning.start()
        self._latest, self._coming = run, None
        try:
            async for event in run.events(work):
                yield event
        finally:
            await run.abandon()
            if self._means.meaning is not None:
                self._means.meaning.wake()

    async def _settle(self) -> None:
        """Before words are forgotten: nothing runs, and nothing unheard is left of them."""
        await self._finish()
        self._rest.forget()

    async def _finish(self) -> None:
        """A reply still under way ends where it is."""
        await self._unlearn()
        await self._reflecting.halt()
        while self._latest is not None and not self._latest.done:
            await self._latest.stop(None)

    async def _unlearn(self) -> None:
        """What reads the talk lets go of the server at once."""
        while self._learning is not None and not self._learning.done:
            await self._learning.stop(None)
