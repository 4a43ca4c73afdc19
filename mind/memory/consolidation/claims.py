"""Whether a sentence names what its sources do not: numbers, names, people of the user's life, quotes. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from assets import asset
from mind.languages import Lang

DIGITS: Final = re.compile(r"\d+(?:[.,:]\d+)?")
ENGLISH_NUMBERS: Final = {
    "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100, "thousand": 1000, "dozen": 12,
}  # fmt: skip
HAN: Final = {one: value for value, one in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
HAN_NUMBER: Final[dict[Lang, re.Pattern[str]]] = {
    "zh": re.compile(
        r"([零一二三四五六七八九十百千两]+)(?=个?(?:小时|钟头|星期|月|年|岁|天|点|号|日|次|人|块|只|本|分钟|公里|遍|万|家))"
    ),
    "ja": re.compile(r"([〇一二三四五六七八九十百千]+)(?=(?:時間|週間|か月|ヶ月|年|歳|日|時|人|回|匹|冊|分|本|枚|度|万|円))"),
}
ONE_OR_TWO: Final = frozenset({1, 2})
"""Written out they are hardly ever a claim ("one of them", 一个人, 二人)."""

CAPITAL: Final = re.compile(r"[A-Z][\w'’-]*|[À-ÖØ-Þ][\w'’-]*")
KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]{2,}")
LATIN: Final = re.compile(r"[A-Za-z][A-Za-z'’-]+")
QUOTED: Final = re.compile(r"[“「『《\"]([^”」』》\"]{2,})[”」』》\"]")
CALLED: Final[dict[Lang, re.Pattern[str]]] = {
    "zh": re.compile(r"(?:叫做?|名叫)([\u3400-\u9fff]{1,3})"), "ja": re.compile(r"([\u3400-\u9fff]{1,3})(?:さん|ちゃん|くん)"),
}  # fmt: skip
KIN: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"\b(?:mother|mum|mom|father|dad|sister|brother|wife|husband|girlfriend|boyfriend|partner|daughter|son|aunt|uncle|"
        r"grandmother|grandma|grandfather|grandpa|niece|nephew|cousin|boss|colleague|neighbour|neighbor|doctor|cat|dog|baby)s?\b"
    ),
    "zh": re.compile(r"妈|爸|姐|妹|哥|弟|奶奶|爷爷|外婆|外公|老公|老婆|男友|女友|儿子|女儿|老板|同事|邻居|医生|猫|狗"),
    "ja": re.compile(r"母|父|姉|妹|兄|弟|祖母|祖父|夫|妻|息子|娘|上司|同僚|医者|猫|犬"),
}
ALIKE: Final = {"mum": "mom", "mom": "mum", "dad": "father", "father": "dad", "mother": "mum"}
OWN: Final = frozenset({"i", "i'm", "i've", "i'd", "i'll", "ai", "mira", "kai"})
ORDINARY_KATAKANA: Final = frozenset({"ページ", "ミラ", "ノート", "インク", "ペン", "ソフトウェア", "パソコン", "コンピューター"})
DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def beyond(text: str, sources: str, lang: Lang, allowed: Iterable[str], day: str, *, title: bool = False) -> bool:
    """Whether `text` names something that stands neither in `sources` nor among `allowed` names nor is the `day` itself."""
    here = _folded(text)
    known = _folded(sources + " " + " ".join(allowed))
    if numbers(here, lang) - numbers(known, lang) - _of_day(day):
        return True
    if any(_folded(quote).strip(" .,。，!！") not in known for quote in QUOTED.findall(text)):
        return True
    if any(not _kin_known(found, known, lang) for found in KIN[lang].findall(here)):
        return True
    if lang == "en":
        return any(not _known_word(name, known, day) for name in _names(text, title=title))
    if any(run.casefold() not in known and run.casefold() not in OWN for run in LATIN.findall(text)):
        return True
    plain = unicodedata.normalize("NFKC", sources)
    if lang == "ja" and any(run not in plain and run not in ORDINARY_KATAKANA for run in KATAKANA.findall(text)):
        return True
    return any(name not in sources + "".join(allowed) for name in CALLED[lang].findall(text) if len(name) > 1)


def numbers(text: str, lang: Lang) -> frozenset[float]:
    """The numbers named, written in figures or in words."""
    found = {float(one.replace(",", "").replace(":", ".").rstrip(".")) for one in DIGITS.findall(text)}
    if lang == "en":
        found |= {float(ENGLISH_NUMBERS[word]) for word in re.findall(r"[a-z]+", text) if word in ENGLISH_NUMBERS}
        return frozenset(found)
    written = {float(_han(one)) for one in HAN_NUMBER[lang].findall(text)}
    return frozenset(found | (written - ONE_OR_TWO))


def _han(word: str) -> int:
    """A Chinese number below ten thousand as a number."""
    total, current = 0, 0
    for one in word:
        if one in HAN:
            current = HAN[one]
        else:
            total += (current or 1) * {"十": 10, "百": 100, "千": 1000}[one]
            current = 0
    return total + current


def _of_day(day: str) -> frozenset[float]:
    given = date.fromisoformat(day)
    return frozenset({float(given.day), float(given.month), float(given.year)})


def _kin_known(found: str, known: str, lang: Lang) -> bool:
    if lang == "en":
        return found.rstrip("s") in known or ALIKE.get(found, found) in known
    return found in known


def _names(text: str, *, title: bool) -> list[str]:
    """Words written as names. The first word of a sentence counts where it is no ordinary word."""
    names = []
    for match in CAPITAL.finditer(text):
        before = text[: match.start()].rstrip(" “\"'‘(—–-")
        first = not before or before[-1] in ".!?…:;”"
        word = match[0].rstrip("'’-")
        if word.casefold() in OWN or ((first or title) and _ordinary(word)):
            continue
        names.append(word)
    return names


def _known_word(name: str, known: str, day: str) -> bool:
    word = re.sub(r"['’]s?$", "", name.casefold())
    given = date.fromisoformat(day)
    if word in (DAYS[given.weekday()], MONTHS[given.month - 1]):
        return True
    return bool(re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", known))


def _ordinary(word: str) -> bool:
    low = word.casefold().replace("’", "'")
    return low in _vocabulary() or re.sub(r"(?:'s|'re|'ve|'d|'ll|s|ed|ing|ly)$", "", low) in _vocabulary()


@cache
def _vocabulary() -> frozenset[str]:
    """Words that her own English content writes small: they are nobody's name."""
    files = [asset("talk", "diary", "en.toml"), asset("texts", "en.toml"), asset("prompts", "en.toml")]
    files += sorted(asset("talk", "en").glob("*.talk"))
    return frozenset(word for file in files for word in re.findall(r"(?<![A-Za-z])[a-z][a-z']*", file.read_text("utf-8")))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())
