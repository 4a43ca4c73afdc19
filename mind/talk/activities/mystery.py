"""Twenty questions the other way: she thinks of a thing, the user asks, and she says what is true of it and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from mind.talk.activities.common import FITS, NO, OWN, Activity, Data, fresh, gave_up, over, played, playing, say
from mind.talk.activities.things import Thing, thing_of, things
from mind.talk.content import Content
from mind.talk.perceive import hits
from mind.talk.perception import Perception
from mind.talk.scenery import Env, Talk
from mind.talk.step import Step
from mind.talk.units import Trait

MOST = 20
LONGEST = 14
"""Words of a question."""
HINTS: tuple[str, ...] = ("house", "outside", "kitchen", "eat", "soft", "hand", "sound", "water", "bigger", "wear", "alive")


class Mystery(Activity):
    """Yes, no, in a way; a name is a guess; what she cannot answer truly costs nothing."""

    name: ClassVar[str] = "mystery"

    def start(self, talk: Talk, arg: str = "") -> Iterator[Step]:
        """She hides one that the two did not have lately."""
        if not talk.content.traits:
            return
        ids = fresh(talk, "thing:", [one.id for one in things(talk.content.lang)])
        secret = talk.rng.choice(ids)

        def hidden() -> None:
            played(talk, f"thing:{secret}")
            playing(talk, self.name, id=secret, n=0, told=[])

        yield say(talk, self.name, "mystery.start", {"n": str(MOST)}, then=hidden)

    def accepts(self, talk: Talk, p: Perception, data: Data) -> int:
        """A question about a trait, a name, a hint, giving up."""
        if gave_up(p) or p.act("game.hint") or (p.act("repeat") and p.words <= 4):
            return OWN
        if p.words > LONGEST or thing_of(str(data["id"]), talk.content.lang) is None:
            return NO
        lang = talk.content.lang
        if named(p) is not None or asked(p, talk.content) is not None:
            asks = p.question or _IT[lang].search(p.text) is not None
            return OWN if asks and not any(h.act.do for h in p.acts) else FITS
        return FITS if p.question and _IT[lang].search(p.text) else NO

    def step(self, talk: Talk, p: Perception, data: Data) -> Iterator[Step]:
        """Her answer, and how many questions are left where it is told."""
        secret = thing_of(str(data["id"]), talk.content.lang)
        assert secret is not None
        n, told = int(data["n"]), [str(one) for one in data["told"]]
        guess, trait = named(p), asked(p, talk.content)
        if gave_up(p):
            yield say(talk, self.name, "mystery.giveup", {"x": secret.names[0]}, then=lambda: over(talk))
        elif guess is not None and guess.id == secret.id:
            yield say(talk, self.name, "mystery.right", {"x": secret.names[0], "n": str(n + 1)}, then=lambda: over(talk))
        elif p.act("game.hint"):
            yield self._hint(talk, secret, n, told)
        elif guess is None and trait is None:
            frame = "mystery.again" if p.act("repeat") else "mystery.unsure"
            yield say(talk, self.name, frame, {"n": str(MOST - n)},
                      then=lambda: playing(talk, self.name, id=secret.id, n=n, told=told))
        elif n + 1 >= MOST:
            yield say(talk, self.name, "mystery.end", {"x": secret.names[0]}, then=lambda: over(talk))
        else:
            frame = "mystery.wrong" if guess is not None else f"mystery.{secret.truth(trait.id)}" if trait else ""
            env = {"guess": guess.names[0] if guess else "", "n": str(MOST - n - 1)}
            known = [*told, trait.id] if trait and guess is None else told
            yield say(talk, self.name, frame, env, then=lambda: playing(talk, self.name, id=secret.id, n=n + 1, told=known),
                      more=((talk.content.frame("mystery.left"), env),) if (MOST - n - 1) in (10, 5, 3, 1) else ())

    def _hint(self, talk: Talk, secret: Thing, n: int, told: list[str]) -> Step:
        """Something that is true of it and was not asked yet; it costs a question."""
        true = [one for one in HINTS if one in secret.traits and one not in told] or [
            one for one in talk.content.traits if one in secret.traits and one not in told]
        if not true:
            return say(talk, self.name, "mystery.nohint", {"x": secret.names[0][0]})
        trait = true[0]
        return say(talk, self.name, "mystery.hint",
                   more=((talk.content.traits[trait].say, {}), (talk.content.frame("mystery.yes"), {})),
                   then=lambda: playing(talk, self.name, id=secret.id, n=n + 1, told=[*told, trait]))

    def slots(self, talk: Talk, data: Data) -> Env:
        """How many questions are left."""
        return {"n": str(self.left(talk, data))}

    def left(self, talk: Talk, data: Data) -> int:
        """Questions the user still has."""
        return max(0, MOST - int(data["n"]))


_IT = {
    "en": re.compile(r"\b(?:it|its|they|a|an|the)\b|\?", re.IGNORECASE),
    "zh": re.compile(r"它|是|吗|能|会|有|[？?]"),
    "ja": re.compile(r"それ|です|ます|か|[？?]"),
}
"""A question about the hidden thing, or a guess at it."""


def named(p: Perception) -> Thing | None:
    """The thing that the turn names as a guess: the longest name in it; a short turn, or one that says "is it a …"."""
    text = p.text.lower()
    best: tuple[int, Thing] | None = None
    for one in things(p.lang):
        for name in one.names:
            if _stands(name.lower(), text, p) and (best is None or len(name) > best[0]):
                best = len(name), one
    return best[1] if best else None


def _stands(name: str, text: str, p: Perception) -> bool:
    if p.lang == "en":
        return re.search(rf"(?:^|is it |it is |it's |maybe |guess |is it like )(?:a |an |the |some |"
                         rf"my )?{re.escape(name)}s?\W*$", text) is not None
    tail = "(?:です(?:か)?|かな|でしょうか?|だ|?)" if p.lang == "ja" else "(?:吗|吧|么|嘛)?"
    head = (
        "(?:それは|答えは|もしかして)?" if p.lang == "ja" else
        "(?:它?(?:是|就是|难道是|应该是|会不会是)|我猜是?|答案是)?(?:一?[只个条把张本块颗辆头匹支台朵件双]|那[个只]|个)?"
    )
    return re.fullmatch(rf"\W*{head}\W*{re.escape(name)}{tail.replace('|?)', ')?')}\W*", text) is not None


def asked(p: Perception, content: Content) -> Trait | None:
    """The trait that the turn asks about: of several the one named last."""
    best: tuple[int, Trait] | None = None
    for trait in content.traits.values():
        for pattern in trait.match.patterns:
            for clause in p.clauses:
                found = hits(pattern, clause)
                if found is not None and (best is None or found.end > best[0]):
                    best = found.end, trait
    return best[1] if best else None
