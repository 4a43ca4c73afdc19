"""What the forge's makers hand to its writer. Lengths in metres, Y up, facing +Z, T-pose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Joint:
    """A bone: VRM humanoid bone name (``head``, ``leftUpperArm``) or our own (``hair_front_1``), rest position in the world."""

    name: str
    parent: str | None
    position: tuple[float, float, float]
    humanoid: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A mesh: `positions`, `normals` (n,3), `uvs` (n,2; v down as in glTF), `triangles` (m,3) counter-clockwise outside.

    `weights` (n, len(joints)) sums to 1 a row; the writer keeps the four largest. `morphs` maps an expression
    (VRM preset or custom) to position deltas (n,3). `outfits` names the outfits that show it; empty: always.
    """

    name: str
    positions: Floats
    normals: Floats
    uvs: Floats
    triangles: npt.NDArray[np.uint32]
    material: str
    joints: tuple[str, ...]
    weights: Floats
    morphs: Mapping[str, Floats] = field(default_factory=dict)
    shapes: Mapping[str, Floats] = field(default_factory=dict)
    """A face slider's id to the deltas (n,3) of its whole step from 0 to 1: live sliders in the app."""
    outfits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Material:
    """An MToon material. Colours are sRGB 0..1; the writer converts factors to linear. `texture` (h,w,3|4) uint8 sRGB."""

    name: str
    texture: npt.NDArray[np.uint8] | None = None
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)
    shade: tuple[float, float, float] = (0.8, 0.7, 0.76)
    """Multiplied with the texture in shade."""
    shift: float = 0.02
    soft: float = 0.10
    """The terminator: lit = smoothstep(shift - soft, shift + soft, N.L)."""
    rim: tuple[float, float, float] = (0.0, 0.0, 0.0)
    rim_power: float = 3.5
    outline: float = 0.0008
    """Width in metres, 0 for none."""
    outline_colour: tuple[float, float, float] = (0.36, 0.22, 0.18)
    double_sided: bool = False
    cutout: bool = False
    blend: bool = False
    unlit: bool = False
    shadowless: bool = False
    """It throws no shadow: thin wires before a face."""
    palette: bool = False
    """The texture may be stored in 256 colours: for cloth, where nobody sees it."""


@dataclass(frozen=True, slots=True)
class Spring:
    """A chain of joints that swings, root first; see the VRMC_springBone fields of the same names."""

    joints: tuple[str, ...]
    stiffness: float
    drag: float
    gravity: float
    hit_radius: float


@dataclass(frozen=True, slots=True)
class Made:
    """What one maker (head, hair, body, a garment) gives to the writer."""

    parts: tuple[Part, ...]
    materials: tuple[Material, ...]
    joints: tuple[Joint, ...] = ()
    springs: tuple[Spring, ...] = ()
