"""What a face can do: one set of numbers for a face, and the named expressions as such sets.

Lids: 0 is the neutral opening, 1 closed. Other lengths are centimetres. Every expression becomes a morph: the face evaluated
with these numbers, less the face at rest.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EyePose:
    """One eye and its brow. `upper` and `lower` close the lids; `wide` lifts the upper one."""

    upper: float = 0.0
    lower: float = 0.0
    wide: float = 0.0
    tilt: float = 0.0
    """Lowers (+) or lifts (-) the outer half of the upper lid."""
    follow: float = 0.0
    """Both lids after the gaze, up positive."""
    brow: float = 0.0
    brow_inner: float = 0.0
    """Lifts the inner end alone."""
    brow_outer: float = 0.0
    brow_squeeze: float = 0.0
    """Toward the nose."""


@dataclass(frozen=True, slots=True)
class MouthPose:
    """Lips, jaw and corners."""

    width: float = 1.0
    jaw: float = 0.0
    """How far the middle of the lower lip drops."""
    lift: float = 0.0
    """How far the middle of the upper lip rises."""
    corner_left: float = 0.0
    corner_right: float = 0.0
    spread: float = 0.0
    """Corners outward."""
    pucker: float = 0.0
    """Lips forward."""
    press: float = 0.0
    """Lips rolled in."""
    shift: float = 0.0
    """The whole mouth to her left."""
    raise_all: float = 0.0
    arch: float = 0.0
    """Bends the line between the lips up in the middle."""


@dataclass(frozen=True, slots=True)
class FacePose:
    """The whole face."""

    left: EyePose = EyePose()
    right: EyePose = EyePose()
    mouth: MouthPose = MouthPose()
    cheeks: float = 0.0
    """Cheeks pushed up by a smile, 0..1."""
    puff: float = 0.0
    blush: float = 0.0
    tears: float = 0.0
    """Eyes that well up and a drop on the cheek, 0..1."""


NEUTRAL = FacePose()


def both(
    eye: EyePose, mouth: MouthPose | None = None, cheeks: float = 0.0, puff: float = 0.0, blush: float = 0.0, tears: float = 0.0
) -> FacePose:
    """The same on both eyes."""
    return FacePose(eye, eye, mouth or MouthPose(), cheeks, puff, blush, tears)


def _smile(amount: float) -> dict[str, float]:
    return {"corner_left": amount, "corner_right": amount}


_SHUT = EyePose(upper=1.0)
_ARC = EyePose(upper=0.30, lower=1.56)
"""Shut from below: the lids meet in an arc that smiles."""

_PRESETS: dict[str, FacePose] = {
    "happy": both(
        EyePose(upper=0.06, lower=0.36, tilt=0.03, brow=0.24, brow_inner=0.06),
        MouthPose(jaw=0.56, lift=0.12, width=1.05, spread=0.12, **_smile(0.26)),
        cheeks=0.8,
    ),
    "angry": both(
        EyePose(upper=0.17, lower=0.16, tilt=-0.28, brow=-0.26, brow_inner=-0.56, brow_outer=0.22, brow_squeeze=0.30),
        MouthPose(width=0.82, arch=0.14, press=0.15, **_smile(-0.78)),
    ),
    "sad": both(
        EyePose(upper=0.20, lower=0.08, tilt=0.32, brow=0.06, brow_inner=0.66, brow_outer=-0.36, brow_squeeze=0.18),
        MouthPose(width=0.80, arch=0.15, **_smile(-0.80)),
    ),
    "relaxed": both(
        EyePose(upper=0.14, lower=0.20, tilt=0.08, brow=0.10, brow_inner=0.10, brow_outer=-0.04),
        MouthPose(spread=0.08, width=1.02, **_smile(0.26)),
        cheeks=0.45,
    ),
    "surprised": both(
        EyePose(wide=0.30, lower=-0.06, brow=0.62, brow_inner=0.06),
        MouthPose(jaw=0.80, lift=0.26, width=0.54, pucker=0.06, arch=0.12, **_smile(-0.56)),
    ),
    "aa": FacePose(mouth=MouthPose(jaw=1.10, lift=0.22, width=0.94, **_smile(-0.14))),
    "ih": FacePose(mouth=MouthPose(jaw=0.42, lift=0.13, width=1.03, **_smile(-0.04))),
    "ou": FacePose(mouth=MouthPose(jaw=0.34, lift=0.24, width=0.42, pucker=0.28, arch=0.09, **_smile(-0.56))),
    "ee": FacePose(mouth=MouthPose(jaw=0.34, lift=0.18, width=1.15, spread=0.06, **_smile(0.04))),
    "oh": FacePose(mouth=MouthPose(jaw=0.84, lift=0.34, width=0.56, pucker=0.20, arch=0.12, **_smile(-0.60))),
    "blink": both(_SHUT),
    "blinkLeft": FacePose(left=_SHUT),
    "blinkRight": FacePose(right=_SHUT),
    "lookUp": both(EyePose(follow=0.22, brow=0.10)),
    "lookDown": both(EyePose(follow=-0.40)),
    "lookLeft": FacePose(left=EyePose(lower=0.02), right=EyePose(lower=0.05)),
    "lookRight": FacePose(left=EyePose(lower=0.05), right=EyePose(lower=0.02)),
}
_OWN: dict[str, FacePose] = {
    "shy": both(
        EyePose(upper=0.16, lower=0.14, tilt=0.10, brow=0.08, brow_inner=0.30, brow_outer=-0.06),
        MouthPose(width=0.84, press=0.30, **_smile(0.20)),
        cheeks=0.3,
        blush=1.0,
    ),
    "worried": both(
        EyePose(upper=0.03, lower=0.08, tilt=0.22, brow=0.12, brow_inner=0.60, brow_outer=-0.26, brow_squeeze=0.24),
        MouthPose(width=0.78, jaw=0.16, lift=0.05, arch=0.08, **_smile(-0.66)),
    ),
    "thinking": FacePose(
        EyePose(upper=0.04, lower=0.10, brow=0.46, brow_outer=0.10),
        EyePose(upper=0.20, lower=0.20, brow=-0.14, brow_inner=-0.16, brow_squeeze=0.10),
        MouthPose(width=0.74, shift=0.30, press=0.25, arch=0.06, corner_left=0.0, corner_right=-0.56),
    ),
    "smirk": FacePose(
        EyePose(upper=0.20, lower=0.24, brow=0.38, brow_outer=0.10),
        EyePose(upper=0.24, lower=0.20, brow=-0.10, brow_inner=-0.08),
        MouthPose(shift=0.14, corner_left=0.46, corner_right=-0.30, spread=0.02),
        cheeks=0.3,
    ),
    "pout": both(
        EyePose(upper=0.12, lower=0.14, tilt=-0.06, brow=-0.10, brow_inner=-0.22, brow_squeeze=0.16),
        MouthPose(width=0.62, pucker=0.18, arch=0.20, press=-0.6, **_smile(-0.72)),
        puff=0.8,
    ),
    "sleepy": both(
        EyePose(upper=0.45, lower=0.04, tilt=0.34, brow=0.20, brow_inner=0.22, brow_outer=-0.14),
        MouthPose(jaw=0.05, width=0.92, **_smile(-0.22)),
    ),
    "laugh": both(
        EyePose(upper=_ARC.upper, lower=_ARC.lower, brow=0.30, brow_inner=0.08),
        MouthPose(jaw=0.94, lift=0.18, width=1.05, spread=0.12, **_smile(0.28)),
        cheeks=1.0,
    ),
    "smile": both(
        EyePose(upper=_ARC.upper, lower=_ARC.lower, brow=0.16, brow_inner=0.08),
        MouthPose(spread=0.10, **_smile(0.28)),
        cheeks=0.6,
    ),
    "wink": FacePose(
        EyePose(upper=_ARC.upper, lower=_ARC.lower, brow=-0.04),
        EyePose(lower=0.14, brow=0.16),
        MouthPose(spread=0.10, corner_left=0.34, corner_right=0.24),
        cheeks=0.5,
    ),
    "proud": both(
        EyePose(upper=0.26, lower=0.16, tilt=-0.04, brow=0.34, brow_outer=0.14),
        MouthPose(spread=0.12, press=0.2, **_smile(0.34)),
        cheeks=0.4,
    ),
    "tears": FacePose(tears=1.0),
    "blush": FacePose(blush=1.0),
}
EXPRESSIONS: dict[str, FacePose] = _PRESETS | _OWN
"""Names: VRM presets as VRM spells them, then our own."""
