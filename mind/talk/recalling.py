"""What she was told, told back: all of it, one thing, or what was said about something."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mind.domain import Memory
from mind.talk.asked_now import told_now
from mind.talk.left_out import sayable_of, speaks_of
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_due, say_on, say_when
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.telling_back import fitting_fact, found_step, plain, tell_back
from mind.talk.times_past import is_past
from mind.talk.units import Line
from mind.talk.unsaid import asked_of_it
from mind.talk.word_set import word_set


def recall(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    if len(p.clauses) > 1 and hit.quote == p.clauses[-1].raw and p.lang != "en" and not ALL_OF_THEM.search(p.text):
        # "The boss's name, do you remember?" asks for that alone.
        yield from recall_asked(talk, p, hit, env)
    kept = [m for m in sayable_of(talk.scene.memories, talk.state.unsaid) if m.kind != "name" and m.source == "user"]
    if not kept and talk.name is None:
        yield Step("recall.none", talk.content.frame("recall.none"), {}, again=True)
        return
    fresh = [m for m in kept if talk.state.n - talk.state.recalled.get(str(m.id), -999) > 12] or kept
    fresh = kept if len(kept) <= TOLD_AT_ONCE else fresh
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


ALL_OF_THEM = re.compile("(?:私|わたし|僕|俺)のこと|关于我|我的事")
"""Words that ask for all that is kept of the user, not for one thing."""
TOLD_AT_ONCE = 12
"""So many facts answer "what do you remember about me?"; the rest follow when asked again."""


def told_lines(talk: Talk, memory: Memory) -> tuple[Line, ...]:
    """A memory's sentence with its day said as people say it now: `tomorrow`, `on Friday`."""
    (line,) = plain(memory)
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
        (line,) = plain(memory)
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


def recall_one(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """One thing they ask to be told back, or that it was never told. What happened is asked of the talk, not of the facts."""
    yield from asked_of_it(talk, p)
    yield from told_now(talk, p)
    if any(is_past(clause) for clause in p.clauses):
        yield from found_step(talk, p, surely=True)
    found = _asked_for(talk, p)
    if found is None:
        yield from found_step(talk, p)
        if talk.state.unsaid:
            yield Step("never.maybe", talk.content.frame("never.maybe"), {}, again=True, move=False)
        yield Step("recall.unknown", talk.content.frame("recall.unknown"), {}, again=True)
        return

    def used() -> None:
        talk.state.recalled[str(found.id)] = talk.state.n

    yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(found,),
               more=tuple((line, {}) for line in told_together(talk, [found, *_alike(talk, found)], [])), then=used)


def recall_asked(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What was said, and when; a fact where one is asked for as it stands now, or where the talk of it is not found."""
    yield from told_now(talk, p)
    if talk.content.lang == "en" and not any(is_past(clause) for clause in p.clauses):
        yield from found_step(talk, p, surely=True)
        if _asked_for(talk, p) is not None:
            yield from recall_one(talk, p, hit, env)
            return
    yield from found_step(talk, p, surely=True)
    fact = fitting_fact(talk, p, _told(talk))
    if fact is not None:
        yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(fact,), move=False,
                   more=((told_lines(talk, fact), {}),))
    yield from tell_back(talk, p, hit, env)


def _alike(talk: Talk, found: Memory) -> list[Memory]:
    """The others of a list: both sisters are told where one is asked for by "my sisters"."""
    word = found.slots.get("kin") or found.slots.get("pet")
    if found.kind not in ("person.one", "pet.one") or not word:
        return []
    said = " ".join(c.norm for c in talk.perception.clauses) if talk.perception else ""
    if found.value.lower() in said.split():
        return []
    return [m for m in talk.scene.memories if m.kind == found.kind and m.id != found.id and word in m.key.split(".")]


def recall_about(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What was told of a person or a thing: kept facts that name it, else their own last words about it."""
    yield from asked_of_it(talk, p)
    about = hit.slots.get("x", "")
    wanted = _stems(about)
    for name, words in talk.content.lists.items():
        if name.startswith("same.") and wanted & set(words):
            wanted = wanted | set(words)
    if re.search(r"\b(?:her|his|their) name\b", p.text.lower()):
        named = next((m for m in talk.sayable() if m.kind in ("their.name", "person.name", "pet.name", "friend.name")), None)
        if named:
            yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(named,),
                       more=((told_lines(talk, named), {}),), move=False)
        return
    if not wanted:
        return
    kept = [m for m in _told(talk) if wanted & _stems(f"{m.value} {m.key.replace('.', ' ')} {m.text}") and m.kind != "name"]
    kept.sort(key=lambda m: (-len(wanted & _stems(f"{m.value} {m.key.replace('.', ' ')}")), m.id))
    if kept:
        yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=tuple(kept[:4]),
                   more=tuple((line, {}) for line in told_together(talk, kept[:4], [])), move=False)
        return
    yield from found_step(talk, p)
    said = next((t.text for t in reversed(talk.scene.recent)
                 if t.speaker == "user" and t.text != p.text and "?" not in t.text and wanted & _stems(t.text)
                 and not speaks_of(t.text, talk.state.unsaid)), "")
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


def _told(talk: Talk) -> list[Memory]:
    """What the user told, without what she promised herself."""
    return [memory for memory in talk.sayable() if memory.source == "user"]


def _asked_for(talk: Talk, p: Perception) -> Memory | None:
    text = " " + " ".join(c.norm for c in p.clauses)
    words = {w for w in text.split() if len(w) > 2}
    best: tuple[int, Memory] | None = None
    named = {w for name in ("pet", "kin", "friend") for w in talk.content.concepts.get(name, ())} & words
    for memory in _told(talk):
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
