"""How she carries herself toward the user, in the figures of her skeleton, her looks and her hands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets import asset
from avatars.life.attention import Attention
from avatars.life.bearing import Carriage, Signs, signs, stance
from avatars.life.breath import Breath
from avatars.life.channels import AT, LENGTHS, NAMES
from avatars.life.gaze import LONGEST, Gaze
from avatars.life.gestures import Gestures
from avatars.life.resting_hands import HANGING, RestingHands, shares
from avatars.ports import Activity, Bearing
from avatars.stage import LiveStage, open_stage
from tests.support.avatar_life import Life, speeds

NEW, FRIEND, CLOSE = Bearing(closeness=0.0), Bearing(), Bearing(closeness=1.0)
HURT = Bearing(closeness=0.75, guard=0.75, pleasure=-0.2)
TEASING = Bearing(closeness=0.75, tension=0.8)
ARMS = np.array([name[:2] in ("l.", "r.") for name in NAMES])
EVERY = (NEW, FRIEND, CLOSE, HURT, TEASING)


@pytest.fixture(scope="module")
def stood() -> dict[Bearing, Life]:
    """A body in every bearing, settled, in the neutral phase of its idle life."""
    made = {}
    for bearing in EVERY:
        life = Life(2)
        life.body.still = True
        life.body.bear(bearing, 0.0)
        life.live(3.0, fps=10)
        made[bearing] = life
    return made


def head(life: Life) -> tuple[float, float]:
    """Degrees to her left, and down."""
    ahead = life.puppet.skeleton.world[life.puppet.humanoid.bones["head"], :3, 2]
    return float(np.degrees(np.arctan2(ahead[0], ahead[2]))), float(-np.degrees(np.arcsin(ahead[1])))


def chest_yaw(life: Life) -> float:
    across = life.puppet.bone("leftUpperArm") - life.puppet.bone("rightUpperArm")
    return float(np.degrees(np.arctan2(-across[2], across[0])))


def lean(life: Life) -> float:
    """Metres the neck is before the hips."""
    return float((life.puppet.bone("neck") - life.puppet.bone("hips"))[2])


def shoulders(life: Life) -> float:
    """Metres the arms' roots are above the chest they hang from."""
    mid = (life.puppet.bone("leftUpperArm") + life.puppet.bone("rightUpperArm")) / 2
    return float((mid - life.puppet.bone("upperChest"))[1])


def hands_apart(life: Life) -> float:
    return float(np.linalg.norm(life.puppet.bone("leftHand") - life.puppet.bone("rightHand")))


# --- where it goes


def test_a_friend_in_no_mood_stands_as_the_body_always_did() -> None:
    assert not stance(FRIEND).any()
    made = signs(FRIEND)
    assert replace(made, rest={}) == Signs(greets=made.greets)
    assert all(not any(zones) for zones in made.rest.values())


def test_she_leans_in_when_close_and_stands_back_from_somebody_new(stood: dict[Bearing, Life]) -> None:
    assert lean(stood[NEW]) + 0.01 < lean(stood[FRIEND]) < lean(stood[CLOSE]) - 0.01
    apart = [stood[bearing].body.apart for bearing in (NEW, FRIEND, CLOSE)]
    assert apart[0] > 1.05 > apart[1] == 1.0 > apart[2]


def test_her_shoulders_are_lower_with_somebody_close_and_higher_when_hurt(stood: dict[Bearing, Life]) -> None:
    close, friend, new, hurt = (shoulders(stood[bearing]) for bearing in (CLOSE, FRIEND, NEW, HURT))
    assert close < friend < new
    assert hurt > friend


def test_hurt_she_is_turned_a_few_degrees_away_with_the_head_lower(stood: dict[Bearing, Life]) -> None:
    yaw, pitch = (a - b for a, b in zip(head(stood[HURT]), head(stood[FRIEND]), strict=True))
    assert 2.0 < yaw < 14.0
    assert 2.0 < pitch < 12.0
    assert 5.0 < chest_yaw(stood[HURT]) - chest_yaw(stood[FRIEND]) < 20.0


def test_teasing_she_lifts_the_chin_and_looks_from_the_side(stood: dict[Bearing, Life]) -> None:
    yaw, pitch = (a - b for a, b in zip(head(stood[TEASING]), head(stood[FRIEND]), strict=True))
    assert pitch < -2.0
    assert yaw < -3.0
    assert stood[TEASING].aim_error() < 2.0
    assert max(weight for name, weight in signs(TEASING).rest.items() if name == "smirk")[2] > 0.5


def test_her_hands_are_before_her_with_somebody_new_and_open_with_somebody_close(stood: dict[Bearing, Life]) -> None:
    assert hands_apart(stood[NEW]) < 0.2
    assert hands_apart(stood[CLOSE]) > hands_apart(stood[FRIEND]) + 0.01


def test_hurt_she_holds_her_own_arm(stood: dict[Bearing, Life]) -> None:
    far, near = (
        float(np.linalg.norm(stood[each].puppet.bone("rightHand") - stood[each].puppet.bone("leftLowerArm")))
        for each in (FRIEND, HURT)
    )
    assert near < 0.2 < far


def test_the_smile_at_rest_grows_with_closeness_and_goes_when_hurt() -> None:
    new, friend, close, hurt = (signs(bearing).rest["relaxed"][2] for bearing in (NEW, FRIEND, CLOSE, HURT))
    assert new < friend < close
    assert hurt < friend
    assert signs(HURT).rest["sad"][2] > 0.1


# --- how she looks


def on_user(bearing: Bearing, activity: Activity) -> tuple[float, float]:
    """Share of the time, and median seconds of one look, over eight minutes."""
    gaze = Gaze(np.random.default_rng(5))
    how = signs(bearing)
    gaze.suit(how.looks, how.away, how.down)
    on = []
    for _ in range(8 * 60 * 20):
        gaze.update(0.05, activity)
        on.append(gaze.on_user)
    edges = np.flatnonzero(np.diff(np.array(on, int)))
    lasts = [0.05 * (b - a) for a, b in pairwise(edges) if on[a + 1]]
    assert max(lasts) <= LONGEST + 0.1
    return float(np.mean(on)), float(np.median(lasts))


@pytest.mark.parametrize("activity", ["idle", "listening"])
def test_she_looks_longer_the_closer_she_is_and_least_when_hurt(activity: Activity) -> None:
    (new, news), (friend, friends), (close, closes), (hurt, hurts) = (
        on_user(bearing, activity) for bearing in (NEW, FRIEND, CLOSE, HURT)
    )
    assert news < 0.93 * friends
    assert new < friend - 0.03
    assert closes > 1.1 * friends
    assert hurts < 0.8 * friends
    assert hurt < friend - 0.08
    assert close > friend


def test_hurt_she_looks_down_when_she_looks_away() -> None:
    def downs(bearing: Bearing) -> float:
        gaze = Gaze(np.random.default_rng(3))
        how = signs(bearing)
        gaze.suit(how.looks, how.away, how.down)
        return float(np.mean([gaze._away("idle")[1] > 5.0 for _ in range(400)]))

    assert downs(HURT) > downs(FRIEND) + 0.3


@pytest.mark.parametrize(("bearing", "low", "high"), [(FRIEND, 0.0, 0.1), (HURT, 0.3, 1.0)])
def test_hurt_she_takes_a_while_to_look_at_who_speaks(bearing: Bearing, low: float, high: float) -> None:
    random = np.random.default_rng(7)
    attention, gaze, life = Attention(random), Gaze(random), Life(1)
    attention.late = signs(bearing).late
    gaze.look(False, 10.0, "idle")
    attention.begin("listening", gaze, Breath(random), Gestures())
    waited = 0.0
    while not gaze.on_user:
        attention.update(0.05, "listening", gaze, Gestures(), life.body._face)
        waited += 0.05
    assert low <= waited <= high


# --- how it comes


@pytest.mark.parametrize("pair", list(pairwise((*EVERY, NEW))))
def test_a_bearing_comes_over_seconds_without_a_jump(pair: tuple[Bearing, Bearing]) -> None:
    carriage = Carriage()
    carriage.bear(pair[0], 0.0)
    before = carriage.stance(1.0)
    carriage.bear(pair[1], 8.0)
    for _ in range(30 * 16):
        carriage.update(1 / 30)
        now = carriage.stance(1.0)
        step = np.abs(now - before)
        assert step[~LENGTHS & ~ARMS].max() < 0.25
        assert step[ARMS].max() < 0.5
        assert step[LENGTHS].max() < 0.0006
        before = now
    assert np.allclose(astuple(carriage.bearing), astuple(pair[1]))


def test_the_whole_body_goes_from_close_to_hurt_without_a_pop() -> None:
    life = Life(4)
    life.body.bear(CLOSE, 0.0)
    life.live(1.0)
    life.body.bear(HURT, 8.0)
    log = life.live(11.0)
    eyes = {life.puppet.humanoid.bones[name] for name in ("leftEye", "rightEye")}
    kept = [bone for name, bone in life.puppet.humanoid.bones.items() if bone not in eyes]
    speed = speeds(log.turns)[:, kept]
    assert np.abs(np.diff(speed, axis=0)).max() < 350.0
    assert life.body._hands.name == "holding an arm"
    weights = [
        {n: w for n, w in frame.items() if n.startswith(("relaxed", "sad", "worried")) and not n.endswith("lids")}
        for frame in log.weights  # lids give way to a blink
    ]
    names = {name for frame in weights for name in frame}
    steps = [abs(b.get(name, 0.0) - a.get(name, 0.0)) for a, b in pairwise(weights) for name in names]
    assert max(steps) < 0.09


# --- where her hands rest


def test_her_hands_rest_where_they_should_for_their_share_of_the_time_and_go_there_one_by_one() -> None:
    bearing = Bearing(closeness=0.1, tension=0.5)
    hands = RestingHands(np.random.default_rng(1))
    hands.suit(bearing)
    seen = []
    for _ in range(3 * 3600 * 2):
        hands.update(0.5)
        seen.append(hands.name)
    for name, share in shares(bearing).items():
        assert abs(seen.count(name) / len(seen) - share) < 0.12
    assert all(HANGING in (a, b) for a, b in pairwise(seen) if a != b)


def test_with_a_friend_her_hands_hang() -> None:
    assert not shares(FRIEND)
    hands = RestingHands(np.random.default_rng(1))
    hands.suit(FRIEND)
    assert not any(hands.update(1.0) for _ in range(600))


def test_a_pose_that_was_asked_for_stays_whatever_stands_between_the_two() -> None:
    life = Life(3)
    life.body.pose("sit")
    life.body.bear(HURT, 0.0)
    life.live(0.5, fps=10)
    assert life.body._holding.name == "sit"
    life.body.pose(None)
    assert life.body._holding.name == "holding an arm"


# --- bounds, and on the real stage


PART = st.floats(0, 1)
AXIS = st.floats(-1, 1)


@given(PART, PART, PART, AXIS, AXIS, AXIS)
def test_no_bearing_goes_beyond_what_a_body_shows_in_passing(
    closeness: float, guard: float, tension: float, pleasure: float, arousal: float, dominance: float
) -> None:
    bearing = Bearing(closeness, guard, tension, pleasure, arousal, dominance)
    added, how = stance(bearing), signs(bearing)
    assert np.abs(added[~LENGTHS & ~ARMS]).max() < 18.0
    assert np.abs(added[ARMS]).max() < 45.0
    assert np.abs(added[LENGTHS]).max() < 0.015
    assert added[AT["head.pitch"]] < 11.0
    assert 0.9 < how.apart < 1.15
    assert 0.2 < how.looks < 1.6
    assert 0.4 < how.motion < 1.3
    assert 0.0 <= how.smiles < 1.7
    assert all(abs(value) <= 1.0 for zones in how.rest.values() for value in zones)


@pytest.fixture(scope="module")
def stage() -> Iterator[LiveStage]:
    made = open_stage(asset("avatars", "mira.vrm"), 96, 120, transparent=True, quality="fast")
    yield made
    made.close()


def test_on_the_stage_somebody_close_is_nearer(stage: LiveStage) -> None:
    def covered(bearing: Bearing) -> int:
        stage.bear(bearing, 0.0)
        stage.hold_still(True)
        for _ in range(20):
            stage.update(0.1)
        frame = stage.render()
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 4)
        return int((pixels[: frame.height // 3, :, 3] > 128).sum())  # her head

    new, friend, close = (covered(bearing) for bearing in (NEW, FRIEND, CLOSE))
    assert new < 0.95 * friend
    assert close > 1.03 * friend
