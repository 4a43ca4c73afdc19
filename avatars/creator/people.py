"""The people Hearth ships."""

from __future__ import annotations

from typing import Final

from avatars.creator.parameters import Eyes, Hair, Person, Skin

MIRA: Final = Person(
    name="Mira",
    names={"en": "Mira", "zh": "米拉", "ja": "ミラ"},
    shape={
        "face.length": -0.3, "face.jaw": -0.05, "face.cheeks": 0.35, "face.chin": -0.3, "face.chin_width": 0.25,
        "eyes.size": 0.1, "eyes.width": -0.2, "eyes.open": -0.3, "eyes.tilt": 0.15, "eyes.iris": 0.45, "brows.height": -0.1,
        "nose.length": -0.15, "nose.width": -0.3, "mouth.width": 0.4, "mouth.corners": 0.05, "mouth.fullness": 0.4,
        "body.build": -0.4, "body.neck": -0.3, "body.shoulders": -0.3, "body.waist": -0.5,
        "body.legs": 0.5, "body.hands": -0.2, "body.head": -0.5,
    },
    skin=Skin(undertone=0.15, blush=0.38, lips=0.75),
    hair=Hair(brows=(0.56, 0.34, 0.24)),
)
KAI: Final = Person(
    name="Kai",
    names={"en": "Kai", "zh": "凯", "ja": "カイ"},
    shape={
        "face.width": -0.65, "face.length": 0.5, "face.jaw": 0.45, "face.square": 1.0, "face.chin": 0.45, "face.chin_width": 0.35,
        "face.cheeks": -0.95, "eyes.size": -0.38, "eyes.width": 0.55, "eyes.open": -0.85, "eyes.height": 0.2, "eyes.tilt": 0.3,
        "eyes.spacing": -0.25, "eyes.iris": -0.2, "brows.height": -0.75, "brows.thickness": 0.85, "brows.arch": -0.2,
        "brows.tilt": 0.35, "nose.length": 0.5, "nose.width": 0.55, "nose.bridge": 1.0, "nose.tip": 0.1,
        "mouth.width": 0.95, "mouth.fullness": 0.05, "mouth.height": -0.15,
        "body.height": 0.7, "body.build": 0.0, "body.shoulders": 0.25, "body.chest": -1.0, "body.waist": -0.1,
        "body.hips": -0.65, "body.legs": 0.4, "body.neck": 0.1, "body.hands": 0.3,
    },
    skin=Skin(tone=0.30, undertone=0.3, blush=0.10, stubble=0.22, lips=0.3),
    eyes=Eyes(iris=(0.40, 0.24, 0.12), lash=(0.10, 0.07, 0.07), lash_length=0.6),
    hair=Hair(style="swept", colour=(0.225, 0.15, 0.125), brows=(0.15, 0.10, 0.085)),
    earrings=False,
)
PEOPLE: Final = {"mira": MIRA, "kai": KAI}
