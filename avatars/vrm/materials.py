"""glTF materials and `VRMC_materials_mtoon` 1.0. Other materials become an MToon that shades like soft cloth."""

from __future__ import annotations

import math
from typing import Any, Final

from avatars.vrm.checked import Checked
from avatars.vrm.model import Material, Sampling

MOST_MATERIALS: Final = 512
WRAPS: Final = {33071: "clamp", 33648: "mirror", 10497: "repeat"}
NEAREST: Final = (9728, 9984, 9986)


class Textures:
    """Finds the image and the sampling behind a texture reference."""

    def __init__(self, root: Checked, images: int) -> None:
        self._textures = root.each("textures", "texture", 1024)
        self._samplers = root.each("samplers", "sampler", 1024)
        self._images = images

    def __call__(self, reference: Checked) -> Sampling | None:
        """The sampling, or None where there is no texture."""
        if not reference.present:
            return None
        texture = self._textures[reference.get("index").must_index(len(self._textures))]
        image = texture.get("source").index(self._images)
        if image is None:
            return None
        wrap, smooth = ("repeat", "repeat"), True
        number = texture.get("sampler").index(len(self._samplers))
        if number is not None:
            sampler = self._samplers[number]
            u, v = (WRAPS.get(sampler.get(key).integer(0, 65535, 10497), "repeat") for key in ("wrapS", "wrapT"))
            wrap, smooth = (u, v), sampler.get("magFilter").integer(0, 65535, 9729) not in NEAREST
        place = reference.get("extensions").get("KHR_texture_transform")
        offset, scale = place.get("offset").vector((0.0, 0.0)), place.get("scale").vector((1.0, 1.0))
        return Sampling(image, wrap, smooth, (offset[0], offset[1]), (scale[0], scale[1]))


def read_materials(root: Checked, images: int) -> tuple[Material, ...]:
    """All materials, and a plain one at the end for primitives that name none."""
    textures = Textures(root, images)
    items = root.each("materials", "material", MOST_MATERIALS)
    return (*(_material(item, textures) for item in items), Material("plain", shade=(0.6, 0.6, 0.6)))


def _material(item: Checked, textures: Textures) -> Material:
    surface, extensions = item.get("pbrMetallicRoughness"), item.get("extensions")
    toon = extensions.get("VRMC_materials_mtoon")
    alpha = item.get("alphaMode").choice(("OPAQUE", "MASK", "BLEND"), "OPAQUE")
    base = surface.get("baseColorFactor").colour((1.0, 1.0, 1.0, 1.0))
    texture = textures(surface.get("baseColorTexture"))
    strength = extensions.get("KHR_materials_emissive_strength").get("emissiveStrength").number(1.0, 0.0, 100.0)
    shared: dict[str, Any] = {
        "name": item.get("name").text("", 200),
        "colour": base,
        "texture": texture,
        "emissive": tuple(x * strength for x in item.get("emissiveFactor").colour((0.0, 0.0, 0.0))),
        "emissive_texture": textures(item.get("emissiveTexture")),
        "alpha": alpha,
        "cutoff": item.get("alphaCutoff").number(0.5, 0.0, 1.0),
        "double_sided": item.get("doubleSided").flag(),
        "shadowless": item.get("extras").get("hearth").get("shadowless").flag(),
        "depth_write": alpha != "BLEND" or toon.get("transparentWithZWrite").flag(),
    }
    if toon.present:
        return Material(**shared, **_toon(toon, textures))
    shade = (base[0] * 0.55, base[1] * 0.5, base[2] * 0.55)
    unlit = extensions.get("KHR_materials_unlit").present
    return Material(**shared, unlit=unlit, shade=shade, shade_texture=texture, toony=0.7)


def _toon(toon: Checked, textures: Textures) -> dict[str, Any]:
    turn = toon.get("uvAnimationRotationSpeedFactor").number(0.0, -1000 * math.tau, 1000 * math.tau)
    slide = (toon.get(f"uvAnimationScroll{axis}SpeedFactor").number(0.0) for axis in "XY")
    return {
        "shade": toon.get("shadeColorFactor").colour((0.0, 0.0, 0.0)),
        "shade_texture": textures(toon.get("shadeMultiplyTexture")),
        "shift": toon.get("shadingShiftFactor").number(0.0, -1.0, 1.0),
        "toony": toon.get("shadingToonyFactor").number(0.9, 0.0, 1.0),
        "matcap": toon.get("matcapFactor").colour((1.0, 1.0, 1.0)),
        "matcap_texture": textures(toon.get("matcapTexture")),
        "rim": toon.get("parametricRimColorFactor").colour((0.0, 0.0, 0.0)),
        "rim_power": toon.get("parametricRimFresnelPowerFactor").number(5.0, 0.0, 1000.0),
        "rim_lift": toon.get("parametricRimLiftFactor").number(0.0, -10.0, 10.0),
        "rim_mix": toon.get("rimLightingMixFactor").number(1.0, 0.0, 1.0),
        "outline_mode": toon.get("outlineWidthMode").choice(("none", "worldCoordinates", "screenCoordinates"), "none"),
        "outline_width": toon.get("outlineWidthFactor").number(0.0, 0.0, 0.5),
        "outline_texture": textures(toon.get("outlineWidthMultiplyTexture")),
        "outline_colour": toon.get("outlineColorFactor").colour((0.0, 0.0, 0.0)),
        "outline_mix": toon.get("outlineLightingMixFactor").number(1.0, 0.0, 1.0),
        "order": toon.get("renderQueueOffsetNumber").integer(-9, 9, 0),
        "scroll": (*slide, turn),
    }
