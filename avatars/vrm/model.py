"""What a loaded avatar is: plain data, checked, in VRM 1.0 terms. Metres, Y up, facing +Z; quaternions are x y z w."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.uint32]
Pixels = npt.NDArray[np.uint8]
Vec3 = tuple[float, float, float]
Override = Literal["none", "block", "blend"]


@dataclass(frozen=True, slots=True)
class Node:
    """A joint or the place of a mesh."""

    name: str
    parent: int
    """-1 at a root."""
    translation: Vec3
    rotation: tuple[float, float, float, float]
    scale: Vec3
    mesh: int | None
    skin: int | None
    drawn: bool
    """Whether the file's scene, or one of its outfits, shows it."""


@dataclass(frozen=True, slots=True)
class Morph:
    """A shape change, kept for the rows it moves: `rows` (k,), `positions` and `normals` (k,3) deltas."""

    rows: Indices
    positions: Floats
    normals: Floats


@dataclass(frozen=True, slots=True)
class Primitive:
    """Triangles of one material: positions, normals (n,3), uvs (n,2), indices (3m,), joints (n,4) of its skin, weights (n,4)."""

    positions: Floats
    normals: Floats
    uvs: Floats
    indices: Indices
    joints: Indices | None
    weights: Floats | None
    material: int
    morphs: tuple[Morph, ...]


@dataclass(frozen=True, slots=True)
class Mesh:
    """Primitives that move together."""

    name: str
    primitives: tuple[Primitive, ...]
    weights: tuple[float, ...]
    """Of each morph at rest."""


@dataclass(frozen=True, slots=True)
class Skin:
    """`joints`: node indices; `inverse_bind` (j,4,4), column vectors."""

    joints: tuple[int, ...]
    inverse_bind: Floats


@dataclass(frozen=True, slots=True)
class Sampling:
    """A texture in use: an image, how it repeats, and where it lies on the uv plane."""

    image: int
    wrap: tuple[str, str] = ("repeat", "repeat")
    smooth: bool = True
    offset: tuple[float, float] = (0.0, 0.0)
    scale: tuple[float, float] = (1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Material:
    """MToon 1.0 (`VRMC_materials_mtoon`) over a glTF material. Factors are linear."""

    name: str
    colour: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    texture: Sampling | None = None
    shade: Vec3 = (1.0, 1.0, 1.0)
    shade_texture: Sampling | None = None
    shift: float = 0.0
    toony: float = 0.9
    emissive: Vec3 = (0.0, 0.0, 0.0)
    emissive_texture: Sampling | None = None
    matcap: Vec3 = (0.0, 0.0, 0.0)
    matcap_texture: Sampling | None = None
    rim: Vec3 = (0.0, 0.0, 0.0)
    rim_power: float = 5.0
    rim_lift: float = 0.0
    rim_mix: float = 1.0
    outline_mode: Literal["none", "worldCoordinates", "screenCoordinates"] = "none"
    outline_width: float = 0.0
    outline_texture: Sampling | None = None
    outline_colour: Vec3 = (0.0, 0.0, 0.0)
    outline_mix: float = 1.0
    alpha: Literal["OPAQUE", "MASK", "BLEND"] = "OPAQUE"
    cutoff: float = 0.5
    depth_write: bool = True
    order: int = 0
    double_sided: bool = False
    unlit: bool = False
    shadowless: bool = False
    """It throws no shadow: thin wires before a face."""
    scroll: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Texture movement: x and y a second, turns in radians a second."""

    def pictures(self) -> set[int]:
        """The images it uses."""
        every = (self.texture, self.shade_texture, self.emissive_texture, self.matcap_texture, self.outline_texture)
        return {sampling.image for sampling in every if sampling is not None}


@dataclass(frozen=True, slots=True)
class ColourBind:
    """An expression's target for one colour of a material: `kind` as in VRM 1.0, rgba linear."""

    material: int
    kind: str
    value: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TransformBind:
    """An expression's target for a material's texture place."""

    material: int
    offset: tuple[float, float]
    scale: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Expression:
    """A named face. `morphs`: (node, morph, weight)."""

    name: str
    morphs: tuple[tuple[int, int, float], ...] = ()
    colours: tuple[ColourBind, ...] = ()
    transforms: tuple[TransformBind, ...] = ()
    binary: bool = False
    override_mouth: Override = "none"
    override_blink: Override = "none"
    override_look: Override = "none"


@dataclass(frozen=True, slots=True)
class RangeMap:
    """Degrees of gaze in, degrees of eye (or expression weight) out."""

    most: float = 90.0
    out: float = 10.0

    def __call__(self, degrees: float) -> float:
        """`out` at `most` degrees and above, linear below."""
        return self.out * min(max(degrees, 0.0) / max(self.most, 0.01), 1.0)


@dataclass(frozen=True, slots=True)
class LookAt:
    """How the eyes follow a target: by eye bones or by the look expressions."""

    kind: Literal["bone", "expression"] = "bone"
    offset: Vec3 = (0.0, 0.06, 0.0)
    inner: RangeMap = field(default_factory=RangeMap)
    outer: RangeMap = field(default_factory=RangeMap)
    down: RangeMap = field(default_factory=RangeMap)
    up: RangeMap = field(default_factory=RangeMap)


@dataclass(frozen=True, slots=True)
class Collider:
    """A sphere, or a capsule where `tail` differs from `offset`, in the space of `node`."""

    node: int
    offset: Vec3
    tail: Vec3
    radius: float


@dataclass(frozen=True, slots=True)
class SpringJoint:
    """One joint of a swinging chain (`VRMC_springBone`); its child is the next joint."""

    node: int
    stiffness: float = 1.0
    drag: float = 0.5
    gravity: float = 0.0
    gravity_direction: Vec3 = (0.0, -1.0, 0.0)
    hit_radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Spring:
    """A chain, root first. `center`: the node whose movement does not swing it, or -1."""

    joints: tuple[SpringJoint, ...]
    colliders: tuple[Collider, ...] = ()
    center: int = -1


@dataclass(frozen=True, slots=True)
class Constraint:
    """`VRMC_node_constraint`: `node` copies from `source`."""

    node: int
    source: int
    kind: Literal["roll", "aim", "rotation"]
    axis: str
    weight: float


@dataclass(frozen=True, slots=True)
class Outfit:
    """Clothes of this avatar: the nodes only it shows, its name and the words that call it, per language."""

    id: str
    names: Mapping[str, str]
    words: Mapping[str, tuple[str, ...]]
    nodes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Meta:
    """Whose avatar it is and what may be done with it. The defaults are the restrictive ones of VRM 1.0."""

    name: str = ""
    version: str = ""
    authors: tuple[str, ...] = ()
    copyright: str = ""
    licence: str = ""
    avatar_permission: str = "onlyAuthor"
    commercial: str = "personalNonProfit"
    credit: str = "required"
    redistribution: bool = False
    modification: str = "prohibited"
    vrm: str = "1.0"
    other_licence: str = ""
    """The address of a licence beside the VRM one."""


@dataclass(frozen=True, slots=True)
class Model:
    """A whole avatar, ready for the runtime. `images` (h,w,4) uint8, straight alpha, top row first."""

    file: str
    meta: Meta
    nodes: tuple[Node, ...]
    meshes: tuple[Mesh, ...]
    skins: tuple[Skin, ...]
    materials: tuple[Material, ...]
    images: Sequence[Pixels]
    """A `avatars.vrm.images.Pictures` where the file was read: those nobody needs yet are still folded."""
    humanoid: Mapping[str, int]
    """VRM bone name to node."""
    expressions: Mapping[str, Expression]
    """By name as the file spells it; presets in VRM 1.0 spelling."""
    look_at: LookAt
    springs: tuple[Spring, ...]
    constraints: tuple[Constraint, ...]
    outfits: tuple[Outfit, ...]
    outfit: str
    """The one worn at first."""
    hidden: frozenset[int]
    """Nodes whose mesh is for the first person only."""
    shape: Mapping[str, float] = field(default_factory=dict)
    """Where the sliders of `avatars.shape.sliders` stand in this file; empty for avatars that know none."""
    shape_morphs: Mapping[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Face slider -> (node, morph) pairs, each the way of the slider from 0 to 1."""
