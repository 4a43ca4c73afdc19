"""Below others' earrings and a hat: the person's own earrings and hair."""

import numpy as np

from assets import asset
from avatars.shape.body_shape import BodyShape
from avatars.vrm.load import load_avatar
from avatars.wardrobe.own_head import hair_held, without_earrings
from avatars.wardrobe.press import Press

HAT = Press((1.535, 1.501, 1.469))


def mesh_of(model, name):
    node = next(node for node in model.nodes if node.name == name)
    return model.meshes[node.mesh].primitives[0]


def test_her_own_earrings_come_out_and_nothing_else_does():
    mira, kai = (load_avatar(asset("avatars", f"{name}.vrm")) for name in ("mira", "kai"))
    before, after = mesh_of(mira, "details"), mesh_of(without_earrings(mira), "details")
    gone = {tuple(row) for row in before.indices.reshape(-1, 3)} - {tuple(row) for row in after.indices.reshape(-1, 3)}
    heights = before.positions[np.array(sorted(gone)).ravel()]
    assert 300 < len(gone) < 500
    assert (np.abs(heights[:, 0]) > 0.06).all()
    assert len(mesh_of(without_earrings(kai), "details").indices) == len(mesh_of(kai, "details").indices)


def test_her_own_hair_goes_under_a_hat():
    mira = load_avatar(asset("avatars", "mira.vrm"))
    body = BodyShape(mira.shape)
    before, after = mesh_of(mira, "hair"), mesh_of(hair_held(mira, HAT, body), "hair")
    assert len(after.indices) < len(before.indices)
    plain = body.restored(after.positions)
    np.testing.assert_allclose(HAT.pressed(plain)[HAT.over(plain)], plain[HAT.over(plain)], atol=2e-5)
    low = body.restored(before.positions)[:, 1] < 1.38
    np.testing.assert_allclose(after.positions[low], before.positions[low], atol=1e-5)
