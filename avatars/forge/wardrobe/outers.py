"""New coats and jackets, worn over the rest."""

from __future__ import annotations

from avatars.forge.garments.blazer import make_blazer
from avatars.forge.garments.denim_jacket import make_denim_jacket
from avatars.forge.garments.duffle_coat import make_duffle_coat
from avatars.forge.garments.hanten import make_hanten
from avatars.forge.garments.quilted_vest import make_quilted_vest
from avatars.forge.garments.trench_coat import make_trench_coat
from avatars.forge.wardrobe.entries import SILKS, entry, zone
from avatars.forge.wardrobe.garment import Garment
from avatars.forge.wardrobe.made import COATS, made

_CLOTH = ("Cloth", "布料", "生地")
_LINING = ("Lining", "里衬", "裏地")
_BUTTONS = ("Buttons", "纽扣", "ボタン")
_HORN = ("#5f4632", "#2f2b2e", "#c39a74", "#e6dccd", "#7a4b34", "#8f8a86")
_DOWN = ("#b5583a", "#33586b", "#7f8a5c", "#d9a441", "#3f4654", "#8d4a4a", "#e6dccb")

GARMENTS: tuple[Garment, ...] = (
    made(
        entry(
            "blazer",
            "outer",
            ("Blazer", "西装外套", "ブレザー"),
            (
                ("blazer", "jacket", "office", "suit jacket"),
                ("西装", "西装外套", "正式", "上班"),
                ("ブレザー", "ジャケット", "仕事", "きちんと"),
            ),
            (
                zone("cloth", _CLOTH, "#56606e", COATS, ("check", "stripe")),
                zone("lapels", ("Collar and lapels", "衣领与驳头", "襟"), "#56606e", COATS),
                zone("lining", _LINING, "#8a4b45", SILKS),
                zone("buttons", _BUTTONS, "#5b4334", _HORN),
            ),
            ("office", "elegant", "evening"),
            (
                "One button is enough. Two would be a speech.",
                "一颗纽扣就够了，两颗就成了演讲。",
                "ボタンは一つで十分。二つでは演説になってしまいます。",
            ),
            warmth=0.2,
            evening=0.5,
        ),
        make_blazer,
    ),
    made(
        entry(
            "denim-jacket",
            "outer",
            ("Denim jacket", "牛仔夹克", "デニムジャケット"),
            (
                ("denim jacket", "jean jacket", "jacket", "casual"),
                ("牛仔外套", "牛仔夹克", "夹克", "休闲"),
                ("デニムジャケット", "ジージャン", "ジャケット", "普段着"),
            ),
            (
                zone(
                    "cloth",
                    ("Denim", "牛仔布", "デニム"),
                    "#4f6f9e",
                    ("#2f3f5c", "#8fa6c4", "#3a3a40", "#e6dccb", "#6f6a5c", "#7a4b45"),
                ),
                zone("thread", ("Stitching", "缝线", "ステッチ"), "#dcae6b", ("#f1e6d6", "#c2704a", "#a8b4c4", "#3a3a40")),
            ),
            ("casual", "harbour"),
            (
                "It faded where I lean on railings.",
                "我常靠着栏杆的地方，它都褪了色。",
                "手すりにもたれるところだけ、色が褪せました。",
            ),
            warmth=0.3,
            plain=0.7,
        ),
        make_denim_jacket,
    ),
    made(
        entry(
            "duffle-coat",
            "outer",
            ("Duffle coat with toggles", "牛角扣大衣", "ダッフルコート"),
            (
                ("duffle coat", "coat", "toggles", "winter coat", "something warm"),
                ("牛角扣大衣", "大衣", "冬天", "暖和"),
                ("ダッフルコート", "コート", "冬", "暖か"),
            ),
            (
                zone("cloth", ("Wool", "毛呢", "ウール"), "#44546e", COATS, ("check",)),
                zone("tabs", ("Leather and cords", "皮与绳", "革と紐"), "#6b4a34", ("#2f2b2e", "#a2664a", "#e6dccd", "#7d2f33")),
                zone("toggles", ("Toggles", "牛角扣", "トグル"), "#caa36c", ("#5f4632", "#e6dccd", "#2f2b2e", "#8d5a3c")),
            ),
            ("winter", "casual", "cosy"),
            (
                "Made for sailors' gloves: even frozen fingers find these toggles.",
                "本是为戴手套的水手做的，冻僵的手也扣得上。",
                "水夫の手袋のための留め具です。かじかんだ指でも留められます。",
            ),
            warmth=0.9,
        ),
        make_duffle_coat,
    ),
    made(
        entry(
            "quilted-vest",
            "outer",
            ("Quilted vest", "绗缝羽绒背心", "キルティングのベスト"),
            (
                ("quilted vest", "gilet", "puffer", "body warmer"),
                ("羽绒背心", "马甲", "绗缝"),
                ("ダウンベスト", "キルティング", "ベスト"),
            ),
            (
                zone("cloth", ("Shell", "面料", "表地"), "#b5583a", _DOWN),
                zone("lining", _LINING, "#e5c07a", SILKS),
                zone("zip", ("Zip", "拉链", "ファスナー"), "#5a3a2e", ("#2f2b2e", "#d8d8dc", "#e0b25a", "#8d4a4a")),
            ),
            ("casual", "sporty", "autumn"),
            (
                "Arms free for carrying wood, middle warm for telling about it.",
                "腾出双臂搬柴，身上暖着好讲给你听。",
                "腕は薪を運ぶため、胴はその話をするために暖かく。",
            ),
            warmth=0.5,
            plain=0.4,
        ),
        make_quilted_vest,
    ),
    made(
        entry(
            "trench-coat",
            "outer",
            ("Trench coat", "风衣", "トレンチコート"),
            (
                ("trench coat", "trench", "coat", "belted coat", "drizzle"),
                ("风衣", "外套", "系带大衣", "小雨"),
                ("トレンチコート", "コート", "小雨", "ベルトのコート"),
            ),
            (
                zone("cloth", ("Gabardine", "华达呢", "ギャバジン"), "#c8ab82", COATS),
                zone("belt", ("Belt and straps", "腰带与袖带", "ベルト"), "#c8ab82", COATS),
                zone("buttons", _BUTTONS, "#5f4632", _HORN),
            ),
            ("office", "elegant", "rain", "autumn"),
            (
                "The belt is never buckled, only tied: there is always somebody to run after.",
                "腰带从不扣上，只随手一系：总有人要追上去道别。",
                "ベルトは留めずに結ぶだけ。いつでも誰かを追いかけられるように。",
            ),
            warmth=0.5,
            evening=0.5,
            wet=0.6,
        ),
        make_trench_coat,
    ),
    made(
        entry(
            "hanten",
            "outer",
            ("Padded hanten", "棉袢缠", "はんてん"),
            (
                ("hanten", "house jacket", "padded jacket", "at home", "cosy"),
                ("袢缠", "棉袄", "家居外套", "暖和"),
                ("はんてん", "半纏", "どてら", "部屋着", "暖か"),
            ),
            (
                zone(
                    "cloth",
                    ("Cotton", "棉布", "木綿"),
                    "#3f5a7a",
                    ("#7a3b3f", "#4d5b48", "#8f6f7f", "#c58a3f", "#2f343d", "#e6dccb"),
                    ("stripe", "check", "dots", "floral"),
                ),
                zone("collar", ("Collar band", "领边", "襟"), "#2b2f3c", ("#7a2f3a", "#3f4654", "#5b4339", "#efe3d0")),
                zone("lining", _LINING, "#b24a44", SILKS),
                zone("ties", ("Cords", "系带", "紐"), "#d9a94e", SILKS),
            ),
            ("cosy", "sleep", "winter"),
            (
                "It came with the first winter evening that neither of us wanted to end.",
                "它随着第一个我们都不想结束的冬夜而来。",
                "二人とも終わってほしくなかった、最初の冬の夜に来ました。",
            ),
            warmth=0.8,
            origin="milestone",
            unlock="first-winter-evening",
        ),
        make_hanten,
    ),
)
