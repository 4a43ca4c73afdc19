"""What a turn's planning looks at, gathered once: perception, state, memories by kind, the hour, and the conditions."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from mind.bond.manner import guard_of
from mind.domain import Memory
from mind.expectations.loops import LoopChange
from mind.ports import Scene
from mind.reminders.kept import KeptChange
from mind.talk.agreement import pronouns, swap_persons
from mind.talk.content import Content
from mind.talk.left_out import sayable_of
from mind.talk.manner_ja import speaks_plainly
from mind.talk.perception import LIGHT, Perception
from mind.talk.saydate import say_date, say_due, say_on, say_time, say_weekday, say_when
from mind.talk.state import TalkState
from mind.talk.units import Branch
from mind.taste.packs import OWN, allowed, pack_of

Env = dict[str, str]
GUARDED: Final = 0.4
"""How far a hurt has closed her before it is a condition of what she says."""
MOMENT: Final = timedelta(minutes=25)
HOURS: Final = timedelta(hours=20)
NIGHT: Final = timedelta(hours=4)
"""Spans of an absence."""
VERBATIM: Final = frozenset({"us.ritual"})
"""Kinds of memories that are the words themselves: nobody says them from her side."""


def part_of_day(now: datetime) -> str:
    """morning, noon, afternoon, evening or night."""
    hour = now.hour
    if 5 <= hour < 11:
        return "morning"
    if hour < 14 and hour >= 11:
        return "noon"
    if 14 <= hour < 18:
        return "afternoon"
    if 18 <= hour < 22:
        return "evening"
    return "night"


def season(now: datetime) -> str:
    """Of the northern half."""
    return ("winter", "spring", "summer", "autumn")[now.month % 12 // 3]


def away(last: datetime | None, now: datetime) -> str:
    """How long they were away, as wordings ask for it: moment, hours, night or days; empty at the first meeting."""
    if last is None:
        return ""
    gone = now - last
    if gone < MOMENT:
        return "moment"
    if gone >= NIGHT and gone <= HOURS and last.astimezone(now.tzinfo).date() != now.date():
        return "night"
    if gone >= NIGHT and gone <= HOURS and last.astimezone(now.tzinfo).hour < 4:
        return "night"
    return "hours" if gone <= HOURS else "days"


@dataclass(slots=True)
class Talk:
    """One turn in the making."""

    scene: Scene
    content: Content
    state: TalkState
    perception: Perception | None
    rng: random.Random
    name: str | None = None
    known: dict[str, list[Memory]] = field(default_factory=dict)
    conditions: dict[str, Any] = field(default_factory=dict)
    base: Env = field(default_factory=dict)
    answered: Branch | None = None
    """The branch of her open question that the turn took."""
    changes: list[LoopChange] = field(default_factory=list)
    """What the turn does to what is open between the two."""
    kept_changes: list[KeptChange] = field(default_factory=list)
    """What becomes of things kept until a time."""
    brought: list[str] = field(default_factory=list)
    """Keys of what she brings up of herself."""
    rests: list[Memory] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    """Memories and ids of turns that this rests on."""
    bring: list[str] = field(default_factory=list)
    """Its sentences, for a model that finds the words."""
    led: bool = False
    """The answer begins in the manner she was set to."""
    plain: bool = False
    """Her wordings are said in plain form (Japanese)."""

    @classmethod
    def of(cls, scene: Scene, content: Content, state: TalkState, perception: Perception | None, salt: str) -> Talk:
        """Gather what the scene says."""
        drawn = f"{scene.seed}:{state.n}:{salt}" + (f":{scene.taste.pack}" if scene.taste.pack else "")
        talk = cls(scene, content, state, perception, random.Random(drawn))
        for memory in scene.memories:
            talk.known.setdefault(memory.kind, []).append(memory)
        named = talk.known.get("name") or talk.known.get("name.am") or talk.known.get("name.asked")
        talk.name = scene.person.name or (named[0].value if named else None)
        talk.plain = speaks_plainly(state, content.lang, scene.bond.stage)
        talk.refresh()
        return talk

    def refresh(self) -> None:
        """Work out conditions and always-there slots again (after a name was learnt)."""
        now, p = self.scene.now, self.perception
        tod = part_of_day(now)
        self.conditions = {
            "tod": tod, "season": season(now), "stage": self.scene.bond.stage,
            "weekday": ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[now.weekday()],
            "weekend": now.weekday() >= 5, "name": self.name is not None, "noname": self.name is None,
            "first_today": self.scene.first_today, "short": p is not None and p.words <= 3,
            "long": p is not None and p.words >= 12, "low": self.low, "adult": self.scene.person.adult is True,
            "fact": set(self.known), "game": self.state.game is not None,
            "hurt": guard_of(self.scene.bond.hurt) >= GUARDED, "relation": self.scene.terms.relation,
            "called": self.scene.terms.called is not None, "pack": manner_now(self),
            "away": away(self.scene.last_seen, now) if p is None else "",
        }
        lang = self.content.lang
        self.base = {
            "me": self.scene.character.names.get(lang) or next(iter(self.scene.character.names.values())),
            "tod": tod if lang == "en" else PARTS[lang][tod], "weekday": say_weekday(now, lang),
            "time": say_time(now, lang), "date": say_date(now, lang),
        }
        if self.name:
            self.base["name"] = self.name
        if self.conditions["pack"]:
            self.base["you"] = address(self)
        pack = pack_of(self.scene.taste.pack) if allowed(self.scene.taste.pack, self.scene.person) else None
        if pack is not None:
            # How formally she speaks stays, even where the manner rests.
            self.plain = lang == "ja" and pack.plain

    def sayable(self) -> tuple[Memory, ...]:
        """Memories whose words fit into this language (told in it, or in letters that belong to it) and that she may speak of."""
        lang = self.content.lang
        kept = sayable_of(self.scene.memories, self.state.unsaid)
        return tuple(m for m in kept if m.lang == lang or all(readable(v, lang) for v in m.slots.values()))

    def lightly(self) -> tuple[Memory, ...]:
        """Memories that she may bring up herself: none of somebody who died, whose day nobody asks after,
        no plan she was told not to ask about, and nobody at all where she was asked to leave people be."""
        losses = [memory for kind, kept in self.known.items() if kind.startswith(LOSS) for memory in kept]
        lost = {memory.slots.get(slot, "").lower() for memory in losses for slot in ("who", "kin", "kind", "pet")} - {""}
        let_go = {loop.memory_id for loop in self.scene.loops if loop.status == "cancelled"}
        return tuple(
            memory for memory in self.sayable()
            if memory.id not in let_go and not lost & {word.lower() for word in memory.slots.values()}
            and not (self.state.no_people and memory.kind.startswith(PEOPLE))
        )  # fmt: skip

    @property
    def low(self) -> bool:
        """The user feels low now, or said so within the last few turns."""
        p, state = self.perception, self.state
        if p is not None and p.heavy:
            return True
        if p is not None and p.brightens:
            return False
        after = AFTER_HEAVY if p is None or p.goes_on else MOVED_ON
        if state.n - state.heavy_at <= after or state.n <= state.heavy_until - (0 if p is None or p.goes_on else LOSS_LETS):
            return True
        mood = self.content.feelings.get(state.mood)
        return mood is not None and mood.valence < 0 and mood.id not in LIGHT and state.n - state.mood_at <= after

    def env_of(self, memory: Memory) -> Env:
        """A memory's slots, as she would say them."""
        env = slot_env(memory.slots, self.content.lang)
        env.setdefault("value", swap_persons(memory.value, self.content.lang))
        env["quote"] = memory.quote
        if memory.kind in VERBATIM:
            env.update(memory.slots)
        if memory.due:
            env.update(due_env(memory.due, self.scene.now, self.content.lang))
        return env


AFTER_HEAVY, MOVED_ON, LOSS_LETS = 4, 1, 8
"""Turns for which something heavy weighs on what goes on from it, and on a turn about something else; and by how many fewer
a loss weighs on such a turn."""
LOSS: Final = "loss."
PEOPLE: Final = ("person.", "friend.", "named.", "partner")
"""Kinds of facts about the people of the user's life."""
"""Kinds of facts that tell of a death."""


def readable(words: str, lang: str) -> bool:
    """Whether words of another language can stand in this one's sentences: Latin names can anywhere."""
    return words.isascii() and words.istitle()


def manner_now(talk: Talk) -> str:
    """The manner she was set to, by its id: none in a crisis, near anything heavy, in a pause, and while a hurt stands."""
    scene = talk.scene
    pack = scene.taste.pack
    if not pack or not allowed(pack, scene.person):
        return OWN
    p = talk.perception
    sad = p is not None and ("listen.felt" in p.needs or any(hit.fact.sad for hit in p.facts))
    rests = sad or scene.frozen or scene.bond.paused or talk.low or guard_of(scene.bond.hurt) >= GUARDED
    return OWN if rests else pack


def address(talk: Talk) -> str:
    """What she calls the user in her manner."""
    pack = pack_of(talk.scene.taste.pack)
    if pack is None:
        return talk.name or ""
    calls = pack.calls(talk.content.lang, talk.name)
    return calls[talk.state.n % len(calls)]


def slot_env(slots: Mapping[str, str], lang: str) -> Env:
    """Captured slots turned to her side, with pronouns where a relation is among them."""
    env = {k: swap_persons(v, lang) for k, v in slots.items()}  # type: ignore[arg-type]
    if lang == "en" and "kin" in env:
        env.update(pronouns(env["kin"]))
    return env


def due_env(due: datetime, now: datetime, lang: str) -> Env:
    """`when` relative to now, `due_date` absolute."""
    when = say_when(due, now, lang)
    return {"when": when, "day": when.removeprefix("on ").removeprefix("in "), "due_date": say_due(due, lang),
            "on_date": say_on(due, now, lang)}


PARTS = {
    "zh": {"morning": "早上", "noon": "中午", "afternoon": "下午", "evening": "晚上", "night": "夜里"},
    "ja": {"morning": "朝", "noon": "お昼", "afternoon": "午後", "evening": "夜", "night": "夜中"},
}
