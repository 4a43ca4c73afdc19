"""One avatar's runtime: a pose, a face and a gaze go in, world matrices and morph weights come out.

Order each frame: humanoid, look-at, expressions, then constraints, then springs (as the VRM 1.0 runtime has it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from avatars.rig.constraints import Constraints
from avatars.rig.expressions import ExpressionMixer
from avatars.rig.face_zones import SPLIT
from avatars.rig.humanoid import Humanoid
from avatars.rig.look_at import EyeTurner
from avatars.rig.mouth_opening import mouth_openings
from avatars.rig.skeleton import Skeleton
from avatars.rig.springs import SpringBones
from avatars.rig.surface import Surface
from avatars.vrm.model import Expression, Model


@dataclass(slots=True)
class Stance:
    """What the life wants of the body this frame: `pose` (len(BONES),4) normalised, `hips` (3,) metres from rest,
    `weights` of expressions, `gaze` the world point looked at, `eye_offset` yaw and pitch in degrees added to it."""

    pose: npt.NDArray[Any]
    hips: npt.NDArray[Any]
    gaze: npt.NDArray[Any]
    weights: dict[str, float] = field(default_factory=dict)
    eye_offset: tuple[float, float] = (0.0, 0.0)


class Puppet:
    """Moves one loaded avatar. `morphs` and `painted` are the face after `update`."""

    def __init__(self, model: Model) -> None:
        self.zoned = frozenset(
            name.split(SPLIT)[0].casefold() for name in model.expressions if SPLIT in name
        )
        """Expressions that come in zones (see `face_zones`), case-folded."""
        self.openings = mouth_openings(model)
        """How far each of these opens the mouth by itself."""
        self.names = tuple(node.name for node in model.nodes)
        self.skeleton = Skeleton(model.nodes)
        self.humanoid = Humanoid(self.skeleton, model.humanoid)
        self.surface = Surface(model, self.humanoid.positions, self.skeleton.rest_world)
        self.eyes = EyeTurner(model.look_at, self.skeleton, self.humanoid)
        self.mixer = ExpressionMixer(model.expressions, model.nodes, model.meshes)
        self._constraints = Constraints(model.constraints, self.skeleton)
        legs = {node for bone, node in model.humanoid.items() if bone.endswith("Leg")}
        self.springs = SpringBones(model.springs, self.skeleton, legs)
        self.morphs: dict[int, npt.NDArray[Any]] = self.mixer.morphs({})
        self.painted: list[tuple[Expression, float]] = []
        self.shown: Mapping[str, float] = {}

    def update(self, stance: Stance, dt: float) -> None:
        """Take a stance; springs advance by `dt` seconds."""
        skeleton = self.skeleton
        self.humanoid.apply(stance.pose, stance.hips)
        skeleton.update()
        yaw, pitch, distance = self.eyes.angles(stance.gaze)
        looks = self.eyes.turn(yaw + stance.eye_offset[0], pitch + stance.eye_offset[1], distance)
        self.shown = self.mixer.effective({**stance.weights, **looks})
        self.morphs = self.mixer.morphs(self.shown)
        self.painted = self.mixer.paint(self.shown)
        self._constraints.apply()
        skeleton.update()
        if self.springs.count:
            self.springs.update(dt)
            skeleton.update()

    def settle(self, stance: Stance) -> None:
        """Take a stance as if she had stood in it for long: the springs hang at rest."""
        self.update(stance, 0.0)
        self.springs.reset()
        for _ in range(60):
            self.springs.update(1 / 60)
        self.skeleton.update()

    def take_over(self, stance: Stance, before: Puppet) -> None:
        """Take a stance in the place of `before`, who looked the same but for the clothes: what swung swings on, what is new
        hangs at rest."""
        self.update(stance, 0.0)
        self.springs.reset()
        if not self.springs.adopt(before.springs, self.names, before.names):
            self.settle(stance)
            self.springs.adopt(before.springs, self.names, before.names)
        self.skeleton.update()

    def bone(self, name: str) -> npt.NDArray[Any]:
        """World position of a humanoid bone, or where it would be."""
        node = self.humanoid.bones.get(name)
        return self.humanoid.positions[name] if node is None else np.array(self.skeleton.world[node, :3, 3])
