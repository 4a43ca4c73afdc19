"""Praise of what went wrong: "Oh great, another flat tyre, I just love Mondays." Nothing in it is liked, and nobody is happy."""

from __future__ import annotations

import re
from typing import Final

from mind.languages import Lang

_PRAISED: Final[dict[Lang, re.Pattern[str]]] = {
    "en": re.compile(
        r"^(?:oh|well|ah|wow)?[, ]*(?:great|wonderful|lovely|fantastic|perfect|brilliant|fabulous)\b(?!!)"
        r".*\b(?:another|again|broken?|flat|died|dead|late|lost|cancelled|canceled|missed|leak\w*|stuck|stolen|spilled|failed"
        r"|crash\w*|just what i needed)\b", re.IGNORECASE),
    "zh": re.compile(
        r"^(?:哎呀|哇|啊|哦)?[，,\s]*(?:太好了|好极了|太棒了|可?真好|可?真棒|great)[，,。\s].*"
        r"(?:又[^有能可]|坏了|停[水电]|忘了|丢了|迟到|加班|摔|漏了|堵车|没了)", re.IGNORECASE),
    "ja": re.compile(
        r"^(?:ああ|わあ)?[、\s]*(?:すばらしい|素晴らしい|最高|すてき)(?:です|だ)?[、。\s].*"
        r"(?:穴があ|壊れ|こわれ|遅れ|なくし|忘れ|漏れ|止まっ)"),
}  # fmt: skip


def ironic(text: str, lang: Lang) -> bool:
    """Whether a turn begins with praise and goes on with a mishap."""
    return bool(_PRAISED[lang].match(text.strip()))
