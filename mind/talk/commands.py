"""Commands a turn gives: the time, an outfit, "what do you know about me", "forget that", a game."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mind.domain import Memory, Outfit
from mind.talk.activities import start
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_due, say_on, say_when
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Line
from mind.talk.word_set import word_set


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
    yield Step("time", talk.content.frame("time.now"), env, again=True)


def _date(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    yield Step("date", talk.content.frame("date.today"), env, again=True)


def _outfit(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    scene, lang = talk.scene, talk.content.lang
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
    names = [name_of(o, talk.content.lang) for o in talk.scene.outfits]
    listed = (", " if talk.content.lang == "en" else "、").join(names)
    yield Step("outfits", talk.content.frame("outfit.list"), {"outfits": listed}, again=True)


def _another(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
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


def _recall(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    kept = [m for m in talk.scene.memories if m.kind != "name"]
    if not kept and talk.name is None:
        yield Step("recall.none", talk.content.frame("recall.none"), {}, again=True)
        return
    fresh = [m for m in kept if talk.state.n - talk.state.recalled.get(str(m.id), -999) > 12] or kept
    fresh = [m for m in fresh if not _told_better(m, kept)]
    shown = sorted(fresh, key=lambda m: _weight(talk, m), reverse=True)[:TOLD_AT_ONCE]

    def used() -> None:
        for memory in shown:
            talk.state.recalled[str(memory.id)] = talk.state.n

    more: list[tuple[tuple[Line, ...], Env]] = [(line, {}) for line in told_together(talk, shown, kept)]
    tail = "recall.more" if len(fresh) > len(shown) or len(fresh) < len(kept) // 2 else "recall.end"
    more.append((talk.content.frame(tail), {}))
    intro = talk.content.frame("recall.intro" if shown else "recall.name")
    yield Step("recall", intro, {}, move=False, again=True, must_use=tuple(shown), more=tuple(more), then=used)


def plain_lines(memory: Memory) -> tuple[Line, ...]:
    """A memory's own sentence as a wording."""
    from mind.talk.reading import NO_CONDITION

    return (Line(f"memory/{memory.id}", memory.text.replace("{", "(").replace("}", ")"), NO_CONDITION),)


TOLD_AT_ONCE = 10
"""So many facts answer "what do you remember about me?"; the rest follow when asked again."""


def told_lines(talk: Talk, memory: Memory) -> tuple[Line, ...]:
    """A memory's sentence with its day said as people say it now: `tomorrow`, `on Friday`."""
    (line,) = plain_lines(memory)
    if memory.due is None or talk.content.lang != "en":
        return (line,)
    now = talk.scene.now
    when = say_when(memory.due, now, "en")
    text = line.text
    for written in (say_on(memory.due, memory.said_at, "en"), "on " + say_due(memory.due, "en")):
        text = text.replace(written, when)
    if memory.due.date() < now.date():
        text = _PRESENT.sub(lambda m: _PAST[m[0]], text, count=1)
    return (Line(line.id, text, line.when),)


def told_together(talk: Talk, shown: list[Memory], kept: list[Memory]) -> list[tuple[Line, ...]]:
    """Sentences for these memories, those of one list in one: `Your sisters are Ann and Kate.`"""
    out: list[tuple[Line, ...]] = []
    done: set[int] = set()
    for memory in shown:
        if memory.id in done:
            continue
        word = memory.slots.get("kin") or memory.slots.get("pet") or ""
        listed = [memory]
        if memory.kind in ("person.one", "pet.one") and word:
            everyone = [*shown, *(m for m in kept if m not in shown)]
            listed = [m for m in everyone if m.kind == memory.kind and word in m.key.split(".")]
        done.update(m.id for m in listed)
        if len(listed) < 2:
            out.append(told_lines(talk, memory))
            continue
        names = [m.value for m in sorted(listed, key=lambda m: m.id)]
        many = "children" if word == "child" else word + "s"
        text = f"Your {many} are {', '.join(names[:-1])} and {names[-1]}."
        (line,) = plain_lines(memory)
        out.append((Line(line.id, text, line.when),))
    return out


_PAST = {"You have": "You had", " has something coming up": " had something on", " is ": " was ", "You plan": "You planned",
         "You are": "You were"}
_PRESENT = re.compile("|".join(map(re.escape, _PAST)))


def _told_better(memory: Memory, kept: list[Memory]) -> bool:
    """`You have a sister` beside `Ann is your sister`."""
    word = memory.slots.get("kin") or memory.slots.get("kind")
    if memory.kind not in ("person.has", "pet.has", "pet.many") or not word:
        return False
    return any(m.kind in ("person.name", "person.one", "pet.name", "pet.one") and word in m.key.split(".") for m in kept)


def _weight(talk: Talk, memory: Memory) -> tuple[float, int]:
    fact = talk.content.facts.get(memory.kind)
    return (fact.weight if fact else 0.9, memory.id)


_ASKED = {
    "live": "home.place", "from": "home.from", "old": "age", "birthday": "birthday", "job": "work.job", "work": "work",
    "study": "study", "like": "likes", "hate": "dislikes", "play": "learn.instrument", "住": "home.place", "生日": "birthday",
    "工作": "work", "多大": "age", "喜欢": "likes", "哪里人": "home.from", "专业": "study",
}


def _recall_one(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """One thing they ask to be told back, or that it was never told."""
    found = _asked_for(talk, p)
    if found is None:
        yield Step("recall.unknown", talk.content.frame("recall.unknown"), {}, again=True)
        return

    def used() -> None:
        talk.state.recalled[str(found.id)] = talk.state.n

    yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(found,),
               more=tuple((line, {}) for line in told_together(talk, [found, *_alike(talk, found)], [])), then=used)


def _alike(talk: Talk, found: Memory) -> list[Memory]:
    """The others of a list: both sisters are told where one is asked for by "my sisters"."""
    word = found.slots.get("kin") or found.slots.get("pet")
    if found.kind not in ("person.one", "pet.one") or not word:
        return []
    said = " ".join(c.norm for c in talk.perception.clauses) if talk.perception else ""
    if found.value.lower() in said.split():
        return []
    return [m for m in talk.scene.memories if m.kind == found.kind and m.id != found.id and word in m.key.split(".")]


def _recall_about(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What was told of a person or a thing: kept facts that name it, else their own last words about it."""
    about = hit.slots.get("x", "")
    wanted = _stems(about)
    if re.search(r"\b(?:her|his|their) name\b", p.text.lower()):
        named = next((m for m in talk.sayable() if m.kind in ("their.name", "person.name", "pet.name", "friend.name")), None)
        if named:
            yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(named,),
                       more=((told_lines(talk, named), {}),), move=False)
        return
    if not wanted:
        return
    kept = [m for m in talk.sayable() if wanted & _stems(f"{m.value} {m.key.replace('.', ' ')} {m.text}") and m.kind != "name"]
    kept.sort(key=lambda m: (-len(wanted & _stems(f"{m.value} {m.key.replace('.', ' ')}")), m.id))
    if kept:
        yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=tuple(kept[:4]),
                   more=tuple((line, {}) for line in told_together(talk, kept[:4], [])), move=False)
        return
    said = next((t.text for t in reversed(talk.scene.recent)
                 if t.speaker == "user" and t.text != p.text and "?" not in t.text and wanted & _stems(t.text)), "")
    if said:
        yield Step("recall.said", talk.content.frame("recall.said"), {"x": said[:160]}, again=True, move=False)
    elif not hit.act.say:
        yield Step("recall.unknown", talk.content.frame("recall.unknown"), {}, again=True)


def _stems(words: str) -> set[str]:
    """Content words, without plural and article."""
    found = re.findall(r"[\w]{2,}", words.lower())
    return {w.removesuffix("s") for w in found if w not in _NO_STEMS}


_NO_STEMS = word_set("""
my the and your you is are was were has have had about of in on at to it its a an what who when where user called name people for
old new with plan i me does did do named that this her his their our going happening
""")


def _asked_for(talk: Talk, p: Perception) -> Memory | None:
    text = " " + " ".join(c.norm for c in p.clauses)
    words = {w for w in text.split() if len(w) > 2}
    best: tuple[int, Memory] | None = None
    named = {w for name in ("pet", "kin", "friend") for w in talk.content.concepts.get(name, ())} & words
    for memory in talk.sayable():
        if named and not named & set(memory.key.split(".")):
            continue
        parts = set(memory.key.lower().replace("-", ".").split("."))
        score = 2 * len(words & parts) + (1 if ("name" in words or "called" in words) and memory.key.endswith(".name") else 0)
        score += sum(3 for word, kind in _ASKED.items() if word in text and memory.kind.startswith(kind))
        if talk.content.lang != "en":
            score += sum(2 for value in memory.slots.values() if len(value) > 1 and value.lower() in text)
        if score >= 2 and (best is None or score > best[0]):
            best = score, memory
    return best[1] if best else None


def _again(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Another of what she just gave: a joke, a secret, a question's answer."""
    act = talk.content.acts.get(talk.state.last_act.removeprefix("act:"))
    if act is not None and act.tier <= 3 and not act.goodbye:
        yield Step(talk.state.last_act, act.say, {}, move=act.move)


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
    if gone:
        yield Step("forget", talk.content.frame("repair.forgot"), {"fact": gone[0].text}, move=False,
                   superseded=tuple(m.id for m in gone), again=True, then=lambda: talk.state.kept.clear())
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
        state.topic, state.question, state.shorts = "", None, 2

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
    "time": _time, "date": _date, "outfit": _outfit, "outfits": _outfits, "another": _another, "recall": _recall,
    "recall_name": _recall_name, "forget": _forget, "wrong": _wrong, "change_topic": _change_topic, "stop": _stop,
    "hint": _hint, "recall_one": _recall_one, "hush": _hush, "again": _again, "recall_about": _recall_about, "recall_last": _recall_last,
}
COMMANDS = frozenset({*_COMMANDS, "start", "why", "mine"})
