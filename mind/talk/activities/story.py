"""A story in pages: two choices by the listener, their world lent to it, no question in the last third."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, asks_else, fresh, goes_on, holds, over, played, playing
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Line, Story, StoryPart

MOST = 5
"""Sentences of two pages that are told as one."""
LONGEST = 12
"""Words of a listener's answer."""


class Stories(Activity):
    """The listener's choice, or simply "go on"."""

    name: ClassVar[str] = "story"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """A story not told yet, of the kind that was asked for or is liked, cast from what she knows."""
        stories = talk.content.stories
        if not stories:
            return
        of_kind = [one for one in stories if not arg or stories[one].kind == arg] or list(stories)
        untold = fresh(talk, "story:", of_kind)
        likes = talk.scene.taste.stories
        weights = [max(0.1, 1.0 + 1.5 * likes.get(stories[one].kind, 0.0) + _hour(talk, stories[one])) for one in untold]
        story = stories[talk.rng.choices(untold, weights)[0]]
        yield _page(talk, story, story.parts[0], _cast(talk, story), opening=True)

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A choice or a few words; a question of another kind waits for an answer of its own."""
        part = _part(talk, data)
        if part is None or p.words > LONGEST:
            return NO
        if any(holds(p, words) for words in part.choices.values()) or goes_on(p) or p.act("ok"):
            return OWN
        return NO if p.question or asks_else(p) else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """The next page."""
        story = talk.content.stories[str(data["id"])]
        part = _part(talk, data)
        nxt = _next(story, part, p, talk) if part else None
        if nxt is None:
            over(talk)
            return
        yield _page(talk, story, nxt, dict(data["cast"]))

    def slots(self, talk: Talk, data: Data) -> Env:
        """Its title, and those who are in it."""
        story = talk.content.stories.get(str(data["id"]))
        return {"title": story.title if story else "", **dict(data["cast"])}

    def recap(self, talk: Talk, data: Data) -> tuple[tuple[Line, ...], Env]:
        """The question it stopped at, or its last sentence."""
        part = _part(talk, data)
        return ((part.ask or part.say[-1:]) if part else ()), self.slots(talk, data)


def _part(talk: Talk, data: Data) -> StoryPart | None:
    story = talk.content.stories.get(str(data["id"]))
    return next((q for q in story.parts if q.id == data["part"]), None) if story else None


def _hour(talk: Talk, story: Story) -> float:
    """Late in the day the quiet ones are nearer."""
    late = talk.conditions.get("tod") in ("evening", "night")
    return 0.8 if late and story.kind in ("bedtime", "quiet") else 0.0


def _cast(talk: Talk, story: Story) -> Env:
    """The user's world, as far as she may bring it up."""
    cast: Env = {}
    lent = {memory.kind: memory for memory in reversed(talk.lightly())}
    for slot, source, default in story.cast:
        kind, _, name = source.rpartition(".")
        memory = lent.get(kind)
        cast[slot] = (memory.slots.get(name, "") if memory else "") or default
    return cast


def _next(story: Story, part: StoryPart, p: Perception, talk: Talk) -> StoryPart | None:
    wanted = ""
    if part.choices:
        wanted = next((target for target, words in part.choices.items() if holds(p, words)), "")
        wanted = wanted or talk.rng.choice(list(part.choices))
    elif _closes(story, part):
        return None
    else:
        wanted = part.then
    if wanted:
        return next((q for q in story.parts if q.id == wanted), None)
    index = story.parts.index(part) + 1
    return story.parts[index] if index < len(story.parts) else None


def _closes(story: Story, part: StoryPart) -> bool:
    """Whether nothing follows: its `then` is "end", and the story has no page of that name."""
    return part.then == "end" and all(one.id != "end" or one is part for one in story.parts)


def _page(talk: Talk, story: Story, part: StoryPart, cast: Env, opening: bool = False) -> Step:
    pages: list[tuple[tuple[Line, ...], Env]] = [((line,), cast) for line in part.say]
    onward = next((one for one in story.parts if one.id == part.then), None)
    if onward is not None and onward.ask and not part.ask and len(part.say) + len(onward.say) <= MOST:
        # A short page turns by itself, up to the listener's next choice.
        pages += [((line,), cast) for line in onward.say]
        part = onward
    if part.ask:
        pages.append((part.ask, cast))
    last = _closes(story, part) or (not part.choices and not part.then and part is story.parts[-1])

    def turned() -> None:
        if opening:
            played(talk, f"story:{story.id}")
        if last:
            over(talk)
            played(talk, f"ended:{story.id}")
        else:
            playing(talk, "story", id=story.id, part=part.id, cast=cast)

    if opening:
        return Step("game:story", talk.content.frame("story.start"), {"title": story.title}, move=False, again=True,
                    need="play", more=tuple(pages), then=turned)
    return Step("game:story", pages[0][0], cast, move=False, again=True, need="play", more=tuple(pages[1:]), then=turned)
