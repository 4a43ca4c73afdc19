"""Questions about what was said: "who helped me move?", "and before that?", "how do you know that?".

She says when it was said and quotes it briefly, or says honestly that she does not remember being told. What was found
comes with the scene; these functions only choose and word it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mind.character import all_names
from mind.domain import Memory, Said, Turn
from mind.languages import Lang
from mind.talk.left_out import speaks_of
from mind.talk.normalise import clauses, clean
from mind.talk.perception import ActHit, Perception
from mind.talk.saydate import say_day_past, say_past
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.that_day import said_then
from mind.talk.times import find_time
from mind.talk.times_past import find_past, is_past
from mind.talk.units import Line
from mind.talk.unsaid import asked_of_it

if TYPE_CHECKING:
    from mind.memory.recall.query import Query
    from mind.memory.recall.recollection import Recollection
    from mind.memory.telling import Told

STILL_OPEN: Final = 6
"""Turns for which "and before that?" goes on with what was told back."""
BEFORE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^\W*(?:and |ok |okay )*(?:what about |how about )?(?:the time )?"
        r"(?:before (?:that|then)|earlier than that|even earlier|any(?:thing)? (?:before|else|more|other times?)"
        r"(?: before)?(?: that)?)\W*$"
    ),
    "zh": re.compile(
        r"^\W*(?:那|然后)?(?:再|更)?(?:之前|往前|早|以前|前一次|上一次)(?:一?点)?(?:呢|的呢|还有吗|有吗)?\W*$"
        r"|^\W*(?:还有|别的)(?:呢|吗)\W*$"
    ),
    "ja": re.compile(
        r"^\W*(?:じゃあ|では|で)?、?(?:その|もっと|さらに)(?:前|以前)(?:は|には|にも)?(?:ありました|あります)?(?:か)?\W*$"
        r"|^\W*(?:ほか|他)(?:に)?は\W*$"
    ),
}
FIRST_PERSON: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:i|me|my|mine|we|us|our|you|your)\b"),
    "zh": re.compile("我|咱|你"),
    "ja": re.compile(""),
}
OF_THEIRS: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:i|me|my|mine|we|us|our)\b"),
    "zh": re.compile("我|咱"),
    "ja": re.compile("私|わたし|僕|俺|うち|っけ|(?:まし|でし|だっ|っ)た"),
}
"""What a question about the user's own life holds."""
ASKS_OPINION: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:should|shall|can|could|would|will|might|may|do you think|are you|do you|how do i)\b"),
    "zh": re.compile("什么是|是什么意思|什么叫|应该|该不该|要不要|能不能|可以吗|好不好|你觉得|你说呢|会不会|怎么办|怎么才"),
    "ja": re.compile("とは何|って何|とは？|べき|と思[うい]|でしょうか|てもいい|たらいい|ほうがいい|ましょうか"),
}
"""What asks for her mind or for what is to come, not for what was told."""
LEAST_TERMS: Final = 2
"""Words that a question must hold to ask of more than the world at large ("what is thunder?")."""
NAME: Final = re.compile(r"(?<!^)(?<![.!?] )\b(?!I\b)[A-Z][a-z]+")
LOOKS_BACK: Final = re.compile(
    r"\b(?:remember|recall|remind|recommend\w*|suggest\w*|told|said|mention\w*|did|last time|ever)\b"
    r"|记得|上次|上回|说过|推荐|建议|来着|提醒我|覚えて|っけ|いつ|誰|だれ|前に|勧め|言った|話し"
)


def follows_up(text: str, lang: Lang) -> bool:
    """Whether the words only go on with the question before ("and before that?")."""
    return bool(BEFORE[lang].match(text.strip().lower()))


def asked_text(text: str, lang: Lang, recent: Sequence[Turn]) -> str:
    """The question that the words ask: themselves, or the one they go on with."""
    if not follows_up(text, lang):
        return text
    users = (turn.text for turn in reversed(recent) if turn.speaker == "user")
    return next((said for said in users if not follows_up(said, lang)), text)


def looks_back(text: str, lang: Lang) -> bool:
    """Whether the words may ask about what was said: then recall is worth its time."""
    if follows_up(text, lang) or LOOKS_BACK.search(text.lower()):
        return True
    return any(clause.question for clause in clauses(clean(text)[:400], lang))


def tell_back(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The turn that answers, quoted with its day; an honest no where none does and the question is about the two of them."""
    yield from found_step(talk, p)
    if not _about_us(p):
        return
    frame = "told.none.hers" if _of_her(p) else "told.none"
    yield Step("recall.untold", talk.content.frame(frame), {}, again=True, move=False)


def found_step(talk: Talk, p: Perception, *, surely: bool = False) -> Iterator[Step]:
    """The answer alone; nothing where there is none, or none that is `surely` what was asked for."""
    from mind.memory.telling import Told

    yield from asked_of_it(talk, p)
    told = _told(talk, p.text)
    if not told and (turn := said_then(talk, p)) is not None:
        told = (Told(_said(turn), _short(turn.text, p.lang), sure=True, support=1.0),)
    if told and (told[0].sure or not surely):
        yield _step(talk, p, told[0], "told.last" if _latest(p) else "")


def told_of_theirs(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answer to a question about the user's own life that no pattern knows; an honest no where it asks of what was."""
    was = any(is_past(clause) for clause in p.clauses if clause.question)
    own = bool(OF_THEIRS[p.lang].search(p.text.lower()))
    theirs = own or _names_theirs(talk, p) or (was and p.lang != "en")
    if ASKS_OPINION[p.lang].search(p.text.lower()) or (not theirs and _terms(talk, p.text) < LEAST_TERMS):
        return
    yield from found_step(talk, p, surely=not theirs)
    if not (was or theirs):
        return
    fact = fitting_fact(talk, p, [one for one in talk.sayable() if one.source == "user" and one.kind != "name"])
    if fact is not None:
        yield Step("recall.one", talk.content.frame("recall.one"), {}, again=True, must_use=(fact,), move=False,
                   more=((plain(fact), {}),))
    if was and own:
        yield Step("recall.untold", talk.content.frame("told.none"), {}, again=True, move=False)


def _names_theirs(talk: Talk, p: Perception) -> bool:
    """Whether it names somebody or something by name: the user's people, for all she knows."""
    if p.lang == "en" and NAME.search(p.text):
        return True
    known = [value for memory in talk.sayable() for value in memory.slots.values() if len(value) > 1]
    return speaks_of(p.text, [value.lower() for value in known if p.lang != "en" or value.istitle()])


def plain(memory: Memory) -> tuple[Line, ...]:
    """A memory's own sentence as a wording."""
    from mind.talk.reading import NO_CONDITION

    return (Line(f"memory/{memory.id}", memory.text.replace("{", "(").replace("}", ")"), NO_CONDITION),)


def fitting_fact(talk: Talk, p: Perception, kept: Sequence[Memory]) -> Memory | None:
    """The kept fact whose sentence holds what is asked for."""
    from mind.memory.telling import SURE, holder

    holds = holder(_query(talk, p.text))
    weighed = [(holds(f"{memory.text} {memory.value}", memory.quote), memory.id, memory) for memory in kept]
    best = max(weighed, default=None, key=lambda one: one[:2])
    return best[2] if best is not None and best[0] >= SURE else None


def tell_before(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The one before those that were told back just now."""
    state = talk.state
    if not state.told_back or state.n - state.told_back_at > STILL_OPEN:
        return
    told = _told(talk, asked_text(p.text, p.lang, talk.scene.recent), before=min(state.told_back))
    if told:
        yield _step(talk, p, told[0], "told.before")
    else:
        yield Step("recall.untold", talk.content.frame("told.nomore"), {}, again=True, move=False)


def tell_source(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Where something is from that she said: the user's own words and when they said them."""
    if hit.slots.get("x"):
        yield from found_step(talk, p)
        fact = fitting_fact(talk, p, talk.sayable())
        if fact is not None and fact.quote:
            slots = _when(say_past(_local(fact.said_at, talk), talk.scene.now, p.lang)) | {"said": _plain(fact.quote, p.lang)}
            yield Step("recall.source", talk.content.frame("told.source"), slots, again=True, move=False, must_use=(fact,))
        yield Step("recall.untold", talk.content.frame("told.none"), {}, again=True, move=False)
    reason, lang = talk.scene.reason, talk.content.lang
    memory = next((one for one in reason.memories if one.quote and one.source == "user"), None) if reason else None
    if memory is not None:
        slots = _when(say_past(_local(memory.said_at, talk), talk.scene.now, lang)) | {"said": _plain(memory.quote, lang)}
        yield Step("recall.source", talk.content.frame("told.source"), slots, again=True, move=False, must_use=(memory,))
    if reason is not None and reason.turns:
        turn = reason.turns[0]
        said = _plain(_short(turn.text, lang), lang)
        slots = _when(say_past(_local(turn.at, talk), talk.scene.now, lang)) | {"said": said}
        yield Step("recall.source", talk.content.frame("told.source"), slots, again=True, move=False, turns=(turn.id,))
    frame = "told.source.gone" if reason is not None and reason.gone else "told.source.none"
    yield Step("recall.source", talk.content.frame(frame), {}, again=True, move=False)


def _step(talk: Talk, p: Perception, told: Told, frame: str) -> Step:
    """The step that tells one turn back."""
    lang, now = talk.content.lang, talk.scene.now
    at = _local(told.turn.at, talk)
    hers = told.turn.speaker == "companion"
    frame = frame if frame and not hers and told.sure else "told.hers" if hers else "told.yours" if told.sure else "told.unsure"
    slots = _when(say_past(at, now, lang)) | {"said": _plain(told.quote, lang)}
    more = () if hers else _dated(talk, told, at)

    def noted() -> None:
        fresh = talk.state.n - talk.state.told_back_at > STILL_OPEN or frame != "told.before"
        talk.state.told_back = [told.turn.id] if fresh else [*talk.state.told_back, told.turn.id]
        talk.state.told_back_at = talk.state.n

    kept = tuple(memory for memory in talk.scene.memories if memory.turn_id == told.turn.id)
    return Step(
        "recall.told", talk.content.frame(frame), slots, again=True, move=False, more=more, then=noted, must_use=kept[:3],
        turns=(told.turn.id,),
    )  # fmt: skip


def _dated(talk: Talk, told: Told, at: datetime) -> tuple[tuple[tuple[Line, ...], Env], ...]:
    """The day that the quoted words point to, where that is another one than they were said on."""
    lang = talk.content.lang
    for clause in clauses(clean(told.quote), lang):
        ahead = None if is_past(clause) else find_time(clause, at)
        if ahead is not None and ahead.due.date() != at.date():
            return ((talk.content.frame("told.day"), {"on": say_day_past(ahead.due, talk.scene.now, lang)}),)
        found = find_past(clause, at, past=is_past(clause))
        if found is None or found.since or found.first is None or found.first != found.last or found.first == at.date():
            continue
        day = found.begins(at)
        if day is not None and (talk.scene.now.date() - day.date()).days > 1:
            return ((talk.content.frame("told.day"), {"on": say_day_past(day, talk.scene.now, lang)}),)
    return ()


def _told(talk: Talk, text: str, before: int | None = None) -> tuple[Told, ...]:
    from mind.memory.telling import from_turns, tell

    query = _query(talk, text)
    recollection: Recollection | None = talk.scene.recollection
    if recollection is None:
        recollection = from_turns([_said(turn) for turn in talk.scene.recent])
    return tuple(told for told in tell(recollection, query, before=before) if not speaks_of(told.turn.text, talk.state.unsaid))


def _query(talk: Talk, text: str) -> Query:
    from mind.memory.recall.query import Query

    scene = talk.scene
    names = {"companion": all_names(scene.character), "user": (scene.person.name,) if scene.person.name else ()}
    return Query(text, talk.content.lang, scene.now, names)  # type: ignore[arg-type]


def _terms(talk: Talk, text: str) -> int:
    from mind.memory.recall.query import read_question

    return len(read_question(_query(talk, text)).wanted)


def _of_her(p: Perception) -> bool:
    from mind.memory.telling import asks_her

    return asks_her(p.text.lower(), p.lang)


def _latest(p: Perception) -> bool:
    from mind.memory.telling import LATEST

    return bool(LATEST[p.lang].search(p.text.lower()))


def _about_us(p: Perception) -> bool:
    return bool(FIRST_PERSON[p.lang].search(re.sub(r"\b(?:do|can|could) you\b", "", p.text.lower())))


def _said(turn: Turn) -> Said:
    return Said(turn.id, turn.sitting, turn.speaker, turn.text, turn.at)


def _local(at: datetime, talk: Talk) -> datetime:
    return at.astimezone(talk.scene.now.tzinfo)


def _short(text: str, lang: Lang) -> str:
    from mind.memory.telling import shortened

    return shortened(text, lang)


def _when(when: str) -> Env:
    """A day in the forms that wordings need: at a head, without "on", with the particle of time."""
    ni = when if when in ("さっき", "今日") else when + "に"
    return {"when": when, "when_cap": when[:1].upper() + when[1:], "when_bare": when.removeprefix("on "), "when_ni": ni}


def _plain(words: str, lang: Lang) -> str:
    """Words as a sentence in quotation marks, without what would end those or read as a cue."""
    said = re.sub(r"\s+", " ", words.replace('"', "'").replace("“", "'").replace("”", "'").translate(_NO_CUES)).strip()
    if lang == "ja":
        return said.rstrip("。 ")
    return said if said.endswith(("!", "?", "！", "？", "…", ".", "。")) else said + ("。" if lang == "zh" else ".")


_NO_CUES = str.maketrans({"[": "(", "]": ")", "{": "(", "}": ")", "「": "『", "」": "』"})
