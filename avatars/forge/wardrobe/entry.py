"""Short ways to write entries of the catalogue: texts as (English, Chinese, Japanese), palettes that go with wool and ember."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from avatars.wardrobe.garment import Zone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from avatars.wardrobe.look import PatternKind

Three = tuple[str, str, str]
WOOLS: Final = ("#f2e6d4", "#c9d3cf", "#b7c4d4", "#e6c9c0", "#d9a441", "#7f9478", "#56657f", "#8d4a4a", "#4a4247")
COTTONS: Final = ("#f4efe6", "#dfe4e0", "#c9b39a", "#a9b7c6", "#e0b7a6", "#8fa48d", "#5b6b7d", "#3f4048")
LEATHERS: Final = ("#74463a", "#a2664a", "#c39a74", "#4a3732", "#2f2b2e", "#7d2f33", "#4f5a4a", "#e6dccd")
ACCENTS: Final = ("#d04d46", "#e7a745", "#2a7a7d", "#b5566f", "#5a7fa8", "#6b5b73", "#f1e4d0", "#40464f")
RUBBERS: Final = ("#f7f2ea", "#e0b87a", "#cfd6d8", "#4a4a50", "#d8a7a0", "#a3b8a5")
METALS: Final = ("#edc278", "#d9d9dd", "#d9a58c", "#8f8a86")

ON_SKIN: Final = 1
"""Layer of chains that lie on the skin: cloth goes over them and does not make room."""
LOW_SHOES: Final = 2
"""Layer of shoes that trousers fall over; tall boots lie outside them."""


def texts(en: str, zh: str, ja: str) -> dict[str, str]:
    """One text by language."""
    return {"en": en, "zh": zh, "ja": ja}


def words(en: str, zh: str, ja: str) -> dict[str, tuple[str, ...]]:
    """Words that ask for a thing, by language, each list parted by commas."""
    return {lang: tuple(word.strip() for word in text.split(",")) for lang, text in texts(en, zh, ja).items()}


_ZONES: Final[Mapping[str, Three]] = {
    "cloth": ("Cloth", "布料", "生地"),
    "wool": ("Wool", "毛线", "毛糸"),
    "knit": ("Knit", "针织", "ニット"),
    "denim": ("Denim", "牛仔布", "デニム"),
    "leather": ("Leather", "皮面", "革"),
    "rubber": ("Rubber", "胶面", "ゴム"),
    "canvas": ("Canvas", "帆布", "キャンバス"),
    "oilskin": ("Oilskin", "雨布", "オイルスキン"),
    "sole": ("Sole", "鞋底", "底"),
    "laces": ("Laces", "鞋带", "靴ひも"),
    "thread": ("Stitching", "缝线", "ステッチ"),
    "lining": ("Lining", "里衬", "裏地"),
    "top": ("Top underneath", "内搭", "インナー"),
    "stars": ("Stars", "星纹", "星もよう"),
    "blossom": ("Blossoms", "花纹", "花もよう"),
    "honey": ("Dots", "点纹", "粒もよう"),
    "bands": ("Bands", "宽条", "太い線"),
    "stripes": ("Stripes", "条纹", "縞"),
    "lines": ("Fine lines", "细线", "細い線"),
    "petals": ("Petals", "花瓣", "花びら"),
    "buds": ("Buds", "花蕾", "つぼみ"),
    "leaves": ("Leaves", "叶子", "葉"),
    "elastic": ("Elastic sides", "松紧侧片", "サイドゴム"),
    "trim": ("Trim", "镶边", "縁取り"),
    "accent": ("Heel tab", "后跟片", "かかと"),
    "metal": ("Metal", "金属", "金具"),
}


def zone(name: str, dye: str, palette: tuple[str, ...], *patterns: PatternKind) -> Zone:
    """A zone of one of the usual names; the palette leaves out the dye it comes in."""
    return Zone(name, texts(*_ZONES[name]), dye, tuple(one for one in palette if one != dye), patterns)
