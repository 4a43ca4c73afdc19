"""What a face can do: one set of numbers for a face, and the named expressions as such sets.

Lids: 0 is the neutral opening, 1 closed. Other lengths are centimetres. Every expression becomes a morph: the face evaluated
with these numbers, less the face at rest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


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


NEUTRAL = FacePose()


def both(eye: EyePose, mouth: MouthPose | None = None, cheeks: float = 0.0, puff: float = 0.0, blush: float = 0.0) -> FacePose:
    """The same on both eyes."""
    return FacePose(eye, eye, mouth or MouthPose(), cheeks, puff, blush)


def _smile(amount: float) -> dict[str, float]:
    return {"corner_left": amount, "corner_right": amount}


_SHUT = EyePose(upper=1.0)

EXPRESSIONS: dict[str, FacePose] = {
    "happy": both(
        EyePose(upper=0.10, lower=0.44, tilt=0.06, brow=0.30, brow_inner=0.08),
        MouthPose(jaw=0.66, lift=0.14, width=1.10, spread=0.26, **_smile(0.40)),
        cheeks=0.8,
    ),
    "angry": both(
        EyePose(upper=0.16, lower=0.16, tilt=-0.30, brow=-0.20, brow_inner=-0.48, brow_outer=0.16, brow_squeeze=0.26),
        MouthPose(width=0.88, arch=0.10, press=0.2, **_smile(-0.58)),
    ),
    "sad": both(
        EyePose(upper=0.20, lower=0.08, tilt=0.34, brow=0.10, brow_inner=0.50, brow_outer=-0.32, brow_squeeze=0.10),
        MouthPose(width=0.86, arch=0.10, **_smile(-0.62)),
    ),
    "relaxed": both(
        EyePose(upper=0.11, lower=0.24, tilt=0.12, brow=0.14, brow_inner=0.12, brow_outer=-0.08),
        MouthPose(spread=0.14, width=1.03, **_smile(0.34)),
        cheeks=0.45,
    ),
    "surprised": both(
        EyePose(wide=0.42, lower=-0.10, brow=0.72, brow_inner=0.08), MouthPose(jaw=0.86, lift=0.40, width=0.66, **_smile(-0.38))
    ),
    "aa": FacePose(mouth=MouthPose(jaw=1.22, lift=0.26, width=0.95, **_smile(-0.20))),
    "ih": FacePose(mouth=MouthPose(jaw=0.46, lift=0.14, width=1.04)),
    "ou": FacePose(mouth=MouthPose(jaw=0.34, lift=0.30, width=0.48, pucker=0.34, **_smile(-0.40))),
    "ee": FacePose(mouth=MouthPose(jaw=0.38, lift=0.20, width=1.18, spread=0.08, **_smile(0.14))),
    "oh": FacePose(mouth=MouthPose(jaw=0.80, lift=0.42, width=0.62, pucker=0.22, **_smile(-0.40))),
    "blink": both(_SHUT),
    "blinkLeft": FacePose(left=_SHUT),
    "blinkRight": FacePose(right=_SHUT),
    "lookUp": both(EyePose(follow=0.24, brow=0.10)),
    "lookDown": both(EyePose(follow=-0.42)),
    "lookLeft": FacePose(left=EyePose(lower=0.02), right=EyePose(lower=0.05)),
    "lookRight": FacePose(left=EyePose(lower=0.05), right=EyePose(lower=0.02)),
    "shy": both(
        EyePose(upper=0.13, lower=0.16, tilt=0.10, brow=0.08, brow_inner=0.28),
        MouthPose(width=0.86, press=0.35, **_smile(0.24)),
        cheeks=0.3,
        blush=1.0,
    ),
    "worried": both(
        EyePose(upper=0.02, lower=0.06, tilt=0.16, brow=0.14, brow_inner=0.46, brow_outer=-0.16, brow_squeeze=0.14),
        MouthPose(width=0.90, jaw=0.10, arch=0.06, press=0.1, **_smile(-0.35)),
    ),
    "thinking": FacePose(
        EyePose(upper=0.10, lower=0.10, brow=0.34, brow_outer=0.10),
        EyePose(upper=0.16, lower=0.16, brow=-0.10, brow_inner=-0.10),
        MouthPose(width=0.84, shift=0.22, press=0.3, corner_left=0.14, corner_right=-0.06),
    ),
    "smirk": FacePose(
        EyePose(upper=0.20, lower=0.20, brow=0.22, brow_outer=0.06),
        EyePose(upper=0.14, lower=0.14, brow=-0.04),
        MouthPose(shift=0.10, corner_left=0.46, corner_right=0.06, spread=0.06),
        cheeks=0.3,
    ),
    "pout": both(
        EyePose(upper=0.08, lower=0.10, brow=-0.08, brow_inner=-0.06),
        MouthPose(width=0.74, pucker=0.26, arch=0.14, **_smile(-0.38)),
        puff=0.5,
    ),
    "sleepy": both(
        EyePose(upper=0.44, lower=0.06, tilt=0.24, brow=0.20, brow_inner=0.20, brow_outer=-0.10),
        MouthPose(jaw=0.06, width=0.95, **_smile(-0.18)),
    ),
}
"""Names: VRM presets as VRM spells them, then our own."""

EXPRESSIONS["wink"] = replace(
    EXPRESSIONS["relaxed"], left=replace(_SHUT, lower=0.20, brow=-0.06), right=EyePose(lower=0.16, brow=0.16)
)
