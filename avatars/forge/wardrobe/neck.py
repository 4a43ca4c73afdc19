"""Scarves, ties and necklaces."""

from __future__ import annotations

from avatars.forge.garments.necklaces import make_lei, make_locket, make_pearls
from avatars.forge.garments.scarf import make_scarf
from avatars.forge.garments.ties import make_bow_tie, make_neckerchief, make_tie
from avatars.forge.wardrobe.entries import METALS, SILKS, WOOLS, entry, zone
from avatars.forge.wardrobe.garment import Garment

_ON_SKIN = 1
"""Necklaces lie below the clothes."""
_UNDER_COLLAR = 2
"""A bow tie neither presses a shirt nor is pressed by it."""
_OVER_SHIRT = 4
"""A tie hangs over shirts and under coats."""
_PEARLS = ("#f2e9e0", "#e8c9bd", "#d9d6dc", "#5a5560", "#c9b28f", "#f5f2ee")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        entry(
            "scarf",
            "neck",
            ("Thick wool scarf", "厚羊毛围巾", "厚手のウールマフラー"),
            (
                ("scarf", "wool scarf", "muffler", "something warm"),
                ("围巾", "羊毛围巾", "暖和"),
                ("マフラー", "毛糸のマフラー", "暖か"),
            ),
            (
                zone("wool", ("Wool", "毛线", "毛糸"), "#a8442f", WOOLS, ("stripe", "check")),
                zone("stripes", ("Stripes and fringe", "条纹与流苏", "縞とフリンジ"), "#efe3d0", WOOLS),
            ),
            ("cosy", "casual", "winter"),
            (
                "Two metres and a half, because I did not want to stop knitting that evening.",
                "足有两米半，因为那晚我不想停下来。",
                "二メートル半あります。あの晩は編むのをやめたくなくて。",
            ),
            warmth=0.9,
        ),
        lambda: make_scarf("#a8442f", "#efe3d0"),
    ),
    Garment(
        entry(
            "neckerchief",
            "neck",
            ("Silk neckerchief", "真丝方巾", "シルクのスカーフ"),
            (
                ("neckerchief", "silk scarf", "kerchief", "bandana"),
                ("方巾", "丝巾", "领巾"),
                ("スカーフ", "ネッカチーフ", "バンダナ"),
            ),
            (
                zone("silk", ("Silk", "真丝", "シルク"), "#33586b", (*SILKS, "#33586b"), ("dots", "stripe", "floral")),
                zone("border", ("Border", "镶边", "縁"), "#f0e3d2", SILKS),
            ),
            ("office", "casual", "evening", "elegant"),
            (
                "It has been a sling, a sail for a toy boat and a bookmark; at the throat it is happiest.",
                "它当过吊带、玩具船的帆和书签，系在颈间最自在。",
                "三角巾にも、おもちゃの舟の帆にも、栞にもなりました。首もとがいちばん幸せそうです。",
            ),
            evening=0.4,
            warmth=0.2,
        ),
        lambda: make_neckerchief("#33586b", "#f0e3d2"),
    ),
    Garment(
        entry(
            "pearls",
            "neck",
            ("String of pearls", "珍珠项链", "真珠のネックレス"),
            (("pearls", "pearl necklace", "necklace"), ("珍珠项链", "项链", "珍珠"), ("真珠", "パールネックレス", "ネックレス")),
            (zone("pearl", ("Pearls", "珍珠", "真珠"), "#f2e9e0", _PEARLS),),
            ("evening", "elegant", "office"),
            (
                "For evenings on which even the kettle should behave.",
                "留给连水壶都该规规矩矩的夜晚。",
                "やかんでさえお行儀よくする、そんな夜のために。",
            ),
            evening=1.0,
            layer=_ON_SKIN,
        ),
        lambda: make_pearls("#f2e9e0"),
    ),
    Garment(
        entry(
            "locket",
            "neck",
            ("Leaf locket", "叶纹吊坠盒", "木の葉のロケット"),
            (("locket", "necklace", "medallion"), ("吊坠盒", "项坠", "项链"), ("ロケット", "ペンダント", "ネックレス")),
            (
                zone("metal", ("Metal", "金属", "金属"), "#d9b46a", METALS),
                zone("enamel", ("Enamel", "珐琅", "七宝"), "#3f5f6b", (*SILKS, "#3f5f6b")),
            ),
            ("casual", "evening", "elegant"),
            (
                "It opens, and it is still empty; I am waiting for the right thing to keep in it.",
                "它能打开，里面还是空的，我在等该放进去的东西。",
                "開くんですが、まだ空です。しまっておくものを待っているんです。",
            ),
            evening=0.5,
            plain=0.3,
            layer=_ON_SKIN,
            origin="milestone",
            unlock="first-secret",
        ),
        lambda: make_locket("#d9b46a", "#3f5f6b"),
    ),
    Garment(
        entry(
            "tie",
            "neck",
            ("Woven silk tie", "真丝领带", "シルクのネクタイ"),
            (("tie", "necktie"), ("领带",), ("ネクタイ",)),
            (zone("silk", ("Silk", "真丝", "シルク"), "#7a2f3a", (*SILKS, "#7a2f3a"), ("stripe", "dots", "check")),),
            ("office", "evening", "elegant"),
            (
                "Four-in-hand, a little askew: a straight one looks as if somebody else had tied it.",
                "四手结，稍歪一点，太正了像是别人系的。",
                "プレーンノットで、少し曲げて。まっすぐだと人に結んでもらったみたいですから。",
            ),
            evening=0.6,
            layer=_OVER_SHIRT,
        ),
        lambda: make_tie("#7a2f3a"),
    ),
    Garment(
        entry(
            "bow-tie",
            "neck",
            ("Hand-tied bow tie", "手系领结", "手結びの蝶ネクタイ"),
            (("bow tie", "bowtie"), ("领结", "蝴蝶结"), ("蝶ネクタイ", "ボウタイ")),
            (zone("silk", ("Silk", "真丝", "シルク"), "#2f3a44", (*SILKS, "#2f3a44"), ("dots", "stripe", "check")),),
            ("evening", "festive", "elegant"),
            (
                "It took eleven tries and one film to learn; now my hands know it by themselves.",
                "试了十一次、看完一部电影才学会，现在手自己记得。",
                "十一回と映画一本かけて覚えました。今は手が勝手に結びます。",
            ),
            evening=0.9,
            layer=_UNDER_COLLAR,
        ),
        lambda: make_bow_tie("#2f3a44"),
    ),
    Garment(
        entry(
            "lei",
            "neck",
            ("Flower garland", "花环项饰", "花のレイ"),
            (("flower garland", "garland", "lei"), ("花串", "花环项链", "夏日花环"), ("花のレイ", "レイ", "花輪")),
            (
                zone("petals", ("Large flowers", "主花", "主の花"), "#f0e3d2", SILKS),
                zone("second", ("Second flowers", "副花", "添え花"), "#d98a94", SILKS),
                zone("leaves", ("Leaves", "叶子", "葉"), "#7d9a63", SILKS),
            ),
            ("festive", "summer"),
            (
                "Given to everyone who came to the summer festival by the water; I kept mine.",
                "水边夏日祭上来的人人有份，我的一直留着。",
                "水辺の夏祭りで、来た人みんなに渡されたもの。私のはとってあります。",
            ),
            origin="season",
            unlock="summer",
            evening=0.3,
        ),
        lambda: make_lei("#f0e3d2", "#d98a94", "#7d9a63"),
    ),
)
