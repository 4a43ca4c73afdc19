"""Commands a turn gives: the time, an outfit, "what do you know about me", "forget that", a game."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from mind.domain import Memory, Outfit
from mind.talk.activities import start
from mind.talk.asked_now import recall_now
from mind.talk.dressing_up import dress_back, recolour, surprised, undress, wear
from mind.talk.going_on import forgive, go_on
from mind.talk.her_day import her_day, her_lately
from mind.talk.of_clothes import gifts, like_it, owning, take_gift, wearing, what_colour, where_from
from mind.talk.outcomes import EXPECT_COMMANDS
from mind.talk.perception import ActHit, Perception
from mind.talk.reasons import why_said
from mind.talk.recalling import recall, recall_about, recall_asked, recall_one
from mind.talk.reminding import REMINDING_COMMANDS
from mind.talk.saydate import say_date
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.taste_words import TASTE_COMMANDS
from mind.talk.telling_back import tell_before, tell_source
from mind.talk.terms import TERMS_COMMANDS
from mind.talk.unsaid import allowed, never, unspoken


def command(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The steps of an act's `do`."""
    name, _, arg = hit.act.do.partition(" ")
    if name == "start":
        yield from start(arg, talk)
        return
    maker = _COMMANDS.get(name)
    if maker is not None:
        yield from maker(talk, p, hit, env)


def _time(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    yield Step("time", talk.content.frame("time.now"), env, move=False, again=True)


def _date(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if talk.content.lang == "en" and "tomorrow" in p.text.lower():
        next_day = {**env, "date": say_date(talk.scene.now + timedelta(days=1), "en")}
        yield Step("date", talk.content.frame("date.tomorrow"), next_day, move=False, again=True)
    yield Step("date", talk.content.frame("date.today"), env, move=False, again=True)


def _outfit(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    scene, lang = talk.scene, talk.content.lang
    how = hit.act.do.partition(" ")[2]
    if scene.wardrobe is not None:
        yield from wear(talk, p, hit, how)
        return
    if how:
        return
    wanted = find_outfit(p.text.lower(), scene.outfits, lang) or _by_idea(talk, p.text.lower(), scene.outfits)
    if wanted is None:
        names = (", " if lang == "en" else "、").join(name_of(o, lang) for o in scene.outfits if o.id != scene.outfit)
        frame = "outfit.none" if names else "outfit.only"
        yield Step("outfit.none", talk.content.frame(frame), {"outfits": names}, move=False, again=True)
    elif wanted.id == scene.outfit:
        yield Step("outfit.same", talk.content.frame("outfit.same"), {"outfit": name_of(wanted, lang)}, move=False, again=True)
    else:
        yield Step("outfit", talk.content.frame("outfit.done"), {"outfit": name_of(wanted, lang)}, move=False, again=True,
                   outfit=wanted.id)


def _outfits(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if talk.scene.wardrobe is not None:
        yield from owning(talk, p, hit, talk.scene.wardrobe)
        return
    if hit.act.do != "outfits":
        return
    names = [name_of(o, talk.content.lang) for o in talk.scene.outfits]
    listed = (", " if talk.content.lang == "en" else "、").join(names)
    yield Step("outfits", talk.content.frame("outfit.list"), {"outfits": listed}, again=True)


def _wearing(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What she has on, by the name the wardrobe has for it."""
    if talk.scene.wardrobe is not None:
        yield from wearing(talk, talk.scene.wardrobe)
        return
    worn = next((o for o in talk.scene.outfits if o.id == talk.scene.outfit), None)
    frame = talk.content.frame("outfit.now" if worn else "outfit.unlisted")
    slots = {"outfit": name_of(worn, talk.content.lang)} if worn else {}
    yield Step("outfit.now", frame, slots, move=False, again=True)


def _another(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if talk.scene.wardrobe is not None:
        yield from surprised(talk)
        return
    others = [o for o in talk.scene.outfits if o.id != talk.scene.outfit]
    if not others:
        yield Step("outfit.only", talk.content.frame("outfit.only"), {}, again=True)
        return
    wanted = find_outfit(p.text.lower(), tuple(others), talk.content.lang) or talk.rng.choice(others)
    yield Step("outfit", talk.content.frame("outfit.done"), {"outfit": name_of(wanted, talk.content.lang)}, move=False,
               again=True, outfit=wanted.id)


def find_outfit(text: str, outfits: tuple[Outfit, ...], lang: str) -> Outfit | None:
    """The outfit whose name or words the text holds; the longest word wins."""
    best: tuple[int, Outfit] | None = None
    for outfit in outfits:
        for tag in (lang, "en"):
            words = (outfit.names.get(tag, ""), *outfit.words.get(tag, ()))  # type: ignore[call-overload]
            for word in words:
                if word and _holds(text, word.lower(), tag) and (best is None or len(word) > best[0]):
                    best = len(word), outfit
    return best[1] if best else None


def _by_idea(talk: Talk, text: str, outfits: tuple[Outfit, ...]) -> Outfit | None:
    """The outfit meant by a word of the same idea: "cosy" is whatever answers to "warm" (lists `idea.*`)."""
    lang = talk.content.lang
    for name, words in talk.content.lists.items():
        if name.startswith("idea.") and any(_holds(text, w, lang) for w in words):
            for word in words:
                if (found := find_outfit(word, outfits, lang)) is not None:
                    return found
    return None


def _holds(text: str, word: str, lang: str) -> bool:
    if lang != "en":
        return word in text
    padded = " " + "".join(c if c.isalnum() or c in "'-" else " " for c in text) + " "
    return f" {word} " in padded or f" {word}s " in padded


def name_of(outfit: Outfit, lang: str) -> str:
    """The outfit's name in the language, else in any."""
    return outfit.names.get(lang) or next(iter(outfit.names.values()), outfit.id)  # type: ignore[call-overload]


def _again(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Another of what she just gave: a joke, a secret, a question's answer."""
    act = talk.content.acts.get(talk.state.last_act.removeprefix("act:"))
    if act is None or act.id in ("joke.bad", "laugh", "agree.her", "thanks"):
        act = talk.content.acts.get("her.joke") if talk.content.lang == "en" else act
    if act is not None and act.tier <= 3 and not act.goodbye:
        yield Step(f"act:{act.id}", act.say, {}, move=act.move)


def _recall_last(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Their last words, read back."""
    said = next((t.text for t in reversed(talk.scene.recent) if t.speaker == "user"), "")
    frame = "recall.last" if said else "recall.unknown"
    yield Step("recall.last", talk.content.frame(frame), {"x": said[:120]}, move=False, again=True)


def _hush(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def hushed() -> None:
        talk.state.hush = talk.state.n + 20
        talk.state.question = None

    yield Step("hush", talk.content.frame("hush"), env, move=False, statement=True, then=hushed)


def _recall_name(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if talk.name:
        yield Step("recall.name", talk.content.frame("recall.name"), {}, again=True)
    else:
        def asked() -> None:
            talk.state.name_asked = talk.state.n

        yield Step("name.ask", talk.content.frame("name.unknown"), {}, move=False, again=True, then=asked)


def _forget(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    words = hit.slots.get("x", "")
    gone = _matching(talk, words) if words else _last_kept(talk)

    def let_go() -> None:
        talk.state.kept.clear()
        unspoken(talk, words)

    if gone:
        yield Step("forget", talk.content.frame("repair.forgot"), {"fact": gone[0].text}, move=False,
                   superseded=tuple(m.id for m in gone), again=True, then=let_go)
    elif words:
        yield Step("forget.unsaid", talk.content.frame("never.forgot"), {}, move=False, again=True, then=let_go)
    else:
        yield Step("forget.what", talk.content.frame("repair.what"), {}, move=False, again=True)


def _wrong(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if any(f.fact.key for f in p.facts):
        yield Step("corrected", talk.content.frame("repair.corrected"), _new_env(p), move=False)
        return
    gone = _last_kept(talk)
    if gone:
        yield Step("wrong", talk.content.frame("repair.wrong"), {"fact": gone[0].text}, move=False,
                   superseded=tuple(m.id for m in gone), again=True, then=lambda: talk.state.kept.clear())
    else:
        yield Step("wrong.what", talk.content.frame("repair.what"), {}, move=False)


def _new_env(p: Perception) -> Env:
    fact = p.facts[0]
    env = dict(fact.slots)
    env["new"] = next((v for k, v in fact.slots.items() if k in ("name", "x", "thing", "place")), "")
    return env


def _last_kept(talk: Talk) -> list[Memory]:
    keys = set(talk.state.kept[-1:]) if talk.state.n - talk.state.kept_at <= 4 else set()
    return [m for m in talk.scene.memories if m.key in keys]


def _matching(talk: Talk, words: str) -> list[Memory]:
    wanted = {w for w in words.lower().split() if len(w) > 2} - {"the", "about", "that", "you", "your"}
    if talk.content.lang != "en":
        return [m for m in talk.scene.memories if words and (words in m.text or m.value in words)][:1]
    found = [m for m in talk.scene.memories if wanted & set(m.text.lower().rstrip(".").split())]
    return found[:1]


def _change_topic(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def shift() -> None:
        state = talk.state
        if state.topic:
            state.blocked[state.topic] = state.n + 500
        state.topic, state.question, state.shorts, state.game = "", None, 2, None

    yield Step("change", hit.act.say or talk.content.frame("change"), env, then=shift)


def _stop(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def stop() -> None:
        talk.state.game = None
        talk.state.question = None

    frame = "game.stopped" if talk.state.game else "stopped"
    yield Step("stop", talk.content.frame(frame), env, move=False, then=stop)


def _hint(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    def hinted() -> None:
        talk.state.hinted = True

    if not talk.state.hinted and talk.scene.brain == "offline":
        yield Step("cannot", talk.content.frame("question.hint"), env, move=False, then=hinted)
    yield Step("cannot", talk.content.frame("question.cannot"), env, move=False)


_COMMANDS: dict[str, Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]] = {
    "time": _time, "date": _date, "outfit": _outfit, "outfits": _outfits, "wearing": _wearing, "another": _another,
    "recall": recall, "recall_name": _recall_name, "forget": _forget, "wrong": _wrong, "change_topic": _change_topic,
    "stop": _stop, "hint": _hint, "recall_one": recall_one, "hush": _hush, "again": _again, "recall_about": recall_about,
    "recall_last": _recall_last, "why_said": why_said, "recall_asked": recall_asked, "recall_before": tell_before,
    "recall_now": recall_now, "go_on": go_on, "forgive": forgive,
    "undress": undress, "recolour": recolour, "dress_back": dress_back, "like": like_it, "where_from": where_from,
    "what_colour": what_colour, "gifts": gifts, "take_gift": take_gift, "recall_source": tell_source,
    "never": never, "allowed": allowed, "her_day": her_day, "her_lately": her_lately,
    **TERMS_COMMANDS, **EXPECT_COMMANDS, **REMINDING_COMMANDS, **TASTE_COMMANDS,
}
COMMANDS = frozenset({*_COMMANDS, "start", "why", "mine"})
