"""A body that draws one colour and writes down what it was asked to do."""

from __future__ import annotations

from collections.abc import Mapping

from avatars.ports import Activity, Frame, Framing


class ScriptedBody:
    """Stands in for the stage where a test needs no picture of her."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.asked: list[tuple[object, ...]] = []
        self.closed = False
        self.eager = False

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

    def mouth(self, visemes: Mapping[str, float], closed: float = 0.0) -> None:
        """Nothing moves."""

    def activity(self, state: Activity) -> None:
        self.asked.append(("activity", state))

    def wear(self, outfit: str) -> None:
        self.asked.append(("wear", outfit))

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        self.asked.append(("frame", framing))
