"""Words that a speaker passes over, and words that turn a sentence: what stress in speech is guessed from."""

from __future__ import annotations

from typing import Final

EN_SMALL: Final = """
a an the this that these those my your his her its our their i you he she it we they me him us them mine yours
am is are was were be been being do does did have has had will would shall should can could may might must
and or so as if of to in on at by for from with into onto than then there here about over under up down out off
who whom whose which what when where how i'm you're he's she's it's we're they're i've you've we've they've i'll
you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd that's there's let's
"""
EN_TURNING: Final = """
no not never none nothing nobody neither nor don't doesn't didn't can't cannot couldn't won't wouldn't isn't aren't
wasn't weren't haven't hasn't shouldn't but only really very just most best worst least ever always every all both
instead however actually exactly even still too much first last own
"""

FUNCTION: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(EN_SMALL.split()),
    "zh": frozenset("的了着过得地吗呢吧啊呀哦嘛我你您他她它们这那个和与跟在从到对把被给让向为以于而之其是有会能要就也还都又")
    | frozenset(("我们", "你们", "他们", "她们", "这个", "那个", "因为", "所以", "如果")),
    "ja": frozenset("はがをにへとでもやのねよかなわぞさ") | {"です", "ます", "から", "まで", "より", "この", "その", "あの"},
}
"""Passed over: articles, pronouns, particles, auxiliaries."""

TURNING: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(EN_TURNING.split()),
    "zh": frozenset("很就不没别太最更才只真非常可但却都").union(("但是", "可是", "不过", "真的", "其实", "一定", "只有", "从来")),
    "ja": frozenset(("とても", "でも", "だけ", "しかし", "けれど", "本当", "ほんとう", "ほんと", "一番", "全部", "全然", "絶対",
                     "すごく", "ない", "ません", "まだ", "もう", "もっと", "ずっと", "きっと")),
}  # fmt: skip
"""Negation, contrast, superlatives: they draw the voice, the head and the brows."""

DENIAL: Final[dict[str, frozenset[str]]] = {
    "en": frozenset(("no", "nope", "never", "nothing", "nobody")),
    "zh": frozenset(("不是", "不行", "没有", "从来", "不会", "不要")),
    "ja": frozenset(("いいえ", "いや", "ううん", "違い", "違う", "ちがう", "ちがい")),
}
"""What a head is shaken at."""
