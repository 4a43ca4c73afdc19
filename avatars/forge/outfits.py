"""Her outfits: what each is called, the words that ask for it, and the garments it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from avatars.forge.garments.bare_limbs import make_bare_limbs
from avatars.forge.garments.boots import make_boots
from avatars.forge.garments.cardigan import make_cardigan
from avatars.forge.garments.chinos import make_chinos
from avatars.forge.garments.derbies import make_derbies
from avatars.forge.garments.flannels import make_flannels
from avatars.forge.garments.flats import make_flats
from avatars.forge.garments.hoodie import make_hoodie
from avatars.forge.garments.jeans import make_jeans
from avatars.forge.garments.joggers import make_joggers
from avatars.forge.garments.jumper import make_jumper
from avatars.forge.garments.overcoat import make_overcoat
from avatars.forge.garments.overshirt import make_overshirt
from avatars.forge.garments.pendant import make_pendant
from avatars.forge.garments.raincoat import make_raincoat
from avatars.forge.garments.roll_neck import make_roll_neck
from avatars.forge.garments.skirt import make_skirt
from avatars.forge.garments.sneakers import make_sneakers
from avatars.forge.garments.tea_dress import make_tea_dress
from avatars.forge.garments.tee import make_tee
from avatars.forge.garments.tights import make_tights
from avatars.forge.garments.trainers import make_trainers
from avatars.forge.garments.wellingtons import make_slim_trousers, make_wellingtons
from avatars.forge.garments.work_boots import make_work_boots
from avatars.forge.part import Made

Tailor = Callable[[tuple[str, ...]], Made]


@dataclass(frozen=True, slots=True, eq=False)
class Outfit:
    """An outfit. `names` and `words` by language (en, zh, ja); words are lower case and ask for it in a sentence."""

    id: str
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    garments: tuple[Tailor, ...]
    people: tuple[str, ...] = ("mira",)
    """Who has it in the wardrobe."""

    def described(self) -> dict[str, Any]:
        """What the file and the wardrobe know of it."""
        return {"id": self.id, "names": dict(self.names), "words": {k: list(v) for k, v in self.words.items()}}


OUTFITS: tuple[Outfit, ...] = (
    Outfit(
        "harbour",
        {"en": "Harbour morning", "zh": "港口清晨", "ja": "港の朝"},
        {
            "en": ("fair isle", "jumper", "sweater", "pullover", "jeans", "sneakers", "harbour", "usual", "casual", "warm"),
            "zh": ("费尔岛", "毛衣", "套头衫", "牛仔裤", "帆布鞋", "港口", "平时", "休闲", "暖和"),
            "ja": ("フェアアイル", "セーター", "ジャンパー", "ジーンズ", "スニーカー", "港", "いつもの", "普段着", "暖か"),
        },
        (make_jumper, make_jeans, make_sneakers),
    ),
    Outfit(
        "evening",
        {"en": "Quiet evening", "zh": "安静的夜晚", "ja": "静かな夜"},
        {
            "en": ("cardigan", "skirt", "boots", "evening", "elegant", "dressy", "dress", "going out", "green"),
            "zh": ("开衫", "裙子", "短靴", "靴子", "晚上", "优雅", "正式", "出门", "绿色"),
            "ja": ("カーディガン", "スカート", "ブーツ", "夜", "上品", "おしゃれ", "お出かけ", "緑"),
        },
        (make_cardigan, make_skirt, make_tights, make_boots, make_pendant),
    ),
    Outfit(
        "rain",
        {"en": "Rainy pier", "zh": "雨中码头", "ja": "雨の桟橋"},
        {
            "en": ("raincoat", "rain coat", "coat", "rain", "wellingtons", "wellies", "rubber boots", "yellow"),
            "zh": ("雨衣", "外套", "下雨", "雨靴", "雨鞋", "黄色"),
            "ja": ("レインコート", "コート", "雨", "合羽", "長靴", "黄色"),
        },
        (make_raincoat, make_slim_trousers, make_wellingtons),
    ),
    Outfit(
        "garden",
        {"en": "Summer garden", "zh": "夏日花园", "ja": "夏の庭"},
        {
            "en": ("tea dress", "summer dress", "floral", "flowers", "flats", "summer", "garden"),
            "zh": ("连衣裙", "碎花", "平底鞋", "夏天", "花园"),
            "ja": ("ワンピース", "花柄", "フラットシューズ", "夏", "庭"),
        },
        (make_tea_dress, make_bare_limbs, make_flats),
    ),
    Outfit(
        "workshop",
        {"en": "Workshop", "zh": "工作坊", "ja": "工房"},
        {
            "en": ("overshirt", "flannel", "plaid", "checked", "t-shirt", "chinos", "work boots", "boots", "workshop", "usual"),
            "zh": ("衬衫", "法兰绒", "格子", "t恤", "卡其裤", "工装靴", "靴子", "工作坊", "平时"),
            "ja": ("シャツ", "ネル", "チェック", "tシャツ", "チノ", "ワークブーツ", "ブーツ", "工房", "いつもの"),
        },
        (make_overshirt, make_tee, make_chinos, make_work_boots),
        people=("kai",),
    ),
    Outfit(
        "evening-walk",
        {"en": "Evening walk", "zh": "傍晚散步", "ja": "夕方の散歩"},
        {
            "en": ("overcoat", "coat", "camel", "roll-neck", "turtleneck", "evening", "walk", "elegant", "dressy", "going out"),
            "zh": ("大衣", "外套", "驼色", "高领毛衣", "晚上", "散步", "优雅", "正式", "出门"),
            "ja": ("コート", "キャメル", "タートルネック", "夜", "散歩", "上品", "おしゃれ", "お出かけ"),
        },
        (make_overcoat, make_roll_neck, make_flannels, make_derbies),
        people=("kai",),
    ),
    Outfit(
        "sunday",
        {"en": "Sunday at home", "zh": "居家星期天", "ja": "日曜日"},
        {
            "en": ("hoodie", "joggers", "trainers", "sneakers", "sunday", "casual", "comfortable", "cosy", "warm"),
            "zh": ("连帽衫", "卫衣", "运动裤", "运动鞋", "星期天", "休闲", "舒服", "暖和"),
            "ja": ("パーカー", "ジョガー", "スニーカー", "日曜", "普段着", "楽な", "暖か"),
        },
        (make_hoodie, make_tee, make_joggers, make_trainers),
        people=("kai",),
    ),
)


def outfits_of(person: str) -> tuple[Outfit, ...]:
    """The wardrobe of one of the people; the first is worn at first."""
    return tuple(outfit for outfit in OUTFITS if person in outfit.people)


def tailored(outfits: tuple[Outfit, ...] = OUTFITS) -> list[Made]:
    """Every garment once, marked with all the outfits that wear it."""
    wearers: dict[Tailor, list[str]] = {}
    for outfit in outfits:
        for garment in outfit.garments:
            wearers.setdefault(garment, []).append(outfit.id)
    return [garment(tuple(ids)) for garment, ids in wearers.items()]
