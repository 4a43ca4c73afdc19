"""Twenty questions: the user thinks of a thing, she asks by the best split over a small table of things and traits.

The content gives `list things` and, for each trait, `list trait.NAME` with the things it is true of, and `frame ask.NAME`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing, say
from mind.talk.perception import Perception
from mind.talk.scenery import Talk
from mind.talk.step import Step

MOST = 14
"""Questions before she owns that she is beaten."""


def begin(talk: Talk) -> Iterator[Step]:
    """Explain it; the first question comes when the user is ready."""
    if talk.content.lists.get("things"):
        yield say(talk, "questions", "questions.start", then=lambda: playing(talk, "questions", asked={}, guess="", wrong=[]))


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """Take the answer to the last question and ask the next, guess, or give in."""
    if p.act("game.giveup"):
        yield say(talk, "questions", "game.enough", then=lambda: over(talk))
        return
    if p.words > 7 or p.question:
        return
    asked: dict[str, str] = dict(data["asked"])
    wrong = [str(w) for w in data["wrong"]]
    last = str(data.get("last", ""))
    if data["guess"]:
        if p.answer == "yes":
            yield say(talk, "questions", "questions.right", {"x": str(data["guess"])}, then=lambda: over(talk))
            return
        if p.answer != "no":
            return
        wrong.append(str(data["guess"]))
    elif last:
        if p.answer not in ("yes", "no", "dunno"):
            return
        asked[last] = p.answer
    left = _left(talk, asked, wrong)
    trait = _best(talk, left, asked) if len(left) > 1 else None
    if len(asked) + len(wrong) >= MOST or not left:
        yield say(talk, "questions", "questions.beaten", then=lambda: over(talk))
    elif trait is None:
        guess = left[0]
        yield say(talk, "questions", "questions.guess", {"x": guess},
                  then=lambda: playing(talk, "questions", asked=asked, guess=guess, wrong=wrong))
    else:
        yield say(talk, "questions", f"ask.{trait}",
                  then=lambda: playing(talk, "questions", asked=asked, guess="", wrong=wrong, last=trait))


def _left(talk: Talk, asked: dict[str, str], wrong: list[str]) -> list[str]:
    lists = talk.content.lists
    out = []
    for thing in lists["things"]:
        if thing in wrong:
            continue
        if all(answer == "dunno" or (thing in lists[f"trait.{trait}"]) is (answer == "yes") for trait, answer in asked.items()):
            out.append(thing)
    return out


def _best(talk: Talk, left: list[str], asked: dict[str, str]) -> str | None:
    best: tuple[int, str] | None = None
    for name, members in talk.content.lists.items():
        trait = name.removeprefix("trait.")
        if not name.startswith("trait.") or trait in asked:
            continue
        yes = sum(1 for thing in left if thing in members)
        off = abs(2 * yes - len(left))
        if 0 < yes < len(left) and (best is None or off < best[0]):
            best = off, trait
    return best[1] if best else None
