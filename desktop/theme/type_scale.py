"""Type: roles with size, line and weight, and the faces for each language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase

from mind.languages import Lang

SMALLEST: Final = 11
"""No text is smaller, in logical pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Role:
    """Size and line in logical pixels at 100 %; `cjk_line` where Chinese and Japanese need more air."""

    size: float
    line: float
    weight: int = 400
    display: bool = False
    cjk_line: float | None = None


ROLES: Final[dict[str, Role]] = {
    "title": Role(28, 34, 500, display=True),
    "section": Role(20, 27, 500, display=True),
    "card": Role(18, 24, 500, display=True),
    "crisis": Role(19, 26, 500, display=True),
    "diary": Role(17.5, 29, display=True),
    "stage_caption": Role(20, 29),
    "caption_small": Role(17, 24),
    "talk": Role(15, 23, cjk_line=24),
    "button": Role(14, 21, 600),
    "body": Role(14, 21),
    "lead": Role(15, 23),
    "caption": Role(12, 17),
    "label": Role(12, 17, 600),
    "tile": Role(13, 18),
    "tile_strong": Role(13, 18, 600),
    "pill": Role(13, 18, 500),
    "rail": Role(11, 14, 500),
}

SANS: Final = ("Segoe UI Variable Text", "Segoe UI Variable", "Inter")
SERIF: Final = ("Vollkorn", "Charter", "Georgia", "Noto Serif")
CJK_SANS: Final[dict[Lang, tuple[str, ...]]] = {
    "zh": ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "WenQuanYi Zen Hei"),
    "ja": ("Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", "IPAGothic", "IPAPGothic"),
}
CJK_SERIF: Final[dict[Lang, tuple[str, ...]]] = {
    "zh": ("Songti SC", "Noto Serif CJK SC", "Noto Sans CJK SC", "SimSun", "WenQuanYi Zen Hei"),
    "ja": ("Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Sans CJK JP", "IPAGothic"),
}
FALLBACK_ORDER: Final[dict[Lang, tuple[Lang, ...]]] = {"en": ("ja", "zh"), "zh": ("zh", "ja"), "ja": ("ja", "zh")}
"""Whose shapes a Chinese character takes: the interface language's own first."""


@lru_cache(maxsize=1)
def installed() -> frozenset[str]:
    """The families this machine has."""
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=16)
def families(lang: Lang, display: bool) -> tuple[str, ...]:
    """The faces to try, in order, of those that are installed."""
    wanted: list[str] = list(SERIF if display else SANS)
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    cjk = CJK_SERIF if display else CJK_SANS
    there = [family for family in wanted if family in installed()][:1]
    if not there:
        there = [system]
    for each in FALLBACK_ORDER[lang]:
        there += [family for family in cjk[each] if family in installed()][:1]
    return (*there, system)


def font(role: str, lang: Lang, scale: float = 1.0) -> QFont:
    """The font of a role in a language, at a text scale (1.0 is 100 %)."""
    chosen = ROLES[role]
    made = QFont()
    made.setFamilies(list(families(lang, chosen.display)))
    made.setPixelSize(max(SMALLEST, round(chosen.size * scale)))
    made.setWeight(QFont.Weight(chosen.weight))
    return made


def line_height(role: str, lang: Lang, scale: float = 1.0) -> float:
    """Baseline to baseline of a role, in logical pixels."""
    chosen = ROLES[role]
    line = chosen.cjk_line if chosen.cjk_line is not None and lang != "en" else chosen.line
    return line * scale
