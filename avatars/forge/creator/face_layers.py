"""The paint of a face taken apart into layers that the app lays anew for any skin: ``assets/creator/face.npz``.

The painters of `avatars.forge.head` run once for every tone and for several amounts of colour; what changes between the runs
tells how a layer's colour follows the skin and how its cover follows the amounts. Between them come layers that only the
creator has.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from avatars.forge.creator.body_weights import body_weights
from avatars.forge.creator.extra_paint import over_paint, under_paint
from avatars.forge.creator.layer import LIPS, TONES, UNDERTONES, Colours, Layer
from avatars.forge.creator.recording import Laid, RecordingCanvas
from avatars.forge.head import skin_of
from avatars.forge.head.face_mesh import FaceMesh, plain_face
from avatars.forge.head.face_texture import SIZE, FaceTexture
from avatars.forge.head.hairline import paint_hairline
from avatars.forge.head.lips import lips_window
from avatars.forge.head.skin_marks import paint_freckles, paint_stubble
from avatars.forge.head.texture_map import EAR_CORNER
from avatars.forge.parameters import Colour, Person, Skin

_COARSE: Final = 128
"""Side of the canvas on which colours alone are looked up."""
FRECKLES: Final = (0.25, 0.5, 0.75, 1.0)
_BLACK: Final = (0.0, 0.0, 0.0)
_WHITE: Final = (1.0, 1.0, 1.0)
PLACES: Final = 256
"""Side of the map that tells where a texel lies on the face."""

Painter = Callable[[FaceTexture, Colour], None]


def face_layers() -> bytes:
    """The file: layers in the order in which they are laid, the map of places and the window of the lips."""
    face = plain_face()
    layers = [
        *_recorded("skin", face, _everybody),
        *under_paint(face, SIZE),
        *(layer for amount in FRECKLES for layer in _recorded(f"freckles.{amount}", face, _freckled(amount))),
        *over_paint(face, SIZE),
        *_recorded("stubble", face, _shaven),
        *_recorded("scalp", face, lambda texture, hair: paint_hairline(texture.canvas, hair)),
        *_recorded("ear", face, lambda texture, _: _ear(texture)),
    ]
    return _packed([layer for layer in layers if layer.cover.max() > 1 / 255], face)


def _everybody(texture: FaceTexture, _: Colour) -> None:
    for step in (texture._warmth, texture._lids, texture._nose, texture._lips):
        step()


def _freckled(amount: float) -> Painter:
    def paint(texture: FaceTexture, _: Colour) -> None:
        paint_freckles(texture.canvas, amount, texture._nose_tip, float(texture._eye[0]))

    return paint


def _shaven(texture: FaceTexture, hair: Colour) -> None:
    paint_stubble(texture.canvas, 1.0, hair, texture._half, texture._lip, texture._nose_tip)


def _ear(texture: FaceTexture) -> None:
    """The ear's corner, as `FaceTexture` paints it, in layers: the skin first, for the scalp has run over it."""
    canvas, size = texture.canvas, int(EAR_CORNER * texture.canvas.size)
    corner = np.zeros(canvas.x.shape)
    corner[:size, :size] = 1.0
    canvas.lay(canvas.tones.base, corner)
    tint, rim = texture._ear_covers(size)
    for colour, cover in ((0.75 * canvas.shadow + 0.25 * np.array(canvas.tones.blush), tint), (canvas.tones.blush, rim)):
        corner[:size, :size] = cover
        canvas.lay(colour, corner)


def _laid(face: FaceMesh, skin: Skin, painter: Painter, hair: Colour = _BLACK, size: int = SIZE) -> list[Laid]:
    texture = FaceTexture(Person("", skin=skin), face.surface, face.eyes, face.mouth)
    canvas = RecordingCanvas(size, face.surface, skin)
    texture.canvas = canvas
    painter(texture, hair)
    return canvas.layers


def _recorded(kind: str, face: FaceMesh, painter: Painter) -> list[Layer]:
    """A painter's layers: covers at full amounts, colours for every skin."""
    whole = Skin(tone=0.25, undertone=0.0, blush=1.0, lips=1.0)
    reference = _laid(face, whole, painter)

    def colours(skin: Skin, hair: Colour = _BLACK) -> list[Colours]:
        return [laid.colour for laid in _laid(face, skin, painter, hair, _COARSE)]

    def by_undertone(tone: float, lips: float) -> list[list[Colours]]:
        return [colours(replace(whole, tone=tone, undertone=under, lips=lips)) for under in UNDERTONES]

    tables = np.array([[by_undertone(tone, lips) for tone in TONES] for lips in LIPS])
    hair = np.array(colours(whole, _WHITE)) - np.array(colours(whole, _BLACK))
    by_lips = _shares(face, painter, whole, [replace(whole, lips=lips) for lips in LIPS])
    by_blush = _shares(face, painter, whole, [replace(whole, blush=amount) for amount in (0.0, 1.0)])
    return [
        Layer(kind, laid.cover, tables[:, :, :, n], hair=hair[n], by_lips=by_lips[n], by_blush=by_blush[n])
        for n, laid in enumerate(reference)
    ]


def _shares(face: FaceMesh, painter: Painter, whole: Skin, skins: list[Skin]) -> Colours:
    """How strong each layer is beside that of the whole skin, (layers, skins)."""
    reference, *others = (_laid(face, skin, painter, size=_COARSE) for skin in (whole, *skins))
    shares = []
    for number, laid in enumerate(reference):
        at = np.unravel_index(int(laid.cover.argmax()), laid.cover.shape)
        most = max(float(laid.cover[at]), 1e-6)
        shares.append([float(other[number].cover[at]) / most for other in others])
    return np.array(shares)


def _packed(layers: list[Layer], face: FaceMesh) -> bytes:
    """One compressed archive of numpy arrays; the same bytes each time."""
    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.generic]]] = {}
    told = []
    for number, layer in enumerate(layers):
        rows, columns = np.flatnonzero(layer.cover.max(axis=1) > 1 / 255), np.flatnonzero(layer.cover.max(axis=0) > 1 / 255)
        box = (int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1)
        arrays[f"cover{number}"] = np.round(layer.cover[box[0] : box[1], box[2] : box[3]] * 255).astype(np.uint8)
        arrays[f"rule{number}"] = np.concatenate([layer.factor, layer.hair, layer.by_lips, layer.by_blush]).astype(np.float32)
        if layer.colours is not None:
            arrays[f"colours{number}"] = layer.colours.astype(np.float32)
        told.append({"kind": layer.kind, "box": box})
    canvas = RecordingCanvas(PLACES, face.surface, Skin())
    arrays["places"] = np.stack([canvas.x, canvas.y, canvas.z], axis=-1).astype(np.float16)
    arrays["body"] = body_weights().astype(np.float16)
    low, high = lips_window(skin_of(face))
    about = {"size": SIZE, "layers": told, "lips": [int(low[0]), int(low[1]), int(high[0]), int(high[1])]}
    arrays["about"] = np.frombuffer(json.dumps(about, sort_keys=True).encode(), np.uint8)
    data = io.BytesIO()
    np.savez_compressed(data, **arrays)  # type: ignore[arg-type]
    return data.getvalue()
