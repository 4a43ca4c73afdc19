"""A small house around the planner: keeps turns, memories and state as the engine does, with the state through JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, timezone

from mind.domain import BondSummary, Character, Memory, OpenLoop, Outfit, Person, Turn
from mind.expectations.loops import asked_after
from mind.expectations.occasions import Occasion
from mind.languages import Lang
from mind.ports import Plan, Scene
from mind.reminders.kept import Kept
from mind.talk import RulePlanner, detect_language
from mind.talk.realise import spoken
from mind.wardrobe.holdings import Wardrobe
from mind.wardrobe.look import look_from_json

PLANNER = RulePlanner()
MIRA = Character("mira", {"en": "Mira", "zh": "米拉", "ja": "ミラ"})
OUTFITS = (
    Outfit("everyday", {"en": "everyday clothes", "zh": "日常装", "ja": "普段着"}, {"en": ("everyday", "casual")}),
    Outfit("cosy", {"en": "woollen jumper", "zh": "毛衣", "ja": "セーター"},
           {"en": ("warm", "jumper", "sweater", "cosy"), "zh": ("暖和", "毛衣"), "ja": ("セーター", "あたたかい")}),
)
START = datetime(2026, 3, 2, 18, 30, tzinfo=timezone.utc)


@dataclass
class House:
    """One user and one companion."""

    lang: Lang = "en"
    seed: int = 1
    now: datetime = START
    name: str | None = None
    adult: bool | None = None
    stage: int = 1
    memories: list[Memory] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    state: dict = field(default_factory=dict)
    last_seen: datetime | None = None
    outfit: str = "everyday"
    plans: list[Plan] = field(default_factory=list)
    loops: list[OpenLoop] = field(default_factory=list)
    occasions: tuple[Occasion, ...] = ()
    kept: list[Kept] = field(default_factory=list)
    planner: RulePlanner = field(default_factory=lambda: PLANNER)
    wardrobe: Wardrobe | None = None

    def scene(self) -> Scene:
        bond = BondSummary(self.stage, 10, 1, 1, 1, 0.5, 0, 0, 0, 0)
        return Scene(self.now, self.lang, MIRA, Person(self.name, self.lang, self.adult), bond,
                     tuple(reversed(self.memories)), tuple(self.turns[-80:]), self.state, self.outfit, OUTFITS,
                     self.last_seen, True, self.seed, loops=tuple(self.loops), occasions=self.occasions,
                     wardrobe=self.wardrobe, kept=tuple(self.kept))

    def greet(self) -> str:
        """She opens."""
        return self._keep(self.planner.greet(self.scene()), 0)

    def say(self, text: str, seconds: float = 40) -> str:
        """One turn of the user; her answer."""
        self.lang = detect_language(text, self.lang)
        self.now += timedelta(seconds=seconds)
        plan = self.planner.respond(text, self.scene())
        turn = len(self.turns) + 1
        self.turns.append(Turn(turn, "user", text, self.now, self.lang, "typed"))
        return self._keep(plan, turn)

    def leave(self, **away: float) -> None:
        """The talk ends and time passes: `days=1`, `hours=3`."""
        self.last_seen = self.now
        self.now += timedelta(**away)

    def texts(self) -> list[str]:
        """What is known, as shown."""
        return [m.text for m in self.memories]

    @property
    def plan(self) -> Plan:
        return self.plans[-1]

    def _keep(self, plan: Plan, turn: int) -> str:
        self.plans.append(plan)
        self.name = plan.name or self.name
        self.outfit = plan.outfit or self.outfit
        if self.wardrobe is not None and plan.look is not None:
            before = (self.wardrobe.worn, *self.wardrobe.before)[:4]
            self.wardrobe = replace(self.wardrobe, worn=look_from_json(plan.look), before=before, outfit="")
        self.memories = [m for m in self.memories if m.id not in plan.superseded]
        for fact in plan.facts:
            same = [m for m in self.memories if m.key == fact.key]
            if any(m.value == fact.value for m in same):
                continue
            if fact.single:
                self.memories = [m for m in self.memories if m.key != fact.key]
            number = max((m.id for m in self.memories), default=0) + len(self.plans)
            self.memories.append(Memory(number, turn, fact.kind, fact.key, fact.value, fact.text, fact.quote, fact.lang,
                                        fact.confidence, self.now, fact.due, None, dict(fact.slots)))
        self._keep_loops(plan, turn)
        self._keep_until(plan, turn)
        self.state = json.loads(json.dumps(dict(plan.state)))
        text = spoken(plan.draft, self.lang)
        self.turns.append(Turn(len(self.turns) + 1, "companion", text, self.now, self.lang, "own"))
        return text

    def ring(self) -> str:
        """What is due is told; nothing where nothing is."""
        plan = self.planner.ring(self.scene())
        return self._keep(plan, 0) if plan is not None else ""

    def _keep_until(self, plan: Plan, turn: int) -> None:
        """What the turn keeps until a time, and what becomes of such things, as `mind.turn.reminding` keeps them."""
        for change in plan.kept_changes:
            new = {"status": change.status, **({"due": change.due} if change.due else {})}
            new |= {"rung_at": self.now} if change.spoken else {}
            self.kept = [replace(one, **new) if one.id == change.kept_id else one for one in self.kept]
        for new in plan.keeps:
            number = max((one.id for one in self.kept), default=0) + 1
            self.kept.append(Kept(number, new.kind, new.text, new.quote, turn, self.now, self.lang, new.due, data=dict(new.data)))

    def _keep_loops(self, plan: Plan, turn: int) -> None:
        """What the turn does to what is open, as `mind.turn.expecting` keeps it."""
        known = {loop.memory_id for loop in self.loops}
        for m in self.memories:
            if m.due is not None and asked_after(m.kind) and m.id not in known:
                number = len(self.loops) + 1
                self.loops.append(OpenLoop(number, "plan", m.text, m.quote, m.turn_id, m.said_at, m.lang, m.due, "open", m.id))
        for change in plan.loops:
            at = {"asked_at": self.now} if change.status == "asked" else {"closed_at": self.now}
            self.loops = [replace(one, status=change.status, **at) if one.id == change.loop_id else one for one in self.loops]
        self.occasions = tuple(one for one in self.occasions if one.key not in plan.brought)
