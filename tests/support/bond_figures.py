"""What differs at each stage of the bond, measured: on the skeleton, in the looks, in what the engine says.

    python -m tests.support.bond_figures

prints the tables of docs/bond-shows.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from itertools import pairwise
from typing import Final

import numpy as np

from assets import asset
from avatars.life.bearing import signs
from avatars.life.gaze import Gaze
from avatars.life.resting_hands import shares
from avatars.ports import Bearing
from avatars.vrm.load import load_avatar
from desktop.bearing.shown import bearing_of, sound_of
from desktop.bearing.stages import captions, manners
from tests.support.avatar_life import Life
from tests.support.voice_figures import figures
from voice.delivery import delivery
from voice.engines import open_engine

SENTENCES: Final = {
    "en": "I was just thinking about what you said yesterday, and I am glad you told me.",
    "zh": "我刚才在想你昨天说的话，很高兴你告诉我。",
    "ja": "きのう言ってくれたことを考えていました。話してくれて、うれしいです。",
}
MINUTES: Final = 20
TAKES: Final = 5


def stood(person: str) -> dict[str, Life]:
    """Her at every stage, settled, in the neutral phase of idle life."""
    model = load_avatar(asset("avatars", f"{person}.vrm"))
    made = {}
    for name, manner in manners(person).items():
        life = Life(2, model)
        life.body.still = True
        life.body.bear(bearing_of(manner), 0.0)
        life.live(3.0, fps=10)
        made[name] = life
    return made


def held(life: Life) -> tuple[float, ...]:
    """Head yaw and pitch, chest yaw (degrees), lean, shoulders, distance of the hands (cm)."""
    bone = life.puppet.bone
    ahead = life.puppet.skeleton.world[life.puppet.humanoid.bones["head"], :3, 2]
    across = bone("leftUpperArm") - bone("rightUpperArm")
    middle = (bone("leftUpperArm") + bone("rightUpperArm")) / 2
    return (
        float(np.degrees(np.arctan2(ahead[0], ahead[2]))), float(-np.degrees(np.arcsin(ahead[1]))),
        float(np.degrees(np.arctan2(-across[2], across[0]))), 100 * float((bone("neck") - bone("hips"))[2]),
        100 * float((middle - bone("upperChest"))[1]), 100 * float(np.linalg.norm(bone("leftHand") - bone("rightHand"))),
    )  # fmt: skip


def looked(bearing: Bearing, activity: str) -> tuple[float, float]:
    """Share of the time on the user, and the median of one look in seconds."""
    gaze, how = Gaze(np.random.default_rng(5)), signs(bearing)
    gaze.suit(how.looks, how.away, how.down)
    on = []
    for _ in range(MINUTES * 60 * 20):
        gaze.update(0.05, activity)  # type: ignore[arg-type]
        on.append(gaze.on_user)
    edges = np.flatnonzero(np.diff(np.array(on, int)))
    return float(np.mean(on)), float(np.median([0.05 * (b - a) for a, b in pairwise(edges) if on[a + 1]]))


def body_rows(person: str) -> list[list[str]]:
    """One row a stage; angles and lengths against friends."""
    lives = stood(person)
    usual = held(lives["stage 2"])
    rows = []
    for name, manner in manners(person).items():
        bearing = bearing_of(manner)
        how = signs(bearing)
        yaw, pitch, chest, lean, shoulders, hands = (a - b for a, b in zip(held(lives[name]), usual, strict=True))
        idle, listening = looked(bearing, "idle"), looked(bearing, "listening")
        rest = {key: value for key, value in shares(bearing).items() if value}
        rows.append([
            captions()[name], f"{yaw:+.1f}°", f"{pitch:+.1f}°", f"{chest:+.1f}°", f"{lean:+.1f} cm", f"{10 * shoulders:+.0f} mm",
            f"{hands:+.0f} cm", f"{100 * (how.apart - 1):+.0f} %",
            *(f"{100 * share:.0f} %, {seconds:.1f} s" for share, seconds in (idle, listening)),
            ", ".join(f"{key} {100 * value:.0f} %" for key, value in rest.items()) or "hanging",
        ])  # fmt: skip
    return rows


def voice_rows(engine: str, lang: str) -> list[list[str]]:
    """One row a stage: what is asked for, and the middle of some takes as heard."""
    speaker = open_engine(engine)
    rows = []
    for name, manner in manners().items():
        tone = sound_of(manner)
        takes = [figures(speaker.speak(SENTENCES[lang], delivery(lang, tone=tone))) for _ in range(TAKES)]

        def middle(field: str, takes: Sequence[object] = takes) -> float:
            return float(np.median([getattr(take, field) for take in takes]))

        rows.append([
            captions()[name], *(f"{value:.2f}" for value in astuple(tone)),
            f"{middle('voiced'):.2f} s", f"{middle('f0'):.0f} Hz", f"{middle('span'):.1f}", f"{middle('level'):.1f} dB",
            f"{1000 * middle('rest'):.0f} ms",
        ])  # fmt: skip
    speaker.close()
    return rows


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """As Markdown."""
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def main() -> None:
    """All of it."""
    body = ("", "head yaw", "head down", "chest yaw", "lean", "shoulders", "hands", "distance", "looks, idle", "looks, listening",
            "hands rest")
    voice = ("", "rate", "pitch", "volume", "pause", "melody", "lasts", "fundamental", "moves", "level", "rest")
    for person in ("mira", "kai"):
        print(f"\n{person}\n\n{table(body, body_rows(person))}")
    for engine, lang in (("espeak", "en"), ("espeak", "zh"), ("espeak", "ja"), ("pyttsx3", "en")):
        print(f"\n{engine} {lang}\n\n{table(voice, voice_rows(engine, lang))}")


if __name__ == "__main__":
    main()
