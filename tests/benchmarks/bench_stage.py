"""What she costs: time to the first frame, milliseconds a frame, processor time at an idle pace, memory.

``python tests/benchmarks/bench_stage.py [AVATAR] [--json]``. Figures depend on the machine: compare ratios.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

WIDTH, HEIGHT = 640, 720


def pss() -> float:
    """Proportional memory of this process, MB; the resident size where the system does not tell."""
    import psutil

    info = psutil.Process().memory_full_info()
    return float(getattr(info, "pss", info.rss)) / 2**20


def measured(stage, frames: int, fps: int) -> dict[str, float]:
    """Milliseconds of update and of drawing, wall and processor, over living frames."""
    update = draw = 0.0
    processor = time.process_time()
    for _ in range(frames):
        began = time.perf_counter()
        stage.update(1 / fps)
        between = time.perf_counter()
        stage.render()
        update += between - began
        draw += time.perf_counter() - between
    processor = time.process_time() - processor
    return {
        "update ms": 1000 * update / frames, "draw ms": 1000 * draw / frames, "processor ms": 1000 * processor / frames,
    }


def idle(stage, seconds: float, fps: int) -> float:
    """Percent of one core that an idle window of `fps` takes: unchanged frames are not drawn, quick moments get 30."""
    began, t, drawn = time.process_time(), 0.0, 0
    while t < seconds:
        dt = 1 / 30 if stage.eager else 1 / fps
        t += dt
        if stage.update(dt):
            stage.render()
            drawn += 1
    return 100 * (time.process_time() - began) / seconds


def main() -> None:
    """Measure and print."""
    began = time.perf_counter()
    from assets import asset
    from avatars.stage import open_stage

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("avatar", nargs="?", type=Path, default=asset("avatars", "mira.vrm"))
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    stage = open_stage(args.avatar, WIDTH, HEIGHT, background="room-day")
    stage.update(1 / 30)
    stage.render()
    figures: dict[str, object] = {"first frame s": time.perf_counter() - began, "renderer": stage.renderer}
    for framing in ("face", "bust", "full"):
        stage.frame(framing, 0)
        measured(stage, 3, 30)
        figures[framing] = measured(stage, 30, 30)
    stage.frame("bust", 0)
    figures["idle at 12 fps, % of a core"] = idle(stage, 20, 12)
    figures["memory MB"] = pss()
    stage.close()
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        shown = "  ".join(f"{k} {v:.1f}" for k, v in value.items()) if isinstance(value, dict) else value
        print(f"{name:30} {shown:.1f}" if isinstance(shown, float) else f"{name:30} {shown}")


if __name__ == "__main__":
    main()
