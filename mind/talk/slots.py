"""What may stand in a slot. Captured words are trimmed to what they are about, or refused."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang
from mind.talk.names import as_name, proper_name
from mind.talk.word_set import word_set

_TAIL_EN = re.compile(
    r"(?:[ ,]+(?:a lot|so much|very much|too|now|right now|lately|recently|these days|as well|though|really|and stuff|"
    r"at the moment|for now|still|anymore|any more|lol|haha+|actually|more than anything|already|again|i guess|i think|"
    r"sometimes|most days|today|this week|this month|a bit|a little|and all that|or something|for a living|instead|"
    r"at all|by the way|to be honest|with me|though|tho|please|yesterday|of course|currently|since|in|on|at|and|or|the))+$",
    re.IGNORECASE)
_HEAD_EN = re.compile(r"^(?:really|also|just|mostly|mainly|definitely|only|especially|probably|still|always|kind of|"
                      r"currently|about|to|that|of|like|been)\s+", re.IGNORECASE)
_REFUSED_EN = word_set("""
it that this you him her them me so there one what how when where why who something anything nothing
everything someone somebody everyone i we he she they not really yes no okay too to the a an my your in on at
of and is are was be stuff things like
""")
_NO_INSIDE_EN = re.compile(r"\b(?:you|your|if|what|whether|how|why|who)\b", re.IGNORECASE)
_A_NAME = re.compile(r"[A-Z][a-z]")
"""What somebody does begins with a verb: "going to Lisbon" is no doing."""
_DATE = re.compile(r"\d.*(?:january|february|march|april|may|june|july|august|september|october|november|december)|"
                   r"(?:january|february|march|april|may|june|july|august|september|october|november|december).*\d|"
                   r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|[一二三四五六七八九十]+月[一二三四五六七八九十初]+")
"""A day of a month, in any of the languages."""
_TAIL_CJK: Final[dict[str, re.Pattern[str]]] = {
    "zh": re.compile(r"(?:了|啊|呀|呢|吧|哦|啦|嘛|的|哈+|噢|喔|呗|诶|也|(?<![成首京古新])都)+$"),
    "ja": re.compile(r"(?:です|ます|だよ|だね|だ|よ|ね|な|が|は|を|も|に|(?<!こ)(?<!ひ)と|の|って|けど|から|かな|なんだ|なの)+$"),
}
_TAIL_ZH_ANY: Final = re.compile("(?:啊|呀|呢|吧|哦|啦|(?<!干)嘛|哈+|噢|喔|呗|诶)+$")
"""What falls off a Chinese clause that is given back whole: 了 and 的 belong to it."""
_HEAD_CJK: Final[dict[str, re.Pattern[str]]] = {
    "zh": re.compile(r"^(?:是|很|真的|特别|最(?![近后初])|就|都|也|一直|超|还|一个|一只|一条|一些)+"),
    "ja": re.compile(
        r"^(?:でも(?=[一-鿿ァ-ヶ])|けど|だけど|それで|[はがをもにとの](?=[一-鿿ァ-ヶA-Za-z0-9「])|、|すごく|とても|ちょっと|めっちゃ|今日|昨日|今朝|昨夜|ゆうべ|さっき|最近|このあいだ|この前|また|やっと|"
        r"ついに|とりあえず|結局|久しぶり|帰り(?=に|で)|途中(?=で)|お昼(?=に|は)|お昼ご飯に|昼ご飯に|夜ご飯に|晩ご飯に|朝ご飯に|"
        r"(?:友達|友人|家族|同僚|先輩|後輩|彼氏|彼女|夫|妻|旦那|母|父|姉|妹|兄|弟|みんな|一人|ひとり)(?=と|で))+"),
}
_JA_NOUN: Final = re.compile(r"^.*[ァ-ヶー一-鿿ん](?:では|には|から|で|に|は)(?=[ァ-ヶ一-鿿])")
"""What stands before the thing itself in a Japanese clause: where, when and of what the rest is told."""
_NO_INSIDE_CJK: Final[dict[str, re.Pattern[str]]] = {
    "zh": re.compile(r"你|吗|什么|谁|怎么|哪|为什么"),
    "ja": re.compile(r"あなた|何|誰|どこ|どう|なぜ"),
}
_NUMBER_WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_NUMBERS = _NUMBER_WORDS.split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "twenty": 20, "eighty": 80, "ninety": 90}


def fit(words: str, kind: str, lang: Lang) -> str | None:
    """The trimmed words if they may fill a slot of that type, else None."""
    words = " ".join(words.split()) if lang == "en" else words.strip(" 、，,。")
    if kind == "name":
        return as_name(words, lang)
    if kind == "proper":
        return proper_name(words, lang)
    if kind == "number":
        return _number(words, lang)
    if kind == "birthdate":
        return words if _DATE.search(words.lower()) else None
    if kind in ("thing", "event", "doing", "any", "title", "place"):
        return _english(words, kind) if lang == "en" else _characters(words, kind, lang)
    return _singular(words) if lang == "en" else words


def _english(words: str, kind: str) -> str | None:
    for _ in range(3):
        trimmed = _HEAD_EN.sub("", _TAIL_EN.sub("", words)).strip(" ,.'\"")
        if trimmed == words:
            break
        words = trimmed
    if not words or words.lower() in _REFUSED_EN:
        return None
    first = words.split()[0].lower()
    if kind in ("thing", "event", "place") and (
        first in ("it", "you", "him", "her", "them", "me", "when", "how", "that", "what", "if", "not", "so", "no", "i",
                  "we", "he", "she", "they")
        or _NO_INSIDE_EN.search(words)
    ):
        return None
    if kind == "doing" and (_NO_INSIDE_EN.search(words) or _A_NAME.match(words)):
        return None
    if kind == "place":
        return _place(words)
    return words if len(words) <= 60 else None


_WHEN = re.compile(
    r"\s+(?:(?:(?:last|this|next|a|an|one|two|three|four|five|six|ten|\d+|few|couple|of|about|some)\s+)+"
    r"(?:days?|weeks?|weekend|months?|years?|spring|summer|autumn|fall|winter)(?:\s+ago)?"
    r"|recently|lately|now|today|yesterday|already|again|too|actually)$",
    re.IGNORECASE,
)
"""When, at the end of a place: "Leeds last week"."""


_WITH = re.compile(r"\s+(?:with|where|which|near my|and (?:is|works|has|have))\b.*$", re.IGNORECASE)
"""What is told besides a place."""


_NO_PLACES = word_set("""
love fear hope denial peace silence charge trouble bed pain class town general person
""")


def _place(words: str) -> str | None:
    words = _WITH.sub("", _WHEN.sub("", words))
    if words.lower().split()[0] in ("a", "an", "the", "my", "our", "this"):
        return words
    parts = words.split()
    if len(parts) > 3 or "or" in parts or not all(p.replace("-", "").replace("'", "").isalpha() for p in parts):
        return None
    if parts[0].lower() in _NO_PLACES:
        return None
    return " ".join(p if p[0].isupper() else p.capitalize() for p in parts)


def _characters(words: str, kind: str, lang: Lang) -> str | None:
    whole = lang == "zh" and kind == "any"
    for _ in range(3):
        trimmed = (_TAIL_ZH_ANY if whole else _TAIL_CJK[lang]).sub("", words)
        trimmed = (trimmed if whole else _HEAD_CJK[lang].sub("", trimmed)).strip(" 、，")
        if not trimmed:
            return None
        if trimmed == words:
            break
        words = trimmed
    if lang == "ja" and kind == "thing" and not _REACHES.search(words):
        words = _JA_NOUN.sub("", words)
    if not words or len(words) > (30 if kind in ("any", "doing") else 14):
        return None
    if kind != "any" and _NO_INSIDE_CJK[lang].search(words):
        return None
    if words in ("这个", "那个", "它", "他", "她", "这样", "那样", "什么", "这", "那", "これ", "それ", "あれ"):
        return None
    return words


_REACHES: Final = re.compile(r"[たるい](?=[ァ-ヶ一-鿿])")
"""A verb or adjective before the noun ("母にもらった傘"): then what stands before belongs to it."""


def _number(words: str, lang: Lang) -> str | None:
    digits = re.search(r"\d+", words)
    if digits:
        return digits.group()
    if lang != "en":
        from mind.talk.times_cjk import numeral

        found = re.fullmatch(r"(?:快|都|已经|才|满|刚|刚满|大概|约)*([一二两三四五六七八九十百]+)[了个]?", words.strip())
        return str(numeral(found[1])) if found else None
    total = 0
    for word in re.split(r"[ -]", words.lower()):
        if word in _TENS:
            total += _TENS[word]
        elif word in _NUMBERS:
            total += _NUMBERS.index(word)
        else:
            break
    return str(total) if total else None


def _singular(words: str) -> str:
    return words.lower()


def slug(value: str) -> str:
    """A slot's value as part of a key: lower case, blanks and dots to dashes."""
    value = re.sub(r"^(?:the|a|an|my|your|some) ", "", value.strip().lower())
    return re.sub(r"[\s./*?\[\]]+", "-", value)[:48]
