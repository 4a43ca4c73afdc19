"""Sound files: read any plain WAV (and the AIFF that macOS writes) into mono int16, write ours."""

from __future__ import annotations

import io
import struct
import wave
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from voice.errors import FileFault

Pcm = npt.NDArray[np.int16]

REMEDY: Final = "Give a WAV file: PCM of 8, 16, 24 or 32 bits, or 32-bit float."
PCM, FLOAT, EXTENSIBLE = 1, 3, 0xFFFE
LARGEST: Final = 2_000_000_000


def write_wav(path: Path, pcm: Pcm, rate: int) -> None:
    """Write mono int16. Raises `FileFault`."""
    try:
        path.write_bytes(wav_bytes(pcm, rate))
    except OSError as fault:
        raise FileFault(f"{path} cannot be written: {fault.strerror or fault}.", "Choose another place.") from fault


def wav_bytes(pcm: Pcm, rate: int) -> bytes:
    """Mono int16 as a WAV file is."""
    target = io.BytesIO()
    with wave.open(target, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.ascontiguousarray(pcm, dtype="<i2").tobytes())
    return target.getvalue()


def read_sound(path: Path) -> tuple[Pcm, int]:
    """A file's sound, channels mixed to one, and its rate. Raises `FileFault`."""
    try:
        if path.stat().st_size > LARGEST:
            raise FileFault(f"{path} is too large.", "Cut it into parts.")
        data = path.read_bytes()
    except OSError as fault:
        raise FileFault(f"{path} cannot be read: {fault.strerror or fault}.", REMEDY) from fault
    try:
        return decoded(data)
    except FileFault as fault:
        raise FileFault(f"{path}: {fault.message}", fault.remedy) from fault


def decoded(data: bytes) -> tuple[Pcm, int]:
    """The sound in a file's bytes, channels mixed to one, and its rate. Raises `FileFault`."""
    try:
        if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
            return from_wav(chunks(data, "<"))
        if data[:4] == b"FORM" and data[8:12] in (b"AIFF", b"AIFC"):
            return from_aiff(chunks(data, ">"))
    except (KeyError, struct.error) as cut:
        raise FileFault("The sound file is cut short.", REMEDY) from cut
    raise FileFault("This is no WAV file.", REMEDY)


def frame_bytes(data: bytes) -> int:
    """Bytes of one sample of all channels in a WAV file; 2 where it is none."""
    form = chunks(data, "<").get(b"fmt ", b"") if data[:4] == b"RIFF" else b""
    return max(1, int.from_bytes(form[12:14], "little")) if len(form) >= 14 else 2


def chunks(data: bytes, order: str) -> dict[bytes, bytes]:
    """The chunks of a RIFF or IFF file by name, the first of each. A last one that is cut gives what is there."""
    found: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack(order + "I", data[at + 4 : at + 8])[0]
        found.setdefault(name, data[at + 8 : at + 8 + size])
        at += 8 + size + size % 2
    return found


def from_wav(parts: dict[bytes, bytes]) -> tuple[Pcm, int]:
    """WAVE: little endian; 8 bits unsigned."""
    form, channels, rate, _, _, bits = struct.unpack("<HHIIHH", parts[b"fmt "][:16])
    if form == EXTENSIBLE:
        form = struct.unpack("<H", parts[b"fmt "][24:26])[0]
    if form == FLOAT and bits in (32, 64):
        samples = np.frombuffer(whole(parts[b"data"], bits // 8), f"<f{bits // 8}").astype(np.float64) * 32768.0
        return mixed(np.nan_to_num(samples, posinf=0.0, neginf=0.0), channels), checked(rate)
    if form != PCM or bits not in (8, 16, 24, 32):
        raise FileFault("The sound in it is compressed or of an unknown kind.", REMEDY)
    if bits == 8:
        return mixed((np.frombuffer(parts[b"data"], np.uint8).astype(np.float64) - 128) * 256, channels), checked(rate)
    return mixed(integers(parts[b"data"], bits // 8, "<"), channels), checked(rate)


def from_aiff(parts: dict[bytes, bytes]) -> tuple[Pcm, int]:
    """AIFF: big endian, unless its AIFC kind says ``sowt``; the rate is an 80-bit float."""
    common = parts[b"COMM"]
    channels, _, bits = struct.unpack(">hIh", common[:8])
    exponent, mantissa = struct.unpack(">HQ", common[8:18])
    rate = int(mantissa * 2.0 ** (exponent - 16383 - 63))
    kind = common[18:22] or b"NONE"
    if kind not in (b"NONE", b"twos", b"sowt") or bits not in (8, 16, 24, 32):
        raise FileFault("The sound in it is compressed or of an unknown kind.", REMEDY)
    return mixed(integers(parts[b"SSND"][8:], bits // 8, "<" if kind == b"sowt" else ">"), channels), checked(rate)


def integers(data: bytes, width: int, order: str) -> npt.NDArray[np.float64]:
    """Signed integers of `width` bytes, on the scale of int16."""
    rows = np.frombuffer(whole(data, width), np.uint8).reshape(-1, width)
    if order == ">":
        rows = rows[:, ::-1]
    full = np.zeros((len(rows), 4), np.uint8)
    full[:, 4 - width :] = rows
    values: npt.NDArray[np.float64] = full.view("<i4")[:, 0].astype(np.float64) / 65536.0
    return values


def whole(data: bytes, width: int) -> bytes:
    """Only whole samples."""
    return data[: len(data) // width * width]


def mixed(samples: npt.NDArray[np.float64], channels: int) -> Pcm:
    """The mean of all channels."""
    if channels < 1 or channels > 64:
        raise FileFault("The sound file has an impossible number of channels.", REMEDY)
    frames = samples[: len(samples) // channels * channels].reshape(-1, channels).mean(axis=1)
    pcm: Pcm = np.clip(np.rint(frames), -32768, 32767).astype(np.int16)
    return pcm


def checked(rate: int) -> int:
    """A rate that can be true."""
    if not 4000 <= rate <= 768_000:
        raise FileFault(f"A rate of {rate} samples a second is not possible.", REMEDY)
    return rate
