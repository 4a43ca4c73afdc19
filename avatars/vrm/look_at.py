"""`VRMC_vrm.lookAt`: how far the eyes turn for a gaze of so many degrees."""

from __future__ import annotations

from avatars.vrm.checked import Checked
from avatars.vrm.model import LookAt, RangeMap


def read_look_at(look: Checked) -> LookAt:
    """The gaze of an avatar; the defaults if the file says nothing."""
    kind = look.get("type").choice(("bone", "expression"), "bone")
    usual = RangeMap(90.0, 10.0 if kind == "bone" else 1.0)
    x, y, z = look.get("offsetFromHeadBone").vector((0.0, 0.06, 0.0))
    inner, outer, down, up = (
        _range(look.get(f"rangeMap{way}"), usual)
        for way in ("HorizontalInner", "HorizontalOuter", "VerticalDown", "VerticalUp")
    )
    return LookAt("bone" if kind == "bone" else "expression", (x, y, z), inner, outer, down, up)


def _range(item: Checked, usual: RangeMap) -> RangeMap:
    return RangeMap(
        item.get("inputMaxValue").number(usual.most, 0.0, 180.0), item.get("outputScale").number(usual.out, 0.0, 180.0)
    )
