"""Whether someone says that they are under eighteen."""

from __future__ import annotations

import re
from typing import Final

TEENS: Final = {
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17,
}  # fmt: skip
HAN_DIGITS: Final = {"零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}

EN: Final = re.compile(
    r"\b(?:i'?m|i\s+am|im|i\s+just\s+turned|i\s+turned|i'?ll\s+be|my\s+age\s+is|^turning|i'?m\s+turning)\s+(?:an?\s+|only\s+|just\s+|like\s+|still\s+|actually\s+|almost\s+|now\s+)*"
    r"(?P<n>\d{1,2}(?!\d)|(?:" + "|".join(TEENS) + r")\b)"
    r"(?P<unit>(?:[\s-]*(?:years?[\s-]old|yrs?[\s-]old|yo\b|y/o|years?\s+of\s+age))?)(?P<rest>[^.!?\n]{0,24})",
    re.IGNORECASE,
)
NOT_AGE: Final = re.compile(
    r"^\s*(?:%|minutes?|mins?|hours?|days?|weeks?|months?|years?\s+(?!old)|km|kilo|miles?|m\b|cm|kg|lbs?|pounds?|feet|ft|inches|"
    r"percent|points?|steps?|pages?|chapters?|episodes?|levels?|people|th|st|nd|rd|o'?clock|am\b|pm\b|times?|to\b|on\b|again\b|and\s+a\s+half\s+(?!years?)|stone\b|out\s+of|of\b|"
    r"in\s+line|away|ahead|behind|late|into|done|th\b|weeks?\s+pregnant|/|:|,\d|\.\d|-)",
    re.IGNORECASE,
)
PAST: Final = re.compile(
    r"\b(?:when|since|back\s+when|if|until|till|like|as\s+if|feel(?:s|ing)?\s+like|pretend|character|before)\s+[^.,!?]*$|小时候|的时候|當時",
    re.IGNORECASE,
)
MINOR_WORDS: Final = re.compile(
    r"\bi(?:'m|\s+am|m)\s+(?:(?:still|only|just)\s+)?(?:a\s+minor|under\s*(?:18|eighteen|age)|underage|not\s+(?:18|eighteen|an\s+adult)\s*(?:yet)?|in\s+(?:middle|elementary|primary)\s+school|"
    r"in\s+(?:the\s+)?(?:[1-9]|10)(?:st|nd|rd|th)\s+grade)\b"
    r"|(?:我|今年|^)(?:现在|現在)?(?:读|讀|上|念|在)(?:小学|小學|初中|国中|國中|初[一二三]|国[一二三]|小[一二三四五六]|高一)(?!的?老师|的?老師|教书|教書|工作|当|當|附近)"
    r"|(?:^|[、。\s]|は)(?:中[一二三1-3]|小[一二三四五六1-6]|高[一1]|高校一年生|中学[一二三]年生?|小学[一二三四五六]年生?)(?:です|だよ|だ。|だけど|なんだ)"
    r"|^我(?:今年|才|刚)?(?:[6-9]|1[0-7])(?:了|啦)?[，。！\s]*$"
    r"|我(?:还|還)?(?:是|算)(?:个|個|一名)?(?:未成年|小学生|小學生|初中生|国中生|國中生)|我(?:还|還)?"
    r"(?:未成年|没成年|沒成年|没满十八|未满十八|未滿十八|不到十八|没满18|未满18|不到18)"
    r"|(?:私|僕|俺|わたし|ぼく)?(?:は|、)?(?:まだ)?(?:未成年|小学生|中学生)(?:です|だよ|だ|なんだ|なので|だから)",
    re.IGNORECASE,
)
CJK_AGE: Final = re.compile(
    r"(?:我(?:今年|现在|現在|才|刚|剛|还|還|只有|已经|已經|马上|馬上)*|(?:私|僕|俺|わたし|ぼく)?は?(?:今年|まだ|もうすぐ|今)*)"
    r"(?P<n>\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[八九])(?P<unit>岁|歲|歳|才)(?P<rest>.{0,6})"
)
CJK_NOT: Final = re.compile(
    r"^(?:的时候|的時候|那年|时|時|以前|之前|のとき|の時|の頃|のころ|以上|以下|になる娘|の(?:息子|娘|弟|妹|子|猫|犬))"
    r"|(?:了)?.{0,2}的(?:儿子|女儿|弟弟|妹妹|猫|狗|孩子)"
)
OTHERS: Final = re.compile(r"(?:not|n't|不是|儿子|女儿|弟弟|妹妹|息子|娘|弟|妹|他|她)\s*$")


def says_minor(text: str) -> bool:
    """Whether the words say that the speaker is under eighteen now: "I'm 15", "我今年十四岁", "14歳です"."""
    if any(not _elsewhere(text[: match.start()]) for match in MINOR_WORDS.finditer(text)):
        return True
    return any(_english(text, match) for match in EN.finditer(text)) or any(
        _cjk(text, match) for match in CJK_AGE.finditer(text)
    )


def _english(text: str, match: re.Match[str]) -> bool:
    word = match["n"].lower()
    number = TEENS.get(word) or (int(word) if word.isdigit() else 99)
    if not 6 <= number < 18 or _elsewhere(text[: match.start()]):
        return False
    if match["unit"].strip():
        return True
    rest = match["rest"]
    return not rest[:1].isalpha() and not NOT_AGE.match(rest) and (number >= 8 or not rest.strip())


def _cjk(text: str, match: re.Match[str]) -> bool:
    before = text[: match.start()]
    named = match.group().startswith(("我", "私", "僕", "俺", "わたし", "ぼく"))
    own = named or not before.strip() or before[-1] in "，。！？,、 \n"
    number = _han_number(match["n"])
    return own and 6 <= number < 18 and not CJK_NOT.search(match["rest"]) and not _elsewhere(before)


def _han_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if "十" in text:
        tens, ones = text.split("十")
        return HAN_DIGITS.get(tens, 1) * 10 + HAN_DIGITS.get(ones, 0)
    return HAN_DIGITS.get(text, 99)


def _elsewhere(before: str) -> bool:
    """Whether what stands before puts the statement into the past, a wish or a tale."""
    return bool(PAST.search(before[-40:])) or bool(OTHERS.search(before))
