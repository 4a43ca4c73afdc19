"""What libpulse tells, laid out as in its headers (pulse/introspect.h, sample.h, channelmap.h, volume.h, def.h of 16.1).

The library only ever appends to these, so the fields read here are where they are in every version since 2.0.
"""

from __future__ import annotations

import ctypes
from typing import Final

CHANNELS_MAX: Final = 32

READY: Final = 4
CONTEXT_FAILED: Final = 5
"""pa_context_state: from here on it has ended."""
STREAM_READY, STREAM_FAILED = 2, 3

NO_AUTOSPAWN: Final = 1
SINKS_SOURCES_SERVER: Final = 0x0001 | 0x0002 | 0x0080 | 0x0200
"""pa_subscription_mask: sinks, sources, the server, cards."""

S16LE: Final = 3
INVALID: Final = 0xFFFFFFFF
FULL_VOLUME: Final = 0x10000
PORT_NOT_AVAILABLE: Final = 1

AUTO_TIMING_UPDATE, DONT_MOVE, ADJUST_LATENCY, EARLY_REQUESTS = 0x0008, 0x0200, 0x2000, 0x4000
"""pa_stream_flags."""


class SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class ChannelMap(ctypes.Structure):
    _fields_ = (("channels", ctypes.c_uint8), ("map", ctypes.c_int * CHANNELS_MAX))


class Volumes(ctypes.Structure):
    _fields_ = (("channels", ctypes.c_uint8), ("values", ctypes.c_uint32 * CHANNELS_MAX))


class Port(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_char_p), ("description", ctypes.c_char_p), ("priority", ctypes.c_uint32), ("available", ctypes.c_int),
    )  # fmt: skip


class DeviceInfo(ctypes.Structure):
    """pa_sink_info and pa_source_info, which are alike: `monitor` is the other one's index."""

    _fields_ = (
        ("name", ctypes.c_char_p),
        ("index", ctypes.c_uint32),
        ("description", ctypes.c_char_p),
        ("sample_spec", SampleSpec),
        ("channel_map", ChannelMap),
        ("owner_module", ctypes.c_uint32),
        ("volume", Volumes),
        ("mute", ctypes.c_int),
        ("monitor", ctypes.c_uint32),
        ("monitor_name", ctypes.c_char_p),
        ("latency", ctypes.c_uint64),
        ("driver", ctypes.c_char_p),
        ("flags", ctypes.c_int),
        ("proplist", ctypes.c_void_p),
        ("configured_latency", ctypes.c_uint64),
        ("base_volume", ctypes.c_uint32),
        ("state", ctypes.c_int),
        ("n_volume_steps", ctypes.c_uint32),
        ("card", ctypes.c_uint32),
        ("n_ports", ctypes.c_uint32),
        ("ports", ctypes.c_void_p),
        ("active_port", ctypes.POINTER(Port)),
    )


class ServerInfo(ctypes.Structure):
    _fields_ = (
        ("user_name", ctypes.c_char_p),
        ("host_name", ctypes.c_char_p),
        ("server_version", ctypes.c_char_p),
        ("server_name", ctypes.c_char_p),
        ("sample_spec", SampleSpec),
        ("default_sink_name", ctypes.c_char_p),
        ("default_source_name", ctypes.c_char_p),
    )


class BufferAttributes(ctypes.Structure):
    """pa_buffer_attr, in bytes; `INVALID` leaves it to the server."""

    _fields_ = (
        ("maxlength", ctypes.c_uint32), ("tlength", ctypes.c_uint32), ("prebuf", ctypes.c_uint32),
        ("minreq", ctypes.c_uint32), ("fragsize", ctypes.c_uint32),
    )  # fmt: skip


class TimeValue(ctypes.Structure):
    _fields_ = (("seconds", ctypes.c_long), ("microseconds", ctypes.c_long))


class TimingInfo(ctypes.Structure):
    """pa_timing_info: the server's last word on where a stream is."""

    _fields_ = (
        ("timestamp", TimeValue), ("synchronized_clocks", ctypes.c_int), ("sink_usec", ctypes.c_uint64),
        ("source_usec", ctypes.c_uint64), ("transport_usec", ctypes.c_uint64), ("playing", ctypes.c_int),
    )  # fmt: skip


InfoCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(DeviceInfo), ctypes.c_int, ctypes.c_void_p)
ServerCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(ServerInfo), ctypes.c_void_p)
EventCallback = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p)
