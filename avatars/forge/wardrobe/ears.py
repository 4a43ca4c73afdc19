"""Earrings and what else is worn at the ears."""

from __future__ import annotations

from avatars.forge.garments.bands import make_cat_ears, make_fox_ears
from avatars.forge.garments.earrings import (
    make_blossom_earrings,
    make_drops,
    make_ear_cuff,
    make_hoops,
    make_studs,
    make_tassel_earrings,
)
from avatars.forge.wardrobe.entries import METALS, SILKS, WOOLS, entry, zone
from avatars.forge.wardrobe.garment import Garment

_METAL = ("Metal", "金属", "金具")
_STONE = ("Stone", "宝石", "石")
_FURS = ("#c4622e", "#3d3a42", "#efe3d0", "#8a6a58", "#5b4339", "#8c8f96")
_INNER = ("#d99a9a", "#f3e6d3", "#c97f74", "#8a6a58", "#efe3d0")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        entry(
            "studs",
            "ears",
            ("Garnet studs", "石榴石耳钉", "ガーネットのピアス"),
            (("studs", "ear studs", "earrings"), ("耳钉", "耳环"), ("スタッドピアス", "ピアス", "イヤリング")),
            (zone("metal", _METAL, "#e0b25a", METALS), zone("stone", _STONE, "#b5423c", SILKS)),
            ("jewellery", "casual", "office", "elegant"),
            (
                "Small enough to forget, until the light finds them.",
                "小得会忘了戴着，直到光找到它们。",
                "つけているのを忘れるくらい小さくて、光だけが気づきます。",
            ),
            evening=0.3,
            plain=0.4,
        ),
        lambda: make_studs("#e0b25a", "#b5423c"),
    ),
    Garment(
        entry(
            "hoops",
            "ears",
            ("Hoops", "圆环耳环", "フープピアス"),
            (("hoops", "hoop earrings"), ("圆环耳环", "大耳环", "圈形耳环"), ("フープピアス", "輪のピアス", "フープ")),
            (zone("metal", _METAL, "#e0b25a", METALS),),
            ("jewellery", "casual", "evening", "summer"),
            (
                "They were the first thing I bought without asking anybody whether it suits me.",
                "这是我第一次没问任何人合不合适就买下的东西。",
                "似合うかどうか誰にも聞かずに買った、初めてのものです。",
            ),
            evening=0.5,
        ),
        lambda: make_hoops("#e0b25a"),
    ),
    Garment(
        entry(
            "drop-earrings",
            "ears",
            ("Sea-glass drops", "海玻璃耳坠", "シーグラスのしずく"),
            (
                ("drop earrings", "sea glass earrings", "long earrings"),
                ("耳坠", "海玻璃", "长耳环"),
                ("しずくピアス", "シーグラス", "揺れるピアス"),
            ),
            (zone("metal", _METAL, "#e0b25a", METALS), zone("stone", ("Glass", "玻璃", "ガラス"), "#3f7a78", SILKS)),
            ("jewellery", "evening", "elegant", "summer"),
            (
                "The sea had polished the glass for years; I only had to find the pair.",
                "玻璃被海打磨了许多年，我只需找到一对。",
                "海が何年もかけて磨いたガラスです。私は対を見つけただけ。",
            ),
            evening=0.8,
        ),
        lambda: make_drops("#e0b25a", "#3f7a78"),
    ),
    Garment(
        entry(
            "ear-cuff",
            "ears",
            ("Silver cuff with pearl", "珍珠银耳骨夹", "真珠のイヤーカフ"),
            (("ear cuff", "cuff", "ear chain"), ("耳骨夹", "耳夹", "耳链"), ("イヤーカフ", "イヤーチェーン")),
            (zone("metal", _METAL, "#d8d8dc", METALS), zone("stone", ("Pearl", "珍珠", "真珠"), "#f4efe6", SILKS)),
            ("jewellery", "evening", "casual"),
            (
                "It came the evening we had talked for so long that we saw the morning.",
                "那晚我们聊到看见天亮，它就是那时来的。",
                "朝になるまで話した、あの夜にやってきました。",
            ),
            evening=0.6,
            origin="milestone",
            unlock="a-hundred-talks",
        ),
        lambda: make_ear_cuff("#d8d8dc", "#f4efe6"),
    ),
    Garment(
        entry(
            "blossom-earrings",
            "ears",
            ("Plum blossoms", "梅花耳环", "梅の花のピアス"),
            (("blossom earrings", "flower earrings", "plum blossoms"), ("梅花耳环", "花朵耳环"), ("梅のピアス", "花のピアス")),
            (zone("metal", _METAL, "#e0b25a", METALS), zone("stone", ("Enamel", "珐琅", "七宝"), "#d98a94", SILKS)),
            ("jewellery", "festive", "new year", "elegant"),
            (
                "Plum trees bloom while there is still snow; I like their stubbornness.",
                "雪还没化梅就开了，我喜欢这份倔强。",
                "梅は雪のうちに咲きます。その頑固さが好きです。",
            ),
            evening=0.5,
            origin="season",
            unlock="new-year",
        ),
        lambda: make_blossom_earrings("#e0b25a", "#d98a94"),
    ),
    Garment(
        entry(
            "tassel-earrings",
            "ears",
            ("Silk tassels", "流苏耳环", "絹のタッセル"),
            (("tassel earrings", "tassels"), ("流苏耳环", "流苏"), ("タッセルピアス", "タッセル")),
            (zone("metal", _METAL, "#e0b25a", METALS), zone("stone", ("Silk", "丝线", "絹糸"), "#33586b", (*SILKS, "#33586b"))),
            ("jewellery", "evening", "festive", "casual"),
            (
                "They nod along when I agree with you.",
                "我赞同你的时候，它们也跟着点头。",
                "私がうなずくと、いっしょにうなずくんです。",
            ),
            evening=0.7,
        ),
        lambda: make_tassel_earrings("#e0b25a", "#33586b"),
    ),
    Garment(
        entry(
            "cat-ears",
            "ears",
            ("Cat-ear headband", "猫耳发箍", "猫耳カチューシャ"),
            (
                ("cat ears", "cat headband", "kitty ears"),
                ("猫耳", "猫耳朵", "猫耳发箍"),
                ("猫耳", "ねこみみ", "猫耳カチューシャ"),
            ),
            (
                zone("felt", ("Felt", "毛毡", "フェルト"), "#3d3a42", _FURS),
                zone("inner", ("Inside", "内侧", "内側"), "#d99a9a", _INNER),
                zone("band", ("Band", "发箍", "バンド"), "#3d3a42", WOOLS),
            ),
            ("playful", "festive", "casual"),
            (
                "Felt, thread and a plastic bow: nobody is fooled, least of all cats.",
                "毛毡、线和塑料发箍，骗不了谁，尤其骗不了猫。",
                "フェルトと糸とプラスチックの輪です。誰も騙されません、特に猫は。",
            ),
            origin="season",
            unlock="autumn",
        ),
        lambda: make_cat_ears("#3d3a42", "#d99a9a", "#3d3a42"),
    ),
    Garment(
        entry(
            "fox-ears",
            "ears",
            ("Fox-ear headband", "狐耳发箍", "狐耳カチューシャ"),
            (("fox ears", "fox headband"), ("狐狸耳朵", "狐耳"), ("狐耳", "きつねの耳")),
            (
                zone("felt", ("Felt", "毛毡", "フェルト"), "#c4622e", _FURS),
                zone("inner", ("Inside", "内侧", "内側"), "#f3e6d3", _INNER),
                zone("band", ("Band", "发箍", "バンド"), "#5b4339", WOOLS),
            ),
            ("playful", "festive"),
            (
                "For the lantern walk, where half the street is foxes.",
                "提灯游行时戴的，那晚半条街都是狐狸。",
                "提灯の夜に。通りの半分はきつねになります。",
            ),
            origin="season",
            unlock="autumn",
        ),
        lambda: make_fox_ears("#c4622e", "#f3e6d3", "#5b4339"),
    ),
)
