"""The styles of hair there are. Any style suits anyone; a person's `Hair` names one and sets its length, wave and colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from avatars.forge.hair.bob import make_bob
from avatars.forge.hair.braid import make_braid
from avatars.forge.hair.bun import make_bun
from avatars.forge.hair.crop import make_crop
from avatars.forge.hair.curls import make_curls
from avatars.forge.hair.cut import Cut
from avatars.forge.hair.half_up import make_half_up
from avatars.forge.hair.lob import make_lob
from avatars.forge.hair.long import make_long
from avatars.forge.hair.pixie import make_pixie
from avatars.forge.hair.ponytail import make_ponytail
from avatars.forge.hair.straight import make_straight
from avatars.forge.hair.swept import make_swept
from avatars.forge.hair.tied_back import make_tied_back
from avatars.forge.hair.twin_tails import make_twin_tails
from avatars.forge.hair.undercut import make_undercut
from avatars.forge.head.surface import HeadSurface
from avatars.forge.parameters import Hair, HairStyle


@dataclass(frozen=True, slots=True)
class Style:
    """A style: `names` by language, and what makes it."""

    names: Mapping[str, str]
    make: Callable[[Hair, HeadSurface], Cut]


STYLES: Final[dict[HairStyle, Style]] = {
    "bob": Style({"en": "Airy bob", "zh": "空气感波波头", "ja": "ふんわりボブ"}, make_bob),
    "long": Style({"en": "Long waves", "zh": "长卷发", "ja": "ロングウェーブ"}, make_long),
    "ponytail": Style({"en": "Ponytail", "zh": "马尾", "ja": "ポニーテール"}, make_ponytail),
    "bun": Style({"en": "Low bun", "zh": "低丸子头", "ja": "ローシニヨン"}, make_bun),
    "pixie": Style({"en": "Pixie", "zh": "精灵短发", "ja": "ピクシーカット"}, make_pixie),
    "crop": Style({"en": "Textured crop", "zh": "纹理短发", "ja": "ベリーショート"}, make_crop),
    "swept": Style({"en": "Swept back", "zh": "侧分后梳", "ja": "サイドパート"}, make_swept),
    "curls": Style({"en": "Short curls", "zh": "自然卷", "ja": "ナチュラルカール"}, make_curls),
    "braid": Style({"en": "Plait over the shoulder", "zh": "侧边长辫", "ja": "肩にかけた三つ編み"}, make_braid),
    "twin-tails": Style({"en": "Low twin tails", "zh": "低双马尾", "ja": "ローツインテール"}, make_twin_tails),
    "half-up": Style({"en": "Half up", "zh": "半扎发", "ja": "ハーフアップ"}, make_half_up),
    "lob": Style({"en": "Wavy lob", "zh": "波浪锁骨发", "ja": "ウェーブロブ"}, make_lob),
    "straight": Style({"en": "Straight with a blunt fringe", "zh": "齐刘海直长发", "ja": "ぱっつんロング"}, make_straight),
    "undercut": Style({"en": "Undercut", "zh": "底切背头", "ja": "アンダーカット"}, make_undercut),
    "tied-back": Style({"en": "Tied back", "zh": "束发", "ja": "後ろ束ね"}, make_tied_back),
}
