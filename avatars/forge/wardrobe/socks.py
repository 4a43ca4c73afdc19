"""New socks, stockings and leg warmers."""

from __future__ import annotations

from typing import Final

from avatars.forge.garments import socks
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

_KNIT: Final = {"en": "Knit", "zh": "织物", "ja": "ニット"}
_BAND: Final = {"en": "Bands", "zh": "条带", "ja": "ライン"}
_WOOLS: Final = ("#ece3d3", "#b9694a", "#8fa08a", "#7d8fa6", "#8c7b9a", "#d9a441", "#5e5a5f", "#a9746f")
_DARK: Final = ("#54424d", "#3b3f4c", "#4a3a34", "#5d5f66", "#6e2f3a", "#3f4f44", "#8a7f78", "#e6dccb")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "knee-socks", "socks",
            {"en": "Ribbed knee socks", "zh": "罗纹及膝袜", "ja": "リブのハイソックス"},
            {"en": ("knee socks", "long socks", "socks"), "zh": ("及膝袜", "中筒袜", "袜子"), "ja": ("ハイソックス", "靴下")},
            (Zone("cloth", _KNIT, socks.KNEE, _WOOLS), Zone("band", _BAND, socks.KNEE_BAND, _WOOLS)),
            tags=("casual", "sporty"), made_for={"warmth": 0.5, "plain": 0.7}, layer=LAYERS["socks"],
            stories={"en": "They stay up, which is more than I can say for most plans.",
                     "zh": "它们不会往下滑，这一点比大多数计划都可靠。",
                     "ja": "ずり落ちません。たいていの計画より頼りになります。"},
        ),
        socks.make_knee_socks,
    ),
    Garment(
        GarmentInfo(
            "wool-socks", "socks",
            {"en": "Chunky wool socks", "zh": "粗线羊毛袜", "ja": "ざっくりウールソックス"},
            {"en": ("wool socks", "warm socks", "chunky socks", "socks"), "zh": ("羊毛袜", "毛线袜", "袜子"),
             "ja": ("ウールソックス", "毛糸の靴下", "靴下")},
            (Zone("cloth", _KNIT, socks.WOOL, _WOOLS),
             Zone("fleck", {"en": "Flecks and heel", "zh": "点子和袜跟", "ja": "ネップとかかと"}, socks.FLECK, _WOOLS)),
            tags=("cosy", "winter", "sleep"), made_for={"warmth": 0.9, "plain": 0.9}, layer=LAYERS["socks"], origin="season",
            unlock="autumn",
            stories={"en": "Knitted from what was left of three jumpers, so they are related to half my wardrobe.",
                     "zh": "用三件毛衣剩下的线织的，所以跟我半个衣柜都沾亲。",
                     "ja": "セーター三枚の残り糸で編んだので、衣装の半分と親戚です。"},
        ),
        socks.make_wool_socks,
    ),
    Garment(
        GarmentInfo(
            "opaque-stockings", "socks",
            {"en": "Opaque stockings", "zh": "厚长筒袜", "ja": "厚手のストッキング"},
            {"en": ("stockings", "opaque stockings", "hose"), "zh": ("长筒袜", "厚丝袜", "袜子"),
             "ja": ("ストッキング", "オーバーニー")},
            (Zone("cloth", _KNIT, socks.STOCKING, _DARK),),
            tags=("evening", "office", "winter"), made_for={"warmth": 0.5, "evening": 0.6, "plain": 0.4}, layer=LAYERS["socks"],
            stories={"en": "The seam behind is perfectly straight, which took longer than the rest of the evening.",
                     "zh": "后面那道线笔直，为了它我花的时间比整个晚上还长。",
                     "ja": "後ろの縫い目はまっすぐ。そろえるのに、その晩より長くかかりました。"},
        ),
        socks.make_stockings,
    ),
    Garment(
        GarmentInfo(
            "tabi-socks", "socks",
            {"en": "Tabi", "zh": "足袋", "ja": "足袋"},
            {"en": ("tabi", "split-toe socks"), "zh": ("足袋", "分趾袜"), "ja": ("足袋", "たび")},
            (Zone("cloth", {"en": "Cloth", "zh": "布料", "ja": "生地"},
                  socks.TABI, ("#f3ede2", "#d8dce0", "#e3c3b2", "#8c4a5a", "#3f4a63", "#4a4a50")),
             Zone("clasp", {"en": "Clasps", "zh": "扣爪", "ja": "こはぜ"},
                  socks.CLASP, ("#8c6f52", "#c9a25f", "#b9bec4", "#4a4a50", "#e8d9bd", "#8c2f34"))),
            tags=("festive",), made_for={"warmth": 0.3, "evening": 0.5, "plain": 0.3}, layer=LAYERS["socks"], origin="season",
            unlock="summer-festival",
            stories={"en": "Four small clasps, and I always do the lowest one last.",
                     "zh": "四个小扣子，我总是最后才扣最下面那个。",
                     "ja": "小さなこはぜが四つ。いちばん下は、いつも最後に留めます。"},
        ),
        socks.make_tabi,
    ),
    Garment(
        GarmentInfo(
            "leg-warmers", "socks",
            {"en": "Slouchy leg warmers", "zh": "堆堆袜套", "ja": "くしゅくしゅレッグウォーマー"},
            {"en": ("leg warmers", "legwarmers"), "zh": ("袜套", "堆堆袜", "腿套"), "ja": ("レッグウォーマー",)},
            (Zone("cloth", _KNIT, socks.WARMER, _WOOLS), Zone("band", _BAND, socks.WARMER_BAND, _WOOLS)),
            tags=("cosy", "sporty", "winter"), made_for={"warmth": 0.7, "plain": 0.6}, layer=LAYERS["shoes"],
            stories={"en": "I started them as a scarf and ran out of neck.",
                     "zh": "本来要织围巾，织着织着就不想围在脖子上了。",
                     "ja": "マフラーのつもりで編み始めて、途中で足が寒くなりました。"},
        ),
        socks.make_leg_warmers,
    ),
)
