"""New dresses and robes."""

from __future__ import annotations

from avatars.forge.garments.evening_dress import make_evening_dress
from avatars.forge.garments.knit_dress import make_knit_dress
from avatars.forge.garments.nightgown import make_nightgown
from avatars.forge.garments.office_dress import make_office_dress
from avatars.forge.garments.pinafore import make_pinafore
from avatars.forge.garments.ruqun import make_ruqun
from avatars.forge.garments.yukata import make_yukata
from avatars.forge.wardrobe.entries import SILKS, WOOLS, entry, zone
from avatars.forge.wardrobe.garment import Garment
from avatars.forge.wardrobe.made import LINENS, NIGHTS, whole

_CLOTH = ("Cloth", "布料", "生地")
_COLLAR = ("Collar", "衣领", "襟")
_SASH = ("Sash", "腰带", "帯")
_BELTS = ("#7a4b34", "#2f2b2e", "#a2664a", "#e6dccd", "#7d2f33", "#4f5a4a")

GARMENTS: tuple[Garment, ...] = (
    whole(
        entry(
            "office-dress",
            "dress",
            ("Sheath dress with a belt", "束腰直筒裙", "ベルト付きシースドレス"),
            (
                ("sheath dress", "office dress", "work dress", "business"),
                ("直筒裙", "通勤裙", "上班", "正式"),
                ("シースドレス", "仕事着", "オフィス", "きちんと"),
            ),
            (
                zone(
                    "cloth",
                    _CLOTH,
                    "#3d4a63",
                    ("#6d2f3f", "#3f5a48", "#26262d", "#8a7a6a", "#7b3f45", "#d8c7b4"),
                    ("check", "stripe"),
                ),
                zone("belt", ("Belt", "皮带", "ベルト"), "#7a4b34", _BELTS),
            ),
            ("office", "elegant"),
            (
                "It makes me stand straight. The tasks then look smaller.",
                "穿上它背自然挺直，事情看着也小些。",
                "背すじが伸びます。すると、用事が少し小さく見えます。",
            ),
            evening=0.4,
        ),
        make_office_dress,
    ),
    whole(
        entry(
            "evening-dress",
            "dress",
            ("Evening dress to the floor", "及地晚礼服", "床までのイブニングドレス"),
            (
                ("evening dress", "gown", "long dress", "concert", "elegant", "dressy"),
                ("晚礼服", "长裙", "礼服", "音乐会", "优雅"),
                ("イブニングドレス", "ドレス", "ロングドレス", "コンサート", "上品"),
            ),
            (
                zone("cloth", ("Velvet", "天鹅绒", "ベルベット"), "#2c5560", NIGHTS),
                zone("sash", _SASH, "#2c5560", NIGHTS),
            ),
            ("evening", "elegant", "festive"),
            (
                "I kept it for an evening that deserved it. Then I saw that it is the other way round.",
                "我一直留着它，等一个配得上的夜晚；后来才明白，是它成就夜晚。",
                "ふさわしい夜のために取っておきました。でも、夜のほうが服に合わせてくれるのですね。",
            ),
            evening=1.0,
            origin="milestone",
            unlock="a-hundred-talks",
        ),
        make_evening_dress,
    ),
    whole(
        entry(
            "knit-dress",
            "dress",
            ("Knitted dress", "针织连衣裙", "ニットワンピース"),
            (
                ("knit dress", "knitted dress", "jumper dress", "warm dress", "something warm"),
                ("针织裙", "毛衣裙", "连衣裙", "暖和"),
                ("ニットワンピース", "ニットドレス", "ワンピース", "暖か"),
            ),
            (
                zone("cloth", ("Knit", "针织", "ニット"), "#b98a72", WOOLS, ("stripe",)),
                zone("trim", ("Collar, cuffs and hem", "领口、袖口与下摆", "襟・袖口・裾"), "#b98a72", WOOLS),
            ),
            ("cosy", "casual", "winter"),
            (
                "As long as a winter evening, and as easy to stay in.",
                "像冬夜一样长，也一样让人不想离开。",
                "冬の夜くらい長くて、同じくらい出たくなくなります。",
            ),
            warmth=0.7,
            evening=0.2,
        ),
        make_knit_dress,
    ),
    whole(
        entry(
            "ruqun",
            "dress",
            ("Ruqun with a high sash", "齐胸襦裙", "襦裙"),
            (
                ("ruqun", "hanfu", "new year dress", "lunar new year", "wide sleeves"),
                ("襦裙", "汉服", "新年", "春节", "古风"),
                ("襦裙", "漢服", "春節", "お正月", "中華"),
            ),
            (
                zone("robe", ("Blouse", "上襦", "上着"), "#f1e4d8", SILKS, ("floral", "dots")),
                zone("collar", ("Collar and borders", "衣领与袖缘", "襟と縁"), "#b8433f", SILKS),
                zone("sash", _SASH, "#b8433f", SILKS),
                zone("skirt", ("Skirt", "裙子", "裙"), "#c9615a", SILKS, ("floral",)),
            ),
            ("festive", "new-year", "hanfu", "elegant"),
            (
                "Red so that the year sees us coming.",
                "红一点，好让新年远远看见我们。",
                "赤いのは、新しい年に遠くから見つけてもらうためです。",
            ),
            evening=0.7,
            origin="season",
            unlock="spring-festival",
        ),
        make_ruqun,
    ),
    whole(
        entry(
            "yukata",
            "dress",
            ("Yukata with an obi", "浴衣", "浴衣"),
            (
                ("yukata", "kimono", "summer festival", "fireworks", "obi"),
                ("浴衣", "和服", "夏日祭", "烟火", "花火"),
                ("浴衣", "着物", "夏祭り", "花火", "帯"),
            ),
            (
                zone(
                    "robe",
                    ("Cotton", "棉布", "木綿"),
                    "#3f5c80",
                    ("#f1e6d6", "#7a3b5a", "#2f5a5a", "#8f6f9a", "#b8433f", "#2f3548"),
                    ("floral", "stripe", "dots", "check"),
                ),
                zone("collar", _COLLAR, "#3f5c80", LINENS),
                zone("obi", ("Obi", "腰带", "帯"), "#d9a94e", ("#b8433f", "#7a3b5a", "#f1e6d6", "#3f6a5a", "#2f3548", "#d98a94")),
                zone("cord", ("Cord", "带绳", "帯締め"), "#b24a44", SILKS),
            ),
            ("festive", "summer", "yukata"),
            (
                "Left over right, and a bow behind that I cannot see but can feel.",
                "左襟压右襟，背后的结看不见，却一直感觉得到。",
                "左を上に重ねて、後ろの結びは見えないけれど、ちゃんと感じます。",
            ),
            evening=0.4,
            origin="season",
            unlock="summer-festival",
        ),
        make_yukata,
    ),
    whole(
        entry(
            "nightgown",
            "dress",
            ("Long nightgown", "长睡裙", "長いネグリジェ"),
            (
                ("nightgown", "nightdress", "nightie", "bedtime", "sleep"),
                ("睡裙", "睡袍", "睡觉", "晚安"),
                ("ネグリジェ", "寝巻き", "寝る", "おやすみ"),
            ),
            (
                zone("cloth", ("Cotton", "棉布", "木綿"), "#ece4ea", LINENS, ("floral", "dots", "stripe")),
                zone("trim", ("Frill and ribbons", "荷边与缎带", "フリルとリボン"), "#c9b3cf", SILKS),
            ),
            ("sleep", "cosy"),
            (
                "From a chest that smelt of lavender, and so did my first night in it.",
                "来自一只薰衣草香的木箱，穿它的第一夜也是那个味道。",
                "ラベンダーの匂いの箱から。初めて着た夜も同じ匂いでした。",
            ),
            warmth=0.2,
        ),
        make_nightgown,
    ),
    whole(
        entry(
            "pinafore",
            "dress",
            ("Corduroy pinafore", "灯芯绒背带裙", "コーデュロイのジャンパースカート"),
            (
                ("pinafore", "corduroy dress", "dungaree dress", "overall dress"),
                ("背带裙", "灯芯绒", "学院", "裙子"),
                ("ジャンパースカート", "コーデュロイ", "ワンピース"),
            ),
            (
                zone("blouse", ("Blouse", "衬衫", "ブラウス"), "#f3ece0", LINENS, ("dots", "stripe", "floral")),
                zone(
                    "pinafore",
                    ("Corduroy", "灯芯绒", "コーデュロイ"),
                    "#9a5a3c",
                    ("#7f8a5c", "#33586b", "#7a2f3a", "#c58a3f", "#5b4339", "#6d5a86"),
                ),
            ),
            ("casual", "cosy", "autumn"),
            (
                "Two pockets' worth of chestnuts fit behind the bib. Do not ask how I know.",
                "胸前能塞下两把栗子，别问我怎么知道的。",
                "胸当ての裏には栗が二つかみ入ります。なぜ知っているかは聞かないで。",
            ),
            warmth=0.2,
            plain=0.3,
        ),
        make_pinafore,
    ),
)
