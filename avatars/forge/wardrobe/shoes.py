"""New shoes."""

from __future__ import annotations

from typing import Final

from avatars.forge.garments import (
    cloth_shoes,
    high_tops,
    loafers,
    pumps,
    running_shoes,
    sandals,
    slippers,
    winter_boots,
    zori,
)
from avatars.forge.wardrobe.entry import LOW_SHOES
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

_OPEN: Final = LAYERS["socks"]
"""Of open shoes: what one stands on them with is not pressed into them."""
_LEATHER: Final = {"en": "Leather", "zh": "皮革", "ja": "革"}
_TANS: Final = ("#8a4b32", "#5b3a2e", "#a8643c", "#c29a6b", "#3f3a3c", "#7a2f3f", "#4c5a4a", "#e3d6c0")
_CLEAR: Final = ("#7fa5a8", "#35506b", "#e2764a", "#d9a441", "#b5566f", "#6f8f7c", "#3d3f46", "#f1ebe0")
_SOFT: Final = ("#8c7b9a", "#b9694a", "#6f8f7c", "#c9a08e", "#9fb3c4", "#5e5a5f", "#d9c39a", "#f2e8d8")
_JEWEL: Final = ("#b5485a", "#7a2f3f", "#3f6f78", "#5b4a7a", "#2f4a3f", "#c8863f", "#2f2f38", "#e8d9bd")
_METAL: Final = ("#d9b66e", "#cfc8bd", "#b98a6a", "#f0d9a0", "#6e5a4a", "#3f3a3c")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "penny-loafers", "shoes",
            {"en": "Penny loafers", "zh": "便士乐福鞋", "ja": "ペニーローファー"},
            {"en": ("loafers", "penny loafers", "slip-ons"), "zh": ("乐福鞋", "便鞋", "皮鞋"), "ja": ("ローファー", "革靴")},
            (Zone("leather", _LEATHER, loafers.LEATHER, _TANS),),
            tags=("office", "casual", "autumn"), made_for={"warmth": 0.3, "evening": 0.4, "plain": 0.6}, layer=LOW_SHOES,
            stories={"en": "There is no penny in them, only a folded note that says: take the stairs.",
                     "zh": "鞋里没有硬币，只有一张折好的纸条：今天走楼梯。",
                     "ja": "硬貨は入っていません。入っているのは「階段で行こう」と書いたメモだけ。"},
        ),
        loafers.make_loafers,
    ),
    Garment(
        GarmentInfo(
            "running-shoes", "shoes",
            {"en": "Running shoes", "zh": "跑步鞋", "ja": "ランニングシューズ"},
            {"en": ("running shoes", "trainers", "sports shoes"), "zh": ("跑鞋", "跑步鞋", "运动鞋"),
             "ja": ("ランニングシューズ", "運動靴", "スニーカー")},
            (Zone("knit", {"en": "Upper", "zh": "鞋面", "ja": "アッパー"}, running_shoes.KNIT, _CLEAR),
             Zone("overlay", {"en": "Overlays", "zh": "补强片", "ja": "補強"}, running_shoes.OVERLAY, _CLEAR),
             Zone("foam", {"en": "Sole", "zh": "鞋底", "ja": "ソール"},
                  running_shoes.FOAM, ("#f1ebe0", "#d8dce0", "#f3d9c4", "#c9d6c9", "#4a4a50", "#35506b")),
             Zone("accent", {"en": "Accent", "zh": "点缀", "ja": "アクセント"}, running_shoes.ACCENT, _CLEAR)),
            tags=("sporty", "casual"), made_for={"warmth": 0.3, "plain": 0.8}, layer=LOW_SHOES,
            stories={"en": "They promise to bring me back from every walk a little braver.",
                     "zh": "它们答应过我，每次走完都带我更勇敢一点地回来。",
                     "ja": "どの散歩からも、少し勇敢にして帰すと約束してくれた靴です。"},
        ),
        running_shoes.make_running_shoes,
    ),
    Garment(
        GarmentInfo(
            "evening-pumps", "shoes",
            {"en": "Evening pumps", "zh": "晚宴浅口鞋", "ja": "イブニングパンプス"},
            {"en": ("pumps", "heels", "evening shoes"), "zh": ("浅口鞋", "高跟鞋", "晚装鞋"), "ja": ("パンプス", "ヒール")},
            (Zone("suede", {"en": "Suede", "zh": "麂皮", "ja": "スエード"}, pumps.SUEDE, _JEWEL),
             Zone("binding", {"en": "Binding", "zh": "包边", "ja": "縁どり"}, pumps.BINDING, _METAL)),
            tags=("evening", "office"), made_for={"warmth": 0.2, "evening": 0.9, "plain": 0.1}, layer=LOW_SHOES,
            stories={"en": "The heels are just high enough to sound important on a wooden floor.",
                     "zh": "鞋跟不高，刚够在木地板上敲出一点郑重。",
                     "ja": "かかとは、木の床で少しだけ堂々と響く高さ。"},
        ),
        pumps.make_pumps,
    ),
    Garment(
        GarmentInfo(
            "ankle-strap-sandals", "shoes",
            {"en": "Ankle-strap sandals", "zh": "踝带凉鞋", "ja": "アンクルストラップサンダル"},
            {"en": ("sandals", "summer shoes"), "zh": ("凉鞋", "罗马鞋"), "ja": ("サンダル", "夏の靴")},
            (Zone("leather", _LEATHER, sandals.LEATHER, _TANS),
             Zone("bed", {"en": "Footbed", "zh": "鞋床", "ja": "中敷き"},
                  sandals.BED, ("#d9b98c", "#efe3cf", "#a8835c", "#8f8478", "#5b4a40", "#c99a7c"))),
            tags=("summer", "casual"), made_for={"warmth": 0.0, "evening": 0.3, "plain": 0.6}, layer=_OPEN,
            stories={"en": "By September they have printed the whole summer on my feet.",
                     "zh": "到了九月，它们会把整个夏天印在我的脚背上。",
                     "ja": "九月には、夏がまるごと足の甲に写っています。"},
        ),
        sandals.make_sandals,
    ),
    Garment(
        GarmentInfo(
            "wool-slippers", "shoes",
            {"en": "Wool slippers", "zh": "羊毛拖鞋", "ja": "ウールのルームシューズ"},
            {"en": ("slippers", "house shoes"), "zh": ("拖鞋", "棉拖鞋", "居家鞋"),
             "ja": ("スリッパ", "ルームシューズ", "室内履き")},
            (Zone("wool", {"en": "Wool", "zh": "羊毛", "ja": "ウール"}, slippers.WOOL, _SOFT),
             Zone("fleece", {"en": "Fleece", "zh": "绒边", "ja": "ボア"},
                  slippers.FLEECE, ("#f2e8d8", "#e3d2bd", "#d6c6d6", "#c9d3cf", "#8f8478", "#b9694a"))),
            tags=("cosy", "sleep", "winter"), made_for={"warmth": 0.8, "plain": 0.9}, layer=LOW_SHOES,
            stories={"en": "They know the way to the kettle in the dark.",
                     "zh": "摸着黑，它们也认得去烧水壶的路。",
                     "ja": "暗がりでも、やかんまでの道を知っています。"},
        ),
        slippers.make_slippers,
    ),
    Garment(
        GarmentInfo(
            "winter-boots", "shoes",
            {"en": "Fleece-lined winter boots", "zh": "绒里雪地靴", "ja": "ボア付きウィンターブーツ"},
            {"en": ("winter boots", "snow boots", "warm boots", "boots"), "zh": ("雪地靴", "冬靴", "靴子"),
             "ja": ("ウィンターブーツ", "スノーブーツ", "ブーツ")},
            (Zone("leather", _LEATHER, winter_boots.LEATHER, _TANS),
             Zone("quilt", {"en": "Quilting", "zh": "绗缝靴筒", "ja": "キルト"},
                  winter_boots.QUILT, ("#4c6470", "#6e4a4a", "#566b52", "#8a7a68", "#3d3f46", "#a9606a")),
             Zone("fur", {"en": "Fleece", "zh": "绒边", "ja": "ボア"},
                  winter_boots.FUR, ("#efe3cf", "#d9c3a5", "#c9c6c2", "#8f7a68", "#f3ede6", "#6e5a50"))),
            tags=("winter", "cosy"), made_for={"warmth": 1.0, "plain": 0.5, "wet": 0.6}, layer=LAYERS["shoes"],
            origin="season", unlock="winter",
            stories={"en": "I kept them by the door from the first grey sky on, just in case it snowed.",
                     "zh": "从第一片灰天起我就把它们摆在门口，万一下雪呢。",
                     "ja": "最初の灰色の空の日から玄関に。雪が降るかもしれませんから。"},
        ),
        winter_boots.make_winter_boots,
    ),
    Garment(
        GarmentInfo(
            "zori-sandals", "shoes",
            {"en": "Zori", "zh": "草履", "ja": "草履"},
            {"en": ("zori", "geta", "thong sandals", "sandals"), "zh": ("草履", "木屐", "夹趾凉鞋"),
             "ja": ("草履", "ぞうり", "下駄")},
            (Zone("lacquer", {"en": "Lacquer", "zh": "漆面", "ja": "台"}, zori.LACQUER, _JEWEL),
             Zone("thong", {"en": "Thong", "zh": "鞋带", "ja": "鼻緒"},
                  zori.THONG, ("#e8d9bd", "#c8563f", "#3f4a63", "#d9a441", "#8fa6c7", "#f3ede2"))),
            tags=("festive", "summer"), made_for={"warmth": 0.0, "evening": 0.5, "plain": 0.2}, layer=_OPEN,
            origin="season", unlock="summer-festival",
            stories={"en": "They turn every walk into small steps, and small steps notice more.",
                     "zh": "穿上它只能小步走，小步走才看得见更多。",
                     "ja": "これを履くと歩幅が小さくなって、小さな歩幅ほどよく見えます。"},
        ),
        zori.make_zori,
    ),
    Garment(
        GarmentInfo(
            "embroidered-shoes", "shoes",
            {"en": "Embroidered silk shoes", "zh": "绣花鞋", "ja": "刺繍の布靴"},
            {"en": ("embroidered shoes", "silk shoes", "cloth shoes"), "zh": ("绣花鞋", "布鞋"),
             "ja": ("刺繍の靴", "布靴", "刺繍靴")},
            (Zone("silk", {"en": "Silk", "zh": "绸面", "ja": "絹"}, cloth_shoes.SILK, _JEWEL),
             Zone("thread", {"en": "Blossoms", "zh": "花朵", "ja": "花"},
                  cloth_shoes.THREAD, ("#f0d9a0", "#f3ede2", "#e3a0a8", "#a9c6c2", "#d9a441", "#c8563f")),
             Zone("binding", {"en": "Leaves and binding", "zh": "枝叶和包边", "ja": "葉と縁"},
                  cloth_shoes.BINDING, ("#5d7f74", "#3f5468", "#8c7b4a", "#6b4a5e", "#2f4a3f", "#d9b66e"))),
            tags=("festive", "evening"), made_for={"warmth": 0.2, "evening": 0.7, "plain": 0.2}, layer=LOW_SHOES,
            origin="season", unlock="spring-festival",
            stories={"en": "One blossom on the left shoe has six petals. I like it best.",
                     "zh": "左脚那朵花多绣了一瓣，我偏偏最喜欢它。",
                     "ja": "左の靴の花は、ひとつだけ花びらが多いの。それが一番のお気に入り。"},
        ),
        cloth_shoes.make_cloth_shoes,
    ),
    Garment(
        GarmentInfo(
            "canvas-high-tops", "shoes",
            {"en": "Canvas high-tops", "zh": "高帮帆布鞋", "ja": "ハイカットスニーカー"},
            {"en": ("high-tops", "high tops", "canvas shoes", "sneakers"), "zh": ("高帮帆布鞋", "高帮鞋", "帆布鞋"),
             "ja": ("ハイカット", "キャンバスシューズ", "スニーカー")},
            (Zone("canvas", {"en": "Canvas", "zh": "帆布", "ja": "キャンバス"}, high_tops.CANVAS,
                  ("#3f4f6e", "#8c2f34", "#566b52", "#c8863f", "#3d3f46", "#e6dccb", "#7a5c8e")),
             Zone("stripe", {"en": "Stripes", "zh": "条纹", "ja": "ライン"}, high_tops.STRIPE, _CLEAR),
             Zone("rubber", {"en": "Rubber", "zh": "橡胶", "ja": "ラバー"},
                  high_tops.RUBBER, ("#f2ece2", "#d8c7a6", "#b9bec4", "#4a4a50", "#c9ad8f", "#f3d9c4"))),
            tags=("casual", "sporty"), made_for={"warmth": 0.4, "plain": 0.8}, layer=LAYERS["shoes"], origin="milestone",
            unlock="first-walk",
            stories={"en": "I laced them for our first walk and have not undone the left bow since.",
                     "zh": "为了我们第一次散步系上的，左脚那个结一直没舍得解。",
                     "ja": "初めての散歩のために結んで、左のちょう結びはそれきりほどいていません。"},
        ),
        high_tops.make_high_tops,
    ),
)
