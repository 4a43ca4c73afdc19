"""Created people are painted as the forge paints them, and what one asks for is what one sees."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from assets import asset
from avatars.creator.chance import created, person_by_chance
from avatars.creator.embodied import PAINT, Embodiment
from avatars.creator.face_paint import face_paint
from avatars.creator.iris import iris_texture
from avatars.creator.people import PEOPLE
from avatars.creator.person import IRIS_PATTERNS, CreatedPerson, EyePaint, MakeUp, Mark, SkinPaint
from avatars.forge.hand_texture import hand_texture
from avatars.forge.head.face_mesh import plain_face
from avatars.forge.head.face_texture import FaceTexture
from tests.support.small_wardrobe import SMALL

ADA = CreatedPerson("Ada")


@cache
def embodiment():
    return Embodiment(asset("creator"))


def paint(person, parts=1):
    return face_paint(asset("creator", PAINT), parts).painted(person)[..., :3].astype(int)


@pytest.mark.parametrize("name", ["mira", "kai"])
def test_the_layers_give_the_face_the_forge_paints(name):
    plain = plain_face()
    forged = FaceTexture(replace(PEOPLE[name], shape={}), plain.surface, plain.eyes, plain.mouth).painted()
    difference = np.abs(paint(created(PEOPLE[name])) - forged)
    assert difference.max() <= 8 and difference.mean() < 0.5


@pytest.mark.parametrize("name", ["mira", "kai"])
def test_hands_and_limbs_have_the_skin_the_forge_paints(name):
    body = face_paint(asset("creator", PAINT)).body(created(PEOPLE[name]))
    assert np.abs(body[..., :3].astype(int) - hand_texture(PEOPLE[name])).max() <= 4


def test_face_and_body_are_of_one_skin_at_every_tone():
    for tone in np.linspace(0, 1, 9):
        person = replace(ADA, skin=SkinPaint(tone=float(tone), blush=0.0, lips=0.0))
        face, body = paint(person, 2), face_paint(asset("creator", PAINT)).body(person)
        ground = np.median(body[..., :3].reshape(-1, 3), axis=0)
        assert np.abs(np.median(face.reshape(-1, 3), axis=0) - ground).max() < 60
        assert (np.abs(face - ground).max(axis=2) <= 3).mean() > 0.02


CHANGES = {
    "freckles": {"skin": SkinPaint(freckles=0.8)},
    "age": {"skin": SkinPaint(age=0.9)},
    "vitiligo": {"skin": SkinPaint(vitiligo=1.0, tone=0.5)},
    "stubble": {"skin": SkinPaint(stubble=0.8)},
    "lipstick": {"make_up": MakeUp(lipstick=0.9)},
    "shadow": {"make_up": MakeUp(shadow=0.9)},
    "liner": {"make_up": MakeUp(liner=0.9)},
    "rouge": {"make_up": MakeUp(rouge=0.9)},
    "mole": {"marks": (Mark("mole", 2.4, 5.4),)},
    "scar": {"marks": (Mark("scar", -4.0, 13.2),)},
    "birthmark": {"marks": (Mark("birthmark", 4.4, 3.6),)},
    "hair": {"hair_colour": "#d0d0d8"},
}


@pytest.mark.parametrize("name", CHANGES)
def test_each_thing_that_is_asked_for_is_seen_and_leaves_the_rest_alone(name):
    before = paint(replace(ADA, skin=SkinPaint(tone=0.5)) if name == "vitiligo" else ADA, 2)
    changed = np.abs(paint(replace(ADA, **CHANGES[name]), 2) - before).max(axis=2) > 6
    assert 0.00002 < changed.mean() < (0.75 if name == "hair" else 0.30)


def test_lipstick_has_the_colour_that_was_chosen():
    paint_ = face_paint(asset("creator", PAINT))
    left, top, right, bottom = paint_.lips
    red = replace(ADA, make_up=MakeUp(lipstick=1.0, lipstick_colour="#2040c0"))
    lips = paint(red)[top:bottom, left:right]
    assert (np.abs(lips - (0x20, 0x40, 0xC0)).max(axis=2) < 40).mean() > 0.05


def test_half_the_size_is_the_same_face():
    person = person_by_chance(5, SMALL)
    fine = paint(person).reshape(512, 2, 512, 2, 3).mean(axis=(1, 3))
    # Marks are drawn at their own size; all else is the mean of what is fine.
    assert np.abs(paint(person, 2) - fine).mean() < 1.0


def test_irises_of_every_pattern_and_a_second_colour_differ():
    seen = {pattern: iris_texture((0.15, 0.58, 0.53), pattern, size=96).astype(int) for pattern in IRIS_PATTERNS}
    for one in IRIS_PATTERNS:
        for other in IRIS_PATTERNS:
            if one < other:
                assert np.abs(seen[one] - seen[other]).max() > 25
    inner = iris_texture((0.15, 0.58, 0.53), inner=(0.62, 0.42, 0.18), size=96)
    assert np.abs(inner.astype(int) - seen["rays"]).max() > 60


def test_only_what_changed_is_painted_again():
    first = embodiment().model(ADA, fine=False)
    other = embodiment().model(replace(ADA, eyes=EyePaint(iris="#5a87b8")), fine=False)
    changed = [one is not two for one, two in zip(first.images, other.images, strict=True)]
    assert sum(changed) == 2  # the iris, and the lips, which are cut out of the face anew


def test_twenty_people_by_chance_are_twenty_people():
    people = [person_by_chance(seed, SMALL) for seed in range(1, 21)]
    assert len({person.skin.tone for person in people}) == 20
    assert min(person.skin.tone for person in people) < 0.2 < 0.7 < max(person.skin.tone for person in people)
    assert any(person.skin.age > 0.5 for person in people) and any(person.make_up.lipstick for person in people)
