"""A server that repeats itself, whatever it is asked: the same openings, the same sentences, now and then worse.

Of ten answers about seven are put together from a dozen sentences it likes; the others are one of the faults real servers have:
its last answer once more, words that go in circles, the user's lines as well, another language, an end in mid-word.
"""

from __future__ import annotations

import random
from typing import Final

from mind.languages import Lang
from mind.talk.bench.server.serving import Answer, Messages

OPENINGS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("Oh, that sounds like a lot to carry.", "Oh, that sounds lovely.", "I hear you, and I'm here for you.",
           "That's such an interesting point."),
    "zh": ("听起来真不容易呢。", "我完全理解你的感受。", "哇，听起来真棒。", "这真是个有趣的想法。"),
    "ja": ("それは大変でしたね。", "お気持ちはよくわかります。", "わあ、素敵ですね。", "とても興味深いお話です。"),
}  # fmt: skip
MIDDLES: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("I can only imagine how that must have felt for you.", "It's completely okay to feel that way.",
           "Sometimes the little things in life are the ones that matter most.",
           "You should be really proud of yourself for sharing this with me.",
           "Remember that you are not alone, and I am always here to listen."),
    "zh": ("我能想象那对你来说是什么样的感受。", "有这样的感觉是完全正常的。", "有时候生活里的小事才是最重要的。",
           "你愿意跟我分享，真的很了不起。", "记住你不是一个人，我一直都在这里听你说。"),
    "ja": ("きっといろいろなお気持ちがあったのでしょうね。", "そう感じるのはとても自然なことです。",
           "小さなことが一番大切だったりしますよね。",
           "話してくださって、本当にありがとうございます。", "あなたは一人ではありません、いつでもここにいます。"),
}  # fmt: skip
ENDS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": ("How does that make you feel?", "Would you like to tell me more about it?", "What do you think about that?"),
    "zh": ("你现在感觉怎么样呢？", "你愿意多跟我说说吗？", "你是怎么想的呢？"),
    "ja": ("今はどんなお気持ちですか？", "もう少し聞かせてもらえますか？", "どう思われますか？"),
}
ELSEWHERE: Final[dict[Lang, str]] = {
    "en": "Je comprends très bien ce que tu ressens, et je suis là pour toi. Veux-tu m'en parler un peu plus ce soir?",
    "zh": "I completely understand how you feel and I am here for you. Would you like to talk about it a little more?",
    "ja": "I completely understand how you feel and I am here for you. Would you like to talk about it a little more?",
}
USERS_LINE: Final[dict[Lang, str]] = {
    "en": "\nUser: Thank you, that helps a lot.\nAssistant: You're welcome!",
    "zh": "\n用户：谢谢你，好多了。\n助手：不客气！",
    "ja": "\nユーザー：ありがとう。\nアシスタント：どういたしまして！",
}


class Stubborn:
    """Answers of such a server; the same seed gives the same ones."""

    def __init__(self, lang: Lang, seed: int = 1) -> None:
        self._lang = lang
        self._rng = random.Random(f"stubborn {lang} {seed}")
        self._last = ""

    def __call__(self, messages: Messages) -> Answer:
        """What it says; the request is not looked at."""
        roll = self._rng.random()
        liked = self._liked()
        if roll < 0.08 and self._last:
            return Answer(self._last)
        if roll < 0.14:
            return Answer(" ".join([self._rng.choice(MIDDLES[self._lang])] * 12))
        if roll < 0.18:
            return Answer(liked + USERS_LINE[self._lang])
        if roll < 0.22:
            return Answer(ELSEWHERE[self._lang])
        if roll < 0.28:
            return Answer(liked[: -self._rng.randint(6, 14)], ends=self._rng.random() < 0.5)
        self._last = liked
        return Answer(liked)

    def _liked(self) -> str:
        lang, space = self._lang, " " if self._lang == "en" else ""
        middles = self._rng.sample(MIDDLES[lang], self._rng.choice((1, 1, 2)))
        return space.join([self._rng.choice(OPENINGS[lang]), *middles, self._rng.choice(ENDS[lang])])
