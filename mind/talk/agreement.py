"""Making the user's English words fit into hers: persons, articles, capitals. Chinese and Japanese need little of it."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

_SWAP: Final[dict[str, str]] = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are", "i'm": "you're",
    "i've": "you've", "i'd": "you'd", "i'll": "you'll", "our": "your", "ours": "yours", "us": "you", "we": "you",
    "we're": "you're", "we've": "you've", "we'll": "you'll", "we'd": "you'd",
    "ourselves": "yourselves", "im": "you're", "ive": "you've",
}
_DETERMINED = re.compile(
    r"^(the|a|an|my|your|his|her|their|our|its|this|that|these|those|some|any|no|every|each|all|both|\d+|one|two|three|"
    r"four|five|six|seven|eight|nine|ten) ", re.IGNORECASE)
_AN = re.compile(r"^(?:[aeio]|u(?!ni|s[ei]|tens)|hour|honest|heir)", re.IGNORECASE)
_NO_ARTICLE = re.compile(r"^(?!meeting|wedding|hearing|evening|morning|viewing|fitting|screening|briefing|christening|outing|"
                         r"drawing|painting|(?:driving|swimming|singing|riding) (?:test|exam|lesson|competition)|"
                         r"ring\b|king\b|thing\b|building|housewarming|meaning)\S*ing\b", re.IGNORECASE)
"""What somebody does ("baking bread") takes no article; a wedding does."""
_SHE = frozenset(("sister", "mother", "mum", "wife", "girlfriend", "daughter", "aunt", "auntie", "grandmother", "grandma",
                  "gran", "nan", "niece", "granddaughter", "mother-in-law"))
_HE = frozenset(("brother", "father", "dad", "husband", "boyfriend", "son", "uncle", "grandfather", "grandpa",
                 "grandad", "nephew", "grandson", "father-in-law"))


_THEIRS_JA: Final[dict[str, str]] = {
    "主人": "ご主人", "家内": "奥さん", "女房": "奥さん", "うちの人": "ご主人",
    "母": "お母さん", "父": "お父さん", "親": "親御さん", "両親": "ご両親", "家族": "ご家族", "姉": "お姉さん", "兄": "お兄さん",
    "妹": "妹さん", "弟": "弟さん", "祖母": "おばあさん", "祖父": "おじいさん",
    "夫": "旦那さん", "旦那": "旦那さん", "妻": "奥さん",
    "嫁": "奥さん", "息子": "息子さん", "娘": "娘さん", "孫": "お孫さん", "彼氏": "彼氏さん",
    "義母": "お義母さん", "義父": "お義父さん",
    "叔母": "叔母さん", "叔父": "叔父さん", "おば": "おばさん", "おじ": "おじさん", "甥": "甥っ子さん", "姪": "姪っ子さん",
    "かあさん": "お母さん", "母さん": "お母さん", "父さん": "お父さん", "親父": "お父さん", "おふくろ": "お母さん",
    "ママ": "お母さん",
    "パパ": "お父さん", "じいちゃん": "おじいちゃん", "ばあちゃん": "おばあちゃん", "赤ちゃん": "赤ちゃん", "友達": "お友達",
    "友だち": "お友達", "実家": "ご実家", "親戚": "ご親戚",
}
"""People of somebody else's family are named with honour: the user's 母 is お母さん to her."""


def swap_persons(words: str, lang: Lang) -> str:
    """The user's words as she would say them to the user: my -> your, 我 -> 你."""
    if lang == "zh":
        return words.replace("我们", "你们").replace("我", "你").replace("我們", "你們")
    if lang == "ja":
        return _THEIRS_JA.get(words, words)
    out = []
    for i, word in enumerate(words.split()):
        swapped = _SWAP.get(word.lower().replace("’", "'"))
        if swapped is None:
            out.append(word)
        else:
            out.append("was" if word.lower() == "was" else swapped)
        if i and out[-2].lower() == "you" and word.lower() == "was":
            out[-1] = "were"
    return " ".join(out)


def article(words: str) -> str:
    """`otter` -> `an otter`; what has a determiner or is a name or plural stays."""
    if _DETERMINED.match(words) or words[:1].isupper() or _NO_ARTICLE.match(words):
        return words
    head = words.split()[-1]
    if head.endswith("s") and not head.endswith(("ss", "us", "is")):
        return words
    return ("an " if _AN.match(words) else "a ") + words


def bare(words: str) -> str:
    """Without its determiner."""
    return _DETERMINED.sub("", words)


def definite(words: str) -> str:
    """With its own determiner, or `the`."""
    return words if _DETERMINED.match(words) or words[:1].isupper() else "the " + words


def modify(words: str, how: str) -> str | None:
    """Apply a slot's modifier; None for an unknown one."""
    if how == "a":
        return article(words)
    if how == "the":
        return definite(words)
    if how == "bare":
        return bare(words)
    if how == "cap":
        return words[:1].upper() + words[1:]
    return None


MODIFIERS: Final = frozenset({"a", "the", "bare", "cap"})


def pronouns(kin: str) -> dict[str, str]:
    """Slots `sub obj pos sub_is` for a relation word; they until known."""
    if kin in _SHE:
        return {"sub": "she", "obj": "her", "pos": "her", "sub_is": "she is"}
    if kin in _HE:
        return {"sub": "he", "obj": "him", "pos": "his", "sub_is": "he is"}
    return {"sub": "they", "obj": "them", "pos": "their", "sub_is": "they are"}


def start_capital(sentence: str) -> str:
    """First letter of an English sentence, behind opening quotation marks."""
    for i, char in enumerate(sentence):
        if char.isalpha():
            return sentence[:i] + char.upper() + sentence[i + 1:]
        if char.isdigit():
            break
    return sentence
