"""What the user likes, in words: told to her, asked of her, put right, forgotten, and the manner she is to have.

Told wishes are taken at once and answered plainly, unless something heavier was told beside them; all of it is said by rules,
whatever brain is set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from mind.character import all_names
from mind.languages import Lang
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_date
from mind.talk.scenery import Env, Talk
from mind.talk.state import TalkState
from mind.talk.step import Step
from mind.talk.units import Lines
from mind.taste.names import called
from mind.taste.noticing import HABITS, Moment, noticed
from mind.taste.packs import OWN, allowed, pack_of
from mind.taste.said import SaidTaste, is_meant, said_in
from mind.taste.sign import TasteSign
from mind.taste.taste import AXES, EVERYTHING, TasteChange
from mind.taste.weighing import LEAST, STORY, TOPIC

TOLD_MOST: Final = 3
"""So many of her guesses are told at once."""
QUIET: Final = 12
"""Turns in which she does not joke after being asked not to."""
BLOCKED: Final = 500
"""Turns for which a topic is left alone that the user does not like."""
FRESH: Final = 1200.0
"""Seconds after which a turn is no answer to her last words any more."""
SAID_WEIGHT: Final = 3.0
BRIEF: Final = -0.3
"""From here down she leaves out what need not be said."""
LEAST_COVER: Final = 0.4
"""How much of a turn a wish has to be to be what is answered."""


def liked(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """A wish about how she is to be. What weighs more than it is answered instead; it is kept all the same."""
    heavy = p.low or p.heavy or any(fact.fact.sad for fact in p.facts) or "listen.felt" in p.needs
    if heavy or hit.cover < LEAST_COVER or not is_meant(p, hit, all_names(talk.scene.character)):
        return
    one = next((one for one in _said(talk, p) if one.act == hit.act.id), None)
    if one is None:
        return
    axis, sign = one.axis.partition(":")[0], "more" if one.value > 0 else "less"
    slots = {**env, "x": called(one.axis, talk.content.lang)} if ":" in one.axis else env

    def taken() -> None:
        take_wish(talk.state, one)

    yield Step(f"taste.{axis}.{sign}", talk.content.frame(f"taste.{axis}.{sign}"), slots, move=False, fixed=True, again=True,
               statement=True, then=taken)


def take_wish(state: TalkState, one: SaidTaste) -> None:
    """What a wish does at once, before anything is weighed."""
    axis, _, name = one.axis.partition(":")
    if axis == "humour" and one.value < 0:
        state.calm = max(state.calm, QUIET)
    elif axis == "questions" and one.value < 0:
        state.hush, state.question = max(state.hush, state.n + QUIET), None
    elif axis == "topic":
        state.blocked.pop(name, None)
        if one.value < 0:
            state.blocked[name] = state.n + BLOCKED


def asked_liking(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """"What do you think I like?": the surest guesses, and that they can be put right."""
    known = _ranked(talk)
    if not known:
        yield _plain(talk, "taste.none")
        return
    more = tuple((talk.content.frame(_frame(axis, value)), _slots(axis, talk.content.lang)) for axis, value in known[1:TOLD_MOST])
    first = talk.content.frame(_frame(*known[0]))
    brief = talk.scene.taste.of("length") <= BRIEF
    outro: tuple[tuple[Lines, Env], ...] = () if brief else ((talk.content.frame("taste.outro"), {}),)
    yield Step("taste.told", talk.content.frame("taste.intro"), {}, move=False, fixed=True, again=True, statement=True,
               more=((first, _slots(known[0][0], talk.content.lang)), *more, *outro))


def asked_why(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """"Why do you think I like that?": the words it was read from, of what was asked about, else of the surest guess."""
    known = _ranked(talk)
    named = _named(talk, p)
    axis = next((axis for axis, _ in known if axis in named), known[0][0] if known else "")
    because = talk.scene.taste.because.get(axis)
    if because is None:
        yield _plain(talk, "taste.none")
        return
    value = talk.scene.taste.learnt.get(axis, 0.0)
    frame = _frame(axis, value)
    slots = {**_slots(axis, talk.content.lang), "said": because.quote, "date": say_date(because.at, talk.content.lang)}
    kind = "taste.why.set" if because.kind == "set" else f"taste.why.{because.kind}" if because.quote else "taste.why.gone"
    if because.kind == "sign" and axis in HABITS:
        kind = f"taste.why.habit.{axis}"
    yield Step("taste.why", talk.content.frame(frame), slots, move=False, fixed=True, again=True, statement=True,
               more=((talk.content.frame(kind), slots),))


def forget_liking(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """All guesses go."""
    yield replace(_plain(talk, "taste.forgotten"), taste=TasteChange(forget=(EVERYTHING,)))


def manner(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Another manner, or her own again."""
    wanted = hit.act.do.partition(" ")[2]
    wanted = OWN if wanted == "own" else wanted
    if not is_meant(p, hit, all_names(talk.scene.character)) or (wanted and pack_of(wanted) is None):
        return
    if not allowed(wanted, talk.scene.person):
        yield _plain(talk, "taste.manner.adults")
    elif wanted == talk.scene.taste.pack:
        yield _plain(talk, "taste.manner.same")
    else:
        named = pack_of(wanted)
        name = named.names[talk.content.lang] if named is not None else ""
        step = Step(f"taste.manner.{wanted or 'own'}", talk.content.frame(f"taste.manner.{wanted or 'own'}"), {"x": name},
                    move=False, fixed=True, again=True, statement=True)
        yield replace(step, taste=TasteChange(pack=wanted))


def taste_change(talk: Talk, p: Perception | None, step: Step) -> TasteChange:
    """What a turn tells of what the user likes: the step's own change, what was said, and what was noticed."""
    if p is None:
        return step.taste
    at = talk.scene.now
    said = [TasteSign(one.axis, one.value, SAID_WEIGHT, "said", at) for one in _said(talk, p)]
    known = {one.axis for one in said}
    seen = [TasteSign(one.axis, one.value, one.weight, "sign", at)
            for one in noticed(p, moment(talk, step)) if one.axis not in known]
    if step.act.startswith("taste."):
        seen = []
    return replace(step.taste, signs=(*said, *seen))


def moment(talk: Talk, step: Step) -> Moment:
    """How the two were as the turn began."""
    scene, before = talk.scene, TalkState.from_json(talk.scene.state)
    last = scene.recent[-1] if scene.recent else None
    fresh = last is not None and last.speaker == "companion" and (scene.now - last.at).total_seconds() <= FRESH
    game = before.game or {}
    story = str(game.get("id") or "") if game.get("k") == "story" else ""
    over = story if story and talk.state.game is None and step.act == "game:story" else ""
    acts = tuple(act for act in (before.last_act, before.moves[-1] if before.moves else "") if act) if fresh else ()
    lengths, gaps = _pace(talk)
    light = not (talk.low or scene.frozen or scene.bond.paused or step.fixed)
    return Moment(
        acts, scene.reason.need if scene.reason is not None else "", fresh and before.asks[-1:] == [1],
        before.topic if fresh and before.topic_at >= before.n - 1 else "", story, over, talk.state.n, lengths, gaps, light,
    )  # fmt: skip


def _pace(talk: Talk) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Words of the user's last turns, and how soon after her replies they came."""
    lengths, gaps = [], []
    turns = talk.scene.recent[-24:]
    for before, turn in zip((None, *turns), turns, strict=False):
        if turn.speaker == "user":
            lengths.append(len(turn.text.split()) if turn.lang == "en" else (len(turn.text) + 1) // 2)
            if before is not None and before.speaker == "companion":
                gaps.append(max(0.0, (turn.at - before.at).total_seconds()))
    return tuple(lengths[-10:]), tuple(gap for gap in gaps[-10:] if gap <= FRESH)


def _said(talk: Talk, p: Perception) -> tuple[SaidTaste, ...]:
    topics = {name: topic.enter for name, topic in talk.content.topics.items()}
    before = TalkState.from_json(talk.scene.state)
    return said_in(p, topics, before.topic if before.topic_at >= before.n - 2 else "", all_names(talk.scene.character))


def _named(talk: Talk, p: Perception) -> list[str]:
    """The guesses that a question names: by the lists ``taste.axis.…``, by topics, by the words of a topic or story itself."""
    lists, low = talk.content.lists, p.text.lower()
    found: list[str] = [axis for axis in AXES if any(word in low for word in lists.get(f"taste.axis.{axis}", ()))]
    found += [TOPIC + name for name in p.topics]
    return found + [axis for axis in talk.scene.taste.learnt if ":" in axis and axis.partition(":")[2] in low]


def _ranked(talk: Talk) -> list[tuple[str, float]]:
    """What was learnt, the surest first; of topics and stories only those that she can say in this language."""
    learnt = talk.scene.taste.learnt.items()
    found = [(axis, value) for axis, value in learnt if abs(value) >= LEAST and talk.content.frame(_frame(axis, value))]
    return sorted(found, key=lambda one: -abs(one[1]))


def _frame(axis: str, value: float) -> str:
    kind = next((name for name in (TOPIC, STORY) if axis.startswith(name)), axis + ":").rstrip(":")
    return f"taste.is.{kind}.{'more' if value > 0 else 'less'}"


def _slots(axis: str, lang: Lang) -> Env:
    return {} if axis in AXES else {"x": called(axis, lang)}


def _plain(talk: Talk, act: str) -> Step:
    return Step(act, talk.content.frame(act), {}, move=False, fixed=True, again=True, statement=True)


TASTE_COMMANDS: Final[dict[str, Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]]] = {
    "taste": liked, "liking": asked_liking, "liking_why": asked_why, "liking_forget": forget_liking, "manner": manner,
}
