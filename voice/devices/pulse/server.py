"""A line to the sound server that is asked on every frame, never waits, and comes back when the server does."""

from __future__ import annotations

import atexit
import functools
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from voice.devices.device import SoundDevice
from voice.devices.pulse import structures as s
from voice.devices.pulse.library import libpulse
from voice.devices.pulse.telling import device_of, text
from voice.devices.system import Presence

AGAIN: Final = 0.25
"""Seconds between two trials to reach a server that is not there."""

LOOK: Final = 2.0
"""Seconds after which devices are asked for though no event came: it shows whether the server answers at all."""

PATIENCE: Final = 1.0
"""Seconds without an answer after which the server hangs."""


class PulseServer:
    """Belongs to one thread, which polls it; libpulse runs a thread of its own beneath.

    `inputs` and `outputs` are as of the last answer; `serial` counts the changes of anything told here.
    """

    def __init__(self, name: bytes = b"Hearth", clock: Callable[[], float] = time.monotonic) -> None:
        self._lib: Any = libpulse()
        self._name, self._clock = name, clock
        self._loop: Any = None
        self.context: Any = None
        self.inputs: tuple[SoundDevice, ...] = ()
        self.outputs: tuple[SoundDevice, ...] = ()
        self.serial = 0
        self.pipewire = False
        """Whether it is PipeWire that answers."""
        self._ready = False
        self._known = False
        self._next = float("-inf")
        self._since = 0.0
        self._asked: float | None = None
        self._looked = 0.0
        self._stale = True
        self._found: dict[str, Any] = {}
        self._keep = (  # libpulse holds only their addresses
            s.EventCallback(self._changed), s.ServerCallback(self._told_server), s.InfoCallback(self._told_sink),
            s.InfoCallback(self._told_source),
        )  # fmt: skip

    @property
    def usable(self) -> bool:
        """Whether this system has the library at all."""
        return self._lib is not None

    @property
    def presence(self) -> Presence:
        """Whether a server answers."""
        now = self._clock()
        if self._ready and self._known and (self._asked is None or now - self._asked <= PATIENCE):
            return "ready"
        if self.context is None:
            return "absent"
        waited = now - (self._asked if self._asked is not None else self._since)
        return "hangs" if waited > PATIENCE else "opening"

    def poll(self) -> None:
        """Call often: takes up what changed. Never waits."""
        if self._lib is None:
            return
        now = self._clock()
        if self.context is None:
            if now >= self._next:
                self._connect(now)
            return
        with self.held():
            state = self._lib.pa_context_get_state(self.context)
        if state >= s.CONTEXT_FAILED:
            self._drop(now)
        elif state == s.READY:
            self._attend(now)

    def doubt(self) -> None:
        """Something that should come does not: ask now, so that a server that hangs is found out."""
        self._stale = True

    def settle(self, seconds: float) -> bool:
        """Poll until it is known whether a server is there and what it has, at most so long; whether it answers."""
        end = self._clock() + seconds
        self.poll()
        while (self.presence == "opening" or self._stale or self._asked is not None) and self._clock() < end:
            if self.context is None:
                break
            time.sleep(0.001)
            self.poll()
        return self.presence == "ready" and self._asked is None

    def close(self) -> None:
        """Let go of everything."""
        if self._loop is None:
            return
        if self.context is not None:
            self._drop(self._clock())
        self._lib.pa_threaded_mainloop_stop(self._loop)
        self._lib.pa_threaded_mainloop_free(self._loop)
        self._loop = None

    @contextmanager
    def held(self) -> Iterator[Any]:
        """The library, with its own thread kept still."""
        self._lib.pa_threaded_mainloop_lock(self._loop)
        try:
            yield self._lib
        finally:
            self._lib.pa_threaded_mainloop_unlock(self._loop)

    def end_stream(self, stream: Any) -> None:
        """Let go of one stream on this server's context, whatever became of it."""
        with self.held() as lib:
            if lib.pa_stream_get_state(stream) < s.STREAM_FAILED:
                lib.pa_stream_disconnect(stream)
            lib.pa_stream_unref(stream)

    # --- the line

    def _connect(self, now: float) -> None:
        if self._loop is None:
            self._loop = self._lib.pa_threaded_mainloop_new()
            self._lib.pa_threaded_mainloop_start(self._loop)
        self._next = now + AGAIN
        with self.held() as lib:
            context = lib.pa_context_new(lib.pa_threaded_mainloop_get_api(self._loop), self._name)
            if lib.pa_context_connect(context, None, s.NO_AUTOSPAWN, None) < 0:
                lib.pa_context_unref(context)
                return
        self.context, self._since = context, now

    def _drop(self, now: float) -> None:
        with self.held() as lib:
            lib.pa_context_set_subscribe_callback(self.context, s.EventCallback(), None)
            lib.pa_context_disconnect(self.context)
            lib.pa_context_unref(self.context)
            self._found = {}
        self.context, self._ready, self._known, self._asked = None, False, False, None
        self.inputs, self.outputs = (), ()
        self.serial += 1
        self._next = now + AGAIN

    def _attend(self, now: float) -> None:
        if not self._ready:
            self._ready, self._stale, self._asked = True, True, None
            with self.held() as lib:
                lib.pa_context_set_subscribe_callback(self.context, self._keep[0], None)
                self._let_go(lib.pa_context_subscribe(self.context, s.SINKS_SOURCES_SERVER, None, None))
        if self._asked is not None and "done" in self._found:
            self._take()
        if self._asked is None and (self._stale or now - self._looked > LOOK):
            self._ask(now)

    def _ask(self, now: float) -> None:
        self._stale, self._asked, self._looked = False, now, now
        with self.held() as lib:
            self._found = {"sinks": [], "sources": [], "default": ("", "")}
            _, server, sink, source = self._keep
            for asked in (
                lib.pa_context_get_server_info(self.context, server, None),
                lib.pa_context_get_sink_info_list(self.context, sink, None),
                lib.pa_context_get_source_info_list(self.context, source, None),
            ):
                self._let_go(asked)

    def _take(self) -> None:
        found, self._found, self._asked = self._found, {}, None
        sink, source = found["default"]
        self.pipewire = found.get("pipewire", False)
        inputs = tuple(device_of(told, source) for told in found["sources"])
        outputs = tuple(device_of(told, sink) for told in found["sinks"])
        if (inputs, outputs) != (self.inputs, self.outputs) or not self._known:
            self.inputs, self.outputs, self._known = inputs, outputs, True
            self.serial += 1

    def _let_go(self, operation: Any) -> None:
        if operation:
            self._lib.pa_operation_unref(operation)

    # --- told on the library's thread, which is kept still wherever these are read

    def _changed(self, context: Any, event: int, index: int, data: Any) -> None:
        self._stale = True

    def _told_server(self, context: Any, info: Any, data: Any) -> None:
        if info and self._found:
            told = info.contents
            self._found["pipewire"] = "PipeWire" in text(told.server_name)
            self._found["default"] = (text(told.default_sink_name), text(told.default_source_name))

    def _told_sink(self, context: Any, info: Any, end: int, data: Any) -> None:
        if info and self._found:
            self._found["sinks"].append(self._noted(info.contents, source=False))

    def _told_source(self, context: Any, info: Any, end: int, data: Any) -> None:
        if not self._found:
            return
        if info:
            self._found["sources"].append(self._noted(info.contents, source=True))
        if end:
            self._found["done"] = True

    def _noted(self, told: Any, source: bool) -> dict[str, Any]:
        """What is told lives only as long as the call."""
        keys = ("device.class", "device.form_factor", "device.bus")
        properties = {key: text(self._lib.pa_proplist_gets(told.proplist, key.encode())) for key in keys}
        port = told.active_port.contents if told.active_port else None
        if port is not None:
            properties["port"] = f"{text(port.name)} {text(port.description)}"
        volumes = told.volume.values[: told.volume.channels]
        return {
            "id": text(told.name),
            "name": text(told.description),
            "monitor": source and told.monitor != s.INVALID,
            "muted": bool(told.mute),
            "volume": max(volumes, default=s.FULL_VOLUME) / s.FULL_VOLUME,
            "plugged": port is None or port.available != s.PORT_NOT_AVAILABLE,
            "rate": int(told.sample_spec.rate),
            "properties": properties,
        }


def pulse_server() -> PulseServer:
    """That of this process, for the thread that first asks; another thread gets one of its own."""
    return _of_thread(threading.get_ident())


@functools.cache
def _of_thread(thread: int) -> PulseServer:
    server = PulseServer()
    atexit.register(server.close)
    return server
