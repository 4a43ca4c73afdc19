"""A Chinese sentence in hanzi: dates, times, money, units, sums and numbers as they are said."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.chinese.calendar import with_dates
from voice.reading.chinese.numbers import cardinal, digits, number
from voice.reading.spans import with_spans
from voice.reading.traced_text import TracedText

AMOUNT: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,15})?|[0-9]{1,16}(?:\.[0-9]{1,15})?"
START: Final = r"(?<![0-9.,:/])"
END: Final = r"(?![0-9]|[.,:/][0-9])"
TO: Final = r"[ ]?[-–~～〜—至到][ ]?"
MINUS: Final = r"(?<![A-Za-z0-9_)])[-−]"

LONG_ROW: Final = re.compile(r"[0-9]{17,}+")
PHONE: Final = re.compile(
    r"(?<![A-Za-z0-9_.,/])(?:\+86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])"
    r"|(?<![A-Za-z0-9_.,/])(?:0[0-9]{2,3}[ -]|\(0[0-9]{2,3}\)[ ]?)[0-9]{3,4}[ -]?[0-9]{4}(?![0-9])"
    r"|(?<![A-Za-z0-9_.,/])[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}(?![0-9])"
    r"|(?<![A-Za-z0-9_.,/])400-?[0-9]{3}-?[0-9]{4}(?![0-9])"
)
EMERGENCY: Final = re.compile(
    r"(?<=[打拨叫找])[ ]?(1[12][0-9]|1[0-9]{4}|9[0-9]{4})(?![0-9])|(?<![0-9.,])(110|119|120|122)(?=报警|急救|火警|电话)"
)
ROOM: Final = re.compile(
    r"(?<![A-Za-z0-9_.,/-])([0-9]{3,4})[ ]?(?=房|室|号房|号楼|次列车|次航班|路公交|路车|教室|寝室|宿舍|病房|包间)"
)
FLIGHT: Final = re.compile(r"(?<=[A-Z])([0-9]{2,5})(?=[ ]?(?:航班|次|号|列车|高铁)|[ ]?$)")
PERCENT: Final = re.compile(rf"({MINUS})?({AMOUNT})(?:{TO}({AMOUNT}))?[ ]?([%‰])")
FRACTION: Final = re.compile(rf"{START}([0-9]{{1,4}})/([0-9]{{1,4}}){END}")
SINGLE: Final = {"½": "二分之一", "⅓": "三分之一", "⅔": "三分之二", "¼": "四分之一", "¾": "四分之三"}
VERSION: Final = re.compile(
    r"(?<![0-9.])(?:([vV])\.?[ ]?)?([0-9]{1,4}(?:\.[0-9]{1,4}){2,5})(?![0-9]|\.[0-9])"
    r"|(?<![0-9A-Za-z.])([vV])\.?([0-9]{1,4}(?:\.[0-9]{1,4})?)(?![0-9]|\.[0-9])"
)

COINS: Final = {
    "$": "美元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "₩": "韩元",
    "₽": "卢布",
    "₹": "卢比",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "CNY": "元",
    "RMB": "元",
    "HK$": "港元",
    "US$": "美元",
    "NT$": "新台币",
}
SIZE: Final = "(?:[ ]?(万亿|千万|百万|万|亿|千|百|[kKMB](?![A-Za-z])))?"
SIZES: Final = {"k": "千", "K": "千", "M": "百万", "B": "十亿"}
MONEY: Final = re.compile(
    rf"({MINUS})?(HK\$|US\$|NT\$|[$€£¥₩₽₹])[ ]?({AMOUNT})(?:{TO}({AMOUNT}))?{SIZE}(?![0-9])[ ]?(?:元|块钱|块)?"
)
MONEY_AFTER: Final = re.compile(rf"{START}({AMOUNT})[ ]?(€|£|\$|¥|USD|EUR|GBP|JPY|CNY|RMB)(?![A-Za-z0-9])")

UNITS: Final = {
    "km": "公里", "m": "米", "cm": "厘米", "mm": "毫米", "μm": "微米", "µm": "微米", "nm": "纳米", "kg": "公斤",
    "KG": "公斤", "g": "克", "mg": "毫克", "t": "吨", "L": "升", "l": "升", "ml": "毫升",
    "mL": "毫升", "m²": "平方米", "m2": "平方米", "㎡": "平方米", "km²": "平方公里", "m³": "立方米", "℃": "摄氏度",
    "°C": "摄氏度", "°F": "华氏度", "℉": "华氏度", "°": "度",
    "KB": "K B", "kB": "K B", "MB": "兆", "GB": "G", "TB": "T", "Mbps": "兆", "Hz": "赫兹", "kHz": "千赫",
    "MHz": "兆赫", "GHz": "G赫兹", "W": "瓦", "kW": "千瓦", "kWh": "千瓦时",
    "V": "伏", "A": "安", "mAh": "毫安时", "kcal": "千卡", "cal": "卡", "kJ": "千焦", "dB": "分贝", "hPa": "百帕",
    "px": "像素", "fps": "帧", "h": "小时", "min": "分钟", "mins": "分钟", "s": "秒", "ms": "毫秒",
    "ha": "公顷", "ft": "英尺", "lb": "磅", "lbs": "磅", "oz": "盎司", "mi": "英里", "x": "倍", "×": "倍",
}  # fmt: skip
PER: Final = {
    "km/h": ("每小时", "公里"),
    "m/s": ("每秒", "米"),
    "MB/s": ("每秒", "兆"),
    "Mbit/s": ("每秒", "兆"),
    "mph": ("每小时", "英里"),
    "元/月": ("每月", "元"),
    "元/天": ("每天", "元"),
    "元/kg": ("每公斤", "元"),
    "r/min": ("每分钟", "转"),
    "rpm": ("每分钟", "转"),
}
NAMED: Final = "|".join(re.escape(unit) for unit in sorted((*UNITS, *PER), key=len, reverse=True))
MEASURE: Final = re.compile(rf"({MINUS})?(?<![0-9.,:/])({AMOUNT})(?:{TO}({AMOUNT}))?[ ]?({NAMED})(?![A-Za-z0-9²³/])")

SIGNS: Final = {
    "+": "加",
    "-": "减",
    "−": "减",
    "–": "减",
    "×": "乘以",
    "*": "乘以",
    "x": "乘以",
    "X": "乘以",
    "÷": "除以",
    "/": "除以",
    "=": "等于",
    "≈": "约等于",
    "≠": "不等于",
    "<": "小于",
    ">": "大于",
    "≤": "小于等于",
    "≥": "大于等于",
    "±": "正负",
}
SIGN: Final = re.compile(
    r"(?<=[0-9)])[ ]?([+×÷=≈≠≤≥<>±*])[ ]?(?=[-−0-9(?？])|(?<=[0-9)])[ ]([-−–/xX])[ ](?=[0-9(])"
    r"|(?<=[0-9])([xX])(?=[0-9])|(?<=[0-9)])([-−])(?=[0-9]{1,4}[ ]?=)"
)
POWER: Final = {"²": "的平方", "³": "的立方"}
SCORE: Final = re.compile(r"(?<![A-Za-z0-9_.,:：])([0-9]{1,3})[ ]?[:：][ ]?([0-9]{1,3})(?![0-9:：])")
NUMBERED: Final = re.compile(r"(?:\bNo\.?[ ]?|№[ ]?|#)(?=[0-9])", re.IGNORECASE)
MEASURES: Final = (
    "个个位本只张条件块把杯瓶碗盘份辆台架艘间座栋层家所次遍趟回场顿句段篇首支枝根颗粒片朵棵束双对套副副组群批天周年小分秒岁米斤公厘毫升克吨里亩元角毛块"
    "名口头匹匹峰项门节课集季部幅道题点种样类步代圈阵滴串排堆袋包盒箱罐桶卷册页行封笔股扇面顶身拳脚眼刻号拨伙帮人万亿千倍"
)
COUNTED: Final = re.compile(
    rf"(?<![0-9.,])2(?=[ ]?(?:[{MEASURES}]|星期|礼拜|半|多))(?![ ]?(?:月|号|楼|年级|点[0-9]|路|班|等|级|人称|维|次元"
    rf"|层楼|百|十|刻|季度|面体|度))"
)
SPAN: Final = re.compile(rf"{START}({AMOUNT}){TO}({AMOUNT})(?![0-9])")
NEGATIVE: Final = re.compile(rf"{MINUS}(?={AMOUNT})")
ID: Final = re.compile(r"(?<![0-9.,])(?:0[0-9]{1,15}|(?![0-9]*0000(?![0-9]))[0-9]{8,16})(?![0-9]|[.,][0-9]|[ ]?[万亿元块个人])")
PLAIN: Final = re.compile(rf"(?<![0-9])(?:{AMOUNT})")
TENS: Final = re.compile(r"(?<=[0-9])[ ]+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[ ]+(?=[0-9])")
KEEP_TWO: Final = re.compile(r"(?<=第)[ ]?([0-9]{1,8})")
MINUS_BETWEEN: Final = re.compile(r"(?<=[0-9])[ ]?[-−–][ ]?(?=[0-9]{1,8}(?:[ ]?[-+×÷*/−–][ ]?[0-9]{1,8}){0,6}[ ]?=)")
"""A minus of a sum, for a span has no sign of equality behind it."""
ODD_PARTS: Final = re.compile(r"(?<![0-9.])([0-9]{0,6})([½⅓⅔¼¾])")
SQUARES: Final = re.compile(r"(?<=[0-9a-zA-Z)])[²³]")
TOLD: Final = re.compile(r"(?:(?<=[码编][是为:：])|(?<=[码编])|(?<=[Q卡学工]号))[ ]?([0-9]{3,12})(?![0-9]|[位个]|[.,][0-9])")
"""Numbers that are names: codes, passwords, cards."""

HOLIDAY: Final = re.compile(r"(?<![0-9.])([0-9]{1,2})·([0-9]{1,2})(?![0-9])")
PRICE: Final = re.compile(r"(?<![0-9.,])([0-9]{1,12}\.[0-9]{1,2})(?=[ ]?(?:元|块|美元|欧元|英镑|日元))")
MORE: Final = re.compile(r"(?<=[0-9])\+(?![0-9A-Za-z])")
SIGNED: Final = re.compile(r"(?<![0-9A-Za-z)])([±+])[ ]?(?=[0-9])")


def chinese_figures(text: TracedText) -> TracedText:
    """Every figure in hanzi."""
    text = with_spans(text, "到", "约")
    if not any(char.isdigit() or char in "½⅓⅔¼¾" for char in text.text):
        return text
    text = text.sub(LONG_ROW, lambda match: digits(match[0])).sub(TENS, "")
    text = with_dates(text)
    text = text.sub(HOLIDAY, lambda match: digits(match[1] + match[2])).sub(PRICE, lambda match: number(trimmed(match[1])))
    text = (
        text.sub(PHONE, phone)
        .sub(TOLD, lambda match: digits(match[1], "幺"))
        .sub(EMERGENCY, lambda match: digits(match[0], "幺"))
    )
    text = text.sub(ROOM, lambda match: digits(match[1], "幺")).sub(FLIGHT, lambda match: digits(match[1], "幺"))
    text = (
        text.sub(VERSION, version)
        .sub(PERCENT, percent)
        .sub(MONEY, money)
        .sub(MONEY_AFTER, lambda match: number(match[1], counts=True) + COINS[match[2]])
    )
    return with_numbers(text.sub(MEASURE, measure))


def with_numbers(text: TracedText) -> TracedText:
    """Sums, fractions, spans, and what is left."""
    text = (
        text.sub(MINUS_BETWEEN, "减")
        .sub(SIGN, sign)
        .sub(MORE, "多")
        .sub(SIGNED, lambda match: SIGNS[match[1]].replace("加", "正"))
    )
    text = text.sub(FRACTION, lambda match: f"{number(match[2])}分之{number(match[1])}" if int(match[2]) else None)
    text = text.sub(ODD_PARTS, lambda match: (f"{number(match[1])}又" if match[1] else "") + SINGLE[match[2]]).sub(
        SQUARES, lambda match: POWER[match[0]]
    )
    text = (
        text.sub(SCORE, lambda match: f"{number(match[1])}比{number(match[2])}")
        .sub(NUMBERED, "第")
        .sub(KEEP_TWO, lambda match: number(match[1]))
    )
    text = text.sub(SPAN, lambda match: f"{number(match[1])}到{number(match[2], counts=counts_on(match))}").sub(COUNTED, "两")
    return text.sub(NEGATIVE, "负").sub(ID, lambda match: digits(match[0])).sub(PLAIN, lambda match: number(match[0]))


def counts_on(match: re.Match[str]) -> bool:
    """Whether a measure word follows."""
    following = match.string[match.end() : match.end() + 2].strip()[:1]
    return bool(following) and following in MEASURES


def phone(match: re.Match[str]) -> str:
    """In groups, with 幺 for one."""
    bare = match[0].replace("+86", "", 1).strip(" -") if match[0].startswith("+86") else match[0]
    figures = re.sub("[ -]", "", bare)
    if len(figures) == 11 and figures[0] == "1":
        groups = [figures[:3], figures[3:7], figures[7:]]
    else:
        groups = [group for group in re.split("[ ()-]", bare) if group]
    said = "，".join(digits(group, "幺") for group in groups)
    return f"加八六，{said}" if match[0].startswith("+86") else said


def version(match: re.Match[str]) -> str:
    """``v2.3`` as 版本二点三."""
    said = "点".join(cardinal(int(part)) for part in (match[2] or match[4]).split("."))
    return ("版本" if match[1] or match[3] else "") + said


def percent(match: re.Match[str]) -> str:
    """``50%`` as 百分之五十."""
    whole = "百分之" if match[4] == "%" else "千分之"
    said = f"{'负' if match[1] else ''}{whole}{number(match[2])}"
    return f"{said}到{whole}{number(match[3])}" if match[3] else said


def money(match: re.Match[str]) -> str:
    """``$3.50`` as 三点五美元, ``¥3万`` as 三万元."""
    size = SIZES.get(match[5], match[5]) if match[5] else ""
    first = number(trimmed(match[3]), counts=True)
    said = f"{first}到{number(trimmed(match[4]), counts=True)}" if match[4] else first
    return f"{'负' if match[1] else ''}{said}{size}{COINS[match[2]]}"


def trimmed(written: str) -> str:
    """Without noughts behind the point."""
    return written.rstrip("0").rstrip(".") if "." in written else written


def measure(match: re.Match[str]) -> str:
    """``-5℃`` as 零下五摄氏度, ``60km/h`` as 每小时六十公里."""
    before, unit = PER.get(match[4], ("", UNITS.get(match[4], "")))
    before = "" if match.string[: match.start()].endswith("时速") else before
    minus = ("零下" if unit.endswith("度") else "负") if match[1] else ""
    first = number(match[2], counts=not match[3])
    return minus + before + (f"{first}到{number(match[3], counts=True)}" if match[3] else first) + unit


def sign(match: re.Match[str]) -> str:
    """A sign of arithmetic."""
    return SIGNS[next(group for group in match.groups() if group)]
