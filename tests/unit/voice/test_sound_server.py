"""A sound server that went away is noticed before Qt is asked to use it."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path

import pytest

from voice.errors import InputFault, OutputFault
from voice.qt_singletons import hold_singletons
from voice.sound_server import SoundServer, server_process, socket_path


@pytest.mark.parametrize(
    ("server", "runtime", "path"),
    [
        ("unix:/run/x/pulse.sock", "/run/y", "/run/x/pulse.sock"),
        ("{abc}unix:/run/x/native tcp:host", "", "/run/x/native"),
        ("/run/x/native", "", "/run/x/native"),
        ("tcp:host:4713", "/run/y", None),
        ("", "/run/y", "/run/y/pulse/native"),
        ("", "", None),
    ],
)
def test_the_servers_place_is_read_as_its_clients_read_it(monkeypatch, server, runtime, path):
    monkeypatch.setenv("PULSE_SERVER", server)
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    assert socket_path() == (Path(path) if path else None)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the server's process is known on Linux only")
def test_a_server_that_stops_is_a_fault_and_one_that_stays_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", f"unix:{tmp_path / 's'}")
    watch = SoundServer()
    watch.check(OutputFault)  # nobody there yet: nothing to lose
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "s"))
        server.listen()
        assert server_process() == os.getpid()
        watch.check(OutputFault)
        watch.check(InputFault)
    with pytest.raises(OutputFault) as out:
        watch.check(OutputFault)
    with pytest.raises(InputFault) as heard:
        watch.check(InputFault)
    assert (out.value.kind, heard.value.kind) == ("audio-out-lost", "audio-in-lost")
    assert out.value.remedy


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="immortal from 3.12")
def test_singletons_are_held_against_calls_that_take_them():
    hold_singletons()
    assert min(sys.getrefcount(one) for one in (None, True, False)) > 1 << 39
