"""She, alive."""
from __future__ import annotations
from collections.abc import Mapping
import numpy as np
from avatars.life.channels import RELAXED
from avatars.life.posing import Poser
from avatars.rig.puppet import Puppet, Stance


class Body:
    gestures: tuple[str, ...] = ()
    still = False

    def __init__(self, puppet: Puppet, seed: int) -> None:
        self._poser = Poser(puppet.humanoid.positions)
        self._eye = np.array([0.0, 1.4, 2.0])
        self._w = {}
        self._first = True

    def look_from(self, eye): self._eye = eye
    def express(self, name, weight, hold=4.0): self._w[name] = weight
    def gesture(self, name): return False
    def mouth(self, v: Mapping[str, float], closed=0.0): self._w.update(v)
    def activity(self, state): pass
    def update(self, dt, puppet):
        pose, hips = self._poser.pose(RELAXED)
        st = Stance(pose, hips, self._eye, dict(self._w))
        if self._first: puppet.settle(st); self._first=False
        else: puppet.update(st, dt)
        return True
