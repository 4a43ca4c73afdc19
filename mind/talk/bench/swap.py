"""Another brain in the middle of a talk: what of her changes, in hashes, and what the next request carries.

One talk is lived with a server, then goes on three times from there: with that server, with another one, by her own rules.
Persona, memory, bond and outfit are to be the same before the swap and after it, and the same again after the next words, whoever
answers them; and the two servers are to be told the same of who she is and of what she remembers.
"""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from mind.brains import OfflineBrain
from mind.brains.openai_brain import OpenAIBrain
from mind.character import MIRA
from mind.clock import VirtualClock
from mind.domain import Person
from mind.events import Event, Reply, ReplyEnded
from mind.languages import Lang
from mind.ports import Brain
from mind.store import open_store
from mind.talk.bench.companion_house import PATIENT
from mind.talk.bench.house import OUTFITS
from mind.talk.bench.server.serving import Answer, Messages, serving
from mind.talk.bench.talk import planner
from mind.turn import Companion
from mind.turn.marks import marks

TALK: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "My name is Robin.", "My sister Nina is a vet in Leeds.", "I have an exam on Friday.", "My cat is called Miso.",
        "You are good to talk to, thank you.", "Wear the jumper, please.",
    ),
    "zh": ("我叫小林。", "我姐姐叫小娜。", "我星期五有考试。", "我的猫叫豆包。", "跟你聊天真好，谢谢你。", "穿毛衣吧。"),
    "ja": (
        "私の名前は春です。", "姉の名前はニナです。", "金曜日に試験があります。", "うちの猫はミソといいます。",
        "話せてよかったです、ありがとう。", "セーターを着てください。",
    ),
}  # fmt: skip
NEXT: Final[dict[Lang, str]] = {
    "en": "I was thinking about my sister today.", "zh": "我今天一直在想我姐姐。", "ja": "今日は姉のことを考えていました。",
}  # fmt: skip
ONE: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "Good to put a name to the typing.", "Somebody has to argue with ponies.", "Friday can mind its manners.",
        "A cat named after soup knows her worth.", "Any evening, gladly.", "Wool it is.", "She sounds steady of hand.",
    ),
    "zh": (
        "这下知道该怎么称呼了。", "姐姐两个字，叫起来就踏实。", "星期五最好识相一点。", "名字带馅儿的猫，脾气都不差。",
        "哪天晚上都行。", "那就毛线的。", "听着像是手很稳的人。",
    ),
    "ja": (
        "お名前がわかって、話しやすくなりました。", "お姉さんのいる家は、明かりが早くつきますね。",
        "金曜日にはおとなしくしていてもらいましょう。",
        "お味噌汁みたいに温かい名前ですね。", "いつの夜でもどうぞ。", "では毛糸のほうで。",
        "手つきの落ち着いた人なのでしょうね。",
    ),
}  # fmt: skip
TWO: Final[dict[Lang, str]] = {
    "en": "Thinking of somebody is half a visit.",
    "zh": "想着一个人，就算去看了她一半。",
    "ja": "思い出すのは、半分会いに行くようなものですね。",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """What a request told a server of her."""

    persona: str
    """SHA-256 of the system text."""
    memories: tuple[str, ...]
    """The lines of what she remembers, in order."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way on in the same talk."""

    name: str
    before: dict[str, str]
    """Her marks before the other brain was set, once it was, and after its first reply."""
    swapped: dict[str, str]
    after: dict[str, str]
    reply: str
    brain: str
    carried: Carried | None


@dataclass(frozen=True, slots=True)
class Swap:
    """The ways on."""

    lang: Lang
    ways: tuple[Way, ...]

    @property
    def unchanged(self) -> bool:
        """Whether nothing of her changed at any swap, and every brain left the same behind."""
        first = self.ways[0]
        return all((way.before, way.swapped, way.after) == (first.before, first.before, first.after) for way in self.ways)

    @property
    def same_request(self) -> bool:
        """Whether all servers were told the same of her, memories among it."""
        told = [way.carried for way in self.ways if way.carried is not None]
        return len(told) > 1 and bool(told[0].memories) and all(one == told[0] for one in told)


def swap(lang: Lang) -> Swap:
    """Live it, with two servers of this machine."""
    return asyncio.run(_swap(lang))


async def _swap(lang: Lang) -> Swap:
    lived, ways = TALK[lang][:-1], []
    with tempfile.TemporaryDirectory(prefix="swap-") as name:
        folder, clock = Path(name), VirtualClock()
        with serving(_Lines(*ONE[lang][: len(lived)])) as one:
            async with _House(folder / "lived", lang, clock, OpenAIBrain(one.url, "one")) as house:
                await house.she.set_person(Person(None, lang, adult=True))
                for words in lived:
                    await house.say(words)
        for way in ("same server", "other server", "own rules"):
            shutil.copytree(folder / "lived", folder / way)
            ways.append(await _on(folder / way, way, lang, VirtualClock(clock.now())))
    return Swap(lang, tuple(ways))


async def _on(folder: Path, way: str, lang: Lang, clock: VirtualClock) -> Way:
    """One way on: a few words more with the first server, then the other brain."""
    mine, theirs = _Lines(*ONE[lang][-2:]), _Lines(TWO[lang])
    with serving(mine) as one, serving(theirs) as two:
        async with _House(folder, lang, clock, OpenAIBrain(one.url, "one")) as house:
            await house.say(TALK[lang][-1])
            before = await house.marks()
            if way != "same server":
                house.she.use(OpenAIBrain(two.url, "two") if way == "other server" else None)
            swapped = await house.marks()
            reply = await house.say(NEXT[lang])
            asked = {"same server": mine.asked, "other server": theirs.asked}.get(way, [])
            return Way(way, before, swapped, await house.marks(), reply.text, reply.brain, _carried(asked) if asked else None)


def _carried(asked: list[Messages]) -> Carried:
    first, last = asked[-1][0]["content"], asked[-1][-1]["content"]
    memories = tuple(line for line in last.splitlines() if line.startswith("- "))
    return Carried(hashlib.sha256(first.encode()).hexdigest(), memories)


class _House:
    """She and her store, closed at the end."""

    def __init__(self, folder: Path, lang: Lang, clock: VirtualClock, brain: Brain) -> None:
        self._store, self._clock = open_store(folder), clock
        self.she = Companion(self._store, planner(), brain, OfflineBrain(), MIRA, OUTFITS, clock, PATIENT, seed=1, lang=lang)

    async def __aenter__(self) -> _House:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.she.close()

    async def say(self, words: str) -> Reply:
        """Her reply to words that come a little later."""
        self._clock.advance(45)
        events: list[Event] = [event async for event in self.she.say(words)]
        return next(event.reply for event in events if isinstance(event, ReplyEnded))

    async def marks(self) -> dict[str, str]:
        return asdict(await self._store.run(lambda uow: marks(uow, MIRA)))


class _Lines:
    """Says one line after the other, and keeps what it was asked."""

    def __init__(self, *lines: str) -> None:
        self._lines = list(lines)
        self.asked: list[Messages] = []

    def __call__(self, messages: Messages) -> Answer:
        self.asked.append(messages)
        return Answer(self._lines.pop(0) if len(self._lines) > 1 else self._lines[0])
