"""Whatever lies over the picture's top or foot, her face from brows to chin stays free."""

from __future__ import annotations

import pytest

from avatars.stage.camera import HAIR, Camera, Proportions, shot

BODY = Proportions(crown=1.62, eyes=1.49, depth=0.05)
TALL = Proportions(crown=1.84, eyes=1.70, depth=0.05)
ASPECTS = [0.32, 0.6, 0.95, 1.0, 1.57, 2.2]
COVERED = [0.1, 0.2, 0.3, 0.4, 0.5]


def places(view, body):
    """Crown, brows and chin as parts of the picture's height from its top."""
    top = view.y + view.height / 2
    crown, chin = ((top - height) / view.height for height in (body.crown, body.chin))
    return crown, crown + HAIR * (chin - crown), chin


@pytest.mark.parametrize("body", [BODY, TALL], ids=["hers", "tall"])
@pytest.mark.parametrize("framing", ["face", "bust", "full"])
@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("part", COVERED)
def test_words_at_the_foot_leave_her_chin_free(body, framing, aspect, part):
    crown, _, chin = places(shot(framing, body, aspect, (0.0, part)), body)
    assert chin <= 1 - part
    assert crown >= 0.0


@pytest.mark.parametrize("body", [BODY, TALL], ids=["hers", "tall"])
@pytest.mark.parametrize("framing", ["face", "bust", "full"])
@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("part", COVERED)
def test_words_at_the_top_leave_her_brows_and_mouth_free(body, framing, aspect, part):
    _, brows, chin = places(shot(framing, body, aspect, (part, 0.0)), body)
    assert brows >= part - 1e-6
    assert chin <= 1.0


@pytest.mark.parametrize("framing", ["face", "bust", "full"])
@pytest.mark.parametrize("aspect", ASPECTS)
def test_without_words_the_framing_is_as_it_was(framing, aspect):
    crown, _, chin = places(shot(framing, BODY, aspect), BODY)
    assert 0 < crown < chin < 0.8
    assert shot(framing, BODY, aspect) == shot(framing, BODY, aspect, (0.0, 0.0))


def test_the_camera_goes_there_and_a_picture_is_taken_without():
    camera = Camera(BODY, "face", 1.0)
    plain = camera.shot
    assert camera.leave_free(0.0, 0.4, 0.0)
    assert not camera.leave_free(0.0, 0.4, 0.0)
    assert camera.shot != plain
    assert places(camera.shot, BODY)[2] <= 0.6
    assert camera.still(1.0).shot == plain
