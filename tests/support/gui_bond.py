"""Invented bonds of five ages, lived through the real ledger by the real rules: what the bond's page is looked at with."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from mind.domain import BondEvent, BondKind, FactProposal, Turn
from mind.languages import Lang
from mind.ports import UnitOfWork
from mind.store import open_store

AGES: Final = {"first": 0, "two": 14, "eleven": 77, "year": 365, "three": 1095}
"""Days since the first talk."""
SEED: Final = 11
AGAIN: Final = timedelta(days=8)
"""Nobody says the same within so many days: the rules would count it for little."""
DAWN: Final = datetime(2000, 1, 1).astimezone()

SAID: Final[dict[Lang, dict[str, tuple[str, ...]]]] = {
    "en": {
        "chat": ("The bus was late again.", "I made soup.", "It rained all day here.", "The shop was out of bread."),
        "disclose": ("I'm proud of it, I don't say it often.", "I never told anyone that I wanted to paint.",
                     "I'm a little afraid of the new job.", "I miss my grandmother's kitchen."),
        "affection": ("I like talking with you.", "You make the evenings lighter.", "Thank you, that was kind."),
        "promise_kept": ("I called Ines, like I said I would.", "Here is the harbour photo I promised you.",
                         "I went to bed at eleven, as promised."),
        "shared_time": ("Let's finish the story tonight.", "That was a lovely evening with the map.", "One more word game?"),
        "support": ("Take your time, I'm listening.", "It's all right that you got it wrong."),
        "apology": ("I'm sorry I snapped. Tell me the story now.", "Sorry, that was unfair of me."),
        "insult": ("You are useless, stop talking.", "That was a stupid answer, honestly."),
        "promise_broken": ("Can't do film night after all.", "I didn't call her, I forgot."),
        "bid_ignored": ("Whatever.",),
    },
    "zh": {
        "chat": ("公交又晚点了。", "我煮了汤。", "这儿下了一天雨。", "店里的面包卖完了。"),
        "disclose": ("我其实挺骄傲的，只是不常说。", "我从没跟人说过我想画画。", "新工作让我有点怕。", "我想念外婆的厨房。"),
        "affection": ("我喜欢跟你聊天。", "有你在，晚上轻松多了。", "谢谢你，真暖心。"),
        "promise_kept": ("我给小芳打电话了，说到做到。", "这是答应给你看的港口照片。", "我十一点就睡了，说好的。"),
        "shared_time": ("今晚把故事讲完吧。", "昨晚一起看地图真好。", "再来一局猜词？"),
        "support": ("慢慢来，我在听。", "说错了也没关系。"),
        "apology": ("刚才凶了你，对不起。现在讲故事吧。", "对不起，那样说不公平。"),
        "insult": ("你真没用，别说了。", "这回答太蠢了。"),
        "promise_broken": ("电影之夜还是来不了了。", "我没打电话，忘了。"),
        "bid_ignored": ("随便吧。",),
    },
    "ja": {
        "chat": ("バスがまた遅れました。", "スープを作りました。", "一日中雨でした。", "パンが売り切れていました。"),
        "disclose": ("実は誇りに思っています。あまり言いませんけど。", "絵を描きたいって、誰にも言ったことがないんです。",
                     "新しい仕事が少しこわいです。", "祖母の台所がなつかしいです。"),
        "affection": ("あなたと話すのが好きです。", "夜が少し軽くなります。", "ありがとう、うれしいです。"),
        "promise_kept": ("約束どおり、いねさんに電話しました。", "約束した港の写真です。", "約束どおり十一時に寝ました。"),
        "shared_time": ("今夜、物語の続きを聞かせてください。", "地図を見た夜、楽しかったです。", "言葉遊び、もう一回しますか。"),
        "support": ("ゆっくりでいいですよ、聞いています。", "間違えても大丈夫です。"),
        "apology": ("きつく言ってごめんなさい。続きを聞かせてください。", "ごめんなさい、あれはひどかったです。"),
        "insult": ("役に立たない、もう黙って。", "ばかな答えですね。"),
        "promise_broken": ("映画の夜、やっぱり無理になりました。", "電話するのを忘れました。"),
        "bid_ignored": ("べつに。",),
    },
}  # fmt: skip
LOOPS: Final[dict[Lang, tuple[tuple[str, str], ...]]] = {
    "en": (("plan", "You have an interview at the harbour office."), ("promise", "Show her the harbour photo"),
           ("hers", "I will tell you the rest of the lighthouse story.")),
    "zh": (("plan", "你在港口办公室有一场面试。"), ("promise", "给她看港口的照片"), ("hers", "我会把灯塔的故事讲完。")),
    "ja": (("plan", "港の事務所で面接があります。"), ("promise", "港の写真を見せる"), ("hers", "灯台の物語の続きを話します。")),
}  # fmt: skip
HEARD: Final = {"en": "I hear you.", "zh": "我听着呢。", "ja": "聞いています。"}
JOKE: Final = {"en": "left at the lighthouse", "zh": "灯塔左转", "ja": "灯台を左"}


@dataclass
class Life:
    """One bond as it is lived: who talks, when, and what has been said."""

    unit: UnitOfWork
    lang: Lang
    now: datetime
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    turns: list[Turn] = field(default_factory=list)
    told: dict[str, datetime] = field(default_factory=dict)

    def do(self, days_ago: float, *kinds: BondKind) -> None:
        """The user says so many things, some minutes apart, that evening."""
        evening = (self.now - timedelta(days=int(days_ago))).replace(hour=18, minute=5)
        for minute, kind in enumerate(kinds):
            at = min(evening + timedelta(minutes=7 * minute), self.now - timedelta(minutes=30 - minute))
            fresh = [one for one in SAID[self.lang][kind] if kind == "chat" or at - self.told.get(one, DAWN) > AGAIN]
            if not fresh:
                continue
            text = fresh[self.dice.randrange(len(fresh))]
            self.told[text] = at
            turn = self.unit.turns.add("user", text, at, self.lang, "typed", place="window")
            self.turns.append(turn)
            self.unit.ledger.apply([BondEvent(kind, text, confirmed=True)], at, turn.id)

    def answer(self) -> None:
        """She answers what was said last, so that nothing of it waits for her."""
        last = self.turns[-1]
        self.unit.turns.add("companion", HEARD[self.lang], last.at, self.lang, "own", ended="complete", reply_to=last.id)

    def ordinary(self, days_ago: int, warmth: float) -> None:
        """A day like others: more happens where the two are warm."""
        if self.dice.random() > 0.45 + 0.4 * warmth:
            return
        kinds: list[BondKind] = ["chat", "chat"]
        for kind, share in (
            ("disclose", 0.30),
            ("shared_time", 0.32),
            ("affection", 0.22),
            ("promise_kept", 0.10),
            ("support", 0.10),
        ):
            if self.dice.random() < share * (0.6 + warmth):
                kinds.append(kind)  # type: ignore[arg-type]
        self.do(days_ago, *kinds)


def live(folder: Path, lang: Lang, age: str, now: datetime | None = None, *, hurt: bool = False) -> None:
    """Fill the data in `folder` with a bond of an age of `AGES`; with `hurt` one is open at the end."""
    now = (now or datetime.now().astimezone()).replace(second=0, microsecond=0)
    store = open_store(folder)
    try:
        store.call(lambda unit: _live(Life(unit, lang, now), AGES[age], hurt=hurt))
    finally:
        store.close()


def _live(life: Life, days: int, *, hurt: bool) -> None:
    if days == 0:
        life.do(0, "chat", "disclose", "chat")
        life.answer()
        life.unit.commit()
        return
    events = _turning_points(days)
    away = range(150, 205) if days > 300 else range(0)
    if hurt:
        events |= {3: ("insult",), 2: ("chat",), 1: ("apology",)}
    for ago in range(days, -1, -1):
        if ago in events:
            life.do(ago, *events[ago])
        elif ago not in away and ago > 0:
            life.ordinary(ago, 0.75 + 0.35 * life.dice.random())
    _expect(life, days)
    life.answer()
    life.unit.commit()


def _turning_points(days: int) -> dict[int, tuple[BondKind, ...]]:
    """Days ago, and what happened then that one looks back to."""
    points: dict[int, tuple[BondKind, ...]] = {
        days: ("chat", "disclose"), 1: ("chat", "promise_kept"), 4: ("chat", "support"), 9: ("disclose", "affection"),
    }  # fmt: skip
    if days >= 70:
        points |= {30: ("insult",), 23: ("apology", "shared_time"), 12: ("promise_broken",), 44: ("promise_kept",)}
    if days > 300:
        points |= {
            260: ("insult",),
            258: ("apology",),
            252: ("support", "shared_time"),
            149: ("chat", "affection", "shared_time"),
        }
    if days > 800:
        points |= {640: ("promise_broken",), 700: ("insult",), 690: ("apology", "promise_kept"), 500: ("bid_ignored",)}
    return points


def _expect(life: Life, days: int) -> None:
    """What is open between the two at the end, and a joke of their own."""
    last = life.turns[-1]
    for (side, text), ahead in zip(LOOPS[life.lang], (3, 6, None), strict=True):
        due = life.now + timedelta(days=ahead) if ahead is not None else None
        life.unit.loops.open(side, text, text, last, due=due)  # type: ignore[arg-type]
    if days >= 70:
        turn = life.turns[len(life.turns) // 2]
        fact = FactProposal("us.ritual", "us.ritual.joke", JOKE[life.lang], JOKE[life.lang], turn.text, life.lang)
        life.unit.memories.keep(fact, turn)
