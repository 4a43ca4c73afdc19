"""Puts a look on a person: her own file without its clothes, and every garment of the look bent to her shape and dyed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.shape.body_shape import BodyShape
from avatars.shape.reshape import Unbent
from avatars.shape.sliders import checked
from avatars.vrm.model import Floats, Model
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dyeing import DyeHouse
from avatars.wardrobe.fitting import Fit, Fitting, Layer
from avatars.wardrobe.garment import LAYERS
from avatars.wardrobe.garment_file import GarmentFile, Piece, read_garment
from avatars.wardrobe.joining import Dressed, Fitted, joined
from avatars.wardrobe.look import Look, Slot, Worn
from avatars.wardrobe.own_head import JEWELLERY, hair_held, without_earrings
from avatars.wardrobe.press import Press
from avatars.wardrobe.undress import HAIR, SKIN, undressed

MOST_READ: Final = 96
"""Garments whose files are kept in memory."""
SKIN_FILE: Final = "skin"
AT_LEAST: Final[Mapping[str, frozenset[Slot]]] = {
    "underlayer-vest": frozenset({"top", "dress"}), "underlayer-shorts": frozenset({"bottom", "dress"}),
}
"""Pieces of the skin's file that are worn at the least, and the slots of which one makes each needless."""
Bent = tuple[Floats, Floats]


class Dresser:
    """Dresses one person. What was read, fitted, bent and dyed is kept, so that the next change costs little.

    `house` holds the user's own pictures for patterns, `fitting` what is known of the layers. Raises ValueError for an avatar
    that is not of the forge's making, `avatars.errors.GarmentRefused` where the skin's file is broken.
    """

    def __init__(self, model: Model, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.house = DyeHouse()
        self._model = model
        self._skin = read_garment(catalogue.skin)
        self._under = skin_layer(self._skin)
        self.fitting = Fitting(self._under)
        self._heads: dict[bool, Model] = {True: undressed(model, SKIN)}
        self._unbent: dict[bool, Unbent] = {}
        self._shaped: dict[bool, tuple[dict[str, float], Model]] = {}
        self._files: dict[str, GarmentFile] = {}
        self._layers: dict[str, Layer] = {}
        self._pressed: dict[tuple[str, str], Layer] = {}
        self._bent: dict[tuple[str, int], tuple[dict[str, float], Fit, Bent]] = {}

    def dressed(self, look: Look, values: Mapping[str, float] | None = None, *, whole: bool = False) -> Model:
        """The person in this look, her sliders at `values` (her file's own if None); if `whole`, with what lies hidden.

        Raises ValueError that names a garment the catalogue does not have, or a slider; `GarmentRefused` for a broken file.
        """
        wanted = checked(self._model.shape if values is None else values)
        body = BodyShape(wanted)
        worn = self._worn(look)
        dyed = self.house.begin(worn)
        layers = self._layers_of(worn)
        fits = dict(zip((layer.id for layer in layers), self.fitting.fit(layers), strict=True))
        garments = [self._bare(fits, wanted, body, whole)]
        over = layers[len(layers) - len(worn) :]
        for layer, (materials, images) in zip(over, dyed(), strict=True):
            pieces = self._fitted(layer.id, layer.pieces, fits[layer.id], wanted, body, whole)
            garments.append(Dressed(layer.file, pieces, materials, images))
        return joined(self._head(worn, wanted, body), body, garments)

    def become(self, model: Model) -> None:
        """Dress another painting of the same body from now on: other colours, the same surfaces. What was fitted stays."""
        self._model = model
        self._heads.clear()
        self._unbent.clear()
        self._shaped.clear()

    # --- what is worn, as layers ---

    def layers(self, look: Look) -> list[Layer]:
        """The skin, what is worn at the least, and the garments of a look from the inside out; raises what `dressed` raises."""
        return self._layers_of(self._worn(look))

    def _worn(self, look: Look) -> list[tuple[GarmentFile, Worn]]:
        return sorted(((self._file(one.garment), one) for one in look.worn), key=lambda pair: pair[0].layer)

    def _layers_of(self, worn: Sequence[tuple[GarmentFile, Worn]]) -> list[Layer]:
        return [self._under, *self._at_least(worn), *self._over(worn)]

    def _at_least(self, worn: Sequence[tuple[GarmentFile, Worn]]) -> list[Layer]:
        """What she wears at the least where nothing else covers her."""
        slots = {file.slot for file, _ in worn}
        for file, _ in worn:
            slots |= set(self.catalogue.garments[file.id].replaces)
        found = []
        for piece in self._skin.pieces:
            if piece.name in AT_LEAST and not slots & AT_LEAST[piece.name]:
                if piece.name not in self._layers:
                    self._layers[piece.name] = Layer(piece.name, "under", 0, (piece,), self._skin)
                found.append(self._layers[piece.name])
        return found

    def _over(self, worn: Sequence[tuple[GarmentFile, Worn]]) -> list[Layer]:
        """The garments; hair as a hat that is worn presses it."""
        hat = next((file for file, _ in worn if file.press is not None), None)
        found = []
        for file, _ in worn:
            if file.id not in self._layers:
                self._layers[file.id] = Layer(file.id, file.slot, file.layer, file.pieces, file)
            layer = self._layers[file.id]
            if file.slot == "hair" and hat is not None and hat.press is not None:
                key = (file.id, hat.id)
                if key not in self._pressed:
                    pieces = tuple(_pressed(piece, hat.press) for piece in file.pieces)
                    self._pressed[key] = replace(layer, id=f"{file.id} under {hat.id}", pieces=pieces)
                layer = self._pressed[key]
            found.append(layer)
        return found

    # --- files ---

    def _file(self, garment: str) -> GarmentFile:
        if garment not in self.catalogue.garments:
            raise ValueError(f"the wardrobe has no garment {garment!r}")
        if garment not in self._files:
            while len(self._files) >= MOST_READ:
                self._forget(next(iter(self._files)))
            file = read_garment(self.catalogue.file(garment))
            self._files[garment] = replace(file, id=garment, layer=file.layer or LAYERS.get(file.slot, 5))
        return self._files[garment]

    def _forget(self, garment: str) -> None:
        del self._files[garment]
        gone = {garment, *(self._pressed.pop(pair).id for pair in list(self._pressed) if garment in pair)}
        self._layers.pop(garment, None)
        for name in gone:
            self.fitting.forget(name)
        for key in [key for key in self._bent if key[0] in gone]:
            del self._bent[key]

    # --- the person ---

    def _head(self, worn: Sequence[tuple[GarmentFile, Worn]], values: dict[str, float], body: BodyShape) -> Model:
        """Her head as it is below what is worn: without earrings of her own under others, her own hair under a hat."""
        hair = all(file.slot != "hair" for file, _ in worn)
        person = self._person(hair, values)
        if any(JEWELLERY in self.catalogue.garments[file.id].tags for file, _ in worn if file.slot == "ears"):
            person = without_earrings(person)
        press = next((file.press for file, _ in worn if file.press is not None), None)
        return hair_held(person, press, body) if hair and press is not None else person

    def _person(self, hair: bool, values: dict[str, float]) -> Model:
        """Her head, at these values."""
        if hair not in self._heads:
            self._heads[hair] = undressed(self._model, SKIN if hair else SKIN | HAIR)
        head = self._heads[hair]
        if values == head.shape:
            return head
        if hair not in self._shaped or self._shaped[hair][0] != values:
            if hair not in self._unbent:
                self._unbent[hair] = Unbent(head)
            self._shaped[hair] = values, self._unbent[hair].shaped(values)
        return self._shaped[hair][1]

    def _bare(self, fits: Mapping[str, tuple[Fit, ...]], values: dict[str, float], body: BodyShape, whole: bool) -> Dressed:
        """The bare skin, and what is worn at the least."""
        skin = self._fitted(SKIN_FILE, self._under.pieces, fits[SKIN_FILE], values, body, whole)
        least = [
            one for piece in self._skin.pieces if piece.name in fits
            for one in self._fitted(piece.name, (piece,), fits[piece.name], values, body, whole)
        ]  # fmt: skip
        return Dressed(self._skin, (*skin, *least), self._skin.materials, ())

    # --- shape ---

    def _fitted(
        self, name: str, pieces: Sequence[Piece], fits: Sequence[Fit], values: dict[str, float], body: BodyShape, whole: bool
    ) -> tuple[Fitted, ...]:
        """Pieces as they lie on her shape; those of which nothing is seen are left out."""
        made = []
        for number, (piece, one) in enumerate(zip(pieces, fits, strict=True)):
            indices = piece.primitive.indices if whole else one.indices
            if not len(indices):
                continue
            kept = self._bent.get((name, number))
            # A slider of the face leaves most clothes as they are.
            moving = {slider: value for slider, value in values.items() if slider.startswith("body.") or slider in piece.shapes}
            if kept is None or kept[0] != moving or kept[1] is not one:
                kept = self._bent[name, number] = (moving, one, _bent(piece, one, values, body))
            made.append(Fitted(piece, *kept[2], indices))
        return tuple(made)


def skin_layer(skin: GarmentFile) -> Layer:
    """What all clothes are worn on: the pieces of the skin's file but those that are worn at the least."""
    return Layer(SKIN_FILE, "skin", -1, tuple(piece for piece in skin.pieces if piece.name not in AT_LEAST), skin)


def _bent(piece: Piece, fit: Fit, values: Mapping[str, float], body: BodyShape) -> Bent:
    points = fit.positions.astype(np.float64)
    for slider, number in piece.shapes.items():
        step = values.get(slider, 0.0)
        if step:
            morph = piece.primitive.morphs[number]
            points[morph.rows] += step * morph.positions
    there = body.moved(points)
    normals: npt.NDArray[Any] = fit.normals if body.plain else body.turned(points, fit.normals)
    return there.astype(np.float32), np.asarray(normals, np.float32)


def _pressed(piece: Piece, press: Press) -> Piece:
    """Hair under a hat: what is hidden in it is left out, the rest held down."""
    shape = piece.primitive
    triangles = shape.indices.reshape(-1, 3)
    shown = triangles[~press.over(shape.positions.astype(np.float64))[triangles].all(axis=1)]
    points = press.pressed(shape.positions).astype(np.float32)
    return replace(piece, primitive=replace(shape, positions=points, indices=np.ascontiguousarray(shown.ravel())))
