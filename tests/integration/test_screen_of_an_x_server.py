"""What a real X server tells of the screen, and which way of looking a machine gets."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.initiative.screen.here import WithMicrophone, screen_here
from desktop.initiative.screen.microphone import captured
from desktop.initiative.screen.seen import Seen, UnknownScreen
from desktop.initiative.screen.xcb import XScreen


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """An X server of its own, without a window manager."""
    if shutil.which("Xvfb") is None:
        pytest.skip("no Xvfb on this machine")
    ours, its = os.pipe()
    command = ["Xvfb", "-displayfd", str(its), "-screen", "0", "320x240x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(its,), stderr=subprocess.DEVNULL)
    os.close(its)
    try:
        yield ":" + os.read(ours, 16).decode().strip()
    finally:
        os.close(ours)
        server.terminate()
        server.wait()


def put(screen: XScreen, window: int, name: str, *values: int) -> None:
    """Set a property, as a window manager does."""
    data = (ctypes.c_uint32 * len(values))(*values)
    cardinal = ctypes.c_uint32
    change = screen._xcb.xcb_change_property
    change.argtypes = (ctypes.c_void_p, ctypes.c_uint8, cardinal, cardinal, cardinal, ctypes.c_uint8, cardinal, ctypes.c_void_p)
    change(screen._connection, 0, window, screen._atom(name), 6, 32, len(values), ctypes.byref(data))


def test_it_tells_idle_time_the_saver_and_what_fills_the_screen(display):
    screen = XScreen(display)
    first = screen.look()
    assert first.idle is not None and first.locked is False
    put(screen, screen._root, "_NET_ACTIVE_WINDOW")
    assert screen.look().fullscreen is None, "without a window manager nobody says what is active"
    put(screen, screen._root, "_NET_ACTIVE_WINDOW", 0)
    assert screen.look().fullscreen is False
    put(screen, screen._root, "_NET_ACTIVE_WINDOW", screen._root)
    assert screen.look().fullscreen is False
    put(screen, screen._root, "_NET_WM_STATE", screen._atom("_NET_WM_STATE_ABOVE"), screen._atom("_NET_WM_STATE_FULLSCREEN"))
    assert screen.look().fullscreen is True
    screen.close()


def test_a_window_that_has_just_closed_is_no_fault(display):
    screen = XScreen(display)
    put(screen, screen._root, "_NET_ACTIVE_WINDOW", 0x7FFFFF)
    assert screen.look().fullscreen is False
    assert screen.look().idle is not None
    screen.close()


def test_idle_time_grows(display):
    screen = XScreen(display)
    before = screen.look().idle
    time.sleep(0.02)
    after = screen.look().idle
    assert before is not None and after is not None and after > before
    screen.close()


def test_a_server_that_has_gone_tells_nothing_and_raises_nothing(display, monkeypatch):
    screen = XScreen(display)
    monkeypatch.setattr(screen._xcb, "xcb_connection_has_error", lambda _: 1)
    assert screen.look() == Seen()


def test_without_a_server_there_is_a_fault_and_the_machine_gets_a_screen_that_knows_nothing():
    with pytest.raises(OSError, match="X server"):
        XScreen(":977")
    assert isinstance(screen_here({"DISPLAY": ":977"}, "linux"), UnknownScreen)
    assert isinstance(screen_here({}, "win32"), UnknownScreen)
    assert isinstance(screen_here({}, "darwin"), UnknownScreen)


def test_on_wayland_the_x_windows_are_not_taken_for_the_whole_screen(display):
    screen = screen_here({"DISPLAY": display, "WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert screen.look().idle is None


def test_a_microphone_somebody_listens_to_is_seen_and_none_is_not_known(tmp_path: Path):
    assert captured(tmp_path) is None
    device = tmp_path / "card0" / "pcm0c" / "sub0"
    device.mkdir(parents=True)
    (device / "status").write_text("closed\n")
    assert captured(tmp_path) is False
    (device / "status").write_text("state: RUNNING\nowner_pid   : 1\n")
    assert captured(tmp_path) is True
    assert WithMicrophone(UnknownScreen(), lambda: True).look() == Seen(call=True)
