"""SVG path strings to painter paths: the commands M L H V C Q A Z in both cases."""

from __future__ import annotations

import math
import re
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

TOKEN: Final = re.compile(r"[MLHVCQAZmlhvcqaz]|-?(?:\d*\.\d+|\d+)")
TAKES: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "A": 7, "Z": 0}


def painter_path(data: str) -> QPainterPath:
    """The path that `data` describes. Raises ValueError for a string that is not a path."""
    path = QPainterPath()
    for command, numbers in commands(data):
        draw(path, command, numbers)
    return path


def commands(data: str) -> list[tuple[str, list[float]]]:
    """The commands with their numbers; repeated groups become commands of their own."""
    found: list[tuple[str, list[float]]] = []
    tokens = TOKEN.findall(data)
    at = 0
    command = ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        if not command:
            raise ValueError("a path begins with a command")
        takes = TAKES[command.upper()]
        group = tokens[at : at + takes]
        if len(group) < takes or any(item.isalpha() for item in group):
            raise ValueError(f"{command} needs {takes} numbers")
        found.append((command, [float(item) for item in group]))
        at += takes
        if command in "Mm":
            command = "L" if command == "M" else "l"
    return found


def draw(path: QPainterPath, command: str, numbers: list[float]) -> None:
    """Add one command."""
    here = path.currentPosition()
    off = here if command.islower() else QPointF(0, 0)
    kind = command.upper()
    points = [QPointF(off.x() + x, off.y() + y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
    if kind == "M":
        path.moveTo(points[0])
    elif kind == "L":
        path.lineTo(points[0])
    elif kind == "H":
        path.lineTo(off.x() + numbers[0], here.y())
    elif kind == "V":
        path.lineTo(here.x(), off.y() + numbers[0])
    elif kind == "C":
        path.cubicTo(*points)
    elif kind == "Q":
        path.quadTo(*points)
    elif kind == "A":
        arc(path, here, numbers[0], bool(numbers[3]), bool(numbers[4]), off + QPointF(numbers[5], numbers[6]))
    else:
        path.closeSubpath()


def arc(path: QPainterPath, start: QPointF, radius: float, large: bool, sweep: bool, end: QPointF) -> None:
    """A circular arc by its end points (SVG 1.1 appendix F.6.5, for equal radii)."""
    half = (end - start) / 2
    distance = math.hypot(half.x(), half.y())
    if distance == 0:
        return
    radius = max(radius, distance)
    height = math.sqrt(max(0.0, radius * radius - distance * distance))
    side = 1.0 if large != sweep else -1.0
    centre = (start + end) / 2 + QPointF(-half.y(), half.x()) / distance * height * side
    first = math.degrees(math.atan2(centre.y() - start.y(), start.x() - centre.x()))
    last = math.degrees(math.atan2(centre.y() - end.y(), end.x() - centre.x()))
    turn = last - first
    if sweep and turn > 0:
        turn -= 360
    if not sweep and turn < 0:
        turn += 360
    path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), first, turn)
