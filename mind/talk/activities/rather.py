"""Would you rather: the user chooses and gets her side, then another if they like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mind.languages import Lang
from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

FIRST: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("the first", "first one", "the former"), "zh": ("第一个", "前一个", "前者", "前面那个", "选一"),
    "ja": ("一つ目", "ひとつ目", "一番目", "最初の", "前者"),
}  # fmt: skip
SECOND: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("the second", "second one", "the latter", "the last"), "zh": ("第二个", "后一个", "后者", "后面那个", "选二"),
    "ja": ("二つ目", "ふたつ目", "二番目", "最後の", "後者"),
}  # fmt: skip
"""How the sides are named by their order."""


def begin(talk: Talk) -> Iterator[Step]:
    """Pose a fresh one."""
    played = set(talk.state.games)
    fresh = [r for r in talk.content.rathers.values() if f"rather:{r.id}" not in played]
    pool = fresh or list(talk.content.rathers.values())
    if pool:
        rather = talk.rng.choice(pool)

        def posed() -> None:
            talk.state.games.append(f"rather:{rather.id}")
            playing(talk, "rather", id=rather.id)

        yield Step("game:rather", talk.content.frame("rather.start"), {}, move=False, again=True, need="play",
                   more=((rather.say, {}),), then=posed)


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """A side, both, neither; then her own choice and an offer of the next."""
    rather = talk.content.rathers.get(str(data["id"]))
    if rather is None:
        return
    if data.get("done"):
        if p.answer == "yes" or p.act("game.more"):
            yield from begin(talk)
        elif p.answer == "no":
            yield say(talk, "rather", "game.enough", then=lambda: over(talk))
        else:
            over(talk)
        return
    a, b = _holds(p, (*rather.a, *FIRST[p.lang])), _holds(p, (*rather.b, *SECOND[p.lang]))
    if p.act("ask.back"):
        yield Step("game:rather", rather.mine, {}, move=False, again=True, need="play")
        return
    if not (a or b or p.answer == "dunno"):
        return
    lines = rather.on_a if a and not b else rather.on_b if b and not a else talk.content.frame("rather.both")
    yield Step("game:rather", lines, {}, move=False, again=True, need="play",
               more=((rather.mine, {}), (talk.content.frame("rather.again"), {})),
               then=lambda: playing(talk, "rather", id=rather.id, done=True))


def _holds(p: Perception, words: tuple[str, ...]) -> bool:
    text = " " + " ".join(c.norm for c in p.clauses)
    return any((f" {w} " in text.replace("  ", " ")) if p.lang == "en" else w in text for w in words)
