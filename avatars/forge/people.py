"""The people Hearth ships."""

from __future__ import annotations

from typing import Final

from avatars.forge.parameters import Eyes, Hair, Person, Skin

MIRA: Final = Person(
    name="Mira",
    names={"en": "Mira", "zh": "米拉", "ja": "ミラ"},
    shape={
        "face.length": -0.15, "face.jaw": -0.2, "face.cheeks": 0.15, "face.chin": -0.1, "eyes.size": 0.1, "eyes.tilt": 0.25,
        "nose.length": -0.15, "nose.width": -0.3, "mouth.corners": 0.25, "mouth.fullness": 0.15,
        "body.build": -0.4, "body.neck": -0.3, "body.shoulders": -0.3, "body.waist": -0.5,
        "body.legs": 0.5, "body.hands": -0.2, "body.head": -0.5,
    },
)
KAI: Final = Person(
    name="Kai",
    names={"en": "Kai", "zh": "凯", "ja": "カイ"},
    shape={
        "face.width": -0.2, "face.length": 0.75, "face.jaw": 0.45, "face.square": 0.85, "face.chin": 0.5, "face.chin_width": 0.55,
        "face.cheeks": -1.0, "eyes.size": -0.85, "eyes.width": 0.4, "eyes.open": -0.75, "eyes.height": 0.2, "eyes.tilt": 0.15,
        "eyes.spacing": -0.25, "brows.height": -0.6, "brows.thickness": 1.0, "brows.arch": -0.5, "brows.tilt": 0.35,
        "nose.length": 0.15, "nose.width": 0.0, "nose.bridge": 1.0, "nose.tip": -0.2,
        "mouth.width": 0.35, "mouth.fullness": -0.3, "mouth.corners": -0.2,
        "body.height": 0.7, "body.build": 0.1, "body.shoulders": 0.55, "body.chest": -1.0, "body.waist": -0.1,
        "body.hips": -0.65, "body.legs": 0.4, "body.neck": 0.6, "body.hands": 0.45, "body.head": 0.1,
    },
    skin=Skin(tone=0.24, undertone=0.3, blush=0.08, stubble=0.1, lips=0.25),
    eyes=Eyes(iris=(0.36, 0.42, 0.50), lash=(0.12, 0.09, 0.09), lash_length=0.5),
    hair=Hair(style="swept", colour=(0.20, 0.16, 0.17), brows=(0.17, 0.13, 0.13)),
    earrings=False,
)
PEOPLE: Final = {"mira": MIRA, "kai": KAI}
