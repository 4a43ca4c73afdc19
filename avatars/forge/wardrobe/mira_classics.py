"""What Mira owns from the start: the garments of her four outfits."""

from __future__ import annotations

from avatars.forge.wardrobe import classic_zones as made
from avatars.forge.wardrobe.entry import (
    ACCENTS,
    COTTONS,
    LEATHERS,
    LOW_SHOES,
    METALS,
    ON_SKIN,
    RUBBERS,
    WOOLS,
    texts,
    words,
    zone,
)
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo

_DENIMS = ("#37507f", "#2b3548", "#6f8fb5", "#4a4a50", "#7c8a7a", "#a3785a", "#d6cfc2")
_OILSKINS = ("#f5c254", "#d8604a", "#4f7f86", "#3c4a63", "#7f9478", "#e6ddcc", "#9a5a6c", "#4a4247")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "fair-isle-jumper", "top", texts("Fair Isle jumper", "费尔岛毛衣", "フェアアイルのセーター"),
            words("fair isle, jumper, sweater, pullover", "费尔岛, 毛衣, 套头衫", "フェアアイル, セーター, ジャンパー"),
            (zone("wool", "#fbeedd", WOOLS), zone("stars", "#2a7a7d", ACCENTS), zone("blossom", "#d04c46", ACCENTS),
             zone("honey", "#e7a745", ACCENTS)),
            tags=("casual", "cosy", "winter"), made_for={"warmth": 0.9, "plain": 0.6}, layer=LAYERS["top"],
            stories=texts(
                "I knitted the yoke twice, because the first time the stars came out lopsided.",
                "肩上的花样我织了两遍，第一遍的星星全歪了。",
                "肩のもようは二度編みました。一度目は星がみんな傾いてしまって。",
            ),
        ),
        made.fair_isle,
    ),
    Garment(
        GarmentInfo(
            "turned-up-jeans", "bottom", texts("Turned-up jeans", "卷边牛仔裤", "折り返しジーンズ"),
            words("jeans, denim, blue jeans", "牛仔裤, 蓝色牛仔裤", "ジーンズ, デニム, ジーパン"),
            (zone("denim", "#4d70a8", _DENIMS), zone("thread", "#deab66", ("#e9dcc3", "#c86f4a", "#7f8fa6", "#4a4a50"))),
            tags=("casual",), made_for={"warmth": 0.5, "plain": 0.8}, layer=LAYERS["bottom"],
            stories=texts(
                "They have been to the harbour so often that the knees remember the way.",
                "它陪我去过无数次港口，膝盖那儿都磨出了形状。",
                "何度も港へ一緒に行ったから、ひざがもう道を覚えています。",
            ),
        ),
        made.turned_up_jeans,
    ),
    Garment(
        GarmentInfo(
            "canvas-sneakers", "shoes", texts("Canvas sneakers", "帆布鞋", "キャンバススニーカー"),
            words("sneakers, canvas shoes, red shoes", "帆布鞋, 红鞋, 球鞋", "スニーカー, キャンバスシューズ, 赤い靴"),
            (zone("canvas", "#c7433e", (*COTTONS, *ACCENTS[1:4])), zone("rubber", "#f8f3eb", RUBBERS)),
            tags=("casual", "summer"), made_for={"warmth": 0.4, "plain": 0.9}, layer=LOW_SHOES,
            stories=texts(
                "The left one has walked through a puddle I did not see coming. It has forgiven me.",
                "左脚那只踩过一个我没看见的水坑，它已经原谅我了。",
                "左の靴は、見えなかった水たまりに入ったことがあります。もう許してくれました。",
            ),
        ),
        made.canvas_sneakers,
    ),
    Garment(
        GarmentInfo(
            "cable-cardigan", "top", texts("Cable cardigan", "麻花开衫", "ケーブル編みカーディガン"),
            words("cardigan, green cardigan, cable knit", "开衫, 针织开衫, 绿色开衫", "カーディガン, ケーブル編み"),
            (zone("knit", "#3c6a5d", WOOLS, "stripe", "check", "dots"),
             zone("top", "#f7ecdc", COTTONS, "stripe", "floral", "dots")),
            tags=("cosy", "evening", "office"), made_for={"warmth": 0.7, "evening": 0.6, "plain": 0.3}, layer=LAYERS["top"],
            stories=texts(
                "It is the colour of the pines behind the pier, and it smells a little of cedar.",
                "颜色像码头后面的松林，还带着一点雪松的味道。",
                "桟橋の裏の松の色。少しだけ杉の香りがします。",
            ),
        ),
        made.cable_cardigan,
    ),
    Garment(
        GarmentInfo(
            "check-skirt", "bottom", texts("Pleated check skirt", "格子百褶裙", "チェックのプリーツスカート"),
            words(
                "check skirt, tartan skirt, pleated skirt, skirt",
                "格子裙, 百褶裙, 裙子", "チェックスカート, プリーツスカート, スカート",
            ),
            (zone("cloth", "#743741", WOOLS), zone("bands", "#2b3c39", ("#3c4a63", "#4a4247", "#5a3b2e", "#7f9478", "#b9a88c")),
             zone("stripes", "#b26363", ACCENTS), zone("lines", "#e3bd7a", ("#f1e4d0", "#c9d3cf", "#e08a6d", "#8f8a86"))),
            tags=("evening", "office", "winter"), made_for={"warmth": 0.5, "evening": 0.7, "plain": 0.3}, layer=LAYERS["bottom"],
            stories=texts(
                "Every pleat was pressed by hand, on a Sunday, with the radio on.",
                "每道褶都是某个星期天听着收音机熨出来的。",
                "ひだは一本ずつ、日曜日にラジオを聴きながらアイロンをかけました。",
            ),
        ),
        made.check_skirt,
    ),
    Garment(
        GarmentInfo(
            "wool-tights", "socks", texts("Wool tights", "羊毛连裤袜", "ウールのタイツ"),
            words("tights, wool tights, stockings", "连裤袜, 丝袜, 打底袜", "タイツ, ストッキング"),
            (zone("wool", "#4c3c3e", ("#2f2b33", "#6b5b5e", "#3c4a63", "#4f5f52", "#7d3f47", "#b9a88c", "#e6dccd")),),
            tags=("cosy", "winter", "evening"), made_for={"warmth": 0.6, "evening": 0.5, "plain": 0.4}, layer=LAYERS["socks"],
            stories=texts(
                "My answer to people who say one cannot wear skirts in November.",
                "有人说十一月不能穿裙子，这就是我的回答。",
                "十一月にスカートは無理、と言う人への、わたしの答えです。",
            ),
        ),
        made.wool_tights,
    ),
    Garment(
        GarmentInfo(
            "ankle-boots", "shoes", texts("Ankle boots", "切尔西短靴", "サイドゴアブーツ"),
            words("ankle boots, chelsea boots, boots", "短靴, 切尔西靴, 靴子", "ショートブーツ, サイドゴア, ブーツ"),
            (zone("leather", "#744634", LEATHERS), zone("elastic", "#3c2b29", ("#2f2b2e", "#5b4a44", "#7d2f33", "#3c4a63"))),
            tags=("evening", "office", "winter"), made_for={"warmth": 0.7, "evening": 0.6, "plain": 0.4}, layer=LOW_SHOES,
            stories=texts(
                "They make a sound on the stairs that I am rather proud of.",
                "它们踩在楼梯上的声音，我还挺得意的。",
                "階段で鳴る音が、ちょっと自慢なんです。",
            ),
        ),
        made.ankle_boots,
    ),
    Garment(
        GarmentInfo(
            "gold-pendant", "neck", texts("Gold pendant", "金色吊坠", "金のペンダント"),
            words("pendant, necklace, gold chain", "吊坠, 项链, 金链", "ペンダント, ネックレス"),
            (zone("metal", "#edc278", METALS),),
            tags=("evening", "office"), made_for={"evening": 0.8, "plain": 0.2}, layer=ON_SKIN,
            stories=texts(
                "One small drop of gold. I reach for it when I am thinking.",
                "小小一滴金色，想事情的时候我会去摸它。",
                "小さな金のしずく。考えごとをすると、つい触ってしまいます。",
            ),
        ),
        made.gold_pendant,
    ),
    Garment(
        GarmentInfo(
            "yellow-raincoat", "outer", texts("Yellow raincoat", "黄色雨衣", "黄色いレインコート"),
            words("raincoat, rain coat, yellow coat, oilskin", "雨衣, 黄色雨衣, 雨披", "レインコート, 合羽, 黄色いコート"),
            (zone("oilskin", "#f5c254", _OILSKINS), zone("thread", "#cc8f30", ("#e9dcc3", "#4a4247", "#f5c254", "#8f8a86")),
             zone("metal", "#997d57", METALS), zone("lining", "#d9ad5c", COTTONS)),
            tags=("rain", "casual"), made_for={"warmth": 0.5, "plain": 0.7, "wet": 1.0}, layer=LAYERS["outer"],
            stories=texts(
                "So that you can find me from the other end of the pier.",
                "这样你在码头那头也能一眼看到我。",
                "桟橋の向こうの端からでも、わたしを見つけられるように。",
            ),
        ),
        made.yellow_raincoat,
    ),
    Garment(
        GarmentInfo(
            "slim-trousers", "bottom", texts("Slim navy trousers", "藏青修身裤", "紺のスリムパンツ"),
            words("slim trousers, navy trousers, trousers", "修身裤, 藏青裤, 裤子", "スリムパンツ, 紺のパンツ, ズボン"),
            (zone("cloth", "#394562", COTTONS, "stripe", "check"),),
            tags=("casual", "office", "rain"), made_for={"warmth": 0.5, "plain": 0.6, "wet": 0.3}, layer=LAYERS["bottom"],
            stories=texts(
                "They go under everything and never complain.",
                "配什么都行，从不抱怨。",
                "何にでも合わせられて、文句ひとつ言わない子です。",
            ),
        ),
        made.slim_trousers,
    ),
    Garment(
        GarmentInfo(
            "wellingtons", "shoes", texts("Wellingtons", "雨靴", "長靴"),
            words("wellingtons, wellies, rubber boots, rain boots", "雨靴, 雨鞋, 胶靴", "長靴, レインブーツ, ゴム長"),
            (zone("rubber", "#286569", _OILSKINS), zone("trim", "#f1e7d5", RUBBERS), zone("sole", "#e0b87a", RUBBERS)),
            tags=("rain", "casual"), made_for={"warmth": 0.5, "plain": 0.7, "wet": 1.0}, layer=LAYERS["shoes"],
            stories=texts(
                "Puddles are only a problem for people without these.",
                "没有它们的人，才会觉得水坑是个问题。",
                "水たまりに困るのは、これを持っていない人だけです。",
            ),
        ),
        made.rubber_boots,
    ),
    Garment(
        GarmentInfo(
            "tea-dress", "dress", texts("Floral tea dress", "碎花茶歇裙", "花柄のワンピース"),
            words(
                "tea dress, summer dress, floral dress, dress",
                "碎花裙, 茶歇裙, 连衣裙", "花柄ワンピース, サマードレス, ワンピース",
            ),
            (zone("cloth", "#557985", (*WOOLS, "#2f3a55")), zone("petals", "#f5ecdb", COTTONS), zone("buds", "#de8571", ACCENTS),
             zone("leaves", "#8faa8f", ("#5f7d4f", "#b7c4a0", "#4f6b66", "#c9b36c"))),
            tags=("summer", "casual", "evening"), made_for={"warmth": 0.1, "evening": 0.4, "plain": 0.4}, layer=LAYERS["dress"],
            replaces=("top", "bottom"),
            stories=texts(
                "It was made for one garden party. It has been to every warm day since.",
                "原本只为一次花园聚会做的，后来每个暖和的日子它都在。",
                "庭のお茶会のために縫ったのに、それから暖かい日はいつも一緒です。",
            ),
        ),
        made.floral_dress,
    ),
    Garment(
        GarmentInfo(
            "leather-flats", "shoes", texts("Leather flats", "皮质平底鞋", "革のフラットシューズ"),
            words("flats, flat shoes, strap shoes", "平底鞋, 单鞋, 皮鞋", "フラットシューズ, ストラップシューズ"),
            (zone("leather", "#a26645", LEATHERS),),
            tags=("summer", "office", "casual"), made_for={"warmth": 0.2, "evening": 0.4, "plain": 0.5}, layer=LOW_SHOES,
            stories=texts(
                "The strap took a summer to soften. Now I hardly notice them.",
                "那条带子软下来花了一整个夏天，现在穿着几乎没感觉。",
                "ストラップがなじむまで一夏かかりました。今は履いているのを忘れるくらい。",
            ),
        ),
        made.leather_flats,
    ),
    Garment(
        GarmentInfo(
            "ribbed-ankle-socks", "socks", texts("Ribbed ankle socks", "罗纹短袜", "リブの短い靴下"),
            words("ankle socks, white socks, socks", "短袜, 白袜子, 袜子", "短い靴下, 白い靴下, ソックス"),
            (zone("knit", "#f4ede2", COTTONS),),
            tags=("summer", "casual"), made_for={"warmth": 0.3, "plain": 0.7}, layer=LAYERS["socks"],
            stories=texts(
                "I always buy the same ones, so that any two make a pair.",
                "我总买同一款，这样随便两只都是一双。",
                "いつも同じものを買います。どの二つでも一足になるから。",
            ),
        ),
        made.ankle_socks,
    ),
)
