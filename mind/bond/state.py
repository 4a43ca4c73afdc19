"""The state of one bond."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Final

from mind.bond.clock import Leap, Tally
from mind.bond.temperament import Temperament
from mind.domain import BondSummary

PRIOR: Final = 2.0
"""Good and bad experiences that trust starts from, so that one word does not decide (Josang and Ismail 2002)."""


@dataclass(frozen=True, slots=True)
class Rupture:
    """A severe hurt that stands between them. `since` in days of the bond, `floor` in points of hurt that stay."""

    since: float
    floor: float
    apologised: bool = False
    amended: bool = False


@dataclass(frozen=True)
class BondState:
    """All that the rules look at. Warmth, familiarity, commitment in 0..100, hurt in 0..60, mood axes in -1..1.

    `days` counts the days of the bond by steps that never run backwards; `at` is the wall time of its last step.
    Counts and sums of today go with the local `date`; `tallies` keeps those of other dates, should the clock come back.
    `tension` in 0..1 is push and pull and moves nothing else. While `paused` nothing counts, time included.
    """

    pleasure: float
    arousal: float
    dominance: float
    at: datetime | None = None
    days: float = 0.0
    warmth: float = 0.0
    familiarity: float = 0.0
    commitment: float = 0.0
    good: float = PRIOR
    bad: float = PRIOR
    hurt: float = 0.0
    ruptures: tuple[Rupture, ...] = ()
    stage: int = 0
    stage_since: float = 0.0
    date: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    gained: float = 0.0
    hurt_today: float = 0.0
    recent: tuple[tuple[str, float], ...] = ()
    """Likeness of what was said, and on which day of the bond."""
    heard: dict[str, float] = field(default_factory=dict)
    """How often of late two signs agreed on a kind, and how often one alone heard it: see `mind.bond.two_ears`."""
    tension: float = 0.0
    paused: bool = False
    tallies: tuple[Tally, ...] = ()
    latest: datetime | None = None
    """The latest wall time a step was made at, `leap` the last long gap: see `mind.bond.clock`."""
    leap: Leap | None = None

    def but(self, **changed: Any) -> BondState:
        """The same but for these fields: what `dataclasses.replace` does, many times as fast, for replays are long."""
        assert changed.keys() <= self.__dict__.keys()
        other = object.__new__(BondState)
        other.__dict__.update(self.__dict__, **changed)
        return other

    @property
    def trust(self) -> float:
        """In 0..1: the expected share of good experiences."""
        return self.good / (self.good + self.bad)

    @property
    def bond(self) -> float:
        """In 0..100: all three sides together, as far as trust carries them, less the hurt."""
        w, f, c = self.warmth, self.familiarity, self.commitment
        closeness: float = 0.5 * (w * f * c) ** (1 / 3) + 0.5 * (w + f + c) / 3
        return min(100.0, max(0.0, closeness * min(1.0, 0.4 + 0.69 * self.trust) - 0.6 * self.hurt))

    def summary(self) -> BondSummary:
        """What others may know."""
        return BondSummary(
            self.stage, self.bond, self.warmth, self.familiarity, self.commitment, self.trust, self.hurt,
            self.pleasure, self.arousal, self.dominance, self.tension, self.paused,
        )  # fmt: skip


def first_state(temperament: Temperament) -> BondState:
    """Two who have not met."""
    return BondState(*temperament.baseline())


def to_json(state: BondState) -> dict[str, Any]:
    """The state as plain JSON; floats keep every bit. Field by field: `asdict` copies every word's likeness, at each event."""
    value = dict(vars(state))
    value["ruptures"] = [asdict(rupture) for rupture in state.ruptures]
    value["tallies"] = [asdict(tally) for tally in state.tallies]
    for moment in ("at", "latest"):
        value[moment] = value[moment].isoformat() if value[moment] else None
    if state.leap is not None:
        value["leap"] = asdict(state.leap) | {"start": state.leap.start.isoformat(), "end": state.leap.end.isoformat()}
    return value


def from_json(value: dict[str, Any]) -> BondState:
    """The state that `to_json` wrote, now or before it knew of some fields."""
    read = dict(value)
    for moment in ("at", "latest"):
        read[moment] = _moment(value.get(moment))
    read["ruptures"] = tuple(Rupture(**rupture) for rupture in value["ruptures"])
    read["recent"] = tuple((likeness, float(day)) for likeness, day in value["recent"])
    read["tallies"] = tuple(Tally(**tally) for tally in value.get("tallies", ()))
    if value.get("leap"):
        leap = value["leap"]
        read["leap"] = Leap(
            **{**leap, "start": datetime.fromisoformat(leap["start"]), "end": datetime.fromisoformat(leap["end"])}
        )
    return BondState(**read)


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
