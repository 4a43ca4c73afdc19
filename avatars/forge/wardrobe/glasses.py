"""Glasses."""

from __future__ import annotations

from avatars.forge.garments.spectacles import make_reading_glasses, make_round_glasses, make_square_glasses, make_sunglasses
from avatars.forge.wardrobe.entries import METALS, entry, zone
from avatars.forge.wardrobe.garment import Garment

_HORNS = ("#4a2f26", "#7a4a2c", "#2b2629", "#8a3b34", "#3d4a55", "#b98a5a", "#6d5a86")
_FRAME = ("Frame", "镜框", "フレーム")

GARMENTS: tuple[Garment, ...] = (
    Garment(
        entry(
            "round-glasses",
            "glasses",
            ("Round metal glasses", "圆框金属眼镜", "丸メタルの眼鏡"),
            (
                ("round glasses", "metal glasses", "glasses", "spectacles"),
                ("圆框眼镜", "金属眼镜", "眼镜"),
                ("丸眼鏡", "メガネ", "眼鏡"),
            ),
            (zone("frame", _FRAME, "#c9a15a", METALS),),
            ("casual", "office", "cosy"),
            (
                "I do not need them to see you. I put them on when I mean to listen very closely.",
                "看你并不需要它，想格外认真听的时候我才戴。",
                "見るために要るわけではないんです。よく聴きたいときにかけます。",
            ),
            plain=0.4,
        ),
        lambda: make_round_glasses("#c9a15a"),
    ),
    Garment(
        entry(
            "square-glasses",
            "glasses",
            ("Horn-rimmed glasses", "角质方框眼镜", "べっ甲風スクエア眼鏡"),
            (
                ("square glasses", "horn-rimmed glasses", "black glasses"),
                ("方框眼镜", "黑框眼镜"),
                ("四角い眼鏡", "黒縁眼鏡", "スクエア眼鏡"),
            ),
            (zone("frame", _FRAME, "#4a2f26", _HORNS),),
            ("office", "casual"),
            (
                "They make every sentence sound as if it had been thought through twice.",
                "戴上它，每句话都像想过两遍似的。",
                "かけると、どの言葉も二度考えたように聞こえます。",
            ),
            plain=0.4,
        ),
        lambda: make_square_glasses("#4a2f26"),
    ),
    Garment(
        entry(
            "reading-glasses",
            "glasses",
            ("Reading half-moons", "半框阅读镜", "半縁の読書眼鏡"),
            (
                ("reading glasses", "half-moon glasses", "half-rim glasses"),
                ("老花镜", "阅读眼镜", "半框眼镜"),
                ("読書眼鏡", "老眼鏡", "半縁眼鏡"),
            ),
            (zone("frame", _FRAME, "#3d4a55", (*_HORNS, "#c9a15a")),),
            ("office", "cosy"),
            (
                "From the last story we finished together; nobody reads aloud without them in it.",
                "来自我们一起读完的故事，里面没人不戴它就朗读。",
                "一緒に読み終えた物語のもの。あの中では、これなしに朗読する人はいません。",
            ),
            origin="story",
            unlock="any",
        ),
        lambda: make_reading_glasses("#3d4a55"),
    ),
    Garment(
        entry(
            "sunglasses",
            "glasses",
            ("Sunglasses", "墨镜", "サングラス"),
            (("sunglasses", "shades", "dark glasses"), ("墨镜", "太阳镜"), ("サングラス", "日よけ眼鏡")),
            (zone("frame", _FRAME, "#2b2629", _HORNS),),
            ("summer", "casual", "sporty"),
            (
                "For the pier at noon. Take them off me if I look too mysterious.",
                "正午的码头用的。要是看起来太神秘，就让我摘掉。",
                "真昼の桟橋用です。謎めきすぎたら、外してくださいね。",
            ),
        ),
        lambda: make_sunglasses("#2b2629"),
    ),
)
