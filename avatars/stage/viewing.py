"""How the user sees her: the commands that move the camera."""

from __future__ import annotations

from avatars.ports import Framing
from avatars.stage.camera import Camera


class Viewing:
    """The camera's commands of a stage that aims anew after each."""

    _camera: Camera
    _stale: bool

    def _aim(self) -> None:
        """Take camera and light to where they are now."""
        raise NotImplementedError

    def _show_below(self, floor: float | None) -> None:
        """Leave out what lies under the picture while the camera rests."""
        raise NotImplementedError

    def frame(self, framing: Framing, seconds: float = 1.2) -> None:
        """Move the camera."""
        self._camera.move(framing, seconds)
        self._moved(seconds)

    def turn(self, degrees: float, seconds: float = 0.8) -> None:
        """Take the camera around her, and the light with it: 0 front, 90 her left side, 180 her back. Her eyes stay ahead."""
        self._camera.turn(degrees, seconds)
        self._moved(seconds)

    def zoom(self, factor: float, seconds: float = 0.15) -> None:
        """Nearer (above 1) or farther than the framing, within limits; `frame` takes it back."""
        self._camera.zoom(factor, seconds)
        self._moved(seconds)

    def shift(self, x: float, y: float, seconds: float = 0.15) -> None:
        """Move the view right and up, in parts of the framing's height, within limits; `frame` takes it back."""
        self._camera.pan(x, y, seconds)
        self._moved(seconds)

    def leave_free(self, top: float, foot: float, seconds: float = 0.6) -> None:
        """Words lie over so much of the picture's height at its top and its foot: her face, brows to chin, stays between."""
        if self._camera.leave_free(top, foot, seconds):
            self._moved(seconds)

    def _moved(self, seconds: float) -> None:
        """The camera was sent somewhere; at once where no time was given."""
        if seconds <= 0:
            self._aim()
            self._show_below(self._camera.shot.y - self._camera.shot.height / 2 - 0.1)
            self._stale = True
