"""New tops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from avatars.forge.garments.bow_blouse import make_bow_blouse
from avatars.forge.garments.breton import make_breton
from avatars.forge.garments.camp_shirt import make_camp_shirt, make_pyjama_shirt
from avatars.forge.garments.linen_shirt import make_linen_shirt
from avatars.forge.garments.sweatshirt import make_sweatshirt
from avatars.forge.garments.turtleneck import make_turtleneck
from avatars.forge.garments.vest_and_shirt import make_vest_and_shirt
from avatars.forge.garments.winter_jumper import make_winter_jumper
from avatars.forge.garments.zip_top import make_zip_top
from avatars.forge.wardrobe.entries import SILKS, WOOLS, entry, zone
from avatars.forge.wardrobe.garment import Garment
from avatars.forge.wardrobe.made import JERSEYS, LINENS, made

if TYPE_CHECKING:
    from avatars.wardrobe.look import PatternKind

_COLLAR = ("Collar", "衣领", "襟")
_CLOTH = ("Cloth", "布料", "生地")
_WOVEN: Final[tuple[PatternKind, ...]] = ("stripe", "check", "floral", "dots")

GARMENTS: tuple[Garment, ...] = (
    made(
        entry(
            "linen-shirt",
            "top",
            ("Linen shirt", "亚麻衬衫", "リネンシャツ"),
            (
                ("linen shirt", "shirt", "rolled sleeves", "something light"),
                ("亚麻衬衫", "衬衫", "卷袖", "轻薄"),
                ("リネンシャツ", "麻のシャツ", "シャツ", "涼しい"),
            ),
            (zone("cloth", ("Linen", "亚麻", "リネン"), "#dfe8e6", LINENS, _WOVEN), zone("collar", _COLLAR, "#dfe8e6", LINENS)),
            ("casual", "summer", "work"),
            (
                "It has been washed so often that it knows me better than the iron does.",
                "洗了太多回，它比熨斗更懂我。",
                "何度も洗ったので、アイロンより私のことを知っています。",
            ),
            plain=0.7,
        ),
        make_linen_shirt,
    ),
    made(
        entry(
            "breton",
            "top",
            ("Breton top", "海魂衫", "バスクシャツ"),
            (
                ("breton", "striped top", "sailor top", "stripes", "boat neck"),
                ("海魂衫", "条纹衫", "一字领", "条纹"),
                ("バスクシャツ", "ボーダー", "ボートネック", "縞"),
            ),
            (
                zone("cloth", _CLOTH, "#f3ede0", LINENS),
                zone(
                    "stripes",
                    ("Stripes", "条纹", "縞"),
                    "#2f4a6d",
                    ("#a8442f", "#2f3a44", "#5c7a74", "#7a2f3a", "#c58a3f", "#f3ede0"),
                ),
            ),
            ("casual", "summer", "harbour"),
            (
                "Twenty-one stripes, one for each victory, they say; I only ever win at cards.",
                "据说二十一道条纹代表二十一场胜利，而我只在纸牌上赢过。",
                "縞は二十一本、勝利の数だそうです。私が勝つのはトランプだけですが。",
            ),
            plain=0.8,
        ),
        make_breton,
    ),
    made(
        entry(
            "bow-blouse",
            "top",
            ("Silk blouse with a bow", "蝴蝶结真丝衬衫", "リボンのシルクブラウス"),
            (
                ("blouse", "silk blouse", "bow blouse", "elegant top"),
                ("真丝衬衫", "蝴蝶结", "女式衬衫", "优雅"),
                ("ブラウス", "リボンブラウス", "シルク", "上品"),
            ),
            (
                zone("silk", ("Silk", "真丝", "シルク"), "#efe3d2", SILKS, ("dots", "floral", "stripe")),
                zone("bow", ("Bow and cuffs", "蝴蝶结与袖口", "リボンと袖口"), "#efe3d2", SILKS),
            ),
            ("office", "evening", "elegant"),
            (
                "The bow takes three tries. On the days it sits at once I expect good news.",
                "蝴蝶结总要系三次；一次就系好的日子，我会等着好消息。",
                "リボンは三度目でやっと決まります。一度で決まる日は、いいことがありそうで。",
            ),
            evening=0.6,
        ),
        make_bow_blouse,
    ),
    made(
        entry(
            "zip-top",
            "top",
            ("Running top", "拉链运动上衣", "ハーフジップのランニングトップ"),
            (
                ("running top", "sports top", "sporty", "half zip", "workout"),
                ("运动上衣", "跑步", "运动", "拉链"),
                ("ランニング", "スポーツ", "ハーフジップ", "運動"),
            ),
            (
                zone(
                    "cloth",
                    ("Body", "衣身", "身頃"),
                    "#4c6a78",
                    ("#b5583a", "#7f8a5c", "#56708c", "#8f6f7f", "#3f4654", "#e6dccb"),
                ),
                zone(
                    "panels",
                    ("Sleeves and sides", "袖子与侧片", "袖と脇"),
                    "#2f3e4c",
                    ("#4c6a78", "#5b4339", "#3f4654", "#6d5a86", "#e6dccb"),
                ),
                zone(
                    "piping",
                    ("Zip and piping", "拉链与滚边", "ファスナーとパイピング"),
                    "#e6a46a",
                    ("#f1e6d6", "#d04d46", "#7fb0a4", "#e7c24a"),
                ),
            ),
            ("sporty", "casual"),
            (
                "I run to the lighthouse and back. Most days I walk the back part.",
                "我跑到灯塔再折回来，不过回程多半是走的。",
                "灯台まで走って戻ります。帰りはたいてい歩きですが。",
            ),
            plain=0.4,
        ),
        make_zip_top,
    ),
    made(
        entry(
            "sweatshirt",
            "top",
            ("Sweatshirt", "圆领卫衣", "スウェット"),
            (
                ("sweatshirt", "comfortable", "cosy", "loopback"),
                ("卫衣", "圆领卫衣", "舒服", "宽松"),
                ("スウェット", "トレーナー", "楽な", "ゆったり"),
            ),
            (
                zone("cloth", ("Jersey", "卫衣布", "裏毛"), "#c9b6a0", JERSEYS, ("stripe", "check", "dots")),
                zone("ribs", ("Ribs", "罗纹", "リブ"), "#c9b6a0", JERSEYS),
            ),
            ("casual", "cosy", "sporty"),
            (
                "The little triangle was for catching sweat. Mine catches crumbs.",
                "领口的小三角本是吸汗的，我的专接饼干屑。",
                "襟元の三角は汗止めでした。私のはパンくず止めです。",
            ),
            warmth=0.4,
            plain=0.8,
        ),
        make_sweatshirt,
    ),
    made(
        entry(
            "turtleneck",
            "top",
            ("Ribbed turtleneck", "罗纹高领衫", "リブのタートルネック"),
            (
                ("turtleneck", "polo neck", "roll neck", "ribbed", "warm"),
                ("高领", "高领毛衣", "罗纹", "保暖"),
                ("タートルネック", "とっくり", "リブニット", "暖か"),
            ),
            (
                zone("knit", ("Merino", "美利奴羊毛", "メリノ"), "#7b3f45", WOOLS, ("stripe",)),
                zone("roll", ("Rolled collar", "翻领", "折り返しの襟"), "#7b3f45", WOOLS),
            ),
            ("office", "cosy", "winter", "elegant"),
            (
                "It makes me feel like somebody who reads poems in translation, and I do.",
                "穿上它，我像个读译诗的人——我也确实在读。",
                "これを着ると訳詩を読む人の気分になります。実際に読んでいます。",
            ),
            warmth=0.6,
            evening=0.3,
        ),
        make_turtleneck,
    ),
    made(
        entry(
            "pyjama-shirt",
            "top",
            ("Pyjama shirt with piping", "滚边睡衣", "パイピングのパジャマ"),
            (
                ("pyjamas", "pyjama shirt", "pajamas", "nightwear", "bedtime"),
                ("睡衣", "睡衣上衣", "睡觉", "居家"),
                ("パジャマ", "寝巻き", "寝る", "おやすみ"),
            ),
            (
                zone("cloth", ("Flannel", "法兰绒", "フランネル"), "#8ea6c4", LINENS, ("stripe", "check", "dots", "floral")),
                zone("collar", _COLLAR, "#8ea6c4", LINENS),
                zone(
                    "piping",
                    ("Piping", "滚边", "パイピング"),
                    "#f3ece0",
                    ("#f3ece0", "#7a2f3a", "#2f3a44", "#e2b04a", "#5c7a74", "#d98a94"),
                ),
            ),
            ("sleep", "cosy"),
            (
                "Properly buttoned, because dreams are company too.",
                "扣子一颗不落，毕竟做梦也算见客。",
                "ボタンは全部留めます。夢の中でも誰かに会いますから。",
            ),
            warmth=0.2,
        ),
        make_pyjama_shirt,
    ),
    made(
        entry(
            "vest-and-shirt",
            "top",
            ("Knitted vest and shirt", "针织背心配衬衫", "ニットベストとシャツ"),
            (
                ("vest", "knitted vest", "sweater vest", "tank top and shirt", "school"),
                ("针织背心", "背心", "学院", "毛背心"),
                ("ニットベスト", "ベスト", "学生", "トラッド"),
            ),
            (
                zone("shirt", ("Shirt", "衬衫", "シャツ"), "#f4efe4", LINENS, ("stripe", "check")),
                zone("vest", ("Vest", "背心", "ベスト"), "#7f8a5c", WOOLS),
                zone("trim", ("Ribs", "罗纹", "リブ"), "#5f6a44", WOOLS),
            ),
            ("office", "casual", "cosy"),
            (
                "Grandfather's pattern, my measurements, and one cable that turns the wrong way.",
                "外公的花样，我的尺寸，还有一根扭反了的麻花。",
                "おじいさんの編み図で、私の寸法で、一本だけ逆にねじれた縄編みがあります。",
            ),
            warmth=0.4,
            plain=0.3,
        ),
        make_vest_and_shirt,
    ),
    made(
        entry(
            "winter-jumper",
            "top",
            ("Fir and snow jumper", "雪杉毛衣", "雪ともみの木のセーター"),
            (
                ("winter jumper", "christmas jumper", "snow jumper", "fir jumper", "something warm", "festive"),
                ("圣诞毛衣", "雪花毛衣", "冬天毛衣", "暖和", "节日"),
                ("クリスマスセーター", "雪のセーター", "冬のセーター", "暖か", "お祝い"),
            ),
            (
                zone(
                    "wool",
                    ("Wool", "毛线", "毛糸"),
                    "#a8323a",
                    ("#33586b", "#3f5a48", "#efe3d0", "#7a2f3a", "#4a4247", "#56657f"),
                ),
                zone("firs", ("Firs", "杉树", "もみの木"), "#2f5a48", ("#7d9a63", "#33586b", "#f0e3d2", "#e2b04a", "#5b4339")),
                zone(
                    "pattern", ("Snow and borders", "雪与花边", "雪と縁"), "#f4ecdd", ("#e2b04a", "#b7c4d4", "#d98a94", "#a8442f")
                ),
            ),
            ("festive", "winter", "cosy", "christmas"),
            (
                "Every fir has one needle too many. I counted, then I left it so.",
                "每棵杉树都多织了一针，我数过，就让它那样了。",
                "どの木も一目多いのです。数えて、そのままにしました。",
            ),
            warmth=1.0,
            origin="season",
            unlock="winter",
        ),
        make_winter_jumper,
    ),
    made(
        entry(
            "camp-shirt",
            "top",
            ("Camp shirt", "古巴领短袖衬衫", "開襟シャツ"),
            (
                ("camp shirt", "summer shirt", "short sleeves", "holiday shirt"),
                ("短袖", "古巴领", "夏天衬衫", "度假"),
                ("開襟シャツ", "半袖", "夏のシャツ", "アロハ"),
            ),
            (zone("cloth", _CLOTH, "#d98f6a", LINENS, _WOVEN), zone("collar", _COLLAR, "#d98f6a", LINENS)),
            ("casual", "summer", "holiday"),
            (
                "For days when the sea is flat and nobody has a plan.",
                "给海面平静、谁也没有安排的日子。",
                "海が凪いで、誰にも予定のない日のために。",
            ),
            plain=0.4,
            origin="season",
            unlock="summer",
        ),
        make_camp_shirt,
    ),
)
