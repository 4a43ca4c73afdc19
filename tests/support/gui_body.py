"""A body that draws one colour and writes down what it was asked to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from avatars.ports import Accent, Activity, Bearing, Frame, Framing
from avatars.vrm.model import Model, Pixels
from avatars.wardrobe.catalogue import Catalogue
from avatars.wardrobe.look import Look


class ScriptedBody:
    """Stands in for the stage where a test needs no picture of her."""

    poses = ("sit", "dance", "hug")
    gestures = ("wave", "nod")

    def __init__(self, width: int, height: int, avatar: str = "mira") -> None:
        self.avatar = avatar
        self.width, self.height = width, height
        self.asked: list[tuple[object, ...]] = []
        self.closed = False
        self.eager = False
        self.look = Look()
        self.refuses: set[str] = set()

    def update(self, dt: float) -> bool:
        return True

    def render(self) -> Frame:
        return Frame(self.width, self.height, memoryview(bytes((90, 120, 200, 255)) * (self.width * self.height)))

    def resize(self, width: int, height: int) -> None:
        self.width, self.height = width, height

    def close(self) -> None:
        self.closed = True

    def express(self, name: str, weight: float, hold: float = 4.0) -> None:
        self.asked.append(("express", name))

    def gesture(self, name: str) -> bool:
        self.asked.append(("gesture", name))
        return True

    def pose(self, name: str | None) -> bool:
        self.asked.append(("pose", name))
        return True

    def shows(self, expression: str) -> bool:
        return expression in ("happy", "shy")

    def turn(self, degrees: float, seconds: float = 0.8) -> None:
        self.asked.append(("turn", degrees))

    def zoom(self, factor: float, seconds: float = 0.15) -> None:
        self.asked.append(("zoom", factor))

    def shift(self, x: float, y: float, seconds: float = 0.15) -> None:
        self.asked.append(("shift", x, y))

    def leave_free(self, top: float, foot: float, seconds: float = 0.6) -> None:
        self.asked.append(("leave_free", top, foot))

    def set_light(self, name: str) -> None:
        self.asked.append(("light", name))

    def hold_still(self, still: bool) -> None:
        self.asked.append(("still", still))

    def photo(self, width: int, height: int) -> Frame:
        self.asked.append(("photo", width, height))
        return Frame(width, height, memoryview(bytes((90, 120, 200, 255)) * (width * height)))

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """Nothing moves."""

    def accents(self, at: float, marks: Sequence[Accent]) -> None:
        """Nothing joins in."""

    def activity(self, state: Activity) -> None:
        self.asked.append(("activity", state))

    def bear(self, bearing: Bearing, seconds: float = 8.0) -> None:
        self.asked.append(("bear", bearing, seconds))

    def dress(self, look: Look) -> None:
        if any(worn.garment in self.refuses for worn in look.worn):
            raise ValueError("the file is broken")
        self.look = look
        self.asked.append(("dress", frozenset(worn.garment for worn in look.worn)))

    def bring_picture(self, name: str, pixels: Pixels | None) -> None:
        self.asked.append(("picture", name))

    def use_wardrobe(self, wardrobe: Catalogue) -> None:
        self.asked.append(("wardrobe", wardrobe.folder))

    def become(self, person: Model, values: Mapping[str, float], look: Look) -> None:
        self.shape(values)
        self.look = look

    def repaint(self, person: Model) -> None:
        self.asked.append(("repaint", person.meta.name))

    def shape(self, values: Mapping[str, float]) -> None:
        self.asked.append(("shape", dict(values)))

    def wear(self, outfit: str) -> None:
        self.asked.append(("wear", outfit))

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        self.asked.append(("frame", framing))
