"""Hats, bands and what else is worn on the head."""

from __future__ import annotations

from avatars.forge.garments.bands import make_ear_muffs, make_knit_headband, make_paper_crown
from avatars.forge.garments.beanie import make_beanie
from avatars.forge.garments.beret import make_beret
from avatars.forge.garments.cap import make_cap
from avatars.forge.garments.chullo import make_chullo
from avatars.forge.garments.head_flowers import make_flower_wreath, make_kanzashi
from avatars.forge.garments.rain_hat import make_rain_hat
from avatars.forge.garments.straw_hat import make_straw_hat
from avatars.forge.wardrobe.entries import SILKS, WOOLS, entry, zone
from avatars.forge.wardrobe.garment import Garment

_STRAWS = ("#dfbd84", "#f0e2c4", "#c79a5b", "#8a6a48", "#e8d6c6", "#3d3530")
_OILS = ("#e5b53c", "#a8442f", "#33586b", "#6f8261", "#efe3d0", "#2f3a44")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        entry(
            "beanie",
            "headwear",
            ("Ribbed beanie", "罗纹毛线帽", "リブ編みニット帽"),
            (
                ("beanie", "knitted hat", "woolly hat", "warm hat"),
                ("毛线帽", "针织帽", "冷帽"),
                ("ニット帽", "ビーニー", "毛糸の帽子"),
            ),
            (
                zone("wool", ("Wool", "毛线", "毛糸"), "#a8442f", WOOLS),
                zone("cuff", ("Cuff", "帽边", "折り返し"), "#b9553c", WOOLS),
            ),
            ("casual", "cosy", "winter"),
            (
                "I knitted it myself one winter, and undid the cuff four times before it sat right.",
                "有年冬天我自己织的，帽边拆了四次才服帖。",
                "ある冬に自分で編みました。折り返しは四回ほどいてやり直したんです。",
            ),
            warmth=0.9,
        ),
        lambda: make_beanie("#a8442f", "#b9553c"),
    ),
    Garment(
        entry(
            "beret",
            "headwear",
            ("Felt beret", "毛呢贝雷帽", "フェルトのベレー帽"),
            (("beret", "french hat"), ("贝雷帽", "画家帽"), ("ベレー帽", "ベレー")),
            (zone("felt", ("Felt", "毛呢", "フェルト"), "#7a2f3a", WOOLS),),
            ("casual", "office", "winter", "elegant"),
            (
                "It came from a stall beside the art school; it always wants to sit a little crooked.",
                "在美术学校旁的小摊上买的，它总爱歪着戴。",
                "美術学校のそばの屋台で買いました。いつも少し斜めになりたがるんです。",
            ),
            warmth=0.5,
            evening=0.3,
        ),
        lambda: make_beret("#7a2f3a"),
    ),
    Garment(
        entry(
            "straw-hat",
            "headwear",
            ("Straw hat with ribbon", "缎带草帽", "リボンの麦わら帽子"),
            (("straw hat", "sun hat", "summer hat"), ("草帽", "遮阳帽", "太阳帽"), ("麦わら帽子", "ストローハット", "日よけ帽")),
            (
                zone("straw", ("Straw", "草编", "麦わら"), "#dfbd84", _STRAWS),
                zone("ribbon", ("Ribbon", "缎带", "リボン"), "#a8442f", SILKS, ("stripe", "dots")),
            ),
            ("casual", "summer", "garden"),
            (
                "For long days in the garden; the ribbon has been round three other hats before.",
                "花园里的长日子少不了它，缎带之前系过三顶别的帽子。",
                "庭で過ごす長い一日のために。リボンはこれで四つ目の帽子です。",
            ),
        ),
        lambda: make_straw_hat("#dfbd84", "#a8442f"),
    ),
    Garment(
        entry(
            "chullo",
            "headwear",
            ("Snowflake ear-flap hat", "雪花护耳帽", "雪柄の耳あて帽"),
            (
                ("ear flap hat", "earflap hat", "bobble hat", "winter hat", "snowflake hat"),
                ("护耳帽", "雪花帽", "冬帽", "毛球帽"),
                ("耳あて帽", "ボンボン帽", "冬の帽子"),
            ),
            (
                zone("wool", ("Wool", "毛线", "毛糸"), "#33586b", WOOLS),
                zone("motif", ("Snowflakes", "雪花", "雪の柄"), "#f1e4cf", WOOLS),
                zone("bobble", ("Bobble", "毛球", "ボンボン"), "#b5523c", WOOLS),
            ),
            ("cosy", "winter", "festive"),
            (
                "For the first real snow. The bobble is far too large, and that is the point of it.",
                "等第一场像样的雪时戴。毛球太大了，要的就是这样。",
                "本物の初雪のために。ボンボンが大きすぎるのが、いいところなんです。",
            ),
            warmth=1.0,
            origin="season",
            unlock="winter",
        ),
        lambda: make_chullo("#33586b", "#f1e4cf", "#b5523c"),
    ),
    Garment(
        entry(
            "cap",
            "headwear",
            ("Sunrise cap", "日出棒球帽", "日の出キャップ"),
            (("cap", "baseball cap", "peaked cap"), ("棒球帽", "鸭舌帽"), ("キャップ", "野球帽")),
            (
                zone("crown", ("Crown", "帽身", "本体"), "#35506b", (*WOOLS, "#35506b"), ("check",)),
                zone("peak", ("Peak and sun", "帽檐与太阳", "つばと刺繍"), "#d9853b", WOOLS),
            ),
            ("casual", "sporty", "summer"),
            (
                "From a sunrise walk that began far too early; the sun on it was worth it.",
                "一次起得太早的看日出之行带回来的，帽上的太阳值得。",
                "早起きしすぎた日の出散歩の記念です。この太陽のためなら、まあいいかな。",
            ),
            plain=0.5,
        ),
        lambda: make_cap("#35506b", "#d9853b"),
    ),
    Garment(
        entry(
            "rain-hat",
            "headwear",
            ("Rain hat", "防雨帽", "レインハット"),
            (("rain hat", "sou'wester", "waterproof hat"), ("雨帽", "防雨帽", "渔夫帽"), ("レインハット", "雨の帽子", "防水帽")),
            (
                zone("cloth", ("Waxed cloth", "蜡布", "ワックス地"), "#e5b53c", _OILS),
                zone("lining", ("Lining", "衬里", "裏地"), "#8c6a33", _OILS, ("check", "stripe")),
            ),
            ("rain", "casual"),
            (
                "The harbour people wear these; the water runs off behind and never down the neck.",
                "港口的人都戴这种，雨水从后面流走，绝不灌进脖子。",
                "港の人たちの帽子です。雨は後ろへ流れて、首には入りません。",
            ),
            wet=1.0,
            warmth=0.3,
        ),
        lambda: make_rain_hat("#e5b53c", "#8c6a33"),
    ),
    Garment(
        entry(
            "ear-muffs",
            "headwear",
            ("Fluffy ear muffs", "毛绒耳罩", "ふわふわ耳あて"),
            (("ear muffs", "earmuffs", "ear warmers"), ("耳罩", "耳套"), ("耳あて", "イヤーマフ")),
            (
                zone("fluff", ("Fluff", "毛绒", "ふわふわ"), "#e9ddd0", WOOLS),
                zone("band", ("Band", "头箍", "バンド"), "#a8442f", WOOLS),
            ),
            ("cosy", "winter", "casual"),
            (
                "I hear everything a little softer with these, which suits a winter street.",
                "戴上后一切声音都柔和了些，正适合冬天的街道。",
                "これをすると音がみんな少しやわらかくなって、冬の街に似合うんです。",
            ),
            warmth=0.7,
            origin="season",
            unlock="winter",
        ),
        lambda: make_ear_muffs("#e9ddd0", "#a8442f"),
    ),
    Garment(
        entry(
            "knit-headband",
            "headwear",
            ("Twisted knit headband", "扭结针织发带", "ねじり編みヘアバンド"),
            (("headband", "knitted headband", "ear band"), ("发带", "针织发带"), ("ヘアバンド", "ニットバンド")),
            (zone("wool", ("Wool", "毛线", "毛糸"), "#c58a3f", WOOLS),),
            ("cosy", "sporty", "winter", "casual"),
            (
                "What was left of the ochre wool was just enough for this.",
                "那团赭色毛线剩下的，刚好够织它。",
                "黄土色の毛糸の残りが、ちょうどこれだけありました。",
            ),
            warmth=0.6,
        ),
        lambda: make_knit_headband("#c58a3f"),
    ),
    Garment(
        entry(
            "paper-crown",
            "headwear",
            ("Paper crown", "纸皇冠", "紙の王冠"),
            (("paper crown", "crown", "party hat"), ("纸皇冠", "皇冠", "派对帽"), ("紙の王冠", "王冠", "パーティー帽")),
            (zone("paper", ("Paper", "彩纸", "紙"), "#e2b04a", SILKS), zone("stars", ("Stars", "星星", "星"), "#b5423c", SILKS)),
            ("festive", "new year", "birthday"),
            (
                "Cut out at the kitchen table on the last evening of a year; whoever wears it may choose the music.",
                "年末最后一晚在厨房桌上剪的，谁戴上谁就能选音乐。",
                "大みそかの夜に台所の机で切りました。かぶった人が音楽を選べるんです。",
            ),
            origin="season",
            unlock="new-year",
        ),
        lambda: make_paper_crown("#e2b04a", "#b5423c"),
    ),
    Garment(
        entry(
            "flower-wreath",
            "headwear",
            ("Midsummer wreath", "仲夏花环", "夏至の花冠"),
            (
                ("flower wreath", "flower crown", "wreath", "flowers in the hair"),
                ("花环", "花冠", "头花"),
                ("花冠", "花の輪", "花かんむり"),
            ),
            (
                zone("petals", ("Large flowers", "大花", "大きな花"), "#f0e3d2", SILKS),
                zone("second", ("Small flowers", "小花", "小さな花"), "#d98a94", SILKS),
                zone("leaves", ("Leaves", "叶子", "葉"), "#7d9a63", SILKS),
            ),
            ("festive", "summer", "garden"),
            (
                "Bound on the longest day of the year, from whatever the meadow let go of.",
                "一年里最长的那天编的，草地肯给什么就用什么。",
                "一年でいちばん長い日に、野原がくれた花で編みました。",
            ),
            origin="season",
            unlock="summer",
            evening=0.3,
        ),
        lambda: make_flower_wreath("#f0e3d2", "#d98a94", "#7d9a63"),
    ),
    Garment(
        entry(
            "kanzashi",
            "headwear",
            ("Silk flower kanzashi", "绢花发簪", "つまみ細工のかんざし"),
            (
                ("kanzashi", "hair ornament", "silk flowers", "hairpin"),
                ("发簪", "绢花", "簪子", "头饰"),
                ("かんざし", "髪飾り", "つまみ細工"),
            ),
            (
                zone("petals", ("Flowers", "花", "花"), "#c8413f", SILKS),
                zone("second", ("Second flowers", "副花", "添え花"), "#f0d9cf", SILKS),
                zone("cord", ("Cords", "丝绳", "紐"), "#e2b04a", SILKS),
            ),
            ("festive", "new year", "summer", "elegant"),
            (
                "Every petal is a folded square of silk. I counted them once on a train and lost count at the river.",
                "每片花瓣都是一方折起的绢。有次在火车上数，到河边就数乱了。",
                "花びらは一枚ずつ折った絹です。電車で数えていて、川のところで分からなくなりました。",
            ),
            origin="milestone",
            unlock="a-year-together",
            evening=0.8,
        ),
        lambda: make_kanzashi("#c8413f", "#f0d9cf", "#e2b04a"),
    ),
)
