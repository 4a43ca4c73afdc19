"""The table: figures of living bodies beside the ranges that people, or eyes, accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from avatars.life.measure import figures as f
from avatars.life.measure import lip_figures
from avatars.life.measure.log import Log, Subject
from avatars.life.measure.speech import Speech
from avatars.vrm.model import Model

STATES: Final = ("idle", "listening", "speaking", "thinking", "reading")
Range = tuple[float, float]
EVERY: Final = STATES
STANDING: Final = ("idle", "listening", "speaking", "thinking")


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, the range it has to be in for each state it is asked of, and whether every run has to or their median."""

    name: str
    unit: str
    measure: Callable[[Log], float]
    accept: Mapping[str, Range]
    every_run: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a row came to in one state."""

    row: str
    unit: str
    state: str
    median: float
    low: float
    high: float
    accept: Range
    ok: bool

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "figure": self.row, "unit": self.unit, "state": self.state, "median": round(self.median, 3),
            "lowest": round(self.low, 3), "highest": round(self.high, 3), "accept": list(self.accept), "ok": self.ok,
        }


def _all(low: float, high: float, states: Iterable[str] = EVERY) -> dict[str, Range]:
    return dict.fromkeys(states, (low, high))


ROWS: Final[tuple[Row, ...]] = (
    Row("blinks", "/min", f.blink_rate,
        {"idle": (10, 19), "listening": (9, 18), "speaking": (15, 28), "thinking": (3, 12), "reading": (3, 12)}),
    Row("blink intervals, variation", "", f.blink_variation, _all(0.45, 1.2)),
    Row("lids shut at most", "ms", f.lids_closed, _all(0, 130), True),
    Row("full blinks seen shut", "%", f.full_closures, _all(97, 100)),
    Row("gaze shifts over 3 deg", "/min", f.gaze_shifts, {"idle": (12, 35), "listening": (14, 28), "speaking": (18, 36)}),
    Row("longest look at the user", "s", f.longest_look, _all(0, 6.0), True),
    Row("gaze on the camera", "%", f.on_camera,
        {"listening": (65, 85), "speaking": (45, 65), "thinking": (10, 30), "idle": (20, 45)}),
    Row("a look at the user, median", "s", f.look_length, _all(1.5, 5.0, ("idle", "listening", "speaking"))),
    Row("gaze off its aim", "deg", f.aim_error, _all(0, 1.0)),
    Row("nods", "/min", f.nod_rate, {"speaking": (6, 14), "listening": (4, 9)}),
    Row("evenly spaced nods", "", f.even_nods, _all(0, 0, ("speaking", "listening"))),
    Row("brow raises", "/min", f.brow_raises, {"speaking": (3, 10)}),
    Row("hand gestures", "/min", f.beats, {"speaking": (4, 12)}),
    Row("strokes end after their vowel", "ms", f.stroke_delay, {"speaking": (0, 120)}),
    Row("mouth leads the voice", "ms", lambda log: lip_figures.lags(log)[0], {"speaking": (0, 60)}),
    Row("spread of that lead", "ms", lambda log: lip_figures.lags(log)[1], {"speaking": (0, 40)}),
    Row("lips seen closed on p b m", "%", lambda log: lip_figures.closures(log)[0], {"speaking": (97, 100)}, True),
    Row("jaw inside a closure", "", lambda log: lip_figures.closures(log)[1], {"speaking": (0, 0.15)}, True),
    Row("breaths", "/min", f.breath_rate, _all(9, 20)),
    Row("breaths, variation", "%", f.breath_variation, _all(5, 15)),
    Row("breath drawn before speech", "x", f.breath_before_speech, {"speaking": (1.1, 2.0)}),
    Row("head yaw, highest echo of a run", "", lambda log: float(f.yaw_echo(log).max()), _all(-1, 0.5), True),
    Row("foot slide", "mm", f.foot_slide, _all(0, 2.0), True),
    Row("joint speed, change a frame", "deg/s", f.speed_change, _all(0, 350), True),
    Row("jerk of head and trunk", "deg/s3", lambda log: f.jerk(log, f.TRUNK), _all(0, 20_000)),
    Row("jerk of the arms", "deg/s3", lambda log: f.jerk(log, f.ARMS), _all(0, 120_000)),
    Row("one-frame reversals", "", f.reversals, _all(0, 0), True),
    Row("head or chest still at most", "s", f.longest_still, _all(0, 0.5), True),
    Row("head speed, rms", "deg/s", f.head_speed, {"idle": (1, 4)} | _all(1, 8, ("listening", "thinking", "reading"))),
    Row("hands in the body", "mm", f.deepest, _all(0, 3.0), True),
    Row("smiling", "%", f.smile_share, _all(10, 35, ("idle", "listening", "speaking")) | _all(0, 40, ("thinking", "reading"))),
    Row("left and right differ", "deg", f.asymmetry, {"idle": (5, 20)}),
)


def measure(
    model: Model, *, states: Sequence[str] = STATES, seconds: float = 180.0, seeds: Sequence[int] = (1, 2, 3, 4, 5),
    speech: Callable[[int], Speech], told: Callable[[str], None] = lambda _: None,
) -> list[Result]:
    """Let bodies live and fill the table. `speech` gives what a seed says; `told` hears what is under way."""
    results: list[Result] = []
    for state in states:
        logs = []
        for seed in seeds:
            told(f"{state}, seed {seed}")
            logs.append(Subject(model, seed).live(state, seconds, speech(seed) if state == "speaking" else None))
        results += judged(state, logs)
    order = {row.name: i for i, row in enumerate(ROWS)} | {ECHO: len(ROWS), SACCADE: -2, GLIDE: -1}
    results += eyes(states, seeds)
    return sorted(results, key=lambda result: order[result.row])


ECHO: Final = "head yaw, highest echo"
SACCADE: Final = "peak speed of eye jumps, off"
GLIDE: Final = "longest glide of the eyes"


def judged(state: str, logs: Sequence[Log]) -> list[Result]:
    """All rows of one state."""
    found = [
        result(row, state, [row.measure(log) for log in logs]) for row in ROWS if state in row.accept
    ]
    # an echo of one run is mostly chance: what all runs share is the loop
    echo = float(np.mean([f.yaw_echo(log) for log in logs], axis=0).max())
    return [*found, Result(ECHO, "", state, echo, echo, echo, (-1, 0.25), echo < 0.25)]


def eyes(states: Sequence[str], seeds: Sequence[int]) -> list[Result]:
    """What needs 240 frames a second."""
    found = []
    for state in states:
        values = [f.saccades(seed, state) for seed in seeds]
        found.append(result(Row(SACCADE, "%", lambda _: 0.0, {state: (0, 25)}, True), state, [v[0] for v in values]))
        found.append(result(Row(GLIDE, "ms", lambda _: 0.0, {state: (0, 120)}, True), state, [v[1] for v in values]))
    return found


def result(row: Row, state: str, values: Sequence[float]) -> Result:
    """Judge the values of all runs."""
    known = [value for value in values if not np.isnan(value)]
    if not known:
        return Result(row.name, row.unit, state, float("nan"), float("nan"), float("nan"), row.accept[state], False)
    low, high = row.accept[state]
    median = float(np.median(known))
    judge = known if row.every_run else [median]
    ok = all(low - 1e-9 <= value <= high + 1e-9 for value in judge)
    return Result(row.name, row.unit, state, median, min(known), max(known), (low, high), ok)


def lines(results: Sequence[Result]) -> list[str]:
    """The table as text."""
    made = [f"{'figure':34}{'state':11}{'median':>10}  {'lowest to highest':>21}  {'accept':>15}"]
    made += [
        f"{r.row:34}{r.state:11}{_number(r.median):>10}  {_number(r.low) + ' to ' + _number(r.high):>21}  "
        f"{_number(r.accept[0]) + ' to ' + _number(r.accept[1]):>15} {r.unit:7}{'ok' if r.ok else 'FAIL'}"
        for r in results
    ]
    return made


def _number(value: float) -> str:
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.2f}".rstrip("0").rstrip(".")
