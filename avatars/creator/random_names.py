"""Names for people made by chance: short, easy in three languages, and nobody's in particular."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Names = tuple[Mapping[str, str], ...]


def _names(*rows: tuple[str, str, str]) -> Names:
    return tuple({"en": en, "zh": zh, "ja": ja} for en, zh, ja in rows)


NAMES: Final[dict[str, Names]] = {
    "woman": _names(
        ("Lio", "莉奥", "リオ"), ("Anri", "安莉", "アンリ"), ("Sena", "瑟娜", "セナ"), ("Maren", "玛伦", "マレン"),
        ("Yuna", "优娜", "ユナ"), ("Tessa", "苔莎", "テッサ"), ("Ilsa", "伊尔莎", "イルサ"), ("Noemi", "诺艾米", "ノエミ"),
        ("Kaia", "凯娅", "カイア"), ("Runa", "露娜", "ルナ"), ("Orla", "奥拉", "オーラ"), ("Zora", "佐拉", "ゾラ"),
    ),
    "man": _names(
        ("Ren", "莲恩", "レン"), ("Taro", "塔洛", "タロ"), ("Milo", "米洛", "ミロ"), ("Jon", "乔恩", "ヨン"),
        ("Elio", "埃利奥", "エリオ"), ("Haru", "哈鲁", "ハル"), ("Oskar", "奥斯卡", "オスカル"), ("Niko", "尼科", "ニコ"),
        ("Davi", "达维", "ダヴィ"), ("Soren", "索伦", "ソレン"), ("Idris", "伊德里斯", "イドリス"), ("Leif", "莱夫", "レイフ"),
    ),
    "between": _names(
        ("Aki", "亚希", "アキ"), ("Robin", "萝宾", "ロビン"), ("Sasha", "萨沙", "サーシャ"), ("Nao", "奈央", "ナオ"),
        ("Quinn", "奎恩", "クイン"), ("Lumi", "露米", "ルミ"), ("Remi", "雷米", "レミ"), ("Sol", "索尔", "ソル"),
    ),
}
"""By frame."""
