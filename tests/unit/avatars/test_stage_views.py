"""Where the camera stands, what belongs to an hour, the seat: numbers of the stage, without graphics."""

from __future__ import annotations

import numpy as np
import pytest

from assets import asset
from avatars.stage.camera import Camera, Proportions
from avatars.stage.light import LIGHT_OF, LIGHTS
from avatars.stage.pouf import HEIGHT, RADIUS, pouf_mesh, pouf_texture
from avatars.stage.scene import kinds, scene_for

BODY = Proportions(crown=1.61, eyes=1.50, depth=0.0)


def seen(camera: Camera, point: tuple[float, float, float]) -> np.ndarray:
    """Where a point of the world lies in the picture, -1..1."""
    clip = camera.projection() @ camera.view() @ np.array([*point, 1.0])
    return clip[:2] / clip[3]


@pytest.mark.parametrize("framing", ["face", "bust", "full"])
@pytest.mark.parametrize("degrees", [0.0, 45.0, 90.0, 180.0, 270.0])
def test_going_around_her_keeps_her_eyes_where_they_are_in_the_picture(framing, degrees):
    camera = Camera(BODY, framing, 0.9)
    camera.move(framing, 0.0)
    before = seen(camera, (0.0, 1.50, 0.0))
    camera.turn(degrees, 0.0)
    assert seen(camera, (0.0, 1.50, 0.0)) == pytest.approx(before, abs=1e-9)


def test_at_ninety_degrees_the_camera_stands_at_her_left_and_goes_the_shorter_way():
    camera = Camera(BODY, "bust", 0.9)
    camera.turn(90.0, 0.0)
    eye = camera.shot.eye()
    assert eye[0] > 1.0
    assert abs(eye[2]) < 1e-9
    camera.turn(0.0, 0.0)
    camera.turn(270.0, 1.0)
    camera.update(0.5)
    assert -np.pi / 2 < camera.shot.turn < 0.0, "to 270 degrees it goes by her right side"


def test_zoom_keeps_near_her_face_and_both_it_and_pan_have_limits():
    camera = Camera(BODY, "full", 0.9)
    before = camera.shot
    camera.zoom(2.0, 0.0)
    assert camera.shot.height == pytest.approx(before.height / 2)
    assert before.y < camera.shot.y < BODY.eyes
    camera.zoom(1e9, 0.0)
    camera.pan(50.0, -50.0, 0.0)
    assert camera.shot.height > 0.2
    assert abs(camera.shot.side) < before.height
    assert camera.shot.y > -before.height
    camera.move("full", 0.0)
    assert camera.shot == before, "a framing takes zoom and pan back"


def test_panning_right_moves_her_to_the_left_from_every_side():
    for degrees in (0.0, 60.0, 200.0):
        camera = Camera(BODY, "bust", 0.9)
        camera.turn(degrees, 0.0)
        camera.pan(0.2, 0.0, 0.0)
        assert seen(camera, (0.0, 1.4, 0.0))[0] < -0.2


def test_the_camera_goes_down_with_her_head():
    camera = Camera(BODY, "bust", 0.9)
    before = seen(camera, (0.0, 1.50, 0.0))
    camera.follow(0.4)
    assert seen(camera, (0.0, 1.10, 0.0)) == pytest.approx(before, abs=1e-9)


def test_every_place_is_painted_and_has_a_light_that_exists():
    painted = {path.stem for path in asset("scenes").glob("*.jpg")}
    assert painted == set(LIGHT_OF)
    assert set(LIGHT_OF.values()) <= set(LIGHTS)
    assert sum(path.stat().st_size for path in asset("scenes").glob("*.jpg")) < 1_500_000


@pytest.mark.parametrize("kind", kinds())
def test_every_hour_has_its_place_of_each_kind(kind):
    hours = [scene_for(hour / 4, kind) for hour in range(96)]
    assert {name.partition("-")[0] for name in hours} == {kind}
    assert hours[12 * 4].endswith("day")
    assert hours[1 * 4].endswith("night")
    assert scene_for(30.0, kind) == scene_for(6.0, kind)


def test_an_unknown_kind_of_place_is_told():
    with pytest.raises(KeyError):
        scene_for(12.0, "moon")


def test_lights_are_coloured_in_their_shadows():
    for name, light in LIGHTS.items():
        for colour in (light.fill, light.bounce):
            assert max(colour) - min(colour) > 0.05, f"the shade of {name} is grey"


def test_the_pouf_is_a_closed_round_thing_whose_normals_point_out():
    mesh = pouf_mesh()
    points, normals = mesh.positions.astype(float), mesh.normals.astype(float)
    assert np.abs(points[:, [0, 2]]).max() <= RADIUS + 1e-6
    assert points[:, 1].min() >= -0.02
    assert points[:, 1].max() <= HEIGHT
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0, abs=1e-4)
    corners = points[mesh.indices.reshape(-1, 3)]
    faces = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    whole = np.linalg.norm(faces, axis=1) > 1e-9
    meant = normals[mesh.indices.reshape(-1, 3)].mean(axis=1)
    assert (np.sum(faces * meant, axis=1)[whole] > 0).mean() > 0.98
    middle = points - np.array([0.0, HEIGHT / 2, 0.0])
    assert (np.sum(middle * normals, axis=1) > -1e-3).mean() > 0.95


def test_the_pouf_is_knitted_the_same_each_time():
    assert np.array_equal(pouf_texture(), pouf_texture())
    assert pouf_texture()[..., :3].std() > 20


def test_seen_whole_her_feet_stay_on_the_painted_floor():
    camera = Camera(BODY, "full", 0.9)
    floor = seen(camera, (0.0, 0.0, 0.0))
    camera.follow(0.4)
    camera.zoom(0.7, 0.0)
    assert seen(camera, (0.0, 0.0, 0.0)) == pytest.approx(floor, abs=0.02)
