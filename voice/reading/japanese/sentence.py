"""A Japanese sentence with its figures in katakana: dates, times, money, counters, sums as they are said.

Katakana, because the dictionary takes a row of it for one noun and goes on rightly with the particle behind it.
"""

from __future__ import annotations

import re
from typing import Final

from voice.reading.japanese.calendar import with_dates
from voice.reading.japanese.counters import counted, counters, written_counters
from voice.reading.japanese.numbers import digits, doubled, kata, number
from voice.reading.spans import with_spans
from voice.reading.traced_text import TracedText

AMOUNT: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,15})?|[0-9]{1,16}(?:\.[0-9]{1,15})?"
START: Final = r"(?<![0-9.,:/])"
TO: Final = r"[ ]?[-–~～〜―][ ]?"
COUNTER: Final = "|".join(re.escape(counter) for counter in written_counters())

LONG_ROW: Final = re.compile(r"[0-9]{17,}+")
PHONE: Final = re.compile(
    r"(?<![A-Za-z0-9_.,/])(?:\+81[ -]?)?0?[0-9]{1,4}[-‐ ][0-9]{2,4}[-‐ ][0-9]{3,4}(?![0-9-])"
    r"|(?<![A-Za-z0-9_.,/])0[789]0[0-9]{8}(?![0-9])"
)
POLICE: Final = re.compile(r"(?<![0-9.,])110(?=番(?![目線地]))")
PERCENT: Final = re.compile(rf"(?<![0-9.,])([-−])?({AMOUNT})(?:{TO}({AMOUNT}))?[ ]?%")
FRACTION: Final = re.compile(rf"{START}([0-9]{{1,4}})/([0-9]{{1,4}})(?![0-9]|[.,:/][0-9])")
SINGLE: Final = {"½": "にぶんのいち", "⅓": "さんぶんのいち", "⅔": "さんぶんのに", "¼": "よんぶんのいち", "¾": "よんぶんのさん"}
ODD_PARTS: Final = re.compile(r"[½⅓⅔¼¾]")
VERSION: Final = re.compile(
    r"(?<![0-9.])(?:[vV]\.?[ ]?)?([0-9]{1,4}(?:\.[0-9]{1,4}){2,5})(?![0-9]|\.[0-9])"
    r"|(?<![0-9A-Za-z.])[vV]\.?([0-9]{1,4}(?:\.[0-9]{1,4})?)(?![0-9]|\.[0-9])"
)

COINS: Final = {
    "¥": "円",
    "$": "ドル",
    "€": "ユーロ",
    "£": "ポンド",
    "₩": "ウォン",
    "USD": "ドル",
    "EUR": "ユーロ",
    "JPY": "円",
    "GBP": "ポンド",
}
CENTS: Final = {"$": "セント", "€": "セント", "£": "ペンス"}
MONEY: Final = re.compile(
    rf"(?<![A-Za-z0-9_.,])([-−])?([¥$€£₩])[ ]?({AMOUNT})((?:[万億兆千百][0-9]{{0,4}}){{0,4}})(?![0-9])(?:円|ドル)?"
)
MONEY_AFTER: Final = re.compile(rf"{START}({AMOUNT})[ ]?(€|£|\$|¥|USD|EUR|JPY|GBP)(?![A-Za-z0-9])")
UNITS: Final = {
    "km": "キロメートル", "m": "メートル", "cm": "センチ", "mm": "ミリ", "kg": "キロ", "g": "グラム",
    "mg": "ミリグラム", "t": "トン", "L": "リットル", "l": "リットル", "ℓ": "リットル", "ml": "ミリリットル",
    "mL": "ミリリットル",
    "dl": "デシリットル", "℃": "度", "°C": "度", "°F": "華氏度", "°": "度", "m²": "ヘーホーメートル",
    "m2": "ヘーホーメートル", "㎡": "ヘーホーメートル", "km²": "ヘーホーキロメートル", "m³": "リッポーメートル",
    "KB": "キロバイト", "kB": "キロバイト", "MB": "メガバイト", "GB": "ギガバイト", "TB": "テラバイト",
    "Mbps": "メガビーピーエス", "Gbps": "ギガビーピーエス", "Hz": "ヘルツ", "kHz": "キロヘルツ", "MHz": "メガヘルツ",
    "GHz": "ギガヘルツ",
    "W": "ワット", "kW": "キロワット", "kWh": "キロワットアワー", "V": "ボルト", "A": "アンペア",
    "mAh": "ミリアンペアアワー", "kcal": "キロカロリー", "cal": "カロリー", "dB": "デシベル", "hPa": "ヘクトパスカル",
    "px": "ピクセル", "fps": "フレーム",
    "min": "分", "h": "時間", "s": "秒", "ms": "ミリ秒", "ha": "ヘクタール", "%": "パーセント", "x": "倍", "×": "倍",
    "ft": "フィート", "lb": "ポンド", "oz": "オンス",
}  # fmt: skip
PER: Final = {"km/h": ("ジソク", "キロ"), "m/s": ("ビョーソク", "メートル"), "MB/s": ("マイビョー", "メガバイト")}
NAMED: Final = "|".join(re.escape(unit) for unit in sorted((*UNITS, *PER), key=len, reverse=True))
MEASURE: Final = re.compile(
    rf"(?<![0-9.,:/])(?<![A-Za-z0-9_)][-−])([-−])?({AMOUNT})(?:{TO}({AMOUNT}))?[ ]?({NAMED})(?![A-Za-z0-9²³/])"
)
SIGNS: Final = {
    "+": "たす",
    "-": "ひく",
    "−": "ひく",
    "–": "ひく",
    "×": "かける",
    "*": "かける",
    "x": "かける",
    "÷": "わる",
    "/": "わる",
    "=": "わ",
    "≈": "やく",
    "<": "しょうなり",
    ">": "だいなり",
    "±": "プラスマイナス",
}
SIGN: Final = re.compile(
    r"(?<=[0-9)])[ ]?([+×÷=≈<>±*])[ ]?(?=[-−0-9(?？])|(?<=[0-9)])[ ]([-−–/x])[ ](?=[0-9(])|(?<=[0-9])(x)(?=[0-9])"
)
SCORE: Final = re.compile(r"(?<![A-Za-z0-9_.,:：])([0-9]{1,3})[ ]?[:：対][ ]?([0-9]{1,3})(?![0-9:：])")
NUMBERED: Final = re.compile(r"(?:\bNo\.?[ ]?|№[ ]?|#)(?=[0-9])", re.IGNORECASE)
MYRIAD: Final = re.compile(
    rf"(?<![0-9.,])({AMOUNT})(万|億|兆|千(?!葉)|百)(?:([0-9]{{1,4}})([億万]))?(?:([0-9]{{1,4}})(万))?([0-9]{{1,4}})?(?![0-9])"
)
LARGE: Final = {"万": "まん", "億": "おく", "兆": "ちょう", "千": "せん", "百": "ひゃく"}
COUNTED: Final = re.compile(rf"(?<![0-9.,])(?:({AMOUNT}){TO})?([0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}|[0-9]{{1,15}})[ ]?({COUNTER})")
HUNDREDS_COUNTED: Final = re.compile(rf"(?<![0-9.,])([0-9]{{1,8}}\.[0-9]{{1,8}})[ ]?({COUNTER})")
SPAN: Final = re.compile(rf"{START}({AMOUNT}){TO}({AMOUNT})(?![0-9])")
NEGATIVE: Final = re.compile(rf"(?<![A-Za-z0-9_)])[-−](?={AMOUNT})")
ID: Final = re.compile(r"(?<![0-9.,])(?:0[0-9]{1,15}|[0-9]{9,16})(?![0-9]|[.,][0-9])")
PLAIN: Final = re.compile(rf"(?<![0-9])(?:{AMOUNT})")
GAP: Final = re.compile(r"(?<=[0-9])[ ]+(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])[ ]+(?=[0-9])")
MINUS_BETWEEN: Final = re.compile(r"(?<=[0-9])[ ]?[-−–][ ]?(?=[0-9]{1,8}(?:[ ]?[-+×÷*/−–][ ]?[0-9]{1,8}){0,6}[ ]?=)")
"""A minus of a sum, for a span has no sign of equality behind it."""
POSTCODE: Final = re.compile(r"〒[ ]?([0-9]{3})[-－]?([0-9]{4})(?![0-9])")
OR_SO: Final = re.compile(rf"(?<![0-9.,、])([1-9])、([1-9])({COUNTER})")
SIGNED: Final = re.compile(r"(?<![0-9A-Za-z)])([±+])[ ]?(?=[0-9])")


def japanese_figures(text: TracedText) -> TracedText:
    """Every figure in katakana."""
    text = with_spans(text, "から", "約")
    if not any(char.isdigit() or char in "½⅓⅔¼¾" for char in text.text):
        return text
    text = text.sub(LONG_ROW, lambda match: kata(digits(match[0]))).sub(GAP, "")
    text = with_dates(text)
    text = text.sub(POSTCODE, lambda match: kata(f"{digits(match[1])}の、{digits(match[2])}"))
    text = text.sub(PHONE, phone).sub(POLICE, "ヒャクトオ")
    text = text.sub(VERSION, version).sub(PERCENT, percent).sub(MONEY, money)
    text = text.sub(MONEY_AFTER, lambda match: kata(of_unit(match[1], COINS[match[2]]))).sub(MEASURE, measure)
    return with_numbers(text)


def with_numbers(text: TracedText) -> TracedText:
    """Sums, fractions, counters, spans, and what is left."""
    text = text.sub(OR_SO, or_so).sub(SIGNED, lambda match: "プラス" if match[1] == "+" else "プラスマイナス")
    text = text.sub(MINUS_BETWEEN, kata("ひく")).sub(
        SIGN, lambda match: kata(SIGNS[next(group for group in match.groups() if group)])
    )
    text = text.sub(FRACTION, lambda match: kata(f"{number(match[2])}ぶんの{number(match[1])}"))
    text = text.sub(ODD_PARTS, lambda match: kata(SINGLE[match[0]]))
    text = text.sub(SCORE, lambda match: kata(f"{number(match[1])}たい{number(match[2])}")).sub(NUMBERED, "ナンバー")
    text = (
        text.sub(MYRIAD, myriad).sub(HUNDREDS_COUNTED, lambda match: kata(of_unit(match[1], match[2]))).sub(COUNTED, with_counter)
    )
    text = text.sub(SPAN, lambda match: kata(f"{number(match[1])}から{number(match[2])}"))
    return (
        text.sub(NEGATIVE, "マイナス")
        .sub(ID, lambda match: kata(digits(match[0])))
        .sub(PLAIN, lambda match: kata(number(match[0])))
    )


def phone(match: re.Match[str]) -> str | None:
    """In groups, with の between them."""
    groups = re.findall("[0-9]+", match[0])
    if sum(map(len, groups)) < 9:
        return None
    return kata("の、".join(digits(group) for group in groups))


def version(match: re.Match[str]) -> str:
    """``v2.3`` as バージョンにてんさん."""
    said = "てん".join(number(part) for part in (match[1] or match[2]).split("."))
    return ("バージョン" if match[0][0] in "vV" else "") + kata(said)


def percent(match: re.Match[str]) -> str:
    """``50%`` as ごじゅっパーセント."""
    first = f"{number(match[2])}から" if match[3] else ""
    return ("マイナス" if match[1] else "") + kata(first + of_unit(match[3] or match[2], "パーセント"))


def money(match: re.Match[str]) -> str | None:
    """``$3.50`` as さんドルごじゅっセント, ``¥3万`` as さんまんえん."""
    coin, written, size = COINS[match[2]], match[3], match[4]
    minus = "マイナス" if match[1] else ""
    if size:
        return minus + kata(
            number(written) + "".join(LARGE.get(char, "") for char in size if char in LARGE) + counters_kana(coin)
        )
    whole, _, part = written.partition(".")
    if part and match[2] in CENTS and len(part) == 2 and int(part):
        return minus + kata(of_unit(whole, coin) + of_unit(str(int(part)), CENTS[match[2]]))
    return minus + kata(of_unit(whole if part and not int(part) else written, coin))


def counters_kana(coin: str) -> str:
    """A coin in kana."""
    return "えん" if coin == "円" else coin


def of_unit(written: str, unit: str) -> str:
    """A number with a unit or counter; decimals only stand beside it."""

    if "." in written:
        return number(written) + (counters()[unit].kana if unit in counters() else unit if unit not in ("日",) else "にち")
    bare = int(written.replace(",", ""))
    if unit in counters() and len(str(bare)) <= 15:
        return counted(bare, unit)
    return number(written) + {"華氏度": "ど", "ミリ秒": "みりびょう"}.get(unit, unit)


def measure(match: re.Match[str]) -> str:
    """``60km/h`` as じそくろくじゅっキロ, ``-5℃`` as マイナスごど."""
    before, unit = PER.get(match[4], ("", UNITS.get(match[4], "")))
    first = f"{number(match[2])}から" if match[3] else ""
    fahrenheit = "カシ" if unit == "華氏度" else ""
    return ("マイナス" if match[1] else "") + before + fahrenheit + kata(first + of_unit(match[3] or match[2], unit))


def myriad(match: re.Match[str]) -> str | None:
    """``3万``, ``1億2000万`` and ``3千``."""
    said, size = number(match[1]), match[2]
    if size in "千百":
        if not match[1].isdigit() or int(match[1]) > 9:
            return None
        return kata(number(str(int(match[1]) * (1000 if size == "千" else 100)))) + (kata(number(match[7])) if match[7] else "")
    if size == "兆" and match[1][-1] in "18":
        said = doubled(said)
    said += LARGE[size]
    for figures, of in ((match[3], match[4]), (match[5], match[6]), (match[7], "")):
        said += number(str(int(figures))) + LARGE.get(of, "") if figures else ""
    return kata(said)


def or_so(match: re.Match[str]) -> str:
    """``2、3日`` as にさんにち."""
    plain = {"日": "にち", "人": "にん"}.get(match[3])
    second = counted(int(match[2]), match[3]) if plain is None else f"{'よ' if match[2] == '4' else number(match[2])}{plain}"
    return kata(number(match[1]) + second)


def with_counter(match: re.Match[str]) -> str:
    """``3本`` and ``3〜5個``; a day behind its month has its own name."""
    first = f"{number(match[1])}から" if match[1] else ""
    of_month = match.string[max(0, match.start() - 2) : match.start()].endswith(("ガツ", "月"))
    if len(match[2].replace(",", "")) > 1 and match[2][0] == "0" and match[3] not in ("日", "月", "時", "分"):
        return kata(digits(match[2])) + kata(of_unit("0", match[3]).removeprefix("ゼロ"))
    return kata(first + counted(int(match[2].replace(",", "")), match[3], of_month=of_month))
