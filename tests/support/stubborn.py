"""Servers that are bad company: they say what they said before, in part or whole, whatever they are asked."""

from __future__ import annotations

import random
from collections.abc import AsyncGenerator, Sequence

from mind.languages import Lang
from mind.ports import Deadline, Prompt

OPENINGS: dict[Lang, tuple[str, ...]] = {
    "en": ("That sounds like a lot.", "I hear you.", "Oh, that is lovely.", "I'm so glad you told me that."),
    "zh": ("听起来真不容易。", "我明白你的感受。", "哇，真好。", "谢谢你愿意告诉我这些。"),
    "ja": ("それは大変でしたね。", "お気持ち、よくわかります。", "わあ、いいですね。", "話してくれてありがとうございます。"),
}
MIDDLES: dict[Lang, tuple[str, ...]] = {
    "en": (
        "Sometimes the smallest things turn out to be the ones that matter the most.",
        "Remember that it is okay to take things one step at a time.",
        "I think there is something quite beautiful in the way you put that.",
        "It makes me think of rain on the window late in the evening.",
    ),
    "zh": (
        "有时候最小的事情反而是最重要的事情。", "记得慢慢来，一步一步走就好了。", "你这样说的时候，我觉得里面有一种很美的东西。",
        "这让我想到深夜里窗户上的雨声。",
    ),
    "ja": (
        "ときには一番小さなことが一番大切だったりします。", "あせらずに、一歩ずつ進めばいいと思います。",
        "そういう言い方には、どこか美しいものがありますね。", "夜おそくの窓をたたく雨の音を思い出します。",
    ),
}  # fmt: skip
ENDINGS: dict[Lang, tuple[str, ...]] = {
    "en": ("How does that make you feel?", "Tell me more about it?", "What would you like to do now?"),
    "zh": ("你感觉怎么样？", "可以多说一点吗？", "你现在想做什么？"),
    "ja": ("今はどんな気持ちですか？", "もう少し聞かせてもらえますか？", "これから何をしたいですか？"),
}
FRESH: dict[Lang, tuple[str, str]] = {
    "en": ("abcdefghiklmnoprstuvwy", " "), "zh": ("山水木石风云火土门窗灯杯纸笔路桥船车书画花草鸟鱼", ""), "ja": ("やまかわそらもりつきほしゆきかぜはなとりうみむらいし", ""),
}  # fmt: skip


class StubbornBrain:
    """Says one of a few sentences after the other; every `fresh`-th sentence is new, where that is not 0."""

    kind = "openai"
    model = "stubborn"

    def __init__(self, lang: Lang, seed: int = 1, fresh: int = 0) -> None:
        self._lang = lang
        self._random = random.Random(seed)
        self._fresh = fresh
        self._said = 0
        self.asked = 0

    async def stream(self, prompt: Prompt, deadline: Deadline) -> AsyncGenerator[str, None]:
        """A reply in small pieces."""
        self.asked += 1
        joint = " " if self._lang == "en" else ""
        parts = [self._pick(OPENINGS), self._pick(MIDDLES), self._pick(ENDINGS)]
        text = joint.join(parts)
        for start in range(0, len(text), 5):
            yield text[start : start + 5]

    def _pick(self, sentences: dict[Lang, tuple[str, ...]]) -> str:
        self._said += 1
        if self._fresh and self._said % self._fresh == 0:
            return self._new()
        return self._random.choice(sentences[self._lang])

    def _new(self) -> str:
        letters, joint = FRESH[self._lang]
        words = ["".join(self._random.choices(letters, k=5 if joint else 1)) for _ in range(7 if joint else 12)]
        return joint.join(words).capitalize() + ("." if joint else "。")

    async def close(self) -> None:
        """Nothing to let go of."""


def overlaps(replies: Sequence[str], lang: Lang, within: int = 20) -> float:
    """The mean share of a reply's 4-grams (7 characters) that stand in the twenty replies before."""
    from mind.talk.ledger import grams

    found = [grams(text, lang) for text in replies]
    shares = [len(one & set().union(*found[max(0, at - within) : at])) / len(one) for at, one in enumerate(found) if one]
    return sum(shares) / len(shares)


def openers_reused(replies: Sequence[str], lang: Lang, within: int = 60) -> float:
    """The share of replies that begin like one of the sixty before."""
    from mind.talk.ledger import opener_key

    heads = [opener_key(text, lang) for text in replies]
    return sum(head in heads[max(0, at - within) : at] for at, head in enumerate(heads)) / len(heads)


def long_runs_again(replies: Sequence[str], lang: Lang, within: int = 20) -> int:
    """How many replies hold eight words (twelve characters) in a row that one of the twenty before holds."""
    from mind.turn.variety.wording import LONG, runs, tokens

    found = [set(runs(tokens(text, lang), LONG[lang])) for text in replies]
    return sum(bool(one & set().union(*found[max(0, at - within) : at])) for at, one in enumerate(found))
