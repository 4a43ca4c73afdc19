"""The sliders of a person: each from -1 to 1, 0 being the adult person the forge draws by itself.

Ids are ``group.name``. Face sliders are morph targets in the avatar's file; body sliders bend all of space (see `body_shape`),
so that any garment follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LOW, HIGH = -1.0, 1.0


@dataclass(frozen=True, slots=True)
class Slider:
    """One thing to change. `names` by language (en, zh, ja)."""

    id: str
    names: Mapping[str, str]

    @property
    def group(self) -> str:
        """The part before the dot: face, eyes, brows, nose, mouth, ears or body."""
        return self.id.partition(".")[0]


def _slider(name: str, en: str, zh: str, ja: str) -> Slider:
    return Slider(name, {"en": en, "zh": zh, "ja": ja})


FACE_SLIDERS: Final = (
    _slider("face.width", "Face width", "脸宽", "顔の幅"),
    _slider("face.length", "Face length", "脸长", "顔の長さ"),
    _slider("face.jaw", "Jaw width", "下颌宽度", "あごの幅"),
    _slider("face.square", "Jaw angle", "下颌棱角", "あごの角"),
    _slider("face.chin", "Chin length", "下巴长度", "あご先の長さ"),
    _slider("face.chin_width", "Chin width", "下巴宽度", "あご先の幅"),
    _slider("face.cheeks", "Cheeks", "脸颊", "ほお"),
    _slider("eyes.size", "Eye size", "眼睛大小", "目の大きさ"),
    _slider("eyes.width", "Eye width", "眼睛宽度", "目の幅"),
    _slider("eyes.open", "Eye opening", "眼睛开度", "目の開き"),
    _slider("eyes.tilt", "Eye tilt", "眼角倾斜", "目の傾き"),
    _slider("eyes.spacing", "Eye spacing", "眼距", "目の間隔"),
    _slider("eyes.height", "Eye height", "眼睛高度", "目の高さ"),
    _slider("eyes.iris", "Iris size", "瞳孔大小", "瞳の大きさ"),
    _slider("brows.height", "Brow height", "眉毛高度", "眉の高さ"),
    _slider("brows.thickness", "Brow thickness", "眉毛粗细", "眉の太さ"),
    _slider("brows.tilt", "Brow tilt", "眉毛倾斜", "眉の傾き"),
    _slider("brows.arch", "Brow arch", "眉峰", "眉のアーチ"),
    _slider("nose.length", "Nose projection", "鼻子高度", "鼻の高さ"),
    _slider("nose.width", "Nose width", "鼻翼宽度", "鼻の幅"),
    _slider("nose.tip", "Nose tip", "鼻尖位置", "鼻先の位置"),
    _slider("nose.bridge", "Nose bridge", "鼻梁", "鼻筋"),
    _slider("mouth.width", "Mouth width", "嘴宽", "口の幅"),
    _slider("mouth.fullness", "Lip fullness", "嘴唇厚度", "唇の厚み"),
    _slider("mouth.height", "Mouth height", "嘴的位置", "口の位置"),
    _slider("mouth.corners", "Mouth corners", "嘴角", "口角"),
    _slider("ears.size", "Ear size", "耳朵大小", "耳の大きさ"),
)

BODY_SLIDERS: Final = (
    _slider("body.height", "Height", "身高", "身長"),
    _slider("body.build", "Build", "体格", "体格"),
    _slider("body.shoulders", "Shoulders", "肩宽", "肩幅"),
    _slider("body.chest", "Bust", "胸部", "バスト"),
    _slider("body.waist", "Waist", "腰围", "ウエスト"),
    _slider("body.hips", "Hips", "臀围", "ヒップ"),
    _slider("body.legs", "Leg length", "腿长", "脚の長さ"),
    _slider("body.neck", "Neck", "脖子", "首"),
    _slider("body.hands", "Hands and feet", "手脚大小", "手足の大きさ"),
    _slider("body.head", "Head size", "头部大小", "頭の大きさ"),
)

SLIDERS: Final[dict[str, Slider]] = {slider.id: slider for slider in (*FACE_SLIDERS, *BODY_SLIDERS)}


def checked(values: Mapping[str, float]) -> dict[str, float]:
    """The values that differ from 0, in the order of the sliders. Raises ValueError that names what is wrong."""
    for name, value in values.items():
        if name not in SLIDERS:
            raise ValueError(f"there is no slider {name!r}")
        if not LOW <= value <= HIGH:  # also refuses NaN
            raise ValueError(f"slider {name!r} is {value}, outside {LOW:g} to {HIGH:g}")
    return {name: float(values[name]) for name in SLIDERS if values.get(name, 0.0) != 0.0}
