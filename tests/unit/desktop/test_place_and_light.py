"""The place behind her and the light on her, by choice, theme and hour."""

from datetime import datetime

import pytest

from avatars.stage.light import LIGHT_OF
from desktop.stage_view.room_picture import light_now, scene_now

NOON, DUSK = datetime(2026, 5, 1, 12), datetime(2026, 5, 1, 19)


@pytest.mark.parametrize("place", ["room", "rain", "garden", "plain"])
@pytest.mark.parametrize(("night", "now"), [(False, NOON), (False, DUSK), (True, NOON)])
def test_the_light_is_the_one_that_belongs_to_the_scene(place, night, now):
    scene = scene_now(place, night, now)
    assert scene.startswith(place)
    assert light_now(place, "auto", night, now) == LIGHT_OF[scene]


def test_a_chosen_light_stays_at_every_hour():
    assert {light_now("garden", "night", night, now) for night in (True, False) for now in (NOON, DUSK)} == {"night"}


def test_an_unknown_place_is_the_room():
    assert scene_now("moon", False, NOON) == "room-day"
