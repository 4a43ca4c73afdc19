"""What she costs: time to load, in her own clothes and in a look, to change and to dye one garment, milliseconds a frame, her
frames against those of a plain mannequin of 13,000 triangles in the same shader, processor time at an idle pace, memory.

``python tests/benchmarks/bench_stage.py [AVATAR] [--json]``. Figures depend on the machine: compare ratios.
"""

from __future__ import annotations

import argparse
import json
import statistics
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


def loading(avatar: Path) -> dict[str, float]:
    """Milliseconds to read and check the file with the pictures of what is worn, the best of five."""
    from avatars.vrm.load import load_avatar

    wall, processor = [], []
    for _ in range(5):
        began, spent = time.perf_counter(), time.process_time()
        load_avatar(avatar)
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - spent)
    return {"ms": 1000 * min(wall), "processor ms": 1000 * min(processor)}


LOOK = ("hair-bob", "fair-isle-jumper", "turned-up-jeans", "ribbed-ankle-socks", "canvas-sneakers")
OTHER = ("turtleneck", "breton", "sweatshirt", "linen-shirt")


def best(work, rounds: int) -> dict[str, float]:
    """Milliseconds of the quickest of some rounds, each with its number."""
    wall, processor = [], []
    for number in range(rounds):
        began, spent = time.perf_counter(), time.process_time()
        work(number)
        wall.append(time.perf_counter() - began)
        processor.append(time.process_time() - spent)
    return {"ms": 1000 * min(wall), "processor ms": 1000 * min(processor)}


def dressing(avatar: Path, wardrobe: Path) -> dict[str, dict[str, float]]:
    """To load her in a look with nothing kept from before, to change her top for one never worn, and to dye it, until drawn."""
    from avatars.stage import open_stage
    from avatars.vrm.load import load_avatar
    from avatars.wardrobe.catalogue import Catalogue
    from avatars.wardrobe.dressing import Dresser
    from avatars.wardrobe.look import Look, Worn

    catalogue = Catalogue.load(wardrobe)
    look = Look(tuple(Worn(name) for name in LOOK))
    found = {"dressed load": best(lambda _: Dresser(load_avatar(avatar, clothes=False), catalogue).dressed(look), 5)}
    stage = open_stage(avatar, WIDTH, HEIGHT, background="room-day", wardrobe=catalogue, look=look)
    measured(stage, 3, 30)

    def wear(top: Worn) -> None:
        stage.dress(Look(tuple(top if worn.garment == LOOK[1] else worn for worn in look.worn)))
        stage.render()

    found["a top for another"] = best(lambda number: wear(Worn(OTHER[number])), len(OTHER))
    zone = catalogue.garments[OTHER[-1]].zones[0].id
    found["a top in another dye"] = best(lambda number: wear(Worn(OTHER[-1], {zone: f"#20{16 * number + 40:02x}60"})), 6)
    found["triangles in a look"] = {"hers": triangles(stage.model, stage.model.outfit)}
    stage.frame("full", 0)
    measured(stage, 3, 30)
    found["a look, full"] = measured(stage, 30, 30)
    stage.close()
    return found


def triangles(model, outfit: str) -> int:
    """Of everything drawn while this outfit is worn."""
    others = {node for one in model.outfits if one.id != outfit for node in one.nodes}
    others -= {node for one in model.outfits if one.id == outfit for node in one.nodes}
    shown = (node.mesh for i, node in enumerate(model.nodes) if node.mesh is not None and node.drawn and i not in others)
    return sum(len(primitive.indices) // 3 for mesh in shown for primitive in model.meshes[mesh].primitives)


def against(stage, other, rounds: int = 12, frames: int = 8) -> dict[str, float]:
    """Her frames by the mannequin's, in turns, so that both meet the same machine: medians of drawing and of the whole."""
    ratios: dict[str, list[float]] = {"draw": [], "frame": []}
    for _ in range(rounds):
        hers, its = (measured(one, frames, 30) for one in (stage, other))
        ratios["draw"].append(hers["draw ms"] / its["draw ms"])
        ratios["frame"].append(hers["processor ms"] / its["processor ms"])
    return {name: statistics.median(values) for name, values in ratios.items()}


def main() -> None:
    """Measure and print."""
    began = time.perf_counter()
    from assets import asset
    from avatars.stage import open_stage
    from avatars.stage.live import LiveStage
    from avatars.wardrobe.look import Look, Worn
    from tests.support.avatar_mannequin import mannequin

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("avatar", nargs="?", type=Path, default=asset("avatars", "mira.vrm"))
    parser.add_argument("--wardrobe", type=Path, default=asset("wardrobe"))
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
    figures["load"] = loading(args.avatar)
    figures |= dressing(args.avatar, args.wardrobe)
    plain = mannequin()
    stage.use_wardrobe(args.wardrobe)
    stage.dress(Look(tuple(Worn(name) for name in LOOK)))
    other = LiveStage(plain, WIDTH, HEIGHT, background="room-day", quality="auto", seed=1)
    figures["triangles"] = {"hers": triangles(stage.model, stage.outfit), "mannequin's": triangles(plain, "plain")}
    for framing in ("face", "bust", "full"):
        for one in (stage, other):
            one.frame(framing, 0)
            measured(one, 3, 30)
        figures[f"against a mannequin, {framing}"] = against(stage, other)
    other.close()
    stage.frame("bust", 0)
    figures["idle at 12 fps, % of a core"] = idle(stage, 20, 12)
    figures["memory MB"] = pss()
    stage.close()
    if args.json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        shown = "  ".join(f"{k} {v:.2f}" for k, v in value.items()) if isinstance(value, dict) else value
        print(f"{name:30} {shown:.1f}" if isinstance(shown, float) else f"{name:30} {shown}")


if __name__ == "__main__":
    main()
