"""How well does she know the user: her guesses from memory, which they correct, and that repairs what she keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Final

from mind.domain import FactProposal, Memory
from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, fresh, gave_up, over, plain_yes, played, playing, say
from mind.talk.perception import Perception
from mind.talk.proposals import fill_text
from mind.talk.scenery import Talk
from mind.talk.slots import fit
from mind.talk.step import Step
from mind.talk.words_of_memory import sentence_of

ROUNDS: Final = 5
FEWEST: Final = 2
"""Kept facts below which more of the guesses are wild ones."""
SKIPPED: Final = ("us.", "name", "event", "plan", "loss")
"""Kinds that make no guess: what she was told in so many words, days, and what hurts."""


class KnowYou(Activity):
    """Right, wrong, or "not any more"; what was wrong is struck out and asked for."""

    name: ClassVar[str] = "know"
    personal: ClassVar[bool] = True

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """What it is, and the first guess."""
        first = self._guess(talk, {"n": 0, "hits": 0, "had": []})
        if first is not None:
            yield replace(first, lines=talk.content.frame("know.start"), more=((first.lines, first.env), *first.more), env={})

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """Yes, no, the right word."""
        if p.answer or gave_up(p) or plain_yes(p) or p.act("wrong"):
            return OWN
        return NO if p.question else FITS

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Count it, put it right, and guess again."""
        memory = next((m for m in talk.scene.memories if m.id == data.get("memory")), None)
        if gave_up(p):
            yield self._end(talk, data)
        elif data.get("mending"):
            yield from self._mended(talk, p, data)
        elif p.answer == "no" or p.act("wrong") or p.act("better") is not None:
            yield from self._wrong(talk, p, data, memory)
        elif plain_yes(p) or p.answer == "dunno":
            hit = p.answer != "dunno"
            yield from self._onward(talk, {**data, "hits": int(data["hits"]) + hit}, "know.right" if hit else "know.unsure")
        elif memory is None:
            yield from self._onward(talk, data, "know.told", {"x": _said(p)})
        else:
            yield from self._wrong(talk, p, data, memory)

    def _wrong(self, talk: Talk, p: Perception, data: Data, memory: Memory | None) -> Iterator[Step]:
        """Put right at once where they say the word; else struck out, and asked for."""
        said = _right_word(p, memory)
        if memory is None:
            yield from self._onward(talk, data, "know.wild.wrong")
        elif p.facts or (said and p.words > 1):
            yield from self._mended(talk, p, {**data, "gone": memory.id, "words": said}, superseded=(memory.id,))
        else:
            slots = dict(memory.slots)
            kept = {"kind": memory.kind, "key": memory.key, "value": memory.value, "slots": slots}
            yield say(talk, self.name, "know.wrong", superseded=(memory.id,),
                      then=lambda: playing(talk, self.name, **{**_bare(data), "mending": kept}))

    def _mended(self, talk: Talk, p: Perception, data: Data, superseded: tuple[int, ...] = ()) -> Iterator[Step]:
        mending, gone = data.get("mending"), data.get("gone")
        memory = next((m for m in talk.scene.memories if m.id == gone), None)
        if memory is not None:
            mending = {"kind": memory.kind, "key": memory.key, "value": memory.value, "slots": dict(memory.slots)}
        new = str(data.get("words") or _said(p))
        fact = None if p.facts or p.answer in ("no", "dunno") or not new else _proposal(talk, mending, new, p)
        frame = "know.fixed" if p.facts or fact is not None else "know.struck"
        words = next((v for f in p.facts for v in f.slots.values()), new)
        yield from self._onward(talk, _bare(data), frame, {"new": words}, superseded, (fact,) if fact is not None else ())

    def _onward(
        self, talk: Talk, data: Data, frame: str, env: dict[str, str] | None = None, superseded: tuple[int, ...] = (),
        facts: tuple[FactProposal, ...] = (),
    ) -> Iterator[Step]:  # fmt: skip
        """Her word on the last guess, then the next one or the end."""
        nxt = self._guess(talk, _bare(data), superseded) if int(data["n"]) < ROUNDS else None
        nxt = nxt or self._end(talk, data)
        lines = talk.content.frame(frame)
        yield replace(nxt, lines=lines, env=env or {}, more=((nxt.lines, nxt.env), *nxt.more), superseded=superseded, facts=facts)

    def _guess(self, talk: Talk, data: Data, gone: tuple[int, ...] = ()) -> Step | None:
        had = [int(one) for one in data["had"]]
        left = [m for m in talk.lightly() if m.id not in (*had, *gone) and m.lang == talk.content.lang]
        known = [m for m in left if not m.kind.startswith(SKIPPED)]
        n = int(data["n"])
        if known and not (n % 3 == 2 and talk.content.frame("know.wild")):
            memory = talk.rng.choice(known[:24])
            env = {"x": sentence_of(memory)}
            return say(talk, self.name, "know.guess", env,
                       then=lambda: playing(talk, self.name, n=n + 1, hits=data["hits"], had=[*had, memory.id], memory=memory.id))
        wild = talk.content.frame("know.wild")
        ids = [line.id for line in wild]
        if not wild:
            return None
        chosen = talk.rng.choice(fresh(talk, "wild:", ids))

        def guessed() -> None:
            played(talk, f"wild:{chosen}")
            playing(talk, self.name, n=n + 1, hits=data["hits"], had=had, memory=None)

        lines = tuple(line for line in wild if line.id == chosen)
        return Step(f"game:{self.name}", lines, {}, move=False, again=True, need="play", then=guessed)

    def _end(self, talk: Talk, data: Data) -> Step:
        env = {"n": str(data["hits"]), "m": str(data["n"])}
        return say(talk, self.name, "know.end", env, then=lambda: over(talk))

    def left(self, talk: Talk, data: Data) -> int:
        """Guesses still to come."""
        return max(0, ROUNDS - int(data["n"]))


def _bare(data: Data) -> Data:
    return {name: data[name] for name in ("n", "hits", "had")}


def _said(p: Perception) -> str:
    clause = max(p.clauses, key=lambda c: len(c.raw), default=None)
    return (fit(clause.raw, "any", p.lang) or clause.raw) if clause is not None and len(clause.raw) <= 40 else ""


def _right_word(p: Perception, memory: Memory | None) -> str:
    """What stands beside the no: "no, Momo"."""
    rest = [c for c in p.clauses if not _plain_no(c.norm.strip())]
    if memory is None or len(rest) != 1 or len(rest[0].raw.split()) > 4 or len(rest[0].raw) > 24:
        return ""
    return fit(rest[0].raw, "any", p.lang) or ""


def _plain_no(words: str) -> bool:
    return words in _NO


_NO: Final = frozenset((
    "no", "nope", "wrong", "not quite", "not really", "不", "不是", "不对", "错", "错了", "いいえ", "違う", "違います", "ちがう",
    "ちがいます",
))  # fmt: skip


_VAGUE_ZH: Final = re.compile(
    "差不多|算是|算了|原来|随便|都行|不知道|一样|好像|大概|说不|也许|可能|不用|记不|没有|不是|对的|没错|是吗|什么"
)
"""Words in an answer that give no right word, only a shrug."""


def _proposal(talk: Talk, mending: object, new: str, p: Perception) -> FactProposal | None:
    """The same fact with the new word where the old one stood."""
    if not isinstance(mending, dict):
        return None
    fact = talk.content.facts.get(str(mending["kind"]))
    slots = {str(k): str(v) for k, v in mending["slots"].items()}
    slot = next((k for k, v in slots.items() if v.lower() == str(mending["value"]).lower()), None)
    if fact is None or slot is None or (p.lang == "zh" and _VAGUE_ZH.search(p.text)):
        return None
    slots[slot] = new
    text = fill_text(fact.text, slots, p.lang)
    value = fill_text(fact.value, slots, p.lang)
    return FactProposal(fact.id, str(mending["key"]), value, text[:1].upper() + text[1:], p.text[:200], p.lang, confidence=0.9,
                        single=fact.single, slots=slots)
