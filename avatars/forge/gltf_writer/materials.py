"""Materials as VRMC_materials_mtoon (specification 1.0), with a plain fallback for other viewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from avatars.forge.gltf_writer.binary import Binary, Json
from avatars.forge.gltf_writer.images import QUALITY, encoded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from avatars.forge.part import Material

_REPEAT, _LINEAR, _LINEAR_MIPMAP_LINEAR = 10497, 9729, 9987


def linear(colour: Iterable[float]) -> list[float]:
    """sRGB to linear (IEC 61966-2-1): factors in glTF are linear, textures are not."""
    return [round(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4, 6) for c in colour]


def write(
    materials: Iterable[Material], binary: Binary, document: Json, quality: int = QUALITY, pale: Collection[str] = ()
) -> dict[str, int]:
    """Adds materials, textures and images to the document; gives the number of each material by name.

    `quality` of the JPEGs; `pale` names materials whose textures have little colour.
    """
    numbers: dict[str, int] = {}
    entries: list[Json] = []
    textures: list[Json] = []
    images: list[Json] = []
    for material in materials:
        texture = None
        if material.texture is not None:
            kind, data = encoded(material.texture, material.palette, quality, material.name in pale)
            images.append({"name": material.name, "mimeType": kind, "bufferView": binary.view(data)})
            textures.append({"sampler": 0, "source": len(images) - 1})
            texture = {"index": len(textures) - 1}
        numbers[material.name] = len(entries)
        entries.append(_entry(material, texture))
    document["materials"] = entries
    if images:
        document["images"], document["textures"] = images, textures
        document["samplers"] = [
            {"magFilter": _LINEAR, "minFilter": _LINEAR_MIPMAP_LINEAR, "wrapS": _REPEAT, "wrapT": _REPEAT}
        ]
    return numbers


def _entry(material: Material, texture: Json | None) -> Json:
    base: Json = {"baseColorFactor": [*linear(material.colour), 1.0], "metallicFactor": 0.0, "roughnessFactor": 0.9}
    if texture:
        base["baseColorTexture"] = texture
    entry: Json = {"name": material.name, "pbrMetallicRoughness": base}
    if material.double_sided:
        entry["doubleSided"] = True
    if material.shadowless:
        entry["extras"] = {"hearth": {"shadowless": True}}
    if material.cutout:
        entry |= {"alphaMode": "MASK", "alphaCutoff": 0.5}
    if material.blend:
        entry["alphaMode"] = "BLEND"
    if material.unlit:
        entry["extensions"] = {"KHR_materials_unlit": {}}
    else:
        entry["extensions"] = {"VRMC_materials_mtoon": _mtoon(material, texture)}
    return entry


def _mtoon(material: Material, texture: Json | None) -> Json:
    # lit = linearstep(toony - 1, 1 - toony, N.L + shift): the terminator lies at -shift and is 2 (1 - toony) wide.
    shade = [c * s for c, s in zip(material.colour, material.shade, strict=True)]
    entry: Json = {
        "specVersion": "1.0",
        "transparentWithZWrite": False,
        "shadeColorFactor": linear(shade),
        "shadingShiftFactor": round(-material.shift, 4),
        "shadingToonyFactor": round(1.0 - material.soft, 4),
        "giEqualizationFactor": 0.9,
        "parametricRimColorFactor": linear(material.rim),
        "parametricRimFresnelPowerFactor": material.rim_power,
        "rimLightingMixFactor": 1.0,
        "outlineWidthMode": "worldCoordinates" if material.outline > 0 else "none",
        "outlineWidthFactor": material.outline,
        "outlineColorFactor": linear(material.outline_colour),
        "outlineLightingMixFactor": 1.0,
    }
    if texture:
        entry["shadeMultiplyTexture"] = texture
    return entry
