"""The X server by its own library: idle time from the screen saver extension, the active window's state from its hints.

libxcb reports errors with the answer they belong to. Xlib would end the process for a window that has just closed.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any, Final

from desktop.initiative.screen.seen import Seen

ATOM_ANY: Final = 0
SAVER_ON: Final = 1
QUERY_INFO: Final = 1
CHECKED: Final = 1
"""An error comes back with the answer."""
LONGEST: Final = 64
"""Atoms of a window's state that are read."""


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("global_id", ctypes.c_int))


class _Request(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_size_t), ("extension", ctypes.POINTER(_Extension)), ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )  # fmt: skip


class _Vector(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _Query(ctypes.Structure):
    _fields_ = (
        ("major", ctypes.c_uint8), ("minor", ctypes.c_uint8), ("length", ctypes.c_uint16), ("drawable", ctypes.c_uint32),
    )  # fmt: skip


class _Told(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_uint8), ("pad", ctypes.c_uint8), ("sequence", ctypes.c_uint16), ("length", ctypes.c_uint32),
        ("present", ctypes.c_uint8),
    )  # fmt: skip


class _Iterator(ctypes.Structure):
    _fields_ = (("data", ctypes.c_void_p), ("rem", ctypes.c_int), ("index", ctypes.c_int))


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Atom(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_uint8), ("pad", ctypes.c_uint8), ("sequence", ctypes.c_uint16), ("length", ctypes.c_uint32),
        ("atom", ctypes.c_uint32),
    )  # fmt: skip


class _Property(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_uint8), ("format", ctypes.c_uint8), ("sequence", ctypes.c_uint16), ("length", ctypes.c_uint32),
        ("kind", ctypes.c_uint32), ("bytes_after", ctypes.c_uint32), ("value_len", ctypes.c_uint32),
        ("pad", ctypes.c_uint8 * 12),
    )  # fmt: skip


class _Idle(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_uint8), ("state", ctypes.c_uint8), ("sequence", ctypes.c_uint16), ("length", ctypes.c_uint32),
        ("window", ctypes.c_uint32), ("until", ctypes.c_uint32), ("since_input", ctypes.c_uint32),
        ("mask", ctypes.c_uint32), ("kind", ctypes.c_uint8), ("pad", ctypes.c_uint8 * 7),
    )  # fmt: skip


class XScreen:
    """One connection of its own to the X server. OSError where there is no library or no server."""

    def __init__(self, display: str | None = None) -> None:
        self._xcb = _library("xcb", "libxcb.so.1")
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (ctypes.c_void_p,)
        _declare(self._xcb)
        self._connection = self._xcb.xcb_connect(display.encode() if display else None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            self._xcb.xcb_disconnect(self._connection)
            raise OSError("no X server answers")
        first = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(self._connection)).data
        self._root = int(ctypes.cast(first, ctypes.POINTER(ctypes.c_uint32))[0])
        self._atoms: dict[str, int] = {}
        self._saver = _Extension(b"MIT-SCREEN-SAVER", 0)
        told = self._xcb.xcb_get_extension_data(self._connection, ctypes.byref(self._saver))
        self._has_saver = bool(told) and told.contents.present != 0

    def look(self) -> Seen:
        """Idle time, screen saver, and whether the active window fills the screen."""
        if self._xcb.xcb_connection_has_error(self._connection):
            return Seen()
        idle, saver = self._idle()
        return Seen(idle=idle, fullscreen=self._fullscreen(), locked=saver)

    def close(self) -> None:
        """Let go of the connection."""
        self._xcb.xcb_disconnect(self._connection)

    def _idle(self) -> tuple[float | None, bool | None]:
        """Seconds since the last input, and whether the screen saver is on.

        The library for this extension is missing on many systems, so its one request is put together here, as that does:
        the two vectors before the request are room that libxcb asks for.
        """
        if not self._has_saver:
            # A request to an extension that is not there ends the connection.
            return None, None
        query = _Query(drawable=self._root)
        vectors = (_Vector * 4)()
        vectors[2] = _Vector(ctypes.cast(ctypes.byref(query), ctypes.c_void_p), ctypes.sizeof(query))
        first = ctypes.byref(vectors, 2 * ctypes.sizeof(_Vector))
        request = _Request(2, ctypes.pointer(self._saver), QUERY_INFO, 0)
        sequence = self._xcb.xcb_send_request(self._connection, CHECKED, first, request)
        fault = ctypes.c_void_p()
        answer = self._xcb.xcb_wait_for_reply(self._connection, sequence, ctypes.byref(fault)) if sequence else None
        self._free(fault)
        if not answer:
            return None, None
        told = (answer.contents.since_input / 1000.0, answer.contents.state == SAVER_ON)
        self._free(ctypes.cast(answer, ctypes.c_void_p))
        return told

    def _fullscreen(self) -> bool | None:
        """None where no window manager says which window is active."""
        active = self._values(self._root, "_NET_ACTIVE_WINDOW")
        if active is None or not active:
            return None
        if active[0] == 0:
            return False
        state = self._values(active[0], "_NET_WM_STATE")
        return state is not None and self._atom("_NET_WM_STATE_FULLSCREEN") in state

    def _values(self, window: int, name: str) -> tuple[int, ...] | None:
        """A property of 32-bit values; None where the window has none."""
        cookie = self._xcb.xcb_get_property(
            self._connection, 0, window, self._atom(name), ATOM_ANY, 0, LONGEST
        )
        answer = self._xcb.xcb_get_property_reply(self._connection, cookie, None)
        if not answer:
            return None
        found: tuple[int, ...] | None = None
        if answer.contents.format == 32:
            count = self._xcb.xcb_get_property_value_length(answer) // 4
            values = ctypes.cast(self._xcb.xcb_get_property_value(answer), ctypes.POINTER(ctypes.c_uint32))
            found = tuple(int(values[at]) for at in range(count))
        self._free(ctypes.cast(answer, ctypes.c_void_p))
        return found

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            cookie = self._xcb.xcb_intern_atom(self._connection, 0, len(name), name.encode())
            answer = self._xcb.xcb_intern_atom_reply(self._connection, cookie, None)
            self._atoms[name] = int(answer.contents.atom) if answer else 0
            if answer:
                self._free(ctypes.cast(answer, ctypes.c_void_p))
        return self._atoms[name]


def _library(name: str, file: str) -> Any:
    return ctypes.CDLL(ctypes.util.find_library(name) or file)


def _declare(xcb: Any) -> None:
    pointer, cardinal = ctypes.c_void_p, ctypes.c_uint32
    for name, result, takes in (
        ("xcb_connect", pointer, (ctypes.c_char_p, pointer)),
        ("xcb_connection_has_error", ctypes.c_int, (pointer,)),
        ("xcb_disconnect", None, (pointer,)),
        ("xcb_get_setup", pointer, (pointer,)),
        ("xcb_setup_roots_iterator", _Iterator, (pointer,)),
        ("xcb_get_extension_data", ctypes.POINTER(_Told), (pointer, ctypes.POINTER(_Extension))),
        ("xcb_send_request", ctypes.c_uint, (pointer, ctypes.c_int, pointer, ctypes.POINTER(_Request))),
        ("xcb_wait_for_reply", ctypes.POINTER(_Idle), (pointer, ctypes.c_uint, pointer)),
        ("xcb_intern_atom", _Cookie, (pointer, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_char_p)),
        ("xcb_intern_atom_reply", ctypes.POINTER(_Atom), (pointer, _Cookie, pointer)),
        ("xcb_get_property", _Cookie, (pointer, ctypes.c_uint8, cardinal, cardinal, cardinal, cardinal, cardinal)),
        ("xcb_get_property_reply", ctypes.POINTER(_Property), (pointer, _Cookie, pointer)),
        ("xcb_get_property_value", pointer, (ctypes.POINTER(_Property),)),
        ("xcb_get_property_value_length", ctypes.c_int, (ctypes.POINTER(_Property),)),
    ):
        function = getattr(xcb, name)
        function.restype, function.argtypes = result, takes

