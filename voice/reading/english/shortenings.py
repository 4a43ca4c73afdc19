"""English shortenings in full, stretched words, slashes and signs."""

from __future__ import annotations

import re
from typing import Final

from voice.reading.english.capitals import lettered, with_capitals
from voice.reading.english.roman import with_roman
from voice.reading.traced_text import TracedText

FULL: Final = {
    "Mr": "Mister", "Mrs": "Missis", "Ms": "Miz", "Prof": "Professor", "Mt": "Mount", "Jr": "Junior", "Sr": "Senior",
    "Rev": "Reverend",
    "Gen": "General", "Capt": "Captain", "Lt": "Lieutenant", "Sgt": "Sergeant", "Gov": "Governor", "Sen": "Senator",
    "Pres": "President",
    "vs": "versus", "approx": "approximately", "dept": "department", "est": "estimated", "Inc": "Incorporated", "Ltd": "Limited",
    "Corp": "Corporation", "Bros": "Brothers", "Ave": "Avenue", "Blvd": "Boulevard", "Rd": "Road", "Hwy": "Highway",
    "Apt": "Apartment", "govt": "government",
    "misc": "miscellaneous", "tel": "telephone", "incl": "including", "excl": "excluding", "max": "maximum", "min": "minimum",
    "fig": "figure", "vol": "volume", "ch": "chapter", "ed": "edition", "eds": "editors", "cf": "compare",
    "ca": "about", "resp": "respectively",
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday", "Thurs": "Thursday",
    "Fri": "Friday",
}  # fmt: skip
"""Said in full where a point stands behind."""

NAMED: Final = "|".join(sorted(FULL, key=len, reverse=True))
POINTED: Final = re.compile(rf"(?<![\w.])({NAMED})\.(?=[ ]?[\w,;:)])|(?<![\w.])(vs|approx)\b\.?", re.IGNORECASE)
BARE_TITLE: Final = re.compile(r"\b(Mr|Mrs|Ms)(?=[ ][A-Z])")
DOCTOR: Final = re.compile(r"\bDr\.?(?=[ ]?[A-Z][\w'-])|(?<=[A-Za-z] )Dr\b\.?")
SAINT: Final = re.compile(
    r"\bSt\.[ ]?(?=[A-Z])|(?<=[a-z] )St\b\.?(?![\w'])|\bSt[ ](?=(?:Mary|John|Paul|Peter|George|James|Patrick)\b)"
)
LATIN: Final = re.compile(
    r"\b(e\.[ ]?g\.|i\.[ ]?e\.|etc\b\.?|et al\.|n\.b\.|p\.s\.|P\.S\.|a\.k\.a\.|aka\b"
    r"|R\.S\.V\.P\.),?(?=(?P<end>[ ]{0,2}[A-Z\"]|[ ]{0,2}$)?)"
)
LATIN_SAID: Final = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc": "et cetera",
    "et al.": "and others",
    "n.b.": "note",
    "p.s.": "P S",
    "a.k.a.": "also known as",
    "aka": "also known as",
    "r.s.v.p.": "R S V P",
}
HALF_DAY: Final = re.compile(r"\b([ap])\.m\.?(?![\w])|(?<=[a-z] )\b([AP]M)\b")
PAGES: Final = re.compile(
    r"\b(pp?)\.[ ]?(?=(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thir|four|fif|six|seven"
    r"|eigh|nine|twen)[a-z]*)"
)
COMPANY: Final = re.compile(r"(?<=[A-Za-z] )Co\.(?=[ ,]|$)")
SHORT_WITH: Final = re.compile(r"(?<![\w/])(w/o|w/|b/c|n/a|N/A|c/o|a/c|A/C)(?![\w/])[ ]?|(?<![\w/])(w/)(?=[a-z])")
WITH: Final = {"w/o": "without ", "w/": "with ", "b/c": "because ", "n/a": "not applicable ", "c/o": "care of ", "a/c": "A C "}
PLUS: Final = re.compile(r"(?<![A-Za-z])([A-Z])(\+\+|[+#])(?![\w])")
PLUS_SAID: Final = {"+": " plus", "++": " plus plus", "#": " sharp"}
FIRMS: Final = re.compile(r"\b([A-Z]{1,3})&([A-Z]{1,3})\b")
ET: Final = re.compile(r"[ ]?&[ ]?")
TOGETHER: Final = re.compile(r"(?<=[^\W\d_])[ ]?/[ ]?(?=[^\W\d_])")
STRETCHED: Final = re.compile(r"([^\W\d_IX])\1{2,}+")
LONGEST: Final = 40
"""Letters of a word; what is longer is none."""

ENDLESS: Final = re.compile(r"[A-Za-z]{41,}+")
HINT: Final = re.compile(r"\.|\b(?:Dr|St|Mr|Mrs|Ms|vs|aka|etc|approx|AM|PM)\b")
"""What a text must have for titles and Latin to be looked for."""


def with_shortenings(text: TracedText) -> TracedText:
    """Words as they are said: shortenings in full, capitals as words or letters."""
    text = text.sub(STRETCHED, lambda match: (match.start(), match.start() + 2))
    text = text.sub(ENDLESS, lambda match: (match.start(), match.start() + LONGEST))
    if HINT.search(text.text):
        text = text.sub(LATIN, latin).sub(DOCTOR, doctor).sub(SAINT, saint)
        text = text.sub(PAGES, lambda match: "page " if match[1] == "p" else "pages ").sub(COMPANY, "Company")
        text = text.sub(POINTED, in_full).sub(BARE_TITLE, lambda match: FULL[match[1]]).sub(HALF_DAY, half_day)
    if "/" in text.text:
        text = text.sub(SHORT_WITH, lambda match: WITH[(match[1] or match[2]).lower()]).sub(TOGETHER, slash)
    text = text.sub(PLUS, lambda match: match[1] + PLUS_SAID[match[2]])
    return with_capitals(
        with_roman(text.sub(FIRMS, lambda match: f"{lettered(match[1])} and {lettered(match[2])}").sub(ET, " and "))
    )


def half_day(match: re.Match[str]) -> str:
    """*a.m.* and *p.m.*, without a point of their own where the sentence ends."""
    said = f"{(match[1] or match[2][0]).lower()}.m"
    return said if match.string[match.end() : match.end() + 1] in (".", "!", "?") else f"{said}."


def latin(match: re.Match[str]) -> str:
    """*For example*, *that is*, *et cetera*; a sentence that ends with one keeps its end."""
    short = match[1].lower().replace(". ", ".")
    said = LATIN_SAID[short.rstrip(".") if short.startswith("etc") else short]
    if short.startswith(("etc", "et al")):
        return said + ("." if match["end"] is not None and match[1].endswith(".") else "")
    return said if short.startswith(("aka", "a.k")) else f"{said},"


def doctor(match: re.Match[str]) -> str:
    """Doctor before a name, Drive after one."""
    return "Doctor" if match.string[match.end() : match.end() + 2].strip()[:1].isupper() else "Drive"


def saint(match: re.Match[str]) -> str:
    """Saint before a name, Street after one."""
    return "Saint " if match.string[match.end() : match.end() + 1].isupper() else "Street"


def in_full(match: re.Match[str]) -> str:
    """The shortening in full, as capitalised as its listing."""
    short = match[1] or match[2]
    return next(FULL[form] for form in (short, short.lower(), short.capitalize()) if form in FULL)


def slash(match: re.Match[str]) -> str:
    """*He or she*, *and or*, and only a gap between capitals."""
    before, after = match.string[: match.start()][-3:], match.string[match.end() : match.end() + 2]
    return " " if before.lower() == "and" or (after.isupper() and before[-1:].isupper()) or not before.isascii() else " or "
