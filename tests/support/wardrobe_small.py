"""A small wardrobe on disk: the list of garments and looks without their files, for a window whose body is scripted."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

WOOL = ("#efe2c6", "#3a64a8", "#c2272d", "#2b2a33")


def zone(name: str, dye: str, *patterns: str) -> dict[str, Any]:
    words = {"en": name.capitalize(), "zh": "布料", "ja": "生地"}
    return {"id": name, "names": words, "dye": dye, "palette": list(WOOL), "patterns": list(patterns)}


def garment(name: str, slot: str, en: str, zh: str, ja: str, *zones: dict[str, Any], **more: Any) -> dict[str, Any]:
    words = {"en": [en.lower()], "zh": [zh], "ja": [ja]}
    made = {"id": name, "slot": slot, "names": {"en": en, "zh": zh, "ja": ja}, "words": words, "zones": list(zones)}
    return made | {"layer": 3, "file": f"{slot}/{name}.glb"} | more


GARMENTS = [
    garment("bob", "hair", "Bob", "短发", "ボブ", zone("hair", "#7a4a2a")),
    garment("isle", "top", "Fair Isle jumper", "费尔岛毛衣", "フェアアイルのセーター", zone("wool", "#efe2c6"),
            zone("band", "#2f7f80"), tags=["casual", "cosy"], made_for={"warmth": 0.9},
            stories={"en": "I knitted the yoke twice.", "zh": "我织了两遍。", "ja": "二度編みました。"}),
    garment("tee", "top", "Plain tee", "素色T恤", "無地のTシャツ", zone("cloth", "#f4efe6", "stripe", "dots"), tags=["casual"]),
    garment("blouse", "top", "Bow blouse", "蝴蝶结衬衫", "リボンブラウス", zone("silk", "#f2e8d3"),
            tags=["office", "evening"], origin="gift"),
    garment("nights", "top", "Pyjama top", "睡衣上衣", "パジャマの上", zone("cotton", "#9cc3e3"), tags=["sleep"],
            origin="milestone", unlock="friends"),
    garment("jeans", "bottom", "Jeans", "牛仔裤", "ジーンズ", zone("denim", "#3a64a8"), tags=["casual"]),
    garment("tea", "dress", "Tea dress", "茶歇裙", "ティードレス", zone("cloth", "#e9a3b8", "floral"), tags=["evening"]),
    garment("coat", "outer", "Long coat", "长大衣", "ロングコート", zone("wool", "#8a6a4a"), tags=["casual"],
            made_for={"warmth": 0.7}),
    garment("sneakers", "shoes", "Sneakers", "帆布鞋", "スニーカー", zone("canvas", "#c2272d"), tags=["casual"]),
    garment("specs", "glasses", "Round glasses", "圆眼镜", "丸眼鏡", zone("frame", "#2b2a33")),
]  # fmt: skip
FIRST = ("bob", "isle", "jeans", "sneakers")
EVENING = ("bob", "tea", "sneakers")


def look(*names: str) -> dict[str, Any]:
    return {"worn": [{"garment": name} for name in names]}


LOOKS = [
    {"id": "harbour", "names": {"en": "Harbour", "zh": "港口", "ja": "港"}, "look": look(*FIRST), "people": ["mira", "kai"]},
    {"id": "dusk", "names": {"en": "Dusk", "zh": "黄昏", "ja": "夕暮れ"}, "look": look(*EVENING), "people": ["mira"]},
]


def small_wardrobe(folder: Path) -> Path:
    """Write it; the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "catalogue.json").write_text(json.dumps(GARMENTS), "utf-8")
    (folder / "looks.json").write_text(json.dumps({"looks": LOOKS}), "utf-8")
    return folder
