"""libpulse through ctypes: the functions used here, with their types."""

from __future__ import annotations

import ctypes
import functools
import sys
from typing import Final

from voice.devices.pulse import structures as s

NAME: Final = "libpulse.so.0"

_pointer, _text, _int = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
_size, _data = ctypes.c_size_t, ctypes.c_void_p

FUNCTIONS: Final[dict[str, tuple[object, tuple[object, ...]]]] = {
    "threaded_mainloop_new": (_pointer, ()),
    "threaded_mainloop_start": (_int, (_pointer,)),
    "threaded_mainloop_stop": (None, (_pointer,)),
    "threaded_mainloop_free": (None, (_pointer,)),
    "threaded_mainloop_lock": (None, (_pointer,)),
    "threaded_mainloop_unlock": (None, (_pointer,)),
    "threaded_mainloop_get_api": (_pointer, (_pointer,)),
    "context_new": (_pointer, (_pointer, _text)),
    "context_connect": (_int, (_pointer, _text, _int, _pointer)),
    "context_get_state": (_int, (_pointer,)),
    "context_disconnect": (None, (_pointer,)),
    "context_unref": (None, (_pointer,)),
    "context_set_subscribe_callback": (None, (_pointer, s.EventCallback, _pointer)),
    "context_subscribe": (_pointer, (_pointer, _int, _pointer, _pointer)),
    "context_get_server_info": (_pointer, (_pointer, s.ServerCallback, _pointer)),
    "context_get_sink_info_list": (_pointer, (_pointer, s.InfoCallback, _pointer)),
    "context_get_source_info_list": (_pointer, (_pointer, s.InfoCallback, _pointer)),
    "operation_unref": (None, (_pointer,)),
    "proplist_gets": (_text, (_pointer, _text)),
    "stream_new": (_pointer, (_pointer, _text, ctypes.POINTER(s.SampleSpec), _pointer)),
    "stream_unref": (None, (_pointer,)),
    "stream_get_state": (_int, (_pointer,)),
    "stream_disconnect": (_int, (_pointer,)),
    "stream_connect_record": (_int, (_pointer, _text, ctypes.POINTER(s.BufferAttributes), _int)),
    "stream_peek": (_int, (_pointer, ctypes.POINTER(_data), ctypes.POINTER(_size))),
    "stream_drop": (_int, (_pointer,)),
    "stream_connect_playback": (_int, (_pointer, _text, ctypes.POINTER(s.BufferAttributes), _int, _pointer, _pointer)),
    "stream_writable_size": (_size, (_pointer,)),
    "stream_write": (_int, (_pointer, _text, _size, _pointer, ctypes.c_int64, _int)),
    "stream_get_timing_info": (ctypes.POINTER(s.TimingInfo), (_pointer,)),
    "stream_get_buffer_attr": (ctypes.POINTER(s.BufferAttributes), (_pointer,)),
}


@functools.cache
def libpulse() -> ctypes.CDLL | None:
    """The library with every function above typed, or None where this system has none."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found = ctypes.CDLL(NAME)
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(found, f"pa_{name}")
            function.restype, function.argtypes = result, arguments
    except (OSError, AttributeError):
        # None, or one too old: Qt's own way is taken.
        return None
    return found
