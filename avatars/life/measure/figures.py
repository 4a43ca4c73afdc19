"""Figures of a log: each a number or NaN where it does not apply."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from avatars.life.gaze import Gaze, saccade_seconds
from avatars.life.measure.log import Log
from avatars.rig.humanoid import INDEX
from avatars.rig.rotation import inverse, multiply, to_vector
from avatars.vrm.humanoid import BONES

Array = npt.NDArray[Any]
ON: Final = 2.6
"""Degrees from the camera within which she looks at the user."""
TRUNK: Final = [INDEX[b] for b in ("hips", "spine", "chest", "upperChest", "neck", "head")]
ARMS: Final = [INDEX[f"{s}{b}"] for s in ("left", "right") for b in ("Shoulder", "UpperArm", "LowerArm", "Hand")]
ALL: Final = [i for i, bone in enumerate(BONES) if bone not in ("leftEye", "rightEye", "jaw")]
PAIRS: Final = [(INDEX[f"left{b}"], INDEX[f"right{b}"]) for b in ("UpperArm", "LowerArm", "Hand", "UpperLeg", "LowerLeg", "Foot")]


def minutes(log: Log) -> float:
    """How long it is."""
    return len(log.lids) / log.fps / 60


def blinks(log: Log) -> list[tuple[int, float]]:
    """Frame and depth of every blink."""
    lids, found, at = log.array("lids"), [], 0
    while at < len(lids):
        if lids[at] > 0.45:
            end = at
            while end < len(lids) and lids[end] > 0.25:
                end += 1
            found.append((at + int(np.argmax(lids[at:end])), float(lids[at:end].max())))
            at = end
        at += 1
    return found


def blink_rate(log: Log) -> float:
    """Blinks a minute."""
    return len(blinks(log)) / minutes(log)


def blink_variation(log: Log) -> float:
    """Coefficient of variation of the intervals."""
    gaps = np.diff([at for at, _ in blinks(log)]) / log.fps
    return float(gaps.std() / gaps.mean()) if len(gaps) > 3 else float("nan")


def lids_closed(log: Log) -> float:
    """The longest time the lids are shut, ms."""
    return 1000 * longest(log.array("lids") > 0.9) / log.fps


def full_closures(log: Log) -> float:
    """Share of the blinks meant to be full that show a frame with the lids at .95 or lower, per cent."""
    meant = log.full[-1] - log.full[0]
    seen = sum(depth >= 0.95 for _, depth in blinks(log))
    return min(100.0, 100 * seen / meant) if meant else float("nan")


def longest(flags: Array) -> int:
    """The longest run of true frames."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(int), [0]))))
    return int(np.diff(edges)[::2].max()) if len(edges) else 0


def off(log: Log) -> Array:
    """Degrees between gaze and camera."""
    return np.asarray(np.linalg.norm(log.array("gaze"), axis=1))


def gaze_shifts(log: Log) -> float:
    """Shifts of more than three degrees a minute."""
    gaze = log.array("gaze")
    steps = np.linalg.norm(gaze[3:] - gaze[:-3], axis=1)
    count, at = 0, 0
    while at < len(steps):
        if steps[at] > 3.0:
            count += 1
            at += 6
        at += 1
    return count / minutes(log)


def on_camera(log: Log) -> float:
    """Share of the time the gaze is on the user, per cent."""
    return 100 * float((off(log) < ON).mean())


def _bouts(log: Log) -> Array:
    flags = off(log) < ON
    blinked = log.array("lids") > 0.2
    # a blink moves the eyes a little down; it ends no look
    for at in np.flatnonzero(blinked).tolist():
        flags[at] = flags[max(0, at - 1)] if at else flags[at]
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.astype(int), [0]))))
    return np.asarray(np.diff(edges)[::2] / log.fps)


def longest_look(log: Log) -> float:
    """The longest unbroken look at the user, seconds."""
    bouts = _bouts(log)
    return float(bouts.max()) if len(bouts) else 0.0


def look_length(log: Log) -> float:
    """The median look at the user, seconds."""
    bouts = _bouts(log)
    bouts = bouts[bouts > 0.2]
    return float(np.median(bouts)) if len(bouts) else float("nan")


def aim_error(log: Log) -> float:
    """Degrees the gaze is off when it rests on the user: the 95th of a hundred, blinks left out."""
    away = off(log)
    settled = (away < ON) & (np.roll(away, 5) < ON) & (np.roll(away, -3) < ON) & (log.array("lids") < 0.1)
    return float(np.percentile(away[settled], 95)) if settled.any() else float("nan")


def saccades(seed: int, state: str) -> tuple[float, float]:
    """At 240 Hz: the worst departure from the main sequence in per cent, and the longest glide (5 to 60 deg/s) in ms."""
    gaze, rate = Gaze(np.random.default_rng(seed)), 240
    speeds, sizes = [], []
    before = gaze.eyes.copy()
    for _ in range(rate * 60):
        gaze.update(1 / rate, state)  # type: ignore[arg-type]
        speeds.append(float(np.linalg.norm(gaze.eyes - before)) * rate)
        before = gaze.eyes.copy()
        sizes.append(gaze.shifted[0] if gaze.shifted else 0.0)
    worst = 0.0
    for at in np.flatnonzero(np.array(sizes) > 3.0):
        size = sizes[at]
        window = speeds[at : at + int(rate * saccade_seconds(size)) + 3]
        formula = 500 * (1 - np.exp(-size / 11))
        worst = max(worst, abs(max(window) / formula - 1))
    quick = np.array(speeds)
    return 100 * worst, 1000 * longest((quick > 5) & (quick < 60)) / rate


def nods(log: Log) -> list[int]:
    """Frames in which the head is lowest in a nod: down and up again by 1.5 degrees within a third of a second."""
    pitch = log.array("head")[:, 1]
    reach, found = round(0.36 * log.fps), []
    at = reach
    while at < len(pitch) - reach:
        here = pitch[at]
        window = pitch[at - reach : at + reach + 1]
        if here >= window.max() and here - window[:reach].min() > 1.5 and here - window[reach + 1 :].min() > 1.5:
            found.append(at)
            at += round(0.5 * log.fps)
        at += 1
    return found


def nod_rate(log: Log) -> float:
    """Nods a minute; one that has two or three cycles counts once."""
    return len(_apart(nods(log), 0.9 * log.fps)) / minutes(log)


def _apart(frames: list[int], gap: float) -> list[int]:
    kept: list[int] = []
    last = -1e9
    for frame in frames:
        if frame - last > gap:
            kept.append(frame)
        last = frame
    return kept


def even_nods(log: Log) -> float:
    """How often three gaps between nods are the same within five per cent."""
    gaps = np.diff(_apart(nods(log), 0.9 * log.fps))
    return float(sum(
        1 for a, b, c in zip(gaps, gaps[1:], gaps[2:], strict=False) if max(a, b, c) - min(a, b, c) < 0.05 * (a + b + c) / 3
    ))


def brow_raises(log: Log) -> float:
    """A minute."""
    brow = log.array("brow")
    return float(((brow[1:] > 0.1) & (brow[:-1] <= 0.1)).sum()) / minutes(log)


def beats(log: Log) -> float:
    """Gestures of the hands a minute."""
    started = [b for a, b in pairwise(["", *log.gesture]) if b and b != a and "nod" not in b]
    return len(started) / minutes(log)


def stroke_delay(log: Log) -> float:
    """How late strokes end after the centre of a vowel, ms: the 95th of a hundred."""
    if log.speech is None:
        return float("nan")
    said, vowels = log.array("said"), np.array(log.speech.vowels)
    ends = said[np.flatnonzero(log.array("strokes"))]
    late = [float((end - vowels[vowels <= end + 0.03]).min()) for end in ends if end > 0.5]
    return 1000 * float(np.percentile(late, 95)) if late else float("nan")


def breaths(log: Log) -> Array:
    """Seconds between the tops of breaths."""
    value = log.array("fullness")
    tops = np.flatnonzero((value[1:-1] > value[:-2]) & (value[1:-1] >= value[2:]) & (value[1:-1] > 0.35)) + 1
    return np.asarray(np.diff(tops) / log.fps)


def breath_rate(log: Log) -> float:
    """Breaths a minute."""
    gaps = breaths(log)
    return float(60 / gaps.mean()) if len(gaps) else float("nan")


def breath_variation(log: Log) -> float:
    """Coefficient of variation of breaths in per cent; those cut short by speech left out."""
    gaps = breaths(log)
    middle = gaps[(gaps > 0.7 * np.median(gaps)) & (gaps < 1.4 * np.median(gaps))]
    return 100 * float(middle.std() / middle.mean()) if len(middle) > 3 else float("nan")


def breath_before_speech(log: Log) -> float:
    """How much deeper the breath is that is drawn for speech than the usual one."""
    said, full = log.array("said"), log.array("fullness")
    starts = np.flatnonzero((said[1:] >= 0) & (said[:-1] < 0)) + 1
    tops = [float(full[max(0, at - 12) : at + 30].max()) for at in starts if at + 30 < len(full)]
    return float(np.mean(tops)) if tops else float("nan")


def yaw_echo(log: Log) -> Array:
    """Autocorrelation of the head's yaw at lags of 5 to 60 s, a value every half second."""
    yaw = log.array("head")[:, 0]
    yaw = yaw - yaw.mean()
    step, power = log.fps // 2, float((yaw * yaw).sum())
    lags = [lag for lag in range(5 * log.fps, 60 * log.fps, step) if lag < len(yaw) // 2]
    return np.array([float((yaw[:-lag] * yaw[lag:]).sum()) / power for lag in lags]) if lags else np.zeros(1)


def foot_slide(log: Log) -> float:
    """How far the ball of a standing foot moves, mm."""
    balls = log.array("balls")
    worst = 0.0
    for foot in (0, 1):
        down = balls[:, foot, 1] < balls[:, foot, 1].min() + 0.004
        edges = np.flatnonzero(np.diff(np.concatenate(([0], down.astype(int), [0]))))
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            stood = balls[begin:end, foot][:, [0, 2]]
            worst = max(worst, float(np.linalg.norm(stood - np.median(stood, axis=0), axis=1).max()))
    return 1000 * worst


def rates(log: Log, rows: list[int]) -> Array:
    """Turn rates (n-1, bones, 3) in deg/s."""
    q = log.array("pose")[:, rows]
    return np.asarray(np.degrees(to_vector(multiply(inverse(q[:-1]), q[1:]))) * log.fps)


def speed_change(log: Log) -> float:
    """The largest change of a joint's speed from one frame to the next, deg/s."""
    speed = np.linalg.norm(rates(log, ALL), axis=-1)
    return float(np.abs(np.diff(speed, axis=0)).max())


def jerk(log: Log, rows: list[int]) -> float:
    """Angular jerk that 99 of a hundred frames stay below, deg/s^3."""
    third = np.diff(rates(log, rows), n=2, axis=0) * log.fps**2
    return float(np.percentile(np.linalg.norm(third, axis=-1), 99))


def reversals(log: Log) -> float:
    """One-frame reversals of more than three degrees."""
    steps = rates(log, ALL) / log.fps
    size = np.linalg.norm(steps, axis=-1)
    against = (steps[1:] * steps[:-1]).sum(axis=-1) < 0
    return float((against & (size[1:] > 3.0) & (size[:-1] > 3.0)).sum())


def longest_still(log: Log) -> float:
    """The longest time head or chest turn by less than .02 degrees, seconds."""
    q = log.array("pose")[:, [INDEX["head"], INDEX["upperChest"]]]
    worst = 0
    for bone in (0, 1):
        moved = np.degrees(np.linalg.norm(to_vector(multiply(inverse(q[:-1, bone]), q[1:, bone])), axis=-1))
        worst = max(worst, longest(moved < 0.02 / 15))
    return worst / log.fps


def head_speed(log: Log) -> float:
    """Root mean square, deg/s."""
    speed = np.linalg.norm(np.diff(log.array("head"), axis=0), axis=1) * log.fps
    return float(np.sqrt((speed**2).mean()))


def deepest(log: Log) -> float:
    """How deep hands go into the body, mm, in 99 of a hundred frames."""
    return max(0.0, 1000 * float(np.percentile(log.array("depth"), 99)))


def smile_share(log: Log) -> float:
    """Per cent of the time."""
    return 100 * float((log.array("smile") > 0.2).mean())


def asymmetry(log: Log) -> float:
    """Mean difference of the left side's pose from the mirrored right one's, degrees."""
    q = log.array("pose")[:: log.fps]
    mirror = np.array([1.0, -1.0, -1.0, 1.0])
    turns = [to_vector(multiply(inverse(q[:, right] * mirror), q[:, left])) for left, right in PAIRS]
    return float(np.mean(np.degrees(np.linalg.norm(turns, axis=-1))))
