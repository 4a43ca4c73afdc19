"""Would you rather: the user chooses and gets her side, then another if they like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from mind.languages import Lang
from mind.talk.activities.common import NO, OWN, Activity, Data, fresh, holds, over, plain_yes, played, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step
from mind.talk.units import Lines, Rather

FIRST: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("the first", "first one", "the former"), "zh": ("第一个", "前一个", "前者", "前面那个", "选一"),
    "ja": ("一つ目", "ひとつ目", "一番目", "最初の", "前者"),
}  # fmt: skip
SECOND: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("the second", "second one", "the latter", "the last"), "zh": ("第二个", "后一个", "后者", "后面那个", "选二"),
    "ja": ("二つ目", "ふたつ目", "二番目", "最後の", "後者"),
}  # fmt: skip
"""How the sides are named by their order."""


class WouldYouRather(Activity):
    """A side, both, neither; then her own choice and an offer of the next."""

    name: ClassVar[str] = "rather"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """Pose a fresh one."""
        if not talk.content.rathers:
            return
        rather = talk.content.rathers[talk.rng.choice(fresh(talk, "rather:", talk.content.rathers))]

        def posed() -> None:
            if f"rather:{rather.id}" in talk.state.games:
                talk.state.games.remove(f"rather:{rather.id}")
            played(talk, f"rather:{rather.id}")
            playing(talk, self.name, id=rather.id)

        yield say(talk, self.name, "rather.start", more=((rather.say, {}),), then=posed)

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A side, or an answer to "another?"."""
        rather = talk.content.rathers.get(str(data["id"]))
        if rather is None:
            return NO
        if data.get("done"):
            return OWN if plain_yes(p) or p.answer == "no" or p.act("game.more") else NO
        own = _sides(rather, p) != (False, False) or p.answer == "dunno" or p.act("ask.back") or p.act("repeat")
        return OWN if own else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Her word on their side, her own, and another."""
        rather = talk.content.rathers[str(data["id"])]
        if data.get("done"):
            if p.answer == "no" and not p.act("game.more"):
                yield say(talk, self.name, "game.enough", then=lambda: over(talk))
            else:
                yield from self.start(talk)
            return
        if p.act("repeat") or (p.act("ask.back") and p.words <= 4):
            lines = rather.say if p.act("repeat") else rather.mine
            yield Step("game:rather", lines, {}, move=False, again=True, need="play")
            return
        a, b = _sides(rather, p)
        lines = rather.on_a if a and not b else rather.on_b if b and not a else talk.content.frame("rather.both")
        yield Step("game:rather", lines, {}, move=False, again=True, need="play",
                   more=((rather.mine, {}), (talk.content.frame("rather.again"), {})),
                   then=lambda: playing(talk, self.name, id=rather.id, done=True))

    def pause(self, talk: Talk, data: Data) -> Data | None:
        """One that was answered is over."""
        return None if data.get("done") else dict(data)

    def recap(self, talk: Talk, data: Data) -> tuple[Lines, dict[str, str]]:
        """The question once more."""
        rather = talk.content.rathers.get(str(data["id"]))
        return (rather.say if rather else ()), {}


def _sides(rather: Rather, p: Perception) -> tuple[bool, bool]:
    return holds(p, (*rather.a, *FIRST[p.lang])), holds(p, (*rather.b, *SECOND[p.lang]))
