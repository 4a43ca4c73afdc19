"""Whether a sentence states its fact plainly, and of whom: denials, guesses, questions and other people's lives. Pure."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.memory.extraction.verbatim import folded

ASKS: Final = re.compile(r"[?？]\s*$|(?:吗|呢|么)[。！!]?\s*$|(?:ですか|ますか|かな|でしょうか)[。！!]?\s*$")
UNSURE: Final = {
    "en": re.compile(
        r"\b(?:if|would|could|might|maybe|perhaps|imagine|suppose|pretend|wish|should|dreamt|dreamed|kidding|joking|as if|unless|"
        r"in the (?:book|film|movie|game|story|show))\b"
    ),
    "zh": re.compile(
        "如果|要是|假如|假设|也许|可能|大概|说不定|但愿|梦见|梦到|开玩笑|骗你|就好了|想象|电影里|书里|游戏里|小说里"
    ),
    "ja": re.compile(
        "もし|たら(?:いい|よかった)|ならば|かもしれ|かも|だろう|でしょう|夢を見|夢で|冗談|うそ|嘘|つもりだった|"
        "映画で|小説で|ゲームで"
    ),
}
DENIES: Final = {
    "en": re.compile(r"\b(?:not|never|no|nor|neither|without|cannot|none|nobody|nothing|hardly|stopped|quit|used to)\b|n't\b"),
    "zh": re.compile("不|没|(?<![特分区个告])别|未|无|非|戒了|停了|以前|曾经"),
    "ja": re.compile("ない|ません|なく|ぬ|ず(?:に|、)|やめ|辞め|以前は|昔は|違"),
}
AVERSE: Final = {
    "en": re.compile(
        r"\b(?:hate|dislike|loathe|detest|can't stand|cannot stand|don't like|not fond|sick of|despise|put off)\w*\b|n't"
    ),
    "zh": re.compile("讨厌|不喜欢|不爱|烦|受不了|恨|厌|不吃|不喝|嫌"),
    "ja": re.compile("嫌い|苦手|好きじゃない|好きではない|好きでは|いや|無理|ダメ|だめ"),
}
FOND: Final = {
    "en": re.compile(r"\b(?:love|like|enjoy|adore|fond|prefer|favou?rite|into|fan|crazy about|obsessed)\w*\b|\bdelicious\b"),
    "zh": re.compile("喜欢|爱|最|迷|偏好|享受|好吃|好喝|离不开|钟情"),
    "ja": re.compile("好き|大好|愛|お気に入り|はまって|ハマって|夢中|楽し"),
}
OTHERS: Final = {
    "en": re.compile(
        r"\b(?:he|she|they|his|her|their|who|everyone|people|someone|somebody|mother|mum|mom|father|dad|sister|brother|wife|husband|"
        r"partner|girlfriend|boyfriend|son|daughter|friend|friends|boss|colleague|aunt|uncle|cousin|neighbou?r|you|my)\b"
    ),
    "zh": re.compile(
        "他|她|它|妈|爸|姐|妹|哥|弟|老公|老婆|朋友|同事|同学|老板|领导|儿子|女儿|奶奶|爷爷|外婆|外公|别人|人家|大家|你|听说|说"
    ),
    "ja": re.compile(
        "彼|彼女|母|父|姉|妹|兄|弟|妻|夫|友|同僚|上司|息子|娘|祖母|祖父|さん|ちゃん|くん|君|あなた|みんな|って言"
    ),
}
SELF: Final = {
    "en": re.compile(
        r"\b(?:i|i'm|i've|i'd|i'll|im|ive|we|we're|we've|my (?:job|work|favou?rite|hobby|dream|goal|home|hometown|biggest))\b"
    ),
    "zh": re.compile(
        "我(?!妈|爸|姐|妹|哥|弟|老公|老婆|朋友|同事|同学|老板|领导|儿子|女儿|奶奶|爷爷|外婆|外公|们老板)"
    ),
    "ja": re.compile("私|わたし|僕|ぼく|俺|うち|自分"),
}
TOLD_BY_HER: Final = re.compile(
    r"\byou (?:said|think|thought|told|told me|believe|assume|keep saying|wrote|remember)\b|\baccording to you\b"
    r"|你(?:说|觉得|以为|认为|记得|刚才说)|あなた(?:は|が)|って言(?:って|い)(?:た|まし)"
)
"""What the user only says that she said."""


def stated(sentence: str, ending: str, lang: Lang) -> bool:
    """Whether the sentence says that something is so: no question, no guess, no story, not her words given back."""
    low = folded(sentence)
    if ending in ("?", "？") or ASKS.search(sentence):
        return False
    return not UNSURE[lang].search(low) and not TOLD_BY_HER.search(low)


def denies(text: str, lang: Lang) -> bool:
    """Whether something is denied or over."""
    return bool(DENIES[lang].search(folded(text)))


def denied(sentence: str, value: str, lang: Lang) -> bool:
    """Whether a sentence denies what the value says without it: what denies stands before it, in Japanese after it."""
    low, wanted = folded(sentence), folded(value)
    at = low.find(wanted)
    if at < 0:
        return denies(sentence, lang)
    rest = low[:at] + (low[at + len(wanted) :] if lang == "ja" else "")
    return bool(DENIES[lang].search(rest))


def taste_fits(kind: str, sentence: str, lang: Lang) -> bool:
    """Whether a liking is told as one and a dislike as one."""
    low = folded(sentence)
    averse = bool(AVERSE[lang].search(low))
    if kind == "dislikes":
        return averse
    return bool(FOND[lang].search(low)) and not averse and not denies(sentence, lang)


def of_self(sentence: str, value: str, lang: Lang) -> bool:
    """Whether the user is who the sentence says the value of."""
    low, wanted = folded(sentence), folded(value)
    at = low.find(wanted)
    before = low[:at] if at >= 0 else low
    own = list(SELF[lang].finditer(before if lang != "zh" else low[: max(at, 0)] or low))
    if not own:
        return lang != "en" and not OTHERS[lang].search(before)
    between = before[own[-1].end() :]
    return not OTHERS[lang].search(between) and not (lang == "en" and _names_somebody(sentence, value, own[-1].end()))


def _names_somebody(sentence: str, value: str, after: int) -> bool:
    """A capital name between "I" and the value: "I think Nora loves it"."""
    end = folded(sentence).find(folded(value))
    return bool(re.search(r"\b[A-Z][a-z]+\b", sentence[after:end])) if end > after else False
