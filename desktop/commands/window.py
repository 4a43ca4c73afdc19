"""``hearth`` without a door: the window. Where no window can be shown, the same companion in the terminal."""

from __future__ import annotations

import argparse
import ctypes
import os
import sys


def configure(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it closes. Raises `mind.errors.EnvironmentFault`."""
    from desktop.doctor.surroundings import has_display

    if not has_display():
        print("hearth: no display here, so we talk in the terminal.", file=sys.stderr, flush=True)
        from desktop.commands import headless

        return headless.run(args)
    check_libraries()
    from desktop.window.opening import open_window

    return open_window(args.data_dir, args.lang)


def check_libraries() -> None:
    """Name what Qt would die of: without this library its X11 part ends the whole process."""
    over_x11 = os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY")
    if not sys.platform.startswith("linux") or not over_x11 or os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError as missing:
        from mind.errors import EnvironmentFault

        raise EnvironmentFault(
            "A library of the window system is missing: libxcb-cursor0.",
            "Install it (Debian, Ubuntu: apt install libxcb-cursor0), or talk in the terminal: hearth --headless",
            kind="window",
        ) from missing
