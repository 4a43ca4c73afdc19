"""What her room can be furnished with, each piece a soft picture with alpha in the measures of the painted room (1600 x 1200).

Every piece is painted in plain daylight; the app tones it for the hour. What shines at night is a second picture of light alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PIL import Image

from avatars.forge.scenes import decorations, furniture
from avatars.forge.scenes.sketch import Sketch


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece: where it stands (``floor``, ``wall`` or ``rug``), and its names by language."""

    id: str
    stands: str
    names: dict[str, str]
    make: Callable[[], Sketch]


PIECES: Final = (
    Piece("armchair", "floor", {"en": "Armchair", "zh": "扶手椅", "ja": "ひじかけ椅子"}, furniture.armchair),
    Piece("bookcase", "floor", {"en": "Bookcase", "zh": "书柜", "ja": "本棚"}, furniture.bookcase),
    Piece("monstera", "floor", {"en": "Large plant", "zh": "大绿植", "ja": "大きな観葉植物"}, furniture.monstera),
    Piece("side-table", "floor", {"en": "Tea table", "zh": "小茶几", "ja": "お茶のテーブル"}, furniture.side_table),
    Piece("wool-basket", "floor", {"en": "Wool basket", "zh": "毛线篮", "ja": "毛糸のかご"}, furniture.wool_basket),
    Piece("stove", "floor", {"en": "Stove", "zh": "小火炉", "ja": "薪ストーブ"}, furniture.stove),
    Piece(
        "record-player", "floor", {"en": "Record player", "zh": "唱机柜", "ja": "レコードプレーヤー"}, furniture.record_player
    ),
    Piece("telescope", "floor", {"en": "Telescope", "zh": "望远镜", "ja": "望遠鏡"}, furniture.telescope),
    Piece("round-rug", "rug", {"en": "Round rug", "zh": "圆地毯", "ja": "丸いラグ"}, furniture.round_rug),
    Piece("string-lights", "wall", {"en": "Fairy lights", "zh": "小串灯", "ja": "ストリングライト"}, decorations.string_lights),
    Piece("clock", "wall", {"en": "Clock", "zh": "挂钟", "ja": "壁時計"}, decorations.clock),
    Piece("tall-picture", "wall", {"en": "Picture of a sail", "zh": "帆船画", "ja": "帆の絵"}, decorations.tall_picture),
)


def write_pieces(folder: Path) -> None:
    """All pieces as PNG, their lights as JPEG, and their list ``pieces.json`` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = []
    for piece in PIECES:
        sketch = piece.make()
        Image.fromarray(sketch.picture()).quantize(256, Image.Quantize.FASTOCTREE).save(
            folder / f"{piece.id}.png", optimize=True
        )
        glow = sketch.glow()
        if glow is not None:
            Image.fromarray(glow).save(folder / f"{piece.id}-light.jpg", quality=82, optimize=True)
        listed.append({"id": piece.id, "stands": piece.stands, "names": piece.names, "light": glow is not None})
    (folder / "pieces.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
