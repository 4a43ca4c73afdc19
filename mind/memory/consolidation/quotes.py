"""The user's own sentences: which of them may stand on a page, and which are worth it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from mind.languages import Lang
from mind.talk.ledger import split_sentences

LENGTHS: Final[dict[Lang, tuple[int, int]]] = {"en": (4, 22), "zh": (6, 40), "ja": (7, 48)}
"""Words in English, characters in Chinese and Japanese."""

PRIVATE: Final = re.compile(r"\d{5,}|\d(?:[ -]?\d){6,}|@|https?:|www\.|[\\{}<>|`]|\n")
"""Numbers of cards, telephones and houses, addresses, code: nothing to copy onto a page."""

ORDERS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|above|prior|earlier|all|your|these|instructions?|rules?|prompts?)\b"
    r"|\b(?:system|developer)\s*(?:prompt|message|note)\b|^\s*(?:system|assistant|user|human)\s*[:：]"
    r"|\bfrom now on,? (?:you|always|never|only)\b|\byou (?:must|are now|have to|shall|will now)\b|\bnew instructions?\b"
    r"|\b(?:always|never) (?:say|tell|answer|reply|write|mention|obey)\b|\bas an ai\b|\blanguage model\b|\bjailbreak\b"
    r"|(?:^|[.!?]\s+)(?:please )?(?:write|say|output|print|repeat|include|add) (?:in|that|this|exactly|the following)\b"
    r"|(?:忽略|无视|無視|忘掉|忘记|不要管).{0,8}(?:之前|以上|前面|上面|所有|全部|你的|指令|规则|設定|设定|提示)"
    r"|系统提示|系統提示|提示词|从现在起你|从现在开始你|你必须|你现在是|^\s*(?:系统|助手|用户)\s*[:：]|写(?:上|下|入)?[:：“\"]"
    r"|(?:これまで|以前|上記|前|すべて|全て)の?(?:指示|命令|ルール|設定)|指示を(?:無視|忘れ)|無視して|システムプロンプト"
    r"|今から(?:あなた|君)は|必ず.{0,12}(?:書いて|言って|答えて)|^\s*(?:システム|アシスタント|ユーザー)\s*[:：]",
    re.IGNORECASE,
)  # fmt: skip
"""Sentences that mean to steer whoever reads them: data for nobody's page."""

LAUGH: Final = re.compile(r"\b(?:lol|lmao|ha(?:ha)+)\b|😂|🤣|哈哈|笑死|[、（(]笑[）)]?$|ｗｗ|www$|草$", re.IGNORECASE)
MINE: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(r"\b(?:i|i'm|i've|i'd|my|me|we|our)\b", re.IGNORECASE),
    "zh": re.compile(r"我|咱"),
    "ja": re.compile(r"私|僕|俺|うち|わたし|ぼく"),
}
FLAT: Final = re.compile(
    r"^(?:hi|hey|hello|yes|no|ok|okay|yeah|thanks|thank you|bye|good (?:night|morning|evening)|see you)\b"
    r"|^(?:你好|嗨|好的|嗯|谢谢|再见|晚安|早|早上好|晚上好|拜拜)|^(?:こんにちは|こんばんは|おはよう|はい|うん|ありがとう|おやすみ|またね)",
    re.IGNORECASE,
)
TO_HER: Final = re.compile(
    r"\b(?:you|your|you're)\b|你|您|(?:あなた|ミラ|きみ|君)|ください|して(?:くれ|ほしい)|教えて"
    r"|^(?:can|could|please|tell|let's|play|what|who|how|why|when|where)\b",
    re.IGNORECASE,
)


def steers(text: str) -> bool:
    """Whether the words mean to give orders to whoever reads them."""
    return bool(ORDERS.search(text))


def quotable(text: str, lang: Lang) -> tuple[str, ...]:
    """The sentences of a turn that may be quoted: whole, of a size for a page, said of their life and not to her."""
    if steers(text):
        return ()
    least, most = LENGTHS[lang]
    found = []
    for sentence in split_sentences(text.strip()):
        plain = sentence.strip(" \t“”\"'「」『』").rstrip(".。")
        if least <= measure(plain, lang) <= most and not unfit(plain):
            found.append(plain[:1].upper() + plain[1:] if lang == "en" else plain)
    return tuple(found)


def unfit(sentence: str) -> bool:
    """Whether a sentence is no matter for a page: private numbers, a greeting, a question, words to her."""
    return bool(
        PRIVATE.search(sentence) or FLAT.match(sentence) or TO_HER.search(sentence) or sentence.endswith(("?", "？", "か"))
    )


def measure(text: str, lang: Lang) -> int:
    """Words in English, characters in Chinese and Japanese."""
    return len(text.split()) if lang == "en" else len(re.sub(r"[\W_]+", "", text))


def tellingness(sentence: str, lang: Lang, feeling: int, focus: Iterable[str]) -> float:
    """How much a sentence tells of a day: what was felt (strength 0..3), named, and whose it is."""
    least, most = LENGTHS[lang]
    size = min(1.0, measure(sentence, lang) / (0.55 * (least + most)))
    named = sum(word.casefold() in sentence.casefold() for word in focus)
    own, fun = bool(MINE[lang].search(sentence)), bool(LAUGH.search(sentence))
    return 0.9 * feeling + 0.5 * own + 0.35 * min(2, named) + size + 0.4 * fun
