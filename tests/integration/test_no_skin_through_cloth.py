"""Clothes over bodies in poses, in flat colours: no skin where cloth should be, no hole where skin was left out.

A small part of ``hearth bench clipping``, which draws every garment.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from assets import asset
from avatars.stage.clipping import FlatStage
from avatars.vrm.load import load_avatar
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.dressing import Dresser
from avatars.wardrobe.fitting import Fitting
from avatars.wardrobe.look import Look, Worn
from desktop.commands.bench_clipping import ALLOWED, BUILDS

LOOK = Look((Worn("fair-isle-jumper"), Worn("turned-up-jeans")))


@pytest.fixture(scope="module")
def mira():
    return load_avatar(asset("avatars", "mira.vrm"), clothes=False)


@pytest.fixture(scope="module")
def catalogue():
    return Catalogue.load(asset("wardrobe"))


@pytest.fixture(scope="module", params=["mira", "broad"])
def stage(request, mira, catalogue):
    opened = FlatStage(Dresser(mira, catalogue), mira, BUILDS[request.param][1] or mira.shape)
    yield opened
    opened.close()


@pytest.mark.parametrize("pose", ["stand", "sit"])
def test_no_skin_is_seen_through_cloth(stage, pose):
    stage.take(pose)
    flaws = stage.flaws(LOOK)
    assert flaws.cloth > 20_000, "she is in the picture"
    assert flaws.share < ALLOWED, f"{flaws.skin} pixels of skin and {flaws.holes} of holes in {flaws.cloth} of cloth"


def test_legs_that_come_through_are_counted(mira, catalogue, monkeypatch):
    fitted = Fitting.fit

    def swollen(self, layers):
        skin, *others = fitted(self, layers)
        everything = [piece.primitive for piece in layers[0].pieces]
        thick = [
            replace(fit, positions=fit.positions + 0.022 * fit.normals, indices=shape.indices)
            for fit, shape in zip(skin, everything, strict=True)
        ]
        return [tuple(thick), *others]

    monkeypatch.setattr(Fitting, "fit", swollen)
    opened = FlatStage(Dresser(mira, catalogue), mira, mira.shape)
    try:
        opened.take("stand")
        assert opened.flaws(LOOK).share > 4 * ALLOWED
    finally:
        opened.close()
