"""Puts a look on a person: her own file without its clothes, and every garment of the look bent to her shape and dyed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
import numpy.typing as npt

from avatars.shape.body_shape import BodyShape
from avatars.shape.reshape import Unbent
from avatars.shape.sliders import checked
from avatars.vrm.model import Model
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dyeing import DyeHouse
from avatars.wardrobe.fitting import Fit, fit
from avatars.wardrobe.garment_file import GarmentFile, read_garment
from avatars.wardrobe.joining import Dressed, Fitted, joined
from avatars.wardrobe.look import Look, Worn
from avatars.wardrobe.undress import undressed

MOST_READ: Final = 96
"""Garments whose files are kept in memory."""
MOST_BENT: Final = 48
SKIN: Final = "skin"
Bent = tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]


class Dresser:
    """Dresses one person. What was read, fitted, bent and dyed is kept, so that the next change costs little.

    `house` holds the user's own pictures for patterns. Raises ValueError for an avatar that is not of the forge's making.
    """

    def __init__(self, model: Model, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.house = DyeHouse()
        self._model = model
        self._bare: dict[bool, Unbent] = {}
        self._shaped: dict[bool, tuple[dict[str, float], Model]] = {}
        self._files: dict[str, GarmentFile] = {}
        self._bent: dict[tuple[int, int], tuple[dict[str, float], Fit, Bent]] = {}
        self._bare[True] = self._without_clothes(True)

    def _without_clothes(self, hair: bool) -> Unbent:
        return Unbent(undressed(self._model, hair=hair))

    def dressed(self, look: Look, values: Mapping[str, float] | None = None) -> Model:
        """The person in this look, her sliders at `values` (her file's own if None).

        Raises ValueError that names a garment the catalogue does not have, or a slider; `GarmentRefused` for a broken file.
        """
        wanted = checked(self._model.shape if values is None else values)
        body = BodyShape(wanted)
        worn = self._worn(look)
        hair = all(file.slot != "hair" for file, _ in worn)
        cloths = self.house.dyed(worn)
        fits = fit([file for file, _ in worn], wanted)
        garments = [
            Dressed(file, tuple(self._fitted(file, i, one, wanted, body) for i, one in enumerate(pieces)), *cloth)
            for (file, _), cloth, pieces in zip(worn, cloths, fits, strict=True)
        ]
        return joined(self._person(hair, wanted), body, garments)

    def _worn(self, look: Look) -> list[tuple[GarmentFile, Worn]]:
        """The garments of the look from the inside out, before them the skin."""
        found = [(self._read(one.garment), one) for one in look.worn]
        found.sort(key=lambda pair: pair[0].layer)
        return [(self._skin(), Worn(SKIN)), *found]

    def _read(self, garment: str) -> GarmentFile:
        if garment not in self.catalogue.garments:
            raise ValueError(f"the wardrobe has no garment {garment!r}")
        return self._file(garment)

    def _skin(self) -> GarmentFile:
        return self._file(SKIN)

    def _file(self, garment: str) -> GarmentFile:
        if garment not in self._files:
            while len(self._files) >= MOST_READ:
                oldest = next(name for name in self._files if name != SKIN)
                del self._files[oldest]
            path = self.catalogue.skin if garment == SKIN else self.catalogue.file(garment)
            self._files[garment] = read_garment(path)
        return self._files[garment]

    def _person(self, hair: bool, values: dict[str, float]) -> Model:
        """Her without clothes, at these values."""
        if hair not in self._shaped or self._shaped[hair][0] != values:
            if hair not in self._bare:
                self._bare[hair] = self._without_clothes(hair)
            self._shaped[hair] = values, self._bare[hair].shaped(values)
        return self._shaped[hair][1]

    def _fitted(self, file: GarmentFile, number: int, one: Fit, values: dict[str, float], body: BodyShape) -> Fitted:
        key = (id(file), number)
        kept = self._bent.get(key)
        if kept is None or kept[0] != values or kept[1] is not one:
            points = one.positions.astype(np.float64)
            bent = body.moved(points).astype(np.float32), body.turned(points, one.normals).astype(np.float32)
            kept = self._bent[key] = (values, one, bent)
        return Fitted(file.pieces[number], *kept[2], one.indices)
