"""Sound files and rates."""

from __future__ import annotations

import itertools
import struct
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.errors import FileFault
from voice.resample import Resampler, resampled
from voice.sound_file import decoded, read_sound, write_wav

TONE = np.round(12000 * np.sin(2 * np.pi * 440 * np.arange(2000) / 16000)).astype(np.int16)


def wav(form: int, bits: int, channels: int, data: bytes, rate: int = 16000) -> bytes:
    block = channels * bits // 8
    head = struct.pack("<HHIIHH", form, channels, rate, rate * block, block, bits)
    body = b"WAVE" + b"fmt " + struct.pack("<I", 16) + head + b"data" + struct.pack("<I", len(data)) + data
    return b"RIFF" + struct.pack("<I", len(body)) + body


def packed(bits: int) -> bytes:
    wide = TONE.astype(np.int64)
    if bits == 8:
        return ((wide >> 8) + 128).astype(np.uint8).tobytes()
    return b"".join((int(value) << (bits - 16)).to_bytes(bits // 8, "little", signed=True) for value in wide)


@pytest.mark.parametrize("bits", [8, 16, 24, 32])
def test_whole_numbers_of_any_width_are_read(bits):
    pcm, rate = decoded(wav(1, bits, 1, packed(bits)))
    assert rate == 16000
    assert np.abs(pcm.astype(int) - TONE).max() <= (256 if bits == 8 else 1)


def test_floats_are_read_and_nonsense_in_them_is_silence():
    data = (TONE / 32768).astype("<f4")
    data[5] = np.nan
    pcm, _ = decoded(wav(3, 32, 1, data.tobytes()))
    assert pcm[5] == 0 and np.abs(np.delete(pcm.astype(int) - TONE, 5)).max() <= 1


def test_channels_are_mixed():
    both = np.stack((TONE, np.zeros_like(TONE)), axis=1)
    pcm, _ = decoded(wav(1, 16, 2, both.tobytes()))
    assert np.abs(pcm.astype(int) - TONE // 2).max() <= 1


def test_what_was_written_is_read_back(tmp_path):
    write_wav(tmp_path / "声 音.wav", TONE, 22050)
    pcm, rate = read_sound(tmp_path / "声 音.wav")
    assert rate == 22050 and np.array_equal(pcm, TONE)
    with wave.open(str(tmp_path / "声 音.wav")) as file:
        assert file.getparams()[:3] == (1, 2, 22050)


@pytest.mark.parametrize(
    "data",
    [b"", b"RIFF", b"hello, this is text", wav(1, 16, 1, b"")[:20], wav(7, 8, 1, b"abc"), wav(1, 16, 0, b"abcd"),
     wav(1, 16, 1, b"abcd", rate=3), wav(1, 12, 1, b"abcd")],
    ids=["empty", "four bytes", "text", "cut", "mu-law", "no channels", "no rate", "12 bits"],
)  # fmt: skip
def test_anything_else_is_a_fault_in_words(data, tmp_path):
    file = tmp_path / "x.wav"
    file.write_bytes(data)
    with pytest.raises(FileFault, match=r"x\.wav"):
        read_sound(file)


@given(st.binary(max_size=300))
def test_no_bytes_at_all_bring_anything_but_sound_or_a_fault(noise):
    for data in (noise, wav(1, 16, 1, b"")[:36] + noise, b"FORM1234AIFF" + noise):
        try:
            pcm, rate = decoded(data)
        except FileFault:
            continue
        assert pcm.dtype == np.int16 and rate >= 4000


def test_a_missing_file_and_an_unwritable_place_are_named(tmp_path):
    with pytest.raises(FileFault, match="nowhere"):
        read_sound(tmp_path / "nowhere.wav")
    with pytest.raises(FileFault, match="cannot be written"):
        write_wav(tmp_path / "no" / "folder.wav", TONE, 16000)


@pytest.mark.parametrize(("rate", "wanted"), [(22050, 16000), (48000, 16000), (8000, 16000), (44100, 48000)])
def test_a_tone_keeps_its_pitch_and_level_at_another_rate(rate, wanted):
    tone = (8000 * np.sin(2 * np.pi * 700 * np.arange(rate) / rate)).astype(np.int16)
    out = resampled(tone, rate, wanted)
    ideal = 8000 * np.sin(2 * np.pi * 700 * np.arange(len(out)) / wanted)
    assert len(out) == wanted
    assert np.abs(out - ideal)[100:-100].max() < 8


def test_what_cannot_be_heard_at_the_new_rate_does_not_come_back_as_noise():
    tone = (8000 * np.sin(2 * np.pi * 9500 * np.arange(48000) / 48000)).astype(np.int16)
    assert np.abs(resampled(tone, 48000, 16000)[100:-100].astype(int)).max() < 20


@given(st.lists(st.integers(1, 700), min_size=1, max_size=12), st.sampled_from([8000, 22050, 44100, 48000]))
def test_pieces_of_any_length_sound_as_the_whole_does(lengths, rate):
    noise = np.random.default_rng(7).integers(-9000, 9000, sum(lengths)).astype(np.int16)
    stream = Resampler(rate, 16000)
    edges = np.cumsum([0, *lengths])
    pieces = [stream.feed(noise[a:b]) for a, b in itertools.pairwise(edges)]
    together = np.concatenate(pieces)
    assert np.array_equal(together, Resampler(rate, 16000).feed(noise)[: len(together)])
