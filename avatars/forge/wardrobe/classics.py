"""What Mira and Kai own from the start: the garments of their outfits."""

from __future__ import annotations

from avatars.forge.wardrobe import classic_zones as zones
from avatars.forge.wardrobe.garment import Garment
from avatars.wardrobe.garment import LAYERS, GarmentInfo, Zone

GARMENTS: tuple[Garment, ...] = (
    Garment(
        GarmentInfo(
            "fair-isle-jumper",
            "top",
            {"en": "Fair Isle jumper", "zh": "费尔岛毛衣", "ja": "フェアアイルのセーター"},
            {
                "en": ("fair isle", "jumper", "sweater", "pullover"),
                "zh": ("费尔岛", "毛衣", "套头衫"),
                "ja": ("フェアアイル", "セーター", "ジャンパー"),
            },
            (
                Zone("wool", {"en": "Wool", "zh": "毛线", "ja": "毛糸"}, "#fbeedd",
                     ("#e9e2d6", "#c9d3cf", "#b7c4d4", "#e6c9c0", "#d9b36c", "#8fa48d", "#5e6b86", "#4a4247")),
                Zone("stars", {"en": "Stars", "zh": "星纹", "ja": "星もよう"}, "#2a7a7d",
                     ("#3d5a80", "#7a5c8e", "#5f7d4f", "#8c4a3b", "#40464f")),
                Zone("blossom", {"en": "Blossoms", "zh": "花纹", "ja": "花もよう"}, "#d04d46",
                     ("#e08a6d", "#b5566f", "#d9a441", "#5a7fa8", "#f1e4d0")),
                Zone("honey", {"en": "Dots", "zh": "点纹", "ja": "粒もよう"}, "#e7a745",
                     ("#f0d9a8", "#c9704f", "#8fb0a3", "#e6c9c0", "#6b5b73")),
            ),
            tags=("casual", "cosy", "winter"), made_for={"warmth": 0.9, "plain": 0.6}, layer=LAYERS["top"],
            stories={
                "en": "I knitted the yoke twice, because the first time the stars came out lopsided.",
                "zh": "肩上的花样我织了两遍，第一遍的星星全歪了。",
                "ja": "肩のもようは二度編みました。一度目は星がみんな傾いてしまって。",
            },
        ),
        zones.jumper,
    ),
    Garment(
        GarmentInfo(
            "turned-up-jeans",
            "bottom",
            {"en": "Turned-up jeans", "zh": "卷边牛仔裤", "ja": "折り返しジーンズ"},
            {"en": ("jeans", "denim"), "zh": ("牛仔裤",), "ja": ("ジーンズ", "デニム")},
            (
                Zone("denim", {"en": "Denim", "zh": "牛仔布", "ja": "デニム"}, "#4d70a8",
                     ("#37507f", "#2b3548", "#6f8fb5", "#4a4a50", "#7c8a7a", "#a3785a", "#d6cfc2")),
                Zone("thread", {"en": "Stitching", "zh": "缝线", "ja": "ステッチ"}, "#deab66",
                     ("#e9dcc3", "#c86f4a", "#7f8fa6", "#4a4a50")),
            ),
            tags=("casual",), made_for={"warmth": 0.5, "plain": 0.8}, layer=LAYERS["bottom"],
            stories={
                "en": "They have been to the harbour so often that the knees remember the way.",
                "zh": "它陪我去过无数次港口，膝盖那儿都磨出了形状。",
                "ja": "何度も港へ一緒に行ったから、ひざがもう道を覚えています。",
            },
        ),
        zones.jeans,
    ),
)
