"""Materials, textures and pictures as glTF 2.0 with VRMC_materials_mtoon 1.0."""

from __future__ import annotations

import io
from typing import Final

import numpy as np
from PIL import Image

from avatars.vrm.model import Material, Model, Pixels, Sampling
from avatars.vrm.write.binary import Binary, Json
from avatars.vrm.write.shown import Shown

WRAPS: Final = {"clamp": 33071, "mirror": 33648, "repeat": 10497}
QUALITY: Final = 90
"""Of pictures without alpha, which are written as JPEG."""


def write_surfaces(model: Model, kept: Shown, binary: Binary, document: Json) -> None:
    """Adds pictures, textures and materials to the document."""
    textures = _Textures(kept)
    clear = {image for m in kept.materials if (image := _clear(model.materials[m])) is not None}
    images = [_picture(model.images[old], old in clear, binary) for old in kept.images]
    entries = [_material(model.materials[old], textures) for old in kept.materials]
    document["materials"] = entries
    if images:
        document |= {"images": images, "textures": textures.entries, "samplers": textures.samplers}


def _clear(material: Material) -> int | None:
    """The picture whose alpha counts."""
    return material.texture.image if material.texture is not None and material.alpha != "OPAQUE" else None


def _picture(pixels: Pixels, clear: bool, binary: Binary) -> Json:
    data = io.BytesIO()
    if clear and bool((pixels[..., 3] < 255).any()):
        Image.fromarray(np.ascontiguousarray(pixels)).save(data, "PNG", optimize=True)
        kind = "image/png"
    else:
        Image.fromarray(np.ascontiguousarray(pixels[..., :3])).save(data, "JPEG", quality=QUALITY, subsampling=0)
        kind = "image/jpeg"
    return {"mimeType": kind, "bufferView": binary.view(data.getvalue())}


class _Textures:
    """Textures and samplers, each once."""

    def __init__(self, kept: Shown) -> None:
        self.entries: list[Json] = []
        self.samplers: list[Json] = []
        self._images = kept.images
        self._known: dict[tuple[int, tuple[str, str], bool], int] = {}

    def reference(self, sampling: Sampling | None) -> Json | None:
        """A reference to the texture, made where it is new."""
        if sampling is None:
            return None
        key = (sampling.image, sampling.wrap, sampling.smooth)
        if key not in self._known:
            self._known[key] = len(self.entries)
            self.entries.append({"sampler": self._sampler(sampling), "source": self._images[sampling.image]})
        made: Json = {"index": self._known[key]}
        if sampling.offset != (0.0, 0.0) or sampling.scale != (1.0, 1.0):
            made["extensions"] = {"KHR_texture_transform": {"offset": list(sampling.offset), "scale": list(sampling.scale)}}
        return made

    def _sampler(self, sampling: Sampling) -> int:
        near, far = (9729, 9987) if sampling.smooth else (9728, 9984)
        entry = {"magFilter": near, "minFilter": far, "wrapS": WRAPS[sampling.wrap[0]], "wrapT": WRAPS[sampling.wrap[1]]}
        if entry not in self.samplers:
            self.samplers.append(entry)
        return self.samplers.index(entry)


def _material(material: Material, textures: _Textures) -> Json:
    surface: Json = {"baseColorFactor": list(material.colour), "metallicFactor": 0.0, "roughnessFactor": 0.9}
    _put(surface, "baseColorTexture", textures.reference(material.texture))
    entry: Json = {"name": material.name, "pbrMetallicRoughness": surface}
    if material.alpha != "OPAQUE":
        entry["alphaMode"] = material.alpha
    if material.alpha == "MASK":
        entry["alphaCutoff"] = material.cutoff
    if material.double_sided:
        entry["doubleSided"] = True
    if material.shadowless:
        entry["extras"] = {"hearth": {"shadowless": True}}
    _glow(entry, material, textures)
    if material.unlit:
        entry.setdefault("extensions", {})["KHR_materials_unlit"] = {}
    else:
        entry.setdefault("extensions", {})["VRMC_materials_mtoon"] = _toon(material, textures)
    return entry


def _glow(entry: Json, material: Material, textures: _Textures) -> None:
    strength = max(material.emissive)
    if strength <= 0:
        return
    entry["emissiveFactor"] = [x / max(strength, 1.0) for x in material.emissive]
    _put(entry, "emissiveTexture", textures.reference(material.emissive_texture))
    if strength > 1.0:
        entry.setdefault("extensions", {})["KHR_materials_emissive_strength"] = {"emissiveStrength": strength}


def _toon(material: Material, textures: _Textures) -> Json:
    entry: Json = {
        "specVersion": "1.0",
        "transparentWithZWrite": material.alpha == "BLEND" and material.depth_write,
        "renderQueueOffsetNumber": material.order,
        "shadeColorFactor": list(material.shade),
        "shadingShiftFactor": material.shift,
        "shadingToonyFactor": material.toony,
        "giEqualizationFactor": 0.9,
        "matcapFactor": list(material.matcap),
        "parametricRimColorFactor": list(material.rim),
        "parametricRimFresnelPowerFactor": material.rim_power,
        "parametricRimLiftFactor": material.rim_lift,
        "rimLightingMixFactor": material.rim_mix,
        "outlineWidthMode": material.outline_mode,
        "outlineWidthFactor": material.outline_width,
        "outlineColorFactor": list(material.outline_colour),
        "outlineLightingMixFactor": material.outline_mix,
        "uvAnimationScrollXSpeedFactor": material.scroll[0],
        "uvAnimationScrollYSpeedFactor": material.scroll[1],
        "uvAnimationRotationSpeedFactor": material.scroll[2],
    }
    _put(entry, "shadeMultiplyTexture", textures.reference(material.shade_texture))
    _put(entry, "matcapTexture", textures.reference(material.matcap_texture))
    _put(entry, "outlineWidthMultiplyTexture", textures.reference(material.outline_texture))
    return entry


def _put(entry: Json, name: str, reference: Json | None) -> None:
    if reference is not None:
        entry[name] = reference
