"""New trousers and skirts."""

from __future__ import annotations

from avatars.forge.garments import a_line_skirt, long_skirt, pleated_skirt
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import GarmentInfo, Zone

_CLOTH = {"en": "Cloth", "zh": "布料", "ja": "生地"}
_WARM = ("#6f8f7c", "#b06a3c", "#8d4f5c", "#3f5468", "#c9b28f", "#4a4a52", "#d9a441", "#e6dccb")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "pleated_skirt", "bottom",
            {"en": "Sunray skirt", "zh": "百褶半身裙", "ja": "プリーツのミディスカート"},
            {"en": ("pleated skirt", "sunray skirt", "midi skirt", "skirt"), "zh": ("百褶裙", "半身裙", "裙子"),
             "ja": ("プリーツスカート", "ミディスカート", "スカート")},
            (Zone("cloth", _CLOTH, pleated_skirt.DYE, _WARM, ("stripe", "floral")),),
            tags=("office", "casual", "spring"), made_for={"warmth": 0.4, "evening": 0.4, "plain": 0.6, "wet": 0.0},
            stories={"en": "I spent an afternoon ironing nothing, because it keeps its pleats by itself.",
                     "zh": "本想花一下午熨它，结果它的褶子自己就服服帖帖。",
                     "ja": "午後いっぱいアイロンをかけるつもりだったのに、ひだは自分で形を覚えていたの。"},
            layer=3,
        ),
        pleated_skirt.make_pleated_skirt,
    ),
    Garment(
        GarmentInfo(
            "a_line_skirt", "bottom",
            {"en": "Corduroy A-line skirt", "zh": "灯芯绒A字裙", "ja": "コーデュロイの台形スカート"},
            {"en": ("a-line skirt", "corduroy skirt", "short skirt", "skirt"), "zh": ("a字裙", "灯芯绒裙", "短裙", "裙子"),
             "ja": ("台形スカート", "コーデュロイスカート", "スカート")},
            (Zone("cloth", _CLOTH, a_line_skirt.DYE, _WARM, ()),),
            tags=("casual", "autumn"), made_for={"warmth": 0.4, "evening": 0.2, "plain": 0.6, "wet": 0.0},
            layer=3,
        ),
        a_line_skirt.make_a_line_skirt,
    ),
    Garment(
        GarmentInfo(
            "long_skirt", "bottom",
            {"en": "Long flowing skirt", "zh": "飘逸长裙", "ja": "ふんわりロングスカート"},
            {"en": ("long skirt", "maxi skirt", "flowing skirt", "skirt"), "zh": ("长裙", "半身长裙", "裙子"),
             "ja": ("ロングスカート", "スカート")},
            (Zone("cloth", _CLOTH, long_skirt.CLOTH, _WARM, ("floral", "stripe", "dots")),
             Zone("border", {"en": "Border", "zh": "镶边", "ja": "縁飾り"}, long_skirt.BORDER, _WARM, ())),
            tags=("evening", "summer"), made_for={"warmth": 0.4, "evening": 0.7, "plain": 0.3, "wet": 0.0},
            layer=3,
        ),
        long_skirt.make_long_skirt,
    ),
)
