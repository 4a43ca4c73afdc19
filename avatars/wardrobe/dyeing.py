"""The materials of a garment in the dyes and patterns of a look, their textures kept while they are likely to be seen again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.vrm.model import Material, Sampling, Vec3
from avatars.wardrobe.dyes import painted
from avatars.wardrobe.garment_file import Cloth, GarmentFile
from avatars.wardrobe.images import Dyed
from avatars.wardrobe.look import Pattern, Worn
from avatars.wardrobe.refusing import as_garment
from avatars.wardrobe.tone import outlined

Pixels = npt.NDArray[np.uint8]
Coloured = tuple[tuple[Material, ...], tuple[Dyed, ...]]
MOST_KEPT: Final = 96 << 20
"""Bytes of dyed textures that are kept."""


@dataclass(frozen=True, slots=True)
class Dyeing:
    """What a material is dyed with: all that its texture depends on."""

    garment: str
    material: str
    dyes: tuple[str, ...]
    patterns: tuple[Pattern | None, ...]


class DyeHouse:
    """Dyes garments. `pictures` by name (n,m,3|4) are the user's own patterns."""

    def __init__(self) -> None:
        self.pictures: dict[str, Pixels] = {}
        self._kept: OrderedDict[Hashable, Dyed] = OrderedDict()
        self._leading: dict[tuple[str, str], int] = {}
        self._pool: ThreadPoolExecutor | None = None

    def close(self) -> None:
        """Let go of the threads; they come back where more is to be dyed."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)
            self._pool = None

    def bring(self, name: str, pixels: Pixels | None) -> None:
        """Know a picture under this name; None forgets it. What was dyed with another of that name is dyed anew."""
        if pixels is None:
            self.pictures.pop(name, None)
        else:
            self.pictures[name] = pixels
        stale = [key for key in self._kept if isinstance(key, Dyeing) and any(p and p.picture == name for p in key.patterns)]
        for key in stale:
            del self._kept[key]

    def begin(self, worn: Sequence[tuple[GarmentFile, Worn]]) -> Callable[[], list[Coloured]]:
        """Begin to dye these garments beside other work. What comes back waits for it and gives materials and pictures of each
        garment in the look's dyes; the materials' samplings number the pictures."""
        wanted = [self._wanted(file, one) for file, one in worn]
        missing = {key: file for (file, _), keys in zip(worn, wanted, strict=True) for key in keys if key not in self._kept}
        if self._pool is None:
            self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="dye")
        pool = self._pool
        fresh = {key: pool.submit(self._made, key, file) for key, file in missing.items()}

        def finish() -> list[Coloured]:
            self._kept.update((key, dyed.result()) for key, dyed in fresh.items())
            made = [self._finished(file, one, keys) for (file, one), keys in zip(worn, wanted, strict=True)]
            self._tidy()
            return made

        return finish

    def _wanted(self, file: GarmentFile, worn: Worn) -> dict[Hashable, None]:
        """Keys of all pictures the materials use, in order."""
        keys: dict[Hashable, None] = {}
        for material in file.materials:
            cloth = file.cloths.get(material.name)
            for image in sorted(material.pictures()):
                dyes = cloth is not None and cloth.zones is not None and image == cloth.shade
                keys[_dyeing(file, material.name, cloth, worn) if dyes and cloth else (file.id, image)] = None
        return keys

    def _made(self, key: Hashable, file: GarmentFile) -> Dyed:
        with as_garment():
            if not isinstance(key, Dyeing):
                assert isinstance(key, tuple)
                return Dyed(file.images[key[1]])
            cloth = file.cloths[key.material]
            assert cloth.shade is not None and cloth.zones is not None
            zones = file.images[cloth.zones][..., : len(cloth.dyes)]
            shade = file.images[cloth.shade]
        share = zones[::8, ::8].reshape(-1, zones.shape[2]).sum(axis=0, dtype=np.int64)
        self._leading[file.id, key.material] = int(share.argmax())
        texture = painted(shade, zones, key.dyes, key.patterns, cloth.metre, self.pictures)
        texture[..., 3] = shade[..., 3]
        return Dyed(texture)

    def _finished(self, file: GarmentFile, worn: Worn, keys: Mapping[Hashable, None]) -> Coloured:
        numbers = {key: number for number, key in enumerate(keys)}
        made = []
        for material in file.materials:
            cloth = file.cloths.get(material.name)
            at = {}
            for image in material.pictures():
                dyes = cloth is not None and cloth.zones is not None and image == cloth.shade
                at[image] = numbers[_dyeing(file, material.name, cloth, worn) if dyes and cloth else (file.id, image)]
            made.append(self._toned(file, _renumbered(material, at), cloth, worn))
        for key in keys:
            self._kept.move_to_end(key)
        return tuple(made), tuple(self._kept[key] for key in keys)

    def _toned(self, file: GarmentFile, material: Material, cloth: Cloth | None, worn: Worn) -> Material:
        """The outline goes with the dye that covers most of the cloth."""
        if cloth is None or cloth.zones is None or not cloth.dyes:
            return material
        leading = self._leading[file.id, material.name]
        now = _dyes(file, cloth, worn)[leading]
        own: Vec3 = material.outline_colour
        return replace(material, outline_colour=outlined(own, cloth.dyes[leading], now))

    def _tidy(self) -> None:
        total = sum(dyed.pixels.nbytes for dyed in self._kept.values())
        while total > MOST_KEPT and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            total -= oldest.pixels.nbytes


def _dyes(file: GarmentFile, cloth: Cloth, worn: Worn) -> tuple[str, ...]:
    return tuple(worn.dyes.get(zone, own) for zone, own in zip(file.zones, cloth.dyes, strict=False))


def _dyeing(file: GarmentFile, material: str, cloth: Cloth, worn: Worn) -> Dyeing:
    patterns = tuple(worn.patterns.get(zone) for zone in file.zones)
    return Dyeing(file.id, material, _dyes(file, cloth, worn), patterns)


def _renumbered(material: Material, at: Mapping[int, int]) -> Material:
    def moved(sampling: Sampling | None) -> Sampling | None:
        return None if sampling is None else replace(sampling, image=at[sampling.image])

    return replace(
        material, texture=moved(material.texture), shade_texture=moved(material.shade_texture),
        emissive_texture=moved(material.emissive_texture), matcap_texture=moved(material.matcap_texture),
        outline_texture=moved(material.outline_texture),
    )  # fmt: skip
