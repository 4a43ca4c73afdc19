"""Looks that are ready to wear: the seven outfits as garments of the wardrobe, and more for other days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from avatars.forge.outfits import OUTFITS
from avatars.forge.wardrobe.entry import texts, words
from avatars.wardrobe.look import Look, Worn, look_to_json

BOTH: Final = ("mira", "kai")


@dataclass(frozen=True, slots=True)
class Ready:
    """A look with its names and the words that ask for it, by language; `people` are those it is made for."""

    id: str
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    look: Look
    made_for: Mapping[str, float] = field(default_factory=dict)
    people: tuple[str, ...] = BOTH

    def described(self) -> dict[str, Any]:
        """Its entry in the list of looks."""
        return {
            "id": self.id,
            "names": dict(self.names),
            "words": {lang: list(some) for lang, some in self.words.items()},
            "made_for": dict(self.made_for),
            "people": list(self.people),
            "look": look_to_json(self.look),
        }


def _look(*garments: str | Worn) -> Look:
    return Look(tuple(one if isinstance(one, Worn) else Worn(one) for one in garments))


def _outfit(name: str, made_for: Mapping[str, float], *garments: str | Worn) -> Ready:
    """An outfit of the people's own files, with its names and words."""
    outfit = next(one for one in OUTFITS if one.id == name)
    return Ready(name, dict(outfit.names), dict(outfit.words), _look(*garments), made_for, outfit.people)


def _days(warmth: float, evening: float, plain: float, wet: float = 0.0) -> dict[str, float]:
    return {"warmth": warmth, "evening": evening, "plain": plain, "wet": wet}


LOOKS: tuple[Ready, ...] = (
    _outfit("harbour", _days(0.75, 0.1, 0.9, 0.2), "fair-isle-jumper", "turned-up-jeans", "canvas-sneakers"),
    _outfit("evening", _days(0.6, 0.9, 0.2), "cable-cardigan", "check-skirt", "wool-tights", "ankle-boots", "gold-pendant"),
    _outfit("rain", _days(0.55, 0.1, 0.5, 1.0), "yellow-raincoat", "slim-trousers", "wellingtons"),
    _outfit("garden", _days(0.05, 0.3, 0.1), "tea-dress", "leather-flats", "ribbed-ankle-socks"),
    _outfit("workshop", _days(0.4, 0.2, 0.7, 0.2), "flannel-overshirt", "chinos", "work-boots"),
    _outfit(
        "evening-walk",
        _days(0.95, 0.7, 0.2, 0.4),
        "camel-overcoat",
        Worn("turtleneck", {"knit": "#3c4660", "roll": "#3c4660"}),
        "wool-trousers",
        "derbies",
    ),
    _outfit("sunday", _days(0.6, 0.2, 0.95, 0.1), "zip-hoodie", "joggers", "white-trainers"),
    Ready(
        "by-the-stove",
        texts("By the stove", "炉火边", "ストーブのそば"),
        words("cosy, cozy, by the stove, snug, at home", "舒服, 居家, 炉火, 暖暖的", "ぬくぬく, おうち, ストーブ, くつろぎ"),
        _look("sweatshirt", "joggers", "wool-socks", "wool-slippers"),
        _days(0.8, 0.2, 0.9),
    ),
    Ready(
        "monday",
        texts("Monday meeting", "周一会议", "月曜の会議"),
        words("office, work, business, meeting", "上班, 办公室, 开会, 职业", "仕事, オフィス, 会議, 通勤"),
        _look("blazer", Worn("turtleneck", {"knit": "#ece5d8", "roll": "#ece5d8"}), "tailored-trousers", "penny-loafers"),
        _days(0.45, 0.4, 0.3),
    ),
    Ready(
        "library",
        texts("An afternoon in the library", "图书馆的下午", "図書館の午後"),
        words("library, student, bookish, glasses", "图书馆, 学院, 书卷气", "図書館, 学生, 読書"),
        _look("vest-and-shirt", "long-skirt", "knee-socks", "penny-loafers", "round-glasses", "canvas-tote"),
        _days(0.55, 0.2, 0.5),
        ("mira",),
    ),
    Ready(
        "morning-run",
        texts("Morning run", "晨跑", "朝のランニング"),
        words("sporty, sport, run, running, training, gym", "运动, 跑步, 锻炼, 健身", "運動, ランニング, スポーツ, ジム"),
        _look("zip-top", "track-pants", "running-shoes", "cap"),
        _days(0.4, 0.0, 0.9, 0.1),
    ),
    Ready(
        "weekend",
        texts("Market on Saturday", "周六逛集市", "土曜の市場"),
        words("weekend, market, saturday, denim jacket", "周末, 集市, 星期六", "週末, 市場, 土曜日"),
        _look("breton", "denim-jacket", Worn("chinos", {"cloth": "#f1ebe0"}), "canvas-high-tops", "canvas-tote"),
        _days(0.45, 0.1, 0.8),
    ),
    Ready(
        "concert",
        texts("Concert night", "音乐会之夜", "コンサートの夜"),
        words("concert, gala, evening dress, formal, night out", "音乐会, 晚礼服, 盛装", "コンサート, ドレスアップ, 夜会, 正装"),
        _look("evening-dress", "evening-pumps", "drop-earrings", "opaque-stockings"),
        _days(0.3, 1.0, 0.0),
        ("mira",),
    ),
    Ready(
        "dinner",
        texts("Dinner in town", "城里的晚餐", "街でディナー"),
        words("dinner, formal, suit, smart, night out", "晚餐, 西装, 正式", "ディナー, スーツ, 正装"),
        _look(
            Worn("blazer", {"cloth": "#343a48", "lapels": "#2b303c"}),
            Worn("turtleneck", {"knit": "#ece5d8", "roll": "#ece5d8"}),
            "wool-trousers",
            "derbies",
        ),
        _days(0.5, 1.0, 0.0),
        ("kai",),
    ),
    Ready(
        "midwinter",
        texts("Midwinter evening", "冬至之夜", "冬至の夜"),
        words("midwinter, christmas, festive, snow, winter", "冬至, 圣诞, 节日, 下雪, 冬天", "冬至, クリスマス, お祝い, 雪, 冬"),
        _look(
            "winter-jumper",
            "corduroy-skirt",
            "wool-tights",
            "winter-boots",
            Worn("scarf", {"wool": "#efe3d0", "stripes": "#2f5a48"}),
            "beanie",
        ),
        _days(1.0, 0.5, 0.4, 0.3),
        ("mira",),
    ),
    Ready(
        "first-snow",
        texts("First snow", "初雪", "初雪"),
        words("first snow, snow, christmas, festive, winter", "初雪, 下雪, 圣诞, 冬天", "初雪, 雪, クリスマス, 冬"),
        _look("duffle-coat", "turtleneck", "chinos", "winter-boots", "beanie"),
        _days(1.0, 0.3, 0.5, 0.4),
        ("kai",),
    ),
    Ready(
        "new-year",
        texts("New Year's visit", "新春拜年", "新春のごあいさつ"),
        words(
            "new year, lunar new year, hanfu, ruqun, spring festival", "新年, 春节, 拜年, 汉服, 襦裙", "新年, 春節, お正月, 漢服"
        ),
        _look("ruqun", "embroidered-shoes", "blossom-earrings"),
        _days(0.5, 0.7, 0.1),
        ("mira",),
    ),
    Ready(
        "fireworks",
        texts("Fireworks by the river", "河边看烟火", "川べりの花火"),
        words("fireworks, summer festival, yukata, festival", "烟火, 夏日祭, 浴衣, 祭典", "花火, 夏祭り, 浴衣, お祭り"),
        _look("yukata", "zori-sandals", "drawstring-pouch"),
        _days(0.05, 0.6, 0.2),
    ),
    Ready(
        "seaside",
        texts("A day at the sea", "海边一日", "海辺の一日"),
        words("seaside, beach, holiday, vacation, hot, summer", "海边, 沙滩, 度假, 夏天, 好热", "海, 浜辺, 休暇, 夏, 暑い"),
        _look("camp-shirt", "cotton-shorts", "ankle-strap-sandals", "straw-hat", "sunglasses"),
        _days(0.0, 0.1, 0.6),
    ),
    Ready(
        "good-night",
        texts("Good night", "晚安", "おやすみ"),
        words("pyjamas, pajamas, sleep, bedtime, night, good night", "睡衣, 睡觉, 晚安", "パジャマ, 寝巻き, おやすみ, 寝る"),
        _look("pyjama-shirt", "pyjama-trousers", "wool-slippers"),
        _days(0.6, 0.3, 0.6),
    ),
    Ready(
        "drizzle",
        texts("Drizzle in town", "城中细雨", "街の小雨"),
        words("drizzle, trench coat, umbrella, rain, wet", "细雨, 风衣, 雨伞, 下雨", "小雨, トレンチコート, 傘, 雨"),
        _look("trench-coat", "turtleneck", "slim-trousers", "ankle-boots", "closed-umbrella"),
        _days(0.6, 0.4, 0.3, 0.9),
    ),
)


def unknown(garments: Mapping[str, tuple[str, ...]]) -> list[str]:
    """What the looks name that is not there: garments, or zones of them; `garments` gives the zones by id."""
    missing = []
    for ready in LOOKS:
        for worn in ready.look.worn:
            if worn.garment not in garments:
                missing.append(f"{ready.id}: {worn.garment}")
                continue
            missing += [f"{ready.id}: {worn.garment}.{zone}" for zone in worn.dyes if zone not in garments[worn.garment]]
    return missing
