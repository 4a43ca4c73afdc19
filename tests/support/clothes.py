"""A small invented wardrobe: enough of every slot to dress by, with words in three languages."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from mind.wardrobe.garment import Closet
from mind.wardrobe.holdings import Owned, Wardrobe
from mind.wardrobe.reading import closet_of

Row = tuple[str, str, str, str, str, str, str, str, str, str, dict[str, float]]

# id, slot, name en|zh|ja, words en, zh, ja, dye, palette, tags, origin:unlock, made_for
ROWS: tuple[Row, ...] = (
    ("loose-hair", "hair", "Loose hair|披肩发|おろした髪", "loose hair, hair down", "披肩发, 散发",
     "おろした髪, ダウンヘア", "#5a3b2a", "", "down", "hers", {}),
    ("low-bun", "hair", "Low bun|低发髻|お団子", "bun, hair up, updo", "发髻, 丸子头, 盘发", "お団子, まとめ髪, アップ",
     "#5a3b2a", "", "up", "hers", {}),
    ("ponytail", "hair", "Ponytail|马尾|ポニーテール", "ponytail, pony tail", "马尾, 马尾辫", "ポニーテール", "#5a3b2a", "",
     "up sporty", "hers", {}),
    ("fair-isle", "top", "Fair Isle jumper|费尔岛毛衣|フェアアイルのセーター", "fair isle, jumper, sweater", "费尔岛, 毛衣",
     "フェアアイル, セーター", "#efe2c6", "#3a64a8 #c2272d", "casual cosy winter", "hers", {"warmth": 0.9, "plain": 0.6}),
    ("striped-tee", "top", "Striped T-shirt|条纹T恤|ボーダーのTシャツ", "t-shirt, tee, striped", "t恤, 条纹衫",
     "tシャツ, ボーダー", "#fbfaf7", "#1f2a4d #c2272d", "casual summer", "hers", {"warmth": 0.2, "plain": 0.8}),
    ("silk-blouse", "top", "Silk blouse|真丝衬衫|シルクのブラウス", "blouse, silk", "衬衫, 真丝", "ブラウス, シルク",
     "#f2e8d3", "#6b1f33 #9cc3e3", "office evening", "hers", {"warmth": 0.35, "evening": 0.6, "plain": 0.2}),
    ("hoodie", "top", "Hoodie|连帽衫|パーカー", "hoodie, sweatshirt", "连帽衫, 卫衣", "パーカー", "#9b9a9c",
     "#3d7a4a #c2272d", "sporty casual", "hers", {"warmth": 0.6, "plain": 0.9}),
    ("pyjama-top", "top", "Pyjama top|睡衣|パジャマの上", "pyjama top, pyjamas, pajamas", "睡衣", "パジャマ", "#9cc3e3",
     "#e9a3b8", "sleep cosy", "hers", {"warmth": 0.5, "plain": 1.0}),
    ("jeans", "bottom", "Jeans|牛仔裤|ジーンズ", "jeans, denim", "牛仔裤", "ジーンズ, デニム", "#3a64a8", "#26252a",
     "casual", "hers", {"warmth": 0.5, "plain": 0.8}),
    ("wool-skirt", "bottom", "Wool skirt|羊毛裙|ウールのスカート", "skirt", "裙子, 羊毛裙", "スカート", "#6b1f33",
     "#3d7a4a #26252a", "evening office cosy", "hers", {"warmth": 0.7, "evening": 0.6, "plain": 0.3}),
    ("joggers", "bottom", "Joggers|运动裤|ジョガー", "joggers, tracksuit bottoms", "运动裤", "ジョガー, スウェットパンツ",
     "#46474c", "#1f2a4d", "sporty", "hers", {"warmth": 0.5, "plain": 0.9}),
    ("pyjama-bottoms", "bottom", "Pyjama bottoms|睡裤|パジャマの下", "pyjama bottoms, pyjamas, pajamas", "睡裤, 睡衣",
     "パジャマ", "#9cc3e3", "#e9a3b8", "sleep cosy", "hers", {"warmth": 0.5, "plain": 1.0}),
    ("tea-dress", "dress", "Tea dress|茶歇裙|ティードレス", "tea dress, dress, floral dress", "茶歇裙, 连衣裙, 裙子",
     "ティードレス, ワンピース", "#e9a3b8", "#3d7a4a #f0d04a #3a64a8", "summer casual", "hers",
     {"warmth": 0.05, "evening": 0.3, "plain": 0.1}),
    ("knit-dress", "dress", "Knitted dress|针织裙|ニットのワンピース", "knitted dress, knit dress, dress",
     "针织裙, 连衣裙, 裙子", "ニットワンピース, ワンピース", "#3d7a4a", "#6b1f33 #c99a2e", "cosy winter evening", "hers",
     {"warmth": 0.8, "evening": 0.5, "plain": 0.3}),
    ("velvet-dress", "dress", "Velvet dress|丝绒长裙|ベルベットのドレス", "velvet dress, evening dress, gown, dress",
     "丝绒裙, 晚礼服, 礼服, 裙子", "ベルベット, ドレス, イブニングドレス", "#6b1f33", "#1f2a4d #17171a", "evening festive",
     "milestone:friends", {"warmth": 0.5, "evening": 1.0, "plain": 0.0}),
    ("yukata", "dress", "Yukata|浴衣|浴衣", "yukata", "浴衣", "浴衣, ゆかた", "#1f2a4d", "#f3c3d0", "festive summer yukata",
     "season:summer-festival", {"warmth": 0.1, "evening": 0.6, "plain": 0.1}),
    ("cardigan", "outer", "Cardigan|开衫|カーディガン", "cardigan", "开衫", "カーディガン", "#3d7a4a", "#c99a2e #9b9a9c",
     "cosy casual", "hers", {"warmth": 0.55, "evening": 0.4, "plain": 0.5}),
    ("duffle-coat", "outer", "Duffle coat|牛角扣大衣|ダッフルコート", "duffle coat, duffel coat, coat",
     "牛角扣大衣, 大衣, 外套", "ダッフルコート, コート", "#1f2a4d", "#b98b54 #46474c", "winter casual", "hers",
     {"warmth": 1.0, "plain": 0.6, "wet": 0.3}),
    ("raincoat", "outer", "Raincoat|雨衣|レインコート", "raincoat, rain coat, coat", "雨衣, 外套",
     "レインコート, 雨合羽, コート", "#f0d04a", "#2f7a7a #c2272d", "rain", "hers",
     {"warmth": 0.5, "plain": 0.5, "wet": 1.0}),
    ("sneakers", "shoes", "Sneakers|帆布鞋|スニーカー", "sneakers, trainers", "帆布鞋, 运动鞋", "スニーカー", "#fbfaf7",
     "#c2272d", "casual sporty", "hers", {"warmth": 0.4, "plain": 0.8}),
    ("ankle-boots", "shoes", "Ankle boots|短靴|ショートブーツ", "boots, ankle boots", "短靴, 靴子",
     "ブーツ, ショートブーツ", "#4f3424", "#17171a", "evening office winter", "hers",
     {"warmth": 0.7, "evening": 0.6, "plain": 0.4}),
    ("wellingtons", "shoes", "Wellingtons|雨靴|長靴", "wellingtons, wellies, rain boots, boots", "雨靴, 雨鞋, 靴子",
     "長靴, レインブーツ", "#3d7a4a", "#f0d04a", "rain", "hers", {"warmth": 0.5, "wet": 1.0}),
    ("slippers", "shoes", "Slippers|拖鞋|スリッパ", "slippers", "拖鞋", "スリッパ", "#b98b54", "", "sleep cosy", "hers",
     {"warmth": 0.6, "plain": 1.0}),
    ("wool-socks", "socks", "Wool socks|羊毛袜|毛糸の靴下", "socks, wool socks", "袜子, 羊毛袜", "靴下, 毛糸の靴下",
     "#c99a2e", "#9b9a9c", "cosy winter", "hers", {"warmth": 0.9}),
    ("beanie", "headwear", "Beanie|毛线帽|ニット帽", "beanie, hat, woolly hat", "毛线帽, 帽子", "ニット帽, 帽子", "#a8502c",
     "#3d7a4a", "cosy winter", "hers", {"warmth": 0.9}),
    ("straw-hat", "headwear", "Straw hat|草帽|麦わら帽子", "straw hat, sun hat, hat", "草帽, 帽子", "麦わら帽子, 帽子",
     "#d9c7a6", "", "summer", "hers", {"warmth": 0.0}),
    ("round-glasses", "glasses", "Round glasses|圆框眼镜|丸メガネ", "glasses, round glasses, specs", "眼镜, 圆框眼镜",
     "メガネ, 眼鏡, めがね, 丸メガネ", "#17171a", "#b98b54", "office", "hers", {}),
    ("pearl-studs", "ears", "Pearl studs|珍珠耳钉|パールのピアス", "earrings, studs, pearls", "耳钉, 耳环, 珍珠",
     "ピアス, イヤリング, パール", "#fbfaf7", "", "evening festive", "gift", {"evening": 0.8}),
    ("wool-scarf", "neck", "Wool scarf|羊毛围巾|ウールのマフラー", "scarf, wool scarf", "围巾, 羊毛围巾",
     "マフラー, スカーフ", "#9b9a9c", "#c2272d #3d7a4a #3a64a8", "cosy winter", "hers", {"warmth": 0.9}),
    ("red-muffler", "neck", "Long muffler|长围脖|長いスヌード", "muffler", "围脖", "スヌード", "#c2272d", "",
     "winter festive", "season:winter", {"warmth": 1.0}),
    ("canvas-bag", "bag", "Canvas bag|帆布包|トートバッグ", "bag, tote, canvas bag", "包, 帆布包",
     "バッグ, トートバッグ, かばん", "#f2e8d3", "#1f2a4d", "casual", "gift", {}),
    ("paper-crown", "headwear", "Paper crown|纸王冠|紙の王冠", "paper crown, crown", "王冠, 纸王冠", "王冠, 紙の王冠",
     "#f0d04a", "", "festive", "milestone:first-lighthouse", {}),
)  # fmt: skip
LOOKS: tuple[tuple[str, str, str, str, str, str, dict[str, float]], ...] = (
    ("harbour", "Harbour morning|港口清晨|港の朝", "harbour", "港口", "港", "loose-hair fair-isle jeans sneakers",
     {"warmth": 0.75, "evening": 0.1, "plain": 0.9, "wet": 0.2}),
    ("evening", "Quiet evening|安静的夜晚|静かな夜", "quiet evening", "安静的夜晚", "静かな夜",
     "low-bun silk-blouse wool-skirt cardigan ankle-boots", {"warmth": 0.6, "evening": 0.9, "plain": 0.2, "wet": 0.0}),
    ("rain", "Rainy pier|雨中码头|雨の桟橋", "rainy pier", "雨中码头", "雨の桟橋",
     "loose-hair striped-tee jeans raincoat wellingtons", {"warmth": 0.55, "evening": 0.1, "plain": 0.5, "wet": 1.0}),
    ("garden", "Summer garden|夏日花园|夏の庭", "garden", "花园", "夏の庭", "loose-hair tea-dress sneakers",
     {"warmth": 0.05, "evening": 0.3, "plain": 0.1, "wet": 0.0}),
)  # fmt: skip


def catalogue() -> list[dict[str, Any]]:
    """The garments as the catalogue's file holds them."""
    made = []
    for name, slot, names, en, zh, ja, dye, palette, tags, origin, days in ROWS:
        came, _, unlock = origin.partition(":")
        title = dict(zip(("en", "zh", "ja"), names.split("|"), strict=True))
        made.append({
            "id": name, "slot": slot, "names": title,
            "words": {lang: words.split(", ") for lang, words in (("en", en), ("zh", zh), ("ja", ja))},
            "zones": [
                {"id": "cloth", "names": {"en": "Cloth", "zh": "布料", "ja": "生地"}, "dye": dye, "palette": palette.split()},
            ],
            "tags": tags.split(), "made_for": days, "origin": came, "unlock": unlock, "file": f"{slot}/{name}.glb",
            "stories": {"en": f"The {title['en']} hung by the window first.", "zh": f"{title['zh']}最早挂在窗边。",
                        "ja": f"{title['ja']}は、はじめ窓辺に掛かっていました。"},
        })  # fmt: skip
    return made


def ready_looks() -> list[dict[str, Any]]:
    """The looks as their file holds them."""
    return [
        {
            "id": name, "names": dict(zip(("en", "zh", "ja"), names.split("|"), strict=True)),
            "words": {"en": [en], "zh": [zh], "ja": [ja]}, "people": ["mira"], "made_for": days,
            "look": {"worn": [{"garment": one} for one in worn.split()]},
        }
        for name, names, en, zh, ja, worn, days in LOOKS
    ]  # fmt: skip


def closet(person: str = "mira") -> Closet:
    """Both, as the mind is told of them."""
    return closet_of(catalogue(), ready_looks(), person)


NOVEMBER = datetime(2026, 11, 23, 18, 30, tzinfo=timezone.utc)


def wardrobe(*gifts: str, taste: str = "mira", look: str = "harbour", note: str = "") -> Wardrobe:
    """What is hers on a November evening: all that is from the start, and these gifts of the user's."""
    every = closet()
    owned = {name: Owned(name, NOVEMBER - timedelta(days=90), "hers") for name, e in every.garments.items() if e.origin == "hers"}
    owned |= {name: Owned(name, NOVEMBER - timedelta(days=3), "user", note) for name in gifts}
    ready = every.look(look)
    assert ready is not None
    at_hand = {name: every.garments[name] for name in owned}
    return Wardrobe(every, owned, at_hand, ready.look, look, taste_of=taste, warmth=0.8, seasons=frozenset({"autumn"}))
