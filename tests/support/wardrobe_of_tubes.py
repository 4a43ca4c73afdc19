"""A small wardrobe on the plain body, of tubes: quick to make, simple to reckon with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from avatars.forge.part import Joint, Made, Material, Part, Spring
from avatars.forge.skeleton import NAMES
from avatars.forge.wardrobe.garment import Tailored
from avatars.forge.wardrobe.writer import garment_file
from avatars.forge.weights import weights
from avatars.wardrobe.catalogue import info_to_json
from avatars.wardrobe.garment import GarmentInfo, Zone

Tube = tuple[Any, Any, Any, Any]
TRUNK = 0.110
"""Metres of the trunk's radius; the legs are half as thick."""
RED, BLUE = "#c03028", "#2840a0"
SWUNG = ("ribbon_0", "ribbon_1", "ribbon_2")


def tube(radius: float, low: float, high: float, *, x: float = 0.0, rings: int = 17, around: int = 24) -> Tube:
    """A standing tube: positions, normals, uvs, triangles counter-clockwise outside."""
    turns = np.arange(around + 1) * 2 * np.pi / around
    y, a = (v.ravel() for v in np.meshgrid(np.linspace(low, high, rings), turns, indexing="ij"))
    out = np.stack([np.sin(a), np.zeros_like(a), np.cos(a)], axis=1)
    places = np.stack([x + radius * out[:, 0], y, radius * out[:, 2]], axis=1)
    corner = (np.arange(rings - 1)[:, None] * (around + 1) + np.arange(around)).ravel()
    up = corner + around + 1
    faces = np.concatenate([np.stack([corner, corner + 1, up + 1], 1), np.stack([corner, up + 1, up], 1)])
    return places, out, np.stack([a / (2 * np.pi), (y - low) / (high - low)], 1), faces


def part(name: str, material: str, *tubes: Tube, joints: tuple[str, ...] = NAMES, table: Any = None) -> Part:
    """Tubes as one part that moves as the body does, or by a table of weights over these joints."""
    first = np.cumsum([0] + [len(one[0]) for one in tubes[:-1]])
    places, normals, uvs = (np.concatenate([one[i] for one in tubes]) for i in range(3))
    faces = np.concatenate([one[3] + start for one, start in zip(tubes, first, strict=True)])
    given = weights(places) if table is None else table(places)
    return Part(
        name, places.astype(np.float32), normals.astype(np.float32), uvs.astype(np.float32), faces.astype(np.uint32), material,
        joints, given.astype(np.float32),
    )


def info(name: str, slot: Any, layer: int, **more: Any) -> GarmentInfo:
    """An entry with one zone of cloth."""
    zones = more.pop("zones", (Zone("cloth", {"en": "Cloth"}, RED),))
    return GarmentInfo(name, slot, {"en": name}, {"en": (name,)}, zones, layer=layer, file=f"{slot}/{name}.glb", **more)


def cloth(*parts: Part, joints: tuple[Joint, ...] = (), springs: tuple[Spring, ...] = ()) -> Tailored:
    """Parts of one material, all of it one zone, evenly red."""
    colour = [int(RED[i : i + 2], 16) for i in (1, 3, 5)]
    texture = np.tile(np.array(colour, np.uint8), (16, 16, 1))
    name = parts[0].material
    made = Made(parts, (Material(name, texture),), joints, springs)
    return Tailored(made, {name: {"cloth": np.ones((16, 16), np.float32)}}, {name: 100.0})


def _ribboned(name: str, radius: float) -> Tailored:
    """A tube round the hips whose lower half hangs on a chain."""
    joints = tuple(
        Joint(one, above, (0.0, y, 0.13), humanoid=False)
        for one, above, y in zip(SWUNG, ("hips", *SWUNG), (0.86, 0.76, 0.66), strict=False)
    )

    def swung(places: Any) -> Any:
        low = np.clip((0.86 - places[:, 1]) / 0.2, 0, 1)
        return np.stack([1 - low, low], axis=1)

    shape = part(name, name, tube(radius, 0.66, 0.98), joints=("hips", SWUNG[0]), table=swung)
    return cloth(shape, joints=joints, springs=(Spring(SWUNG, stiffness=0.3, drag=0.3, gravity=0.1, hit_radius=0.01),))


def legs(radius: float, low: float, high: float) -> tuple[Tube, Tube]:
    """Two tubes about the legs."""
    return tube(radius, low, high, x=0.09), tube(radius, low, high, x=-0.09)


def skin() -> Tailored:
    """Trunk, neck, legs and no more than stumps for hands; a vest and shorts."""
    parts = (
        part("hands", "body_skin", tube(0.02, 1.28, 1.30, x=0.62, rings=3), tube(0.02, 1.28, 1.30, x=-0.62, rings=3)),
        part("neck", "body_skin", tube(0.05, 1.31, 1.40, rings=6)),
        part("skin_trunk", "body_skin", tube(TRUNK, 0.90, 1.31, rings=28)),
        part("skin_legs", "body_skin", *legs(TRUNK / 2, 0.02, 0.88)),
        part("underlayer-vest", "underlayer", tube(TRUNK + 0.004, 0.95, 1.28)),
        part("underlayer-shorts", "underlayer", *legs(TRUNK / 2 + 0.004, 0.62, 0.86)),
    )
    return Tailored(Made(parts, (Material("body_skin"), Material("underlayer"))))


def garments() -> dict[str, tuple[GarmentInfo, Tailored]]:
    """Tops loose and tight, trousers, two things that swing on one chain, a coat over all, and hair."""
    made = {
        "loose-top": ("top", 2, cloth(part("loose-top", "loose-top", tube(TRUNK + 0.012, 0.92, 1.30)))),
        "tight-top": ("top", 2, cloth(part("tight-top", "tight-top", tube(TRUNK - 0.004, 0.92, 1.30)))),
        "trousers": ("bottom", 3, cloth(part("trousers", "trousers", *legs(TRUNK / 2 + 0.010, 0.08, 0.90)))),
        "ribbon-skirt": ("bottom", 3, _ribboned("ribbon-skirt", 0.15)),
        "ribbon-coat": ("outer", 5, _ribboned("ribbon-coat", 0.17)),
        "coat": ("outer", 5, cloth(part("coat", "coat", tube(TRUNK + 0.013, 0.60, 1.27, rings=40)))),
        "wig": ("hair", 7, cloth(part("wig", "wig", tube(0.10, 1.45, 1.60)))),
    }
    return {name: (info(name, slot, layer), tailored) for name, (slot, layer, tailored) in made.items()}


def write_wardrobe(folder: Path) -> Path:
    """The wardrobe as files."""
    everything = garments()
    for one, tailored in everything.values():
        path = folder / one.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(garment_file(one, tailored))
    under = replace(info("skin", "top", 0), zones=())
    (folder / "skin").mkdir(parents=True, exist_ok=True)
    (folder / "skin" / "skin.glb").write_bytes(garment_file(replace(under, slot="skin"), skin()))  # type: ignore[arg-type]
    listed = [info_to_json(one) for one, _ in everything.values()]
    (folder / "catalogue.json").write_text(json.dumps(listed), "utf-8")
    return folder
