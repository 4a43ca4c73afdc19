"""What waits until a time: listed, taken down, missed and told, brought back on its day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final

from mind.languages import Lang
from mind.reminders.due import due_now, missed
from mind.reminders.kept import RINGS, TO_THE_MINUTE, Kept, KeptChange
from mind.reminders.moments import say_moment
from mind.talk.activities.common import playing
from mind.talk.own_words import own_words
from mind.talk.perception import ActHit, Perception
from mind.talk.realise import Realiser
from mind.talk.saydate import say_past, say_time
from mind.talk.scenery import Env, Talk
from mind.talk.step import Move, Step
from mind.talk.units import Lines

AT_ONCE: Final = 3
"""Missed ones told at one opening."""
GOOD_AGAIN: Final = timedelta(days=20)
GOOD_USE: Final = 0.42
PLAN_USE: Final = 1.1


def waiting(talk: Talk) -> list[Kept]:
    """What rings some day, by its time, without what she was asked not to speak of."""
    kept = [one for one in talk.scene.kept if one.status == "waiting" and one.kind in RINGS and one.due is not None]
    return sorted(kept, key=lambda one: (one.due or talk.scene.now, one.id))


def to_the_minute(talk: Talk) -> list[Kept]:
    """Reminders and timers."""
    return [one for one in waiting(talk) if one.kind in TO_THE_MINUTE]


def named(talk: Talk, one: Kept) -> str:
    """One of them in a list: its words and its time."""
    when = say_moment(one.due or talk.scene.now, talk.scene.now, talk.content.lang)
    span = str(one.data.get("span", ""))
    words = one.text or span
    return f"{when}, {words}" if talk.content.lang == "en" and words else f"{when} {words}".strip()


# --- commands


def reminders(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """All that waits."""
    found = to_the_minute(talk)
    if not found:
        yield _told("reminder.list", talk.content.frame("reminder.none"), {})
        return
    joint = "; " if talk.content.lang == "en" else "；" if talk.content.lang == "zh" else "、"
    yield _told("reminder.list", talk.content.frame("reminder.list"), {"x": joint.join(named(talk, one) for one in found[:6])})


def reminder_off(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The one that is named, the only one there is, or all of them."""
    found = to_the_minute(talk)
    everything = any(word in p.text.lower() for word in ("all", "every", "全部", "所有", "都", "全部の", "すべて", "ぜんぶ"))
    words = hit.slots.get("x", "") or p.text
    meant = [one for one in found if one.text and _shares(words, one.text, talk.content.lang)] or _of_sort(p, found)
    if not found:
        yield _told("reminder.off", talk.content.frame("reminder.none"), {})
    elif everything and len(found) > 1:
        yield _told("reminder.off", talk.content.frame("reminder.off.all"), {"n": str(len(found))}, found)
    elif len(meant) == 1 or len(found) == 1:
        one = (meant or found)[0]
        frame = "reminder.off" if one.text else "reminder.off.plain"
        yield _told("reminder.off", talk.content.frame(frame), {"x": one.text}, [one])
    else:
        joint = "; " if talk.content.lang == "en" else "；" if talk.content.lang == "zh" else "、"
        listed = joint.join(named(talk, one) for one in (meant or found)[:5])
        yield _told("reminder.off", talk.content.frame("reminder.off.which"), {"x": listed})


def _shares(words: str, text: str, lang: Lang) -> bool:
    """Whether the words name the thing."""
    return bool(own_words(words, lang) & own_words(text, lang))


def _of_sort(p: Perception, found: list[Kept]) -> list[Kept]:
    timer = any(word in p.text.lower() for word in ("timer", "计时", "闹钟", "タイマー"))
    return [one for one in found if one.kind != "reminder"] if timer else []


def _quiet(to: bool) -> Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]:
    def set_so(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
        def kept() -> None:
            talk.state.rings_wait = to

        frame = "reminder.quiet" if to else "reminder.loud"
        yield Step(frame, talk.content.frame(frame), {}, move=False, again=True, then=kept)

    return set_so


def _told(act: str, lines: Lines, env: Env, gone: list[Kept] | None = None) -> Step:
    changes = tuple(KeptChange(one.id, "cancelled") for one in gone or ())
    return Step(act, lines, env, move=False, again=True, need="information", kept_changes=changes)


REMINDING_COMMANDS: Final[dict[str, Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]]] = {
    "reminders": reminders, "reminder_off": reminder_off, "reminder_quiet": _quiet(True), "reminder_loud": _quiet(False),
}  # fmt: skip


# --- their time has come


def ring_steps(talk: Talk, one: Kept) -> Iterator[Step]:
    """What she says when something is due, and what it makes of the next words: an answer to it."""
    now, lang = talk.scene.now, talk.content.lang
    since = say_past(one.said_at.astimezone(now.tzinfo), now, lang)
    env: Env = {"x": one.text, "time": say_time(now, lang), "span": str(one.data.get("span", "")), "when": since}
    if missed(one, now):
        yield _missed(talk, one)
    elif one.kind in ("reminder", "timer"):
        stem = "timer.ring" if one.kind == "timer" else "reminder.ring"
        frame = (stem if one.text else f"{stem}.plain") if one.kind == "reminder" else (f"{stem}.x" if one.text else stem)
        yield _ring(talk, one, frame, env, "done")
    elif one.kind == "focus":
        def at_the_bell() -> None:
            talk.state.hush = talk.state.n
            playing(talk, "focus", stage="bell", kept=one.id, text=one.text)

        yield _ring(talk, one, "focus.bell" if one.text else "focus.bell.plain", env, "rung", at_the_bell)
    elif one.kind == "worry":
        yield _ring(talk, one, "worry.back", env, "rung", lambda: playing(talk, "worry", kept=one.id, text=one.text))
    elif one.kind == "letter":
        yield _ring(talk, one, "letter.due", env, "rung", lambda: playing(talk, "letter", stage="due", kept=one.id))


def _ring(
    talk: Talk, one: Kept, frame: str, env: Env, status: str, then: Callable[[], None] | None = None
) -> Step:  # fmt: skip
    change = KeptChange(one.id, status, spoken=True)  # type: ignore[arg-type]
    if one.data.get("every") == "day" and one.due is not None:
        due = one.due.astimezone(talk.scene.now.tzinfo)
        while due <= talk.scene.now:
            due += timedelta(days=1)
        change = KeptChange(one.id, "waiting", due, spoken=True)
    return Step(f"ring:{one.kind}", talk.content.frame(frame), env, move=False, again=True, need="information",
                kept_changes=(change,), then=then)


def tell_missed(talk: Talk, realiser: Realiser) -> None:
    """After the greeting: what came due while nobody was here, each once."""
    late = [one for one in due_now(talk.scene.kept, talk.scene.now) if missed(one, talk.scene.now)][:AT_ONCE]
    for one in late:
        step = _missed(talk, one)
        saying = realiser.pick(step.lines, step.env, again=True, statement=True)
        if saying is not None:
            realiser.take(saying)
            talk.kept_changes.extend(step.kept_changes)


def _missed(talk: Talk, one: Kept) -> Step:
    """It came due while nobody heard."""
    now, lang = talk.scene.now, talk.content.lang
    due = (one.due or now).astimezone(now.tzinfo)
    past = say_past(due, now, lang)
    when = f"{past} ({say_time(due, lang)})" if lang == "en" else f"{past}（{due:%H:%M}）"
    frame = "reminder.missed" if one.text else "reminder.missed.plain"
    return _ring(talk, one, frame, {"x": one.text, "when": when}, "done")


# --- what she comes back to of herself


def kept_moves(talk: Talk) -> Iterator[Move]:
    """The plan of a day that is over, once; now and then one of the good things."""
    now, lang = talk.scene.now, talk.content.lang
    for one in talk.scene.kept:
        if one.kind == "plan" and one.status == "waiting" and one.due is not None and one.due <= now and talk.state.game is None:
            things = [str(thing) for thing in one.data.get("things", ())]
            env: Env = {"x": things[0] if things else one.text, "when": say_past(one.said_at.astimezone(now.tzinfo), now, lang)}
            yield Move("loop", talk.content.frame("dayplan.due"), env, PLAN_USE, id="dayplan", then=_asks(talk, one))
            return
    old = [one for one in talk.scene.kept if one.kind == "good" and now - one.said_at >= timedelta(hours=20)
           and (one.rung_at is None or now - one.rung_at >= GOOD_AGAIN)]
    if old:
        one = talk.rng.choice(old)
        things = [str(thing) for thing in one.data.get("things", ())] or [one.text]
        env = {"x": talk.rng.choice(things), "when": say_past(one.said_at.astimezone(now.tzinfo), now, lang)}

        def told() -> None:
            talk.kept_changes.append(KeptChange(one.id, "rung", spoken=True))

        yield Move("callback", talk.content.frame("gratitude.back"), env, GOOD_USE, id="good", then=told)


def _asks(talk: Talk, one: Kept) -> Callable[[], None]:
    def asked() -> None:
        talk.kept_changes.append(KeptChange(one.id, "rung", spoken=True))
        things = [str(thing) for thing in one.data.get("things", ())]
        playing(talk, "dayplan", things=[], kept=one.id, first=things[0] if things else one.text)

    return asked
