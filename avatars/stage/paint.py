"""Materials on the device: textures, factors and what expressions change of them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, Final

import numpy as np
from panda3d.core import LVecBase3f, LVecBase4f, NodePath, Texture

from avatars.stage.textures import picture, sampler
from avatars.vrm.images import Pictures
from avatars.vrm.model import Expression, Material, Model, Pixels, Sampling
from avatars.wardrobe.images import WornPictures

THINNEST: Final = 0.7
WIDEST: Final = 2.6
"""Pixels an outline is kept between, on a picture 720 high."""
SOFT: Final = frozenset({"SHADOW", "SOFT_SHADOW"})
COLOURS: Final = {
    "color": "base_factor", "emissionColor": "emissive_factor", "shadeColor": "shade_factor",
    "matcapColor": "matcap_factor", "rimColor": "rim_factor", "outlineColor": "outline_colour",
}


class Paint:
    """The look of every material of one avatar."""

    def __init__(self, model: Model, software: bool, extras: frozenset[str], before: Paint | None = None) -> None:
        self._materials = model.materials
        self._software = software
        self._shadows = extras - {"QUICK"}
        self._quick = extras & {"QUICK"}
        self._white = picture(np.full((1, 1, 4), 255, np.uint8), "white", mipmaps=False)
        self._images = model.images
        self._textures: dict[tuple[Hashable, bool], Texture] = before.shared(model) if before is not None else {}
        self._paths: dict[int, list[NodePath]] = {}
        self._height = 720
        self.scrolls = any(any(look.scroll) for look in model.materials)
        """Whether some texture moves by itself."""
        self._repainted: set[tuple[int, str]] = set()
        self._shown: dict[str, Pixels] = {}
        """By material, what `recolour` put on last."""

    def begin(self) -> None:
        """Forget what was painted; textures stay on the device for the next figure of the same materials."""
        self._paths.clear()
        self._repainted.clear()

    def shared(self, model: Model) -> dict[tuple[Hashable, bool], Texture]:
        """The textures that lie on the device already and that another model of the same person uses too."""
        used = {_token(model.images, image) for material in model.materials for image in material.pictures()}
        return {key: texture for key, texture in self._textures.items() if key[0] in used}

    def forget_images(self) -> None:
        """What is worn is bound: its pictures live on as textures. Others are unfolded when they are worn."""
        if isinstance(self._images, Pictures | WornPictures):
            self._images.forget()

    def features(self, index: int, fine: bool = False) -> frozenset[str]:
        """What the surface shader of this material has to do; `fine`: for a picture to keep."""
        look = self._materials[index]
        wanted = {
            "UNLIT": look.unlit,
            "MASK": look.alpha == "MASK",
            "BLEND": look.alpha == "BLEND",
            "SHADE_IS_BASE": look.shade_texture is not None and look.shade_texture == look.texture,
            "SHADE_MAP": look.shade_texture is not None and look.shade_texture != look.texture,
            "RIM": max(look.rim) > 0,
            "MATCAP": look.matcap_texture is not None and max(look.matcap) > 0,
            "EMISSIVE": max(look.emissive) > 0,
            "SCROLL": any(look.scroll),
        }
        # strands that shade each other are worth it only where drawing is cheap
        free = look.unlit or (self._quick and look.double_sided and not fine)
        shadows = frozenset() if free else SOFT if fine else self._shadows
        return frozenset(feature for feature, on in wanted.items() if on) | shadows | self._quick

    def outline_features(self, index: int) -> frozenset[str]:
        """What the outline shader of this material has to do."""
        look = self._materials[index]
        wanted = {"MASK": look.alpha == "MASK", "WIDTH_MAP": look.outline_texture is not None}
        return frozenset(feature for feature, on in wanted.items() if on) | self._quick

    def on(self, path: NodePath, index: int) -> None:
        """Put the material onto a drawable."""
        self._paths.setdefault(index, []).append(path)
        self._put(path, self._materials[index])

    def exchange(self, model: Model) -> None:
        """Take the materials of a model of the same surfaces: other dyes on the same clothes."""
        before, seen = self._materials, self._images
        self._textures = self.shared(model)
        self._materials, self._images = model.materials, model.images
        for index, paths in self._paths.items():
            look = self._materials[index]
            pictures = {_token(self._images, image) for image in look.pictures()}
            if look != before[index] or pictures != {_token(seen, image) for image in before[index].pictures()}:
                for path in paths:
                    self._put(path, look)
        self._shown.clear()
        self.forget_images()

    def _put(self, path: NodePath, look: Material) -> None:
        for name, sampling, linear in (
            ("base_map", look.texture, False), ("shade_map", look.shade_texture, False),
            ("emissive_map", look.emissive_texture, False), ("matcap_map", look.matcap_texture, False),
            ("width_map", look.outline_texture, True),
        ):
            self._bind(path, name, sampling, linear)
        place = look.texture or Sampling(0)
        path.set_shader_inputs(
            base_factor=LVecBase4f(*look.colour),
            shade_factor=LVecBase3f(*look.shade),
            emissive_factor=LVecBase3f(*look.emissive),
            matcap_factor=LVecBase3f(*look.matcap),
            rim_factor=LVecBase3f(*look.rim),
            rim_shape=LVecBase3f(max(look.rim_power, 0.01), look.rim_lift, look.rim_mix),
            ramp=LVecBase4f(look.shift, min(look.toony, 0.9999), look.cutoff, 0.0),
            uv_place=LVecBase4f(*place.offset, *place.scale),
            uv_scroll=LVecBase3f(*look.scroll),
            outline_colour=LVecBase3f(*look.outline_colour),
            outline_mix=look.outline_mix,
        )
        self._draw_outline(path, look)

    def resize(self, height: int) -> None:
        """Keep outlines in proportion to a picture this high."""
        self._height = height
        for index, paths in self._paths.items():
            for path in paths:
                self._draw_outline(path, self._materials[index])

    def _draw_outline(self, path: NodePath, look: Material) -> None:
        share = self._height / 720
        on_screen = look.outline_mode == "screenCoordinates"
        width = look.outline_width * self._height if on_screen else look.outline_width
        shape = LVecBase4f(width, THINNEST * share, 1.0 if on_screen else 0.0, WIDEST * share)
        path.set_shader_input("outline_shape", shape)

    def _bind(self, path: NodePath, name: str, sampling: Sampling | None, linear: bool) -> None:
        if sampling is None:
            path.set_shader_input(name, self._white)
            return
        linear = linear or bool(self._quick)
        key = (_token(self._images, sampling.image), linear)
        if key not in self._textures:
            self._textures[key] = picture(self._images[sampling.image], f"image {sampling.image}", linear=linear)
        path.set_shader_input(name, self._textures[key], sampler(sampling, self._software))

    def repaint(self, shown: list[tuple[Expression, float]]) -> None:
        """Apply the colours and texture places of these expressions; all others return to rest."""
        changed: dict[tuple[int, str], Any] = {}
        for expression, weight in shown:
            for bind in expression.colours:
                rest = self._rest(bind.material, bind.kind)
                at = changed.setdefault((bind.material, COLOURS[bind.kind]), rest.copy())
                at += (np.array(bind.value)[: len(rest)] - rest) * weight
            for place in expression.transforms:
                rest = self._rest(place.material, "place")
                at = changed.setdefault((place.material, "uv_place"), rest.copy())
                at += (np.array((*place.offset, *place.scale)) - rest) * weight
        for material, name in self._repainted - changed.keys():
            kind = next((kind for kind, ours in COLOURS.items() if ours == name), "place")
            self._set(material, name, self._rest(material, kind))
        for (material, name), value in changed.items():
            self._set(material, name, value)
        self._repainted = set(changed)

    def recolour(self, person: Model) -> None:
        """Take pictures and shades of these materials from another painting of the same person, by the materials' names."""
        fresh = {material.name: material for material in person.materials}
        for index, look in enumerate(self._materials):
            other = fresh.get(look.name)
            if other is None or other.texture is None or index not in self._paths:
                continue
            pixels = person.images[other.texture.image]
            if self._shown.get(look.name) is not pixels:
                self._shown[look.name] = pixels
                texture = picture(pixels, look.name, linear=bool(self._quick))
                for path in self._paths[index]:
                    for name, wanted in (("base_map", look.texture), ("shade_map", look.shade_texture)):
                        if wanted is not None:
                            path.set_shader_input(name, texture, sampler(wanted, self._software))
            self._set(index, "shade_factor", np.array(other.shade))

    def _set(self, material: int, name: str, value: Any) -> None:
        vector = LVecBase4f(*value) if len(value) == 4 else LVecBase3f(*value)
        for path in self._paths.get(material, ()):
            path.set_shader_input(name, vector)

    def _rest(self, material: int, kind: str) -> Any:
        look = self._materials[material]
        place = look.texture or Sampling(0)
        return np.array({
            "color": look.colour, "emissionColor": look.emissive, "shadeColor": look.shade, "matcapColor": look.matcap,
            "rimColor": look.rim, "outlineColor": look.outline_colour, "place": (*place.offset, *place.scale),
        }[kind], np.float64)


def _token(images: Sequence[Pixels], index: int) -> Hashable:
    """Equal for the same picture in two models of one person."""
    return images.token(index) if isinstance(images, WornPictures) else (id(images), index)
