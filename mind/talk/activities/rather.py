"""Would you rather: the user chooses and gets her side, then another if they like."""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step


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
    a, b = _holds(p, rather.a), _holds(p, rather.b)
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
