"""The hair styles, each on the plain head."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from avatars.forge.hair.styles import STYLES
from avatars.forge.wardrobe.entry import ACCENTS, texts, words
from avatars.forge.wardrobe.garment import Garment
from avatars.forge.wardrobe.hair_garment import make_hair_garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from avatars.forge.parameters import HairStyle

COLOUR: Final = "#9f5537"
"""The colour all hair is painted in."""
COLOURS: Final = (
    "#39261f", "#241d1f", "#5b3a2a", "#7d4b30", "#b9763f", "#d9a968", "#e9d3a4", "#c9c2bd", "#8a8d96", "#7b2f2c", "#c25f4a",
    "#b0718a", "#5f6f93", "#4f7f7b",
)
BRIGHT: Final = ("#e9d3a4", "#d9a968", "#c25f4a", "#b0718a", "#8f7fb5", "#5f8fb5", "#4f9a8f", "#39261f", "#f1ece6")
TIED: Final = frozenset({"ponytail", "bun", "braid", "twin-tails", "half-up", "tied-back"})
"""Styles with something tied into them."""

_WORDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "bob": ("bob, airy bob, short bob", "波波头, 短发", "ボブ, ショートボブ"),
    "long": ("long hair, waves, wavy hair", "长卷发, 长发, 波浪", "ロング, ロングウェーブ, 長い髪"),
    "ponytail": ("ponytail, hair up", "马尾, 扎马尾", "ポニーテール, 結んだ髪"),
    "bun": ("bun, low bun, chignon", "丸子头, 盘发, 发髻", "お団子, シニヨン"),
    "pixie": ("pixie, pixie cut, very short hair", "精灵短发, 超短发", "ピクシーカット, ベリーショート"),
    "crop": ("crop, cropped hair, short hair", "纹理短发, 寸头, 短发", "短い髪, クロップ"),
    "swept": ("swept back, side parting", "侧分, 后梳", "サイドパート, 流した髪"),
    "curls": ("curls, curly hair", "卷发, 自然卷", "くせ毛, カール, 巻き毛"),
    "braid": ("plait, braid", "辫子, 长辫", "三つ編み, おさげ"),
    "twin-tails": ("twin tails, pigtails, bunches", "双马尾", "ツインテール, 二つ結び"),
    "half-up": ("half up, half-up hair", "半扎发, 公主头", "ハーフアップ"),
    "lob": ("lob, long bob, wavy lob", "锁骨发, 波浪锁骨发", "ロブ, 鎖骨ボブ"),
    "straight": ("straight hair, blunt fringe", "直长发, 齐刘海", "ストレート, ぱっつん, 直毛"),
    "undercut": ("undercut, slicked back", "底切, 背头", "アンダーカット, 刈り上げ"),
    "tied-back": ("tied back, man bun, short tail", "束发, 小辫", "後ろ結び, 一つ結び"),
}
_STORIES: Final[Mapping[str, tuple[str, str, str]]] = {
    "bob": ("I cut it myself once, in front of the hall mirror. Never again, but it began there.",
            "有一次我对着门厅的镜子自己剪的。再也不敢了，不过就是从那时开始的。",
            "一度だけ玄関の鏡の前で自分で切りました。もうしませんが、始まりはそこです。"),
    "long": ("It takes all evening to dry, which is a good reason to read.",
             "吹干要一整晚，正好拿来看书。", "乾くまで一晩かかるので、本を読むいい口実になります。"),
    "ponytail": ("Up it goes when there is something to be done.",
                 "要认真做事的时候，就把它扎起来。", "さあやるぞ、というときに結びます。"),
    "bun": ("Held by one pin and a good deal of trust.",
            "靠一根簪子，还有很多信任固定着。", "ピン一本と、たくさんの信頼で留めています。"),
    "pixie": ("So short that the wind has nothing to say to it.",
              "短到风都拿它没办法。", "短すぎて、風も何も言えません。"),
    "crop": ("Two minutes in the morning, and I am done.",
             "早上两分钟就能搞定。", "朝は二分で終わりです。"),
    "swept": ("It falls into my eyes when I bend over the workbench.",
              "一低头干活，它就掉到眼睛前面。", "作業台にかがむと、いつも目にかかります。"),
    "curls": ("They do what they like, and by now I like it too.",
              "它们爱怎么卷就怎么卷，现在我也喜欢上了。", "好きな方へ巻くので、わたしも好きになりました。"),
    "braid": ("I plait it while I think; by the end I usually know.",
              "我边想事情边编辫子，编完通常就想明白了。", "考えながら編むと、編み終わるころには答えが出ています。"),
    "twin-tails": ("For days that deserve a little mischief.",
                   "留给那些适合小小调皮一下的日子。", "少しいたずらしたい日のために。"),
    "half-up": ("Half tidy, half not. That is about right for me.",
                "一半整齐，一半随意，正像我。", "半分きちんと、半分気まま。わたしにちょうどいい。"),
    "lob": ("It was going to be long. Then spring came early.",
            "本来想留长的，结果春天来早了。", "伸ばすつもりだったのに、春が早く来てしまって。"),
    "straight": ("Cut with a ruler, or so the hairdresser says.",
                 "理发师说是拿尺子比着剪的。", "美容師さんいわく、定規で切ったそうです。"),
    "undercut": ("The nape is cool in summer and cold in winter. I stand by it.",
                 "后颈夏天凉快，冬天就冷了。可我还是认。", "うなじは夏は涼しく、冬は寒い。それでも気に入っています。"),
    "tied-back": ("Grown out of laziness, kept out of habit.",
                  "懒得剪就留长了，习惯了就一直这样。", "切るのが面倒で伸ばし、慣れてそのままに。"),
}


def _zone(name: str, names: tuple[str, str, str], dye: str, palette: tuple[str, ...]) -> Zone:
    return Zone(name, texts(*names), dye, palette)


def _garment(style: HairStyle) -> Garment:
    zones = [
        _zone("base", ("Hair", "头发", "髪"), COLOUR, COLOURS),
        _zone("tips", ("Tips", "发尾", "毛先"), COLOUR, BRIGHT),
        _zone("highlights", ("Highlights", "挑染", "ハイライト"), COLOUR, BRIGHT),
    ]
    if style in TIED:
        zones.append(_zone("tie", ("Tie", "发绳", "ヘアゴム"), "#cc544a", ACCENTS))
    info = GarmentInfo(
        f"hair-{style}", "hair", dict(STYLES[style].names), words(*_WORDS[style]), tuple(zones), tags=("casual",),
        made_for={"plain": 0.5}, layer=LAYERS["hair"], stories=texts(*_STORIES[style]),
    )
    return Garment(info, partial(make_hair_garment, style))


GARMENTS: tuple[Garment, ...] = tuple(_garment(style) for style in STYLES if style in _STORIES)
