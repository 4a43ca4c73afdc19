"""What the user sets about the two in plain words: her name, what they are to each other, a pause, a new beginning, an end.

Her name and the relation are taken at once, since a word takes them back; what cannot be undone is asked about once, and only
a plain yes to that very question does it. All of it is said by rules, whatever brain is set, and nothing here hears a model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, cast, get_args

from mind.character import born
from mind.domain import Relation, Terms
from mind.ports import Deed
from mind.talk.her_name import clean_name
from mind.talk.perception import ActHit, Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step

RELATIONS: Final[tuple[str, ...]] = get_args(Relation)
ASKS: Final = ("reset", "erase")
"""What is asked about before it is done."""
ASKS_BACK: Final = frozenset("?？")
SHORT: Final = 8
"""A no of more words than that says something besides, which is answered."""
NAME_WORDS: Final = 4
TAILS: Final = {
    "zh": ("好不好", "好吗", "行吗", "可以吗", "怎么样", "吧", "啦", "了"),
    "ja": ("だよ", "です", "さん", "ちゃん", "ね", "にする", "にします"),
}
"""What people hang on a name they give."""


def call_her(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """The user gives her a name; she takes it, or says plainly that she cannot."""
    words = hit.slots.get("x", "") or hit.slots.get("name", "")
    if not words:
        yield _terms_step("ask", talk, then=lambda: _wait(talk, "name"))
        return
    yield from _take_name(talk, words, p.text)


def own_name(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Back to the name she came with."""
    if talk.scene.terms.called is None:
        yield _terms_step("name.own.already", talk)
    else:
        yield _terms_step("name.own", talk, {"own": _own(talk)}, terms=replace(talk.scene.terms, called=None))


def be(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What they are to each other from now on. "partner" is for those who said that they are adults."""
    wanted = cast("Relation", hit.act.do.partition(" ")[2])
    now = talk.scene.terms.relation
    if wanted == "partner" and talk.scene.person.adult is not True:
        yield _terms_step("relation.adults", talk)
    elif wanted == now:
        yield _terms_step(f"relation.already.{wanted}", talk)
    else:
        yield _terms_step(f"relation.now.{wanted}", talk, terms=replace(talk.scene.terms, relation=wanted))


def what_are_we(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """What they are, and that it can be changed."""
    yield _terms_step(f"relation.is.{talk.scene.terms.relation}", talk)


def pause(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """Nothing counts from here on, and she begins no talk."""
    if talk.scene.bond.paused:
        yield _terms_step("pause.already", talk)
    else:
        yield _terms_step("pause", talk, deed="pause")


def resume(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """They go on where they stopped; words such as "I'm back" mean it only in a pause."""
    if talk.scene.bond.paused:
        yield _terms_step("resume", talk, deed="resume")


def ask_first(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """A new beginning, or the end of all that is kept: what goes and what stays, and whether they mean it."""
    deed = hit.act.do.partition(" ")[2]
    if talk.scene.frozen:
        yield _terms_step("later", talk)
    else:
        yield _terms_step(f"{deed}.ask", talk, then=lambda: _wait(talk, deed))


def where_to_save(talk: Talk, p: Perception, hit: ActHit, env: Env) -> Iterator[Step]:
    """How a talk is saved as a file: not by her."""
    yield _terms_step("save", talk)


def terms_steps(talk: Talk, p: Perception) -> Iterator[Step]:
    """The answer to what she asked about the terms the turn before; before anything else is looked at."""
    state = talk.state
    waiting, since = state.pending, state.n - state.pending_at
    if not waiting or since > 1:
        return
    if waiting == "name":
        words = p.text.strip(" .!。！")
        if not p.question and p.answer != "no" and p.words <= NAME_WORDS and not any(hit.act.tier <= 2 for hit in p.acts):
            yield from _take_name(talk, words, p.text)
    elif waiting in ASKS:
        if p.act("terms.confirm") is not None and not ASKS_BACK & set(p.text) and not talk.scene.frozen:
            yield _terms_step(waiting, talk, deed=cast("Deed", waiting), then=lambda: _wait(talk, ""))
        elif p.answer == "no" and p.words <= SHORT:
            yield _terms_step(f"{waiting}.not", talk, then=lambda: _wait(talk, ""))


def _take_name(talk: Talk, words: str, text: str) -> Iterator[Step]:
    scene, content = talk.scene, talk.content
    tidy = _bare(words, content.lang)
    name = clean_name(tidy, user=talk.name)
    folded = tidy.casefold()
    if folded in content.lists.get("terms.nobody", ()):
        return
    if folded == _own(talk).casefold():
        yield from own_name(talk, cast("Perception", talk.perception), cast("ActHit", None), {})
    elif folded in content.lists.get("terms.sweet", ()) and scene.terms.relation != "partner":
        yield _terms_step("name.sweet", talk, then=lambda: _wait(talk, ""))
    elif name is None or folded in content.lists.get("terms.unkind", ()):
        yield _terms_step("name.refused", talk, then=lambda: _wait(talk, ""))
    elif name == scene.terms.called:
        yield _terms_step("name.already", talk, {"new": name}, then=lambda: _wait(talk, ""))
    else:
        yield _terms_step("name", talk, {"new": name}, terms=replace(scene.terms, called=name), then=lambda: _wait(talk, ""))


def _bare(words: str, lang: str) -> str:
    """The name without what people hang on it."""
    words = words.strip(" \t.,!?。！？、，\"'“”‘’「」『』")
    if lang == "en":
        cut = words.split()
        while cut and cut[-1].lower() in ("please", "okay", "ok", "then", "instead", "now", "alright"):
            cut.pop()
        if cut and all(word.islower() for word in cut):
            cut = [word.capitalize() for word in cut]
        return " ".join(cut)
    for tail in TAILS[lang]:
        words = words.removesuffix(tail)
    return words


def _own(talk: Talk) -> str:
    """The name she came with, in the language of the talk."""
    names = born(talk.scene.character).names
    return names.get(talk.content.lang) or next(iter(names.values()))


def _wait(talk: Talk, what: str) -> None:
    talk.state.pending, talk.state.pending_at = what, talk.state.n
    talk.state.question = None


def _terms_step(
    act: str, talk: Talk, env: Env | None = None, *, terms: Terms | None = None, deed: Deed | None = None,
    then: Callable[[], None] | None = None,
) -> Step:  # fmt: skip
    """A step in fixed words: no brain says whether something of this was done."""
    return Step(
        f"terms.{act}", talk.content.frame(f"terms.{act}"), env or {}, move=False, again=True, fixed=True, terms=terms,
        deed=deed, then=then,
    )


TERMS_COMMANDS: Final[dict[str, Callable[[Talk, Perception, ActHit, Env], Iterator[Step]]]] = {
    "call_her": call_her, "own_name": own_name, "be": be, "what_are_we": what_are_we, "pause": pause, "resume": resume,
    "ask_first": ask_first, "where_to_save": where_to_save,
}
