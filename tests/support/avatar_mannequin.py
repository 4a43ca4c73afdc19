"""A mannequin of 13,000 triangles in one mesh: what a dressed avatar's picture is measured against."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from avatars.vrm.load import load_bytes
from avatars.vrm.model import Model, Primitive
from tests.support.avatar_small import BONES, small_vrm

AROUND = 50
LIMBS = (
    # from, to, radius at both ends and in the middle, rings, bones along it
    ((0.0, 0.80, 0.0), (0.0, 1.36, -0.01), (0.15, 0.155, 0.06), 38, ("hips", "spine", "chest", "neck")),
    ((0.0, 1.36, -0.01), (0.0, 1.64, 0.0), (0.06, 0.12, 0.02), 30, ("head", "head")),
    *(limb for side, sign in (("left", 1), ("right", -1)) for limb in (
        ((sign * 0.10, 1.285, -0.02), (sign * 0.72, 1.285, -0.02), (0.06, 0.05, 0.03), 16,
         (f"{side}UpperArm", f"{side}LowerArm", f"{side}Hand")),
        ((sign * 0.09, 0.88, 0.0), (sign * 0.10, 0.02, 0.0), (0.10, 0.075, 0.06), 15,
         (f"{side}UpperLeg", f"{side}LowerLeg", f"{side}Foot")),
    )),
)


def tube(begin, end, radii, rings):
    """Points, normals, uvs (n,·), triangles (m,3), and how far along (n,) each point lies."""
    begin, end = np.array(begin), np.array(end)
    axis = (end - begin) / np.linalg.norm(end - begin)
    side = np.cross(axis, (0.0, 0.0, 1.0))
    side /= np.linalg.norm(side)
    t, u = (a.ravel() for a in np.meshgrid(np.linspace(0, 1, rings + 1), np.linspace(0, 1, AROUND + 1), indexing="ij"))
    radius = np.interp(t, (0, 0.5, 1), radii)
    out = np.cos(2 * np.pi * u)[:, None] * side + np.sin(2 * np.pi * u)[:, None] * np.cross(axis, side)
    points = begin + t[:, None] * (end - begin) + radius[:, None] * out
    corner = (np.arange(rings)[:, None] * (AROUND + 1) + np.arange(AROUND)).ravel()
    above = corner + AROUND + 1
    faces = np.concatenate((np.stack((corner, corner + 1, above + 1), 1), np.stack((corner, above + 1, above), 1)))
    return points, out, np.stack((u, t), 1), faces, t


def mannequin() -> Model:
    """One mesh, one material with a texture and an outline, four influences a vertex, no morphs."""
    small = load_bytes(small_vrm(), "mannequin")
    order = list(BONES)
    parts, count = [], 0
    for begin, end, radii, rings, bones in LIMBS:
        points, normals, uvs, faces, t = tube(begin, end, radii, rings)
        along = t * (len(bones) - 1)
        low = np.minimum(along.astype(int), len(bones) - 2)
        names = np.array([order.index(bone) for bone in bones])
        joints = np.stack((names[low], names[low + 1], names[low], names[low + 1]), 1)
        share = (along - low)[:, None]
        weights = np.hstack((0.6 * (1 - share), 0.6 * share, 0.4 * (1 - share), 0.4 * share)) + 0.01
        parts.append((points, normals, uvs, faces + count, joints, weights / weights.sum(axis=1, keepdims=True)))
        count += len(points)
    points, normals, uvs, faces, joints, weights = (np.concatenate(column) for column in zip(*parts, strict=True))
    whole = Primitive(
        points.astype(np.float32), normals.astype(np.float32), uvs.astype(np.float32), faces.ravel().astype(np.uint32),
        joints.astype(np.uint32), weights.astype(np.float32), 0, (),
    )
    body = next(i for i, node in enumerate(small.nodes) if node.name == "body")
    nodes = tuple(replace(node, drawn=node.drawn and (node.mesh is None or i == body)) for i, node in enumerate(small.nodes))
    meshes = tuple(
        replace(mesh, primitives=(whole,), weights=()) if i == small.nodes[body].mesh else mesh
        for i, mesh in enumerate(small.meshes)
    )
    knit = np.random.default_rng(5).integers(150, 255, (1024, 1024, 4), np.uint8)
    knit[..., 3] = 255
    images = (knit, *(np.asarray(image) for image in tuple(small.images)[1:]))
    return replace(small, nodes=nodes, meshes=meshes, images=images, expressions={})
