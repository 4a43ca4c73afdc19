"""New bags, and what is carried in the hand."""

from __future__ import annotations

from typing import Final

from avatars.forge.garments import backpack, kinchaku, satchel, tote, umbrella
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

_CANVAS: Final = {"en": "Canvas", "zh": "帆布", "ja": "帆布"}
_LEATHER: Final = {"en": "Leather", "zh": "皮革", "ja": "革"}
_TANS: Final = ("#8f5a3a", "#5b3a2e", "#a8643c", "#c29a6b", "#3f3a3c", "#7a2f3f", "#4c5a4a", "#6e4632")
_CLOTHS: Final = ("#5f7a63", "#3f5468", "#e9dfca", "#c8863f", "#8c4a5a", "#4a4a52", "#a9a38f", "#7d8fa6")
_BRIGHT: Final = ("#a8456a", "#3f4a63", "#3f6f78", "#d9a441", "#8c2f34", "#6f8f7c", "#e8d9bd", "#5b4a7a")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "canvas-tote", "bag",
            {"en": "Canvas tote", "zh": "帆布托特包", "ja": "帆布のトートバッグ"},
            {"en": ("tote", "tote bag", "shopping bag", "bag"), "zh": ("托特包", "帆布包", "购物袋", "包"),
             "ja": ("トートバッグ", "エコバッグ", "バッグ", "かばん")},
            (Zone("canvas", _CANVAS, tote.CANVAS, ("#e9dfca", "#c9d3cf", "#d9b8ae", "#b9c2b4", "#4a4a52", "#3f5468"),
                  ("stripe", "check")),
             Zone("handle", {"en": "Handles and sun", "zh": "提手和太阳", "ja": "持ち手と太陽"}, tote.HANDLE, _BRIGHT),
             Zone("print", {"en": "Waves", "zh": "波浪", "ja": "波"}, tote.PRINT, _BRIGHT)),
            tags=("casual", "summer"), made_for={"plain": 0.8}, layer=LAYERS["bag"],
            stories={"en": "Printed the sun myself, slightly too low, so it is always evening on my bag.",
                     "zh": "太阳是我自己印的，印得低了点，所以我的包上永远是傍晚。",
                     "ja": "太陽は自分で刷りました。少し低すぎて、このかばんはいつも夕方です。"},
        ),
        tote.make_tote,
    ),
    Garment(
        GarmentInfo(
            "cross-body-bag", "bag",
            {"en": "Small cross-body bag", "zh": "斜挎小包", "ja": "小さな斜めがけバッグ"},
            {"en": ("cross-body bag", "shoulder bag", "satchel", "bag"), "zh": ("斜挎包", "小包", "包"),
             "ja": ("ショルダーバッグ", "斜めがけ", "バッグ", "かばん")},
            (Zone("leather", _LEATHER, satchel.LEATHER, _TANS),
             Zone("strap", {"en": "Strap", "zh": "背带", "ja": "ストラップ"}, satchel.STRAP, _TANS)),
            tags=("casual", "office", "autumn"), made_for={"plain": 0.5, "evening": 0.3}, layer=LAYERS["bag"],
            stories={"en": "Room for a book, an apple and one good excuse to leave early.",
                     "zh": "放得下一本书、一个苹果，和一个早退的好借口。",
                     "ja": "本一冊、りんご一個、早く帰る言いわけ一つが入ります。"},
        ),
        satchel.make_satchel,
    ),
    Garment(
        GarmentInfo(
            "canvas-backpack", "bag",
            {"en": "Canvas rucksack", "zh": "帆布双肩包", "ja": "帆布のリュック"},
            {"en": ("backpack", "rucksack"), "zh": ("双肩包", "背包", "书包"), "ja": ("リュック", "バックパック", "かばん")},
            (Zone("canvas", _CANVAS, backpack.CANVAS, _CLOTHS, ("check",)), Zone("leather", _LEATHER, backpack.LEATHER, _TANS)),
            tags=("casual", "sporty", "autumn"), made_for={"plain": 0.8}, layer=LAYERS["bag"], origin="milestone",
            unlock="first-journey",
            stories={"en": "It still has a map in the front pocket of a place we only talked about.",
                     "zh": "前袋里还放着一张地图，是我们只聊过、没去过的地方。",
                     "ja": "前のポケットに、二人で話しただけの場所の地図が入ったままです。"},
        ),
        backpack.make_backpack,
    ),
    Garment(
        GarmentInfo(
            "drawstring-pouch", "bag",
            {"en": "Drawstring pouch", "zh": "束口小袋", "ja": "巾着"},
            {"en": ("drawstring pouch", "kinchaku", "pouch"), "zh": ("束口袋", "小布袋", "荷包"), "ja": ("巾着", "きんちゃく")},
            (Zone("cloth", {"en": "Cloth", "zh": "布料", "ja": "生地"}, kinchaku.CLOTH, _BRIGHT, ("floral", "check", "stripe")),
             Zone("base", {"en": "Base", "zh": "袋底", "ja": "底"}, kinchaku.BASE, _BRIGHT),
             Zone("cord", {"en": "Cord", "zh": "束绳", "ja": "ひも"},
                  kinchaku.CORD, ("#e8c987", "#c8563f", "#f3ede2", "#8c7b9a", "#4a4a50", "#6f8f7c"))),
            tags=("festive", "summer"), made_for={"evening": 0.4, "plain": 0.3}, layer=LAYERS["bag"], origin="season",
            unlock="summer-festival",
            stories={"en": "It holds three coins, a fan and whatever the festival gives me.",
                     "zh": "里面有三枚硬币、一把扇子，和庙会送我的随便什么。",
                     "ja": "小銭が三枚、扇子が一本、あとはお祭りがくれたものを入れます。"},
        ),
        kinchaku.make_kinchaku,
    ),
    Garment(
        GarmentInfo(
            "closed-umbrella", "bag",
            {"en": "Umbrella", "zh": "长柄伞", "ja": "傘"},
            {"en": ("umbrella", "brolly"), "zh": ("雨伞", "伞", "长柄伞"), "ja": ("傘", "かさ", "雨傘")},
            (Zone("canopy", {"en": "Canopy", "zh": "伞面", "ja": "傘布"}, umbrella.CANOPY, _BRIGHT),
             Zone("border", {"en": "Border", "zh": "伞边", "ja": "縁"},
                  umbrella.BORDER, ("#e9d9b8", "#c8563f", "#8fa6c7", "#f3ede2", "#4a4a50", "#d9a441")),
             Zone("wood", {"en": "Wood", "zh": "木柄", "ja": "木の柄"},
                  umbrella.WOOD, ("#a5713f", "#6e4632", "#c9a25f", "#3f3a3c", "#8a5a44", "#d8c7a6"))),
            tags=("rain",), made_for={"wet": 1.0, "plain": 0.5}, layer=LAYERS["bag"], origin="story", unlock="rainy-day",
            stories={"en": "Big enough for two, which is why I never correct the forecast.",
                     "zh": "够两个人撑，所以天气预报说什么我都不反驳。",
                     "ja": "二人で入れる大きさなので、天気予報には逆らいません。"},
        ),
        umbrella.make_umbrella,
    ),
)
