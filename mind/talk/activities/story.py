"""A bedtime story in pages: two choices by the listener, their world lent to it, no question in the last third."""

from __future__ import annotations

from collections.abc import Iterator

from mind.talk.activities.common import Data, over, playing
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Line, Story, StoryPart


def begin(talk: Talk) -> Iterator[Step]:
    """A story not told yet, cast from what she knows."""
    told = set(talk.state.games)
    fresh = [s for s in talk.content.stories.values() if f"story:{s.id}" not in told]
    pool = fresh or list(talk.content.stories.values())
    if not pool:
        return
    story = talk.rng.choice(pool)
    cast = _cast(talk, story)
    yield _page(talk, story, story.parts[0], cast, opening=True)


def go(talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
    """The listener's choice, or simply "go on"."""
    story = talk.content.stories.get(str(data["id"]))
    part = next((q for q in story.parts if q.id == data["part"]), None) if story else None
    if story is None or part is None or p.words > 12:
        return
    nxt = _next(story, part, p, talk)
    if nxt is None:
        over(talk)
        return
    yield _page(talk, story, nxt, dict(data["cast"]))


def _cast(talk: Talk, story: Story) -> Env:
    cast: Env = {}
    for slot, source, default in story.cast:
        kind, _, name = source.rpartition(".")
        memories = talk.known.get(kind, [])
        cast[slot] = next((m.slots[name] for m in memories if m.slots.get(name)), default)
    return cast


def _next(story: Story, part: StoryPart, p: Perception, talk: Talk) -> StoryPart | None:
    wanted = ""
    if part.choices:
        text = " " + " ".join(c.norm for c in p.clauses)
        for target, words in part.choices.items():
            if any((f" {w} " in text.replace("  ", " ")) if p.lang == "en" else w in text for w in words):
                wanted = target
                break
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
    if part.ask:
        pages.append((part.ask, cast))
    last = _closes(story, part) or (not part.choices and not part.then and part is story.parts[-1])

    def turned() -> None:
        if opening:
            talk.state.games.append(f"story:{story.id}")
        if last:
            over(talk)
            if f"ended:{story.id}" not in talk.state.games:
                talk.state.games.append(f"ended:{story.id}")
        else:
            playing(talk, "story", id=story.id, part=part.id, cast=cast)

    if opening:
        return Step("game:story", talk.content.frame("story.start"), {"title": story.title}, move=False, again=True,
                    need="play", more=tuple(pages), then=turned)
    return Step("game:story", pages[0][0], cast, move=False, again=True, need="play", more=tuple(pages[1:]), then=turned)
