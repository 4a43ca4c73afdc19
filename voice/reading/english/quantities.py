"""Money and measured things in English."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.numbers import cardinal, number
from voice.reading.traced_text import TracedText

AMOUNT: Final = r"[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:\.[0-9]{1,15})?|[0-9]{1,15}(?:\.[0-9]{1,15})?|\.[0-9]{1,15}"
START: Final = r"(?<![\w.,:/])"
MINUS: Final = r"(?:(?<![\w)])[-−])?"

COINS: Final = {
    "$": ("dollar", "dollars", "cent", "cents"), "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"), "¥": ("yen", "yen", "", ""), "₩": ("won", "won", "", ""),
    "₹": ("rupee", "rupees", "paisa", "paise"), "₽": ("rouble", "roubles", "kopeck", "kopecks"),
    "USD": ("dollar", "dollars", "cent", "cents"), "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound", "pounds", "penny", "pence"), "JPY": ("yen", "yen", "", ""), "CNY": ("yuan", "yuan", "", ""),
    "RMB": ("yuan", "yuan", "", ""), "元": ("yuan", "yuan", "", ""), "円": ("yen", "yen", "", ""),
    "CHF": ("franc", "francs", "", ""), "¢": ("cent", "cents", "", ""),
}  # fmt: skip
"""One and several of a coin, and of its hundredth."""

SIZES: Final = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million", "bn": "billion", "B": "billion",
    "b": "billion",
    "T": "trillion", "tn": "trillion", "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion",
}  # fmt: skip
SIZE: Final = r"(?:[ ]?(k|K|mn|m|M|bn|B|b|tn|T)\b|[ ](thousand|million|billion|trillion)\b)?"
MONEY: Final = re.compile(rf"(?<![\w.,])({MINUS})(?:US|U\.S\.|A|C|HK)?([$€£¥₩₹₽])[ ]?({AMOUNT}){SIZE}(?![0-9])")
MONEY_SPAN: Final = re.compile(
    rf"(?<![\w.,])([$€£¥₩₹₽])[ ]?({AMOUNT})[ ]?[-–][ ]?\1?({AMOUNT}){SIZE}(?![0-9]|[-.,][0-9])"
)
CODE_BEFORE: Final = re.compile(rf"\b(USD|EUR|GBP|JPY|CNY|RMB|CHF)[ ]?({AMOUNT})(?![0-9])")
MONEY_AFTER: Final = re.compile(rf"{START}({MINUS})({AMOUNT})[ ]?(€|£|\$|¥|₽|₩|₹|¢|(?:USD|EUR|GBP|JPY|CNY|RMB|CHF)\b|元|円)")

UNITS: Final = {
    "km": "kilometre", "m": "metre", "cm": "centimetre", "mm": "millimetre", "µm": "micrometre", "nm": "nanometre",
    "mi": "mile", "ft": "foot",
    "yd": "yard", "kg": "kilogram", "g": "gram", "mg": "milligram", "µg": "microgram", "lb": "pound", "lbs": "pound",
    "oz": "ounce",
    "t": "ton", "l": "litre", "L": "litre", "ml": "millilitre", "mL": "millilitre", "cl": "centilitre", "dl": "decilitre",
    "kB": "kilobyte", "KB": "kilobyte", "MB": "megabyte", "GB": "gigabyte", "TB": "terabyte", "KiB": "kibibyte",
    "MiB": "mebibyte",
    "GiB": "gibibyte", "Mbps": "megabit/second", "Mbit/s": "megabit/second", "MB/s": "megabyte/second", "kbps": "kilobit/second",
    "Gbps": "gigabit/second", "km/h": "kilometre/hour", "kph": "kilometre/hour", "kmh": "kilometre/hour", "mph": "mile/hour",
    "m/s": "metre/second", "l/100km": "litre/hundred kilometres", "Hz": "hertz", "kHz": "kilohertz",
    "MHz": "megahertz", "GHz": "gigahertz",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "kWh": "kilowatt hour", "Wh": "watt hour", "V": "volt",
    "mV": "millivolt", "A": "amp", "mA": "milliamp",
    "mAh": "milliamp hour", "Ω": "ohm", "J": "joule", "kJ": "kilojoule", "kcal": "kilocalorie", "cal": "calorie",
    "N": "newton", "Pa": "pascal", "hPa": "hectopascal",
    "kPa": "kilopascal", "bar": "bar", "dB": "decibel", "px": "pixel", "MP": "megapixel", "fps": "frame/second",
    "rpm": "turn/minute", "bpm": "beat/minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "s": "second", "sec": "second", "secs": "second",
    "ms": "millisecond", "µs": "microsecond", "ns": "nanosecond", "d": "day", "wk": "week", "wks": "week",
    "yr": "year", "yrs": "year", "mo": "month",
    "°C": "degree Celsius", "℃": "degree Celsius", "°F": "degree Fahrenheit", "℉": "degree Fahrenheit", "°": "degree",
    "m²": "square metre", "m2": "square metre", "m^2": "square metre", "km²": "square kilometre",
    "km2": "square kilometre", "cm²": "square centimetre", "ft²": "square foot",
    "sqm": "square metre", "m³": "cubic metre", "m3": "cubic metre", "cm³": "cubic centimetre",
    "cm3": "cubic centimetre", "ha": "hectare", "%": "percent", "‰": "per mille",
    "pt": "point", "pts": "point", "x": "times", "×": "times",
}  # fmt: skip
SAME: Final = frozenset({"hertz", "kilohertz", "megahertz", "gigahertz", "percent", "per mille", "times"})
"""Units that have no plural."""

TIGHT: Final = frozenset({"t", "A", "J", "N", "x", "×", "d", "bar", "W", "V", "L"})
"""Units that are letters of other things too: only right behind the number."""

NAMED: Final = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True) if unit not in TIGHT)
CLOSE: Final = "|".join(re.escape(unit) for unit in sorted(TIGHT, key=len, reverse=True))
MEASURE: Final = re.compile(
    rf"(?<![\w.,:])(?<![0-9]/)({MINUS})({AMOUNT})(?:[ ]?[-–][ ]?({AMOUNT})|[ ]?(?:to)[ ]({AMOUNT}))?"
    rf"(?:[ ]?({NAMED})|({CLOSE}))(?![\w²³^]|/[A-Za-z])"
)
BY: Final = re.compile(r"(?<=[A-Za-z0-9])[ ]?[x×][ ]?(?=[0-9]{1,6}(?:\.[0-9]{1,4})?[ ]?(?:ft|m|cm|mm|km)\b)")
TOGETHER: Final = re.compile(r"(?<![\w.,:/])([0-9]{1,3})[ ]?h[ ]?([0-5]?[0-9])[ ]?(?:m|min)?(?:[ ]?([0-5]?[0-9])[ ]?s)?(?![\w])")
MINUTES: Final = re.compile(r"(?<![\w.,:/])([0-9]{1,3})[ ]?m(?:in)?[ ]([0-5]?[0-9])[ ]?s(?:ec)?(?![\w])")
FEET: Final = re.compile(r"(?<![\w.,:/])([1-9])'[ ]?([0-9]|1[01])(?:\"|'')")


def with_quantities(text: TracedText) -> TracedText:
    """Money, lengths, weights, times and the like in words."""
    text = text.sub(MONEY_SPAN, money_span).sub(MONEY, money)
    text = text.sub(CODE_BEFORE, lambda match: amount(match[2], match[1], "")).sub(MONEY_AFTER, money_after)
    text = text.sub(TOGETHER, lambda match: times(("hour", match[1]), ("minute", match[2]), ("second", match[3])))
    text = text.sub(MINUTES, lambda match: times(("minute", match[1]), ("second", match[2])))
    text = text.sub(FEET, lambda match: f"{counted(match[1], 'foot')} {cardinal(int(match[2]))}")
    return text.sub(BY, " by ").sub(MEASURE, measure)


def money(match: re.Match[str]) -> str:
    """*$3.50*, *€1,200*, *$3 million*."""
    return ("minus " if match[1] else "") + amount(match[3], match[2], SIZES.get(match[4] or match[5] or "", ""))


def money_span(match: re.Match[str]) -> str:
    """*$5-10*."""
    return f"{number(match[2])} to {amount(match[3], match[1], SIZES.get(match[4] or match[5] or '', ''))}"


def money_after(match: re.Match[str]) -> str:
    """*5 €*, *20 USD*."""
    return ("minus " if match[1] else "") + amount(match[2], match[3], "")


def amount(written: str, coin: str, size: str) -> str:
    """So much money in words."""
    one, many, cent, cents = COINS[coin]
    whole, _, part = written.replace(",", "").partition(".")
    if size:
        return f"{number(written)} {size} {many}"
    if not part or not cent or len(part) > 2:
        return f"{number(written)} {one if written == '1' else many}"
    hundredth = int(part.ljust(2, "0"))
    coins = f"{cardinal(hundredth)} {cent if hundredth == 1 else cents}"
    if not int(whole or 0):
        return coins
    main = f"{cardinal(int(whole))} {one if int(whole) == 1 else many}"
    return main if not hundredth else f"{main} {cardinal(hundredth)}" if hundredth > 9 else f"{main} and {coins}"


def measure(match: re.Match[str]) -> str:
    """*5 km*, *-3.5 °C*, *3-5 kg*."""
    unit = match[5] or match[6]
    last = match[3] or match[4]
    first = ("minus " if match[1] else "") + (f"{number(match[2])} to " if last else "")
    return first + counted(last or match[2], UNITS[unit])


def counted(written: str, unit: str) -> str:
    """A number with its unit in the plural where it is not one."""
    one, slash, per = unit.partition("/")
    if written not in ("1", "1.0") and one not in SAME:
        one = plural(one)
    return f"{number(written)} {one}" + (f" per {per}" if slash else "")


def plural(unit: str) -> str:
    """Several of a unit."""
    if unit.startswith("degree"):
        return unit.replace("degree", "degrees")
    return unit[:-4] + "feet" if unit.endswith("foot") else f"{unit}s"


def times(*parts: tuple[str, str | None]) -> str:
    """*One hour thirty minutes*."""
    return " ".join(counted(str(int(written)), unit) for unit, written in parts if written)
