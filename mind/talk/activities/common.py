"""What the things to do together share: their contract, the running one, and steps made of a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final

from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Lines

Data = dict[str, Any]
"""What an activity carries from turn to turn: small and JSON-able, `k` its name, `at` the turn it was last touched."""

NO: Final = 0
"""The turn is about something else."""
FITS: Final = 1
"""It can be an answer, unless something that matters more was told."""
OWN: Final = 2
"""It is an answer and nothing else: the word that fits, the number, a plain yes to what was asked."""
GO_ON: Final = ("go.on", "terms.resume", "ask.more")
"""Acts that mean the game while one runs."""


class Activity:
    """One thing to do together, as a state machine: `start`, then a `step` for every turn it `accepts`.

    `personal`: what the user tells of themself is its answer, and no reason to put it down.
    `bears`: a heavy feeling belongs in it. `keeps`: put down, it can be taken up again.
    """

    name: ClassVar[str]
    personal: ClassVar[bool] = False
    bears: ClassVar[bool] = False
    keeps: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Open it; nothing where the language has no content for it."""
        raise NotImplementedError

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Whether the turn belongs to it: `NO`, `FITS` or `OWN`."""
        raise NotImplementedError

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Its answer to a turn that it accepts."""
        raise NotImplementedError

    def pause(self, talk: Talk, data: Data) -> Data | None:
        """What is kept of it while it lies; None where it is simply over."""
        return dict(data) if self.keeps else None

    def resume_line(self, talk: Talk, data: Data) -> tuple[Lines, Env]:
        """One line that takes it up again, later."""
        return talk.content.frame(f"resume.{self.name}") or talk.content.frame("resume"), self.slots(talk, data)

    def recap(self, talk: Talk, data: Data) -> tuple[Lines, Env]:
        """Where it stands, said once more."""
        return talk.content.frame(f"{self.name}.recap") or self.resume_line(talk, data)[0], self.slots(talk, data)

    def slots(self, talk: Talk, data: Data) -> Env:
        """What its resuming and recapping lines may name."""
        return {}

    def left(self, talk: Talk, data: Data) -> int | None:
        """How much is left of it (questions, tries), for whoever shows it; None where nothing is counted."""
        return None


def playing(talk: Talk, name: str, **data: Any) -> None:
    """Set the running activity, stamped with the turn."""
    talk.state.game = {"k": name, "at": talk.state.n, **data}
    talk.state.paused = None
    talk.state.played[name] = talk.scene.now.date().isoformat()


def over(talk: Talk) -> None:
    """End it."""
    talk.state.game = None


def played(talk: Talk, mark: str) -> None:
    """Note that this riddle, pair or story was had, once."""
    if mark not in talk.state.games:
        talk.state.games.append(mark)


def fresh(talk: Talk, prefix: str, ids: Iterable[str]) -> list[str]:
    """Those not had yet; where all were, those had longest ago."""
    known = list(ids)
    had = {one.removeprefix(prefix): at for at, one in enumerate(talk.state.games) if one.startswith(prefix)}
    new = [one for one in known if one not in had]
    return new or sorted(known, key=lambda one: had[one])[: max(1, len(known) // 3)]


def say(talk: Talk, act: str, frame: str, env: Env | None = None, **more: Any) -> Step:
    """A step that says one wording of a frame and nothing after it."""
    more.setdefault("need", "play")
    return Step(f"game:{act}", talk.content.frame(frame), env or {}, move=False, again=True, **more)


def holds(p: Perception, words: Iterable[str]) -> bool:
    """Whether one of the words stands in the turn."""
    text = f" {' '.join(c.norm for c in p.clauses)} ".replace("  ", " ")
    return any(f" {w.lower()} " in text if p.lang == "en" else w.lower() in text for w in words if w)


def plain_yes(p: Perception) -> bool:
    """A yes, or a nod of the same length."""
    return p.answer == "yes" or (p.act("ok") is not None and p.words <= 3) or goes_on(p)


def how_it_went(p: Perception) -> str:
    """An answer to "did you get there?": done, undone or part."""
    done = plain_yes(p) or p.act("letter.done") is not None
    if p.act("game.partly") is not None or not (done or p.answer == "no"):
        return "part"
    return "undone" if p.answer == "no" else "done"


def goes_on(p: Perception) -> bool:
    """"Go on": words that mean the game while one runs."""
    return any(p.act(one) is not None for one in (*GO_ON, "game.more"))


def asks_else(p: Perception) -> bool:
    """A question or a command that is no part of a game."""
    return any(hit.act.tier <= 3 and hit.act.id not in (*GO_ON, "repeat") for hit in p.acts)


def gave_up(p: Perception) -> bool:
    """They would rather be told, or pass."""
    return p.act("game.giveup") is not None
