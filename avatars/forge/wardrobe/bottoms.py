"""New trousers and skirts."""

from __future__ import annotations

from typing import Final

from avatars.forge.garments import (
    a_line_skirt,
    hakama_trousers,
    leggings,
    linen_trousers,
    long_skirt,
    pleated_skirt,
    pyjama_trousers,
    shorts,
    tailored_trousers,
    track_pants,
)
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

_OVER_SHOES: Final = LAYERS["shoes"]
"""Of wide hems: they hang over shoes, which slim ones are tucked into."""
_CLOTH: Final = {"en": "Cloth", "zh": "布料", "ja": "生地"}
_STRIPE: Final = {"en": "Stripes", "zh": "侧条纹", "ja": "ライン"}
_EARTH: Final = ("#b06a3c", "#8d4f5c", "#6f8f7c", "#3f5468", "#c9b28f", "#d9a441", "#4a4a52", "#e6dccb")
_QUIET: Final = ("#56606e", "#3b4252", "#7a6a5c", "#8a8d80", "#a99a86", "#5d4a52", "#2f3b38", "#d8cfc0")
_LIGHT: Final = ("#d8c7a6", "#ece3d2", "#b9c2b4", "#c99a7c", "#8fa3b5", "#a3ad88", "#6d6258", "#d9b8ae")
_SOFT: Final = ("#9fb3c4", "#c7b3c9", "#b8c7ae", "#e3c3b2", "#e0d3b8", "#7f8fa6", "#a9746f", "#5e6680")
_BRIGHT: Final = ("#f0e4cf", "#c8563f", "#d9a441", "#6fa3a0", "#8fa6c7", "#b5566f", "#39424f")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "linen-trousers", "bottom",
            {"en": "Wide linen trousers", "zh": "亚麻阔腿裤", "ja": "リネンのワイドパンツ"},
            {"en": ("linen trousers", "wide trousers", "linen", "trousers"), "zh": ("亚麻裤", "阔腿裤", "裤子"),
             "ja": ("リネンパンツ", "ワイドパンツ", "麻", "ズボン")},
            (Zone("cloth", _CLOTH, linen_trousers.DYE, _LIGHT, ("check", "floral")),),
            tags=("casual", "summer", "office"), made_for={"warmth": 0.2, "evening": 0.3, "plain": 0.6}, layer=_OVER_SHOES,
            stories={"en": "They crease as soon as I sit down, and I have decided that this is their charm.",
                     "zh": "一坐下就起皱，我后来决定把这当成它的可爱之处。",
                     "ja": "座るとすぐしわになるけれど、それが持ち味だと思うことにしました。"},
        ),
        linen_trousers.make_linen_trousers,
    ),
    Garment(
        GarmentInfo(
            "tailored-trousers", "bottom",
            {"en": "Pressed ankle trousers", "zh": "九分西裤", "ja": "センタープレスのパンツ"},
            {"en": ("tailored trousers", "suit trousers", "office trousers", "trousers"), "zh": ("西裤", "九分裤", "裤子"),
             "ja": ("スラックス", "センタープレス", "パンツ", "ズボン")},
            (Zone("cloth", _CLOTH, tailored_trousers.DYE, _QUIET, ("check",)),),
            tags=("office", "evening"), made_for={"warmth": 0.4, "evening": 0.6, "plain": 0.4}, layer=LAYERS["bottom"],
            stories={"en": "For days on which I want to look as if I had a plan.",
                     "zh": "想显得胸有成竹的日子，我就穿它。",
                     "ja": "ちゃんと予定がある人に見せたい日に、はきます。"},
        ),
        tailored_trousers.make_tailored_trousers,
    ),
    Garment(
        GarmentInfo(
            "track-pants", "bottom",
            {"en": "Striped track pants", "zh": "侧条纹运动裤", "ja": "ライン入りトラックパンツ"},
            {"en": ("track pants", "tracksuit", "sports trousers", "sporty"), "zh": ("运动裤", "条纹运动裤", "裤子"),
             "ja": ("トラックパンツ", "ジャージ", "運動着")},
            (Zone("cloth", _CLOTH, track_pants.CLOTH, _QUIET), Zone("stripe", _STRIPE, track_pants.STRIPE, _BRIGHT)),
            tags=("sporty", "casual"), made_for={"warmth": 0.5, "plain": 0.9}, layer=LAYERS["bottom"],
            stories={"en": "Bought for running. So far they have mostly run to the kettle.",
                     "zh": "本来是买来跑步的，目前为止主要跑去烧水。",
                     "ja": "走るために買ったのに、今のところ走る先はやかんです。"},
        ),
        track_pants.make_track_pants,
    ),
    Garment(
        GarmentInfo(
            "sports-leggings", "bottom",
            {"en": "Sports leggings", "zh": "运动紧身裤", "ja": "スポーツレギンス"},
            {"en": ("leggings", "sports leggings", "yoga pants"), "zh": ("紧身裤", "瑜伽裤", "运动紧身裤"),
             "ja": ("レギンス", "ヨガパンツ", "スパッツ")},
            (Zone("cloth", _CLOTH, leggings.CLOTH, _QUIET),
             Zone("panel", {"en": "Side panel", "zh": "侧拼", "ja": "切り替え"}, leggings.PANEL, _BRIGHT)),
            tags=("sporty",), made_for={"warmth": 0.4, "plain": 0.8}, layer=LAYERS["bottom"],
            stories={"en": "They are the only clothes I own that stretch further than I do.",
                     "zh": "我的衣服里，只有它比我还能拉伸。",
                     "ja": "私より伸びるのは、持っている服の中でこれだけ。"},
        ),
        leggings.make_leggings,
    ),
    Garment(
        GarmentInfo(
            "pyjama-trousers", "bottom",
            {"en": "Pyjama trousers", "zh": "睡裤", "ja": "パジャマのズボン"},
            {"en": ("pyjama trousers", "pyjamas", "pajamas", "sleepwear"), "zh": ("睡裤", "睡衣"),
             "ja": ("パジャマ", "パジャマのズボン", "寝間着")},
            (Zone("cloth", _CLOTH, pyjama_trousers.CLOTH, _SOFT, ("stripe", "check", "dots")),
             Zone("piping", {"en": "Piping and cord", "zh": "滚边和系带", "ja": "パイピングとひも"}, pyjama_trousers.PIPING,
                  _BRIGHT)),
            tags=("sleep", "cosy"), made_for={"warmth": 0.6, "plain": 0.9}, layer=_OVER_SHOES,
            stories={"en": "Washed so often that they have forgotten how to be stiff.",
                     "zh": "洗了太多次，它早就忘了什么叫硬挺。",
                     "ja": "洗いすぎて、ごわつき方を忘れてしまったみたい。"},
        ),
        pyjama_trousers.make_pyjama_trousers,
    ),
    Garment(
        GarmentInfo(
            "cotton-shorts", "bottom",
            {"en": "Knee-length shorts", "zh": "及膝短裤", "ja": "ひざ丈ショートパンツ"},
            {"en": ("shorts", "bermudas", "summer shorts"), "zh": ("短裤", "五分裤"),
             "ja": ("ショートパンツ", "短パン", "ハーフパンツ")},
            (Zone("cloth", _CLOTH, shorts.DYE, _LIGHT, ("stripe", "check")),),
            tags=("casual", "summer"), made_for={"warmth": 0.0, "plain": 0.8}, layer=LAYERS["bottom"], origin="season",
            unlock="summer",
            stories={"en": "The pockets are for shells and stones, whatever the label says.",
                     "zh": "不管标签怎么写，这口袋就是用来装贝壳和石子的。",
                     "ja": "表示に何と書いてあっても、このポケットは貝がらと小石のためのもの。"},
        ),
        shorts.make_shorts,
    ),
    Garment(
        GarmentInfo(
            "hakama-trousers", "bottom",
            {"en": "Pleated sash trousers", "zh": "袴风阔腿裤", "ja": "袴風ワイドパンツ"},
            {"en": ("hakama", "pleated trousers", "sash trousers"), "zh": ("袴", "袴裤", "阔腿裤"),
             "ja": ("袴", "はかま", "袴パンツ")},
            (Zone("cloth", _CLOTH, hakama_trousers.CLOTH,
                  ("#3b4c5e", "#6b4a5e", "#5f7d6b", "#8c4a3b", "#2f3b38", "#a3885f"), ("check",)),
             Zone("sash", {"en": "Sash", "zh": "腰带", "ja": "帯"}, hakama_trousers.SASH, _BRIGHT)),
            tags=("festive", "evening"), made_for={"warmth": 0.5, "evening": 0.7, "plain": 0.1}, layer=_OVER_SHOES,
            origin="season", unlock="new-year",
            stories={"en": "I learned the knot from an old drawing and tied it wrong five times, happily.",
                     "zh": "照着一张旧图学打结，系错了五次，也乐了五次。",
                     "ja": "古い絵を見て結び方を覚えました。五回まちがえて、五回とも楽しかった。"},
        ),
        hakama_trousers.make_hakama_trousers,
    ),
    Garment(
        GarmentInfo(
            "sunray-skirt", "bottom",
            {"en": "Sunray pleated skirt", "zh": "风琴褶半身裙", "ja": "プリーツのミディスカート"},
            {"en": ("pleated skirt", "midi skirt", "skirt"), "zh": ("百褶裙", "半身裙", "裙子"),
             "ja": ("プリーツスカート", "ミディスカート", "スカート")},
            (Zone("cloth", _CLOTH, pleated_skirt.DYE, _EARTH, ("stripe", "floral")),),
            tags=("office", "evening", "casual"), made_for={"warmth": 0.4, "evening": 0.6, "plain": 0.4}, layer=LAYERS["bottom"],
            stories={"en": "I meant to spend the afternoon ironing, but it keeps its pleats by itself.",
                     "zh": "本想花一下午熨它，结果它的褶子自己就服服帖帖。",
                     "ja": "午後いっぱいアイロンをかけるつもりだったのに、ひだは自分で形を覚えていました。"},
        ),
        pleated_skirt.make_pleated_skirt,
    ),
    Garment(
        GarmentInfo(
            "corduroy-skirt", "bottom",
            {"en": "Corduroy A-line skirt", "zh": "灯芯绒A字裙", "ja": "コーデュロイの台形スカート"},
            {"en": ("a-line skirt", "corduroy skirt", "short skirt", "skirt"), "zh": ("a字裙", "灯芯绒裙", "短裙", "裙子"),
             "ja": ("台形スカート", "コーデュロイスカート", "スカート")},
            (Zone("cloth", _CLOTH, a_line_skirt.DYE, _EARTH),),
            tags=("casual", "autumn"), made_for={"warmth": 0.5, "evening": 0.2, "plain": 0.6}, layer=LAYERS["bottom"],
            stories={"en": "One pocket holds chestnuts from October. I am not going to say which October.",
                     "zh": "一个口袋里还有十月的栗子。哪一年的十月，我就不说了。",
                     "ja": "片方のポケットに十月の栗が入っています。どの年の十月かは内緒。"},
        ),
        a_line_skirt.make_a_line_skirt,
    ),
    Garment(
        GarmentInfo(
            "long-skirt", "bottom",
            {"en": "Long flowing skirt", "zh": "飘逸长裙", "ja": "ふんわりロングスカート"},
            {"en": ("long skirt", "maxi skirt", "flowing skirt", "skirt"), "zh": ("长裙", "半身长裙", "裙子"),
             "ja": ("ロングスカート", "マキシスカート", "スカート")},
            (Zone("cloth", _CLOTH, long_skirt.CLOTH, _EARTH, ("floral", "stripe", "dots")),
             Zone("border", {"en": "Border", "zh": "镶边", "ja": "縁飾り"}, long_skirt.BORDER, _BRIGHT)),
            tags=("evening", "summer"), made_for={"warmth": 0.4, "evening": 0.8, "plain": 0.2}, layer=_OVER_SHOES,
            origin="milestone", unlock="first-dance",
            stories={"en": "It was made for turning round once more than is sensible.",
                     "zh": "它就是为了比该转的圈数再多转一圈而做的。",
                     "ja": "ほどほどより一回多く、くるりと回るための一枚です。"},
        ),
        long_skirt.make_long_skirt,
    ),
)
