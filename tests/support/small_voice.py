"""A tiny voice of our own that sherpa-onnx takes for one of Piper's: a formant synthesiser written as a graph in ONNX.

Each sound has a length, the strengths of the harmonics that its formants leave of a buzz, and a share of noise. The graph
stretches them over time, smooths them, and sums sines; two speakers differ in pitch. No recording and no training is in it.
"""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import numpy as np

from tests.support import onnx_graph
from tests.support.onnx_graph import node
from tests.support.small_onnx import FLOAT, INT64

NAME = "vits-piper-en_US-hearth-low"
RATE = 16000
FRAME = 160
HARMONICS = 26
PITCHES = (205.0, 112.0)
"""Hertz of the woman and of the man."""

VOWELS = {
    "i": (310, 2790), "ɪ": (430, 2480), "e": (480, 2400), "ɛ": (610, 2330), "æ": (860, 2050), "a": (850, 1500), "ɑ": (850, 1220),
    "ɔ": (590, 920), "o": (500, 900), "ʊ": (470, 1160), "u": (370, 950), "ʌ": (760, 1400), "ə": (550, 1650), "ɜ": (500, 1640),
    "ɐ": (700, 1500), "ᵻ": (420, 2300), "ɚ": (500, 1400),
}  # fmt: skip
GLIDES = {"ɹ": (400, 1300), "l": (400, 1100), "w": (300, 700), "j": (280, 2600)}
NASALS = {"m": (250, 1000), "n": (250, 1600), "ŋ": (250, 2000)}
HISSES = {"s": 0.16, "ʃ": 0.2, "f": 0.07, "θ": 0.06, "h": 0.08, "x": 0.1, "z": 0.1, "ʒ": 0.12, "v": 0.04, "ð": 0.03}
BUZZING = "zʒvð"
STOPS = {"p": 0.0, "t": 0.05, "k": 0.04, "b": 0.0, "d": 0.02, "ɡ": 0.02, "ɾ": 0.01, "ʔ": 0.0}
FRAMES = {"_": 0.0, "^": 3.0, "$": 8.0, " ": 2.0, ",": 16.0, ".": 20.0, "!": 20.0, "?": 20.0, ";": 16.0, ":": 16.0, "ː": 5.0}
"""How long signs last that are no sound, in hundredths of a second; the length mark goes on with a neutral vowel."""

SILENT = "ˈˌ'-\u0303\u0329\u031e\u0306\u0320\u1d5d"
TOKENS = [*FRAMES, *VOWELS, *GLIDES, *NASALS, *HISSES, *STOPS, *SILENT]


def frames_of(sign: str) -> float:
    """How long a sign sounds at normal speed."""
    lengths = ((VOWELS, 9.0), (GLIDES, 6.0), (NASALS, 7.0), (HISSES, 9.0), (STOPS, 6.0))
    return FRAMES.get(sign) or next((length for kind, length in lengths if sign in kind), 0.0)


def strengths(sign: str, pitch: float) -> np.ndarray:
    """How strong each harmonic of `pitch` is while a sign sounds."""
    tones = np.arange(1, HARMONICS + 1) * pitch
    poles = VOWELS.get(sign) or GLIDES.get(sign) or NASALS.get(sign) or (VOWELS["ə"] if sign in "ː" + BUZZING else None)
    if poles is None:
        return np.zeros(HARMONICS) if sign not in "bdɡɾ" else np.where(tones < 300, 0.06, 0.0)
    loud = 0.3 if sign in NASALS or sign in BUZZING else 0.7 if sign in GLIDES else 1.0
    first, second = poles
    shape = 1 / (1 + ((tones - first) / 90) ** 2) + 0.5 / (1 + ((tones - second) / 140) ** 2) + 0.04 / (1 + tones / 900)
    return loud * 0.3 * shape


def tables(loud: float) -> dict[str, np.ndarray]:
    """All the numbers of the voice, `loud` times as loud as it should be."""
    floats = {
        "lengths": np.array([frames_of(sign) for sign in TOKENS]),
        "harmonics": np.array([[strengths(sign, pitch) for sign in TOKENS] for pitch in PITCHES]) * loud,
        "hiss": np.array([[HISSES.get(sign, STOPS.get(sign, 0.0))] for sign in TOKENS]) * loud,
        "pitches": np.array(PITCHES) * 2 * np.pi / RATE,
        "counting": np.arange(1, HARMONICS + 1).reshape(1, HARMONICS, 1), "stretch": np.array([1, 1, FRAME]),
        "begin": np.array(0.0), "step": np.array(1.0), "high": np.array(1.1), "fall": np.array(-0.25), "tiny": np.array(1e-3),
    }  # fmt: skip
    whole = {"first": 0, "second": 1, "third": 2, "last": -1, "axis0": [0], "axis1": [1], "flat": [1, 1, -1]}
    whole |= {"woman": [0], "from0": [0], "to": [HARMONICS], "beyond": [HARMONICS + 1]}
    numbers = {name: np.asarray(data, np.float32) for name, data in floats.items()}
    return numbers | {name: np.asarray(data, np.int64) for name, data in whole.items()}


def spread() -> list[bytes]:
    """From ``ids``, ``slow`` and ``sid`` to the strengths and the breath of every frame; ``end`` is how many there are."""
    return [
        node("Gather", ["lengths", "ids"], "plain"), node("Mul", ["plain", "slow"], "long"),
        node("CumSum", ["long", "first"], "ends"), node("Gather", ["ends", "last"], "end"),
        node("Range", ["begin", "end", "step"], "frames"),
        node("Unsqueeze", ["ends", "axis1"], "columns"), node("LessOrEqual", ["columns", "frames"], "past"),
        node("Cast", ["past"], "counted", to=INT64), node("ReduceSum", ["counted", "axis0"], "place", keepdims=0),
        node("Gather", ["ids", "place"], "sounds"),
        node("Gather", ["harmonics", "sid"], "speaker"), node("Squeeze", ["speaker", "axis0"], "person"),
        node("Gather", ["person", "sounds"], "rows"), node("Transpose", ["rows"], "turned", perm=[1, 0]),
        node("Unsqueeze", ["turned", "axis0"], "strong"),
        node("AveragePool", ["strong"], "smooth", kernel_shape=[5], pads=[2, 2]),
        node("Gather", ["hiss", "sounds"], "breaths"), node("Reshape", ["breaths", "flat"], "breath"),
    ]  # fmt: skip


def sounded(output: str) -> list[bytes]:
    """From ``smooth``, ``breath``, ``end`` and ``sid`` to a sound: sines of a falling pitch, and noise."""
    return [
        node("Range", ["begin", "end", "step"], "time"), node("Resize", ["smooth", "", "stretch"], "loudness", mode="linear"),
        node("Resize", ["breath", "", "stretch"], "blown", mode="linear"),
        node("RandomUniformLike", ["blown"], "noise", low=-1.0, high=1.0, seed=1.0), node("Mul", ["blown", "noise"], "hissing"),
        node("Add", ["end", "tiny"], "safe"), node("Div", ["time", "safe"], "share"), node("Mul", ["share", "fall"], "falling"),
        node("Add", ["falling", "high"], "contour"), node("Gather", ["pitches", "sid"], "pitch"),
        node("Mul", ["contour", "pitch"], "melody"),
        node("Reshape", ["melody", "flat"], "tune"), node("Resize", ["tune", "", "stretch"], "advance", mode="linear"),
        node("CumSum", ["advance", "third"], "phase"), node("Mul", ["phase", "counting"], "angles"),
        node("Sin", ["angles"], "sines"),
        node("Mul", ["sines", "loudness"], "tones"), node("ReduceSum", ["tones", "axis1"], "voice", keepdims=1),
        node("Add", ["voice", "hissing"], output),
    ]  # fmt: skip


def notes(**changed: str) -> dict[str, str]:
    """What the model tells of itself."""
    told = {
        "model_type": "vits", "comment": "piper", "language": "English", "voice": "en-us", "has_espeak": "1",
        "n_speakers": str(len(PITCHES)), "sample_rate": str(RATE), "speaker_names": "af_wool,am_ember",
    }  # fmt: skip
    return told | changed


def model(*, loud: float = 1.0, **changed: str) -> bytes:
    """The voice as Piper's; `changed` replaces notes."""
    first = [node("Squeeze", ["input", "axis0"], "ids"), node("Gather", ["scales", "second"], "slow")]
    inputs = {"input": (INT64, ("one", "length")), "input_lengths": (INT64, ("one",)), "scales": (FLOAT, (3,))}
    inputs |= {"sid": (INT64, ("one",))}
    return onnx_graph.model([*first, *spread(), *sounded("output")], tables(loud), inputs, "output", notes(**changed))


def tokens() -> str:
    """The list of sounds."""
    return "".join(f"{sign} {number}\n" for number, sign in enumerate(TOKENS))


def pack_files(name: str = NAME, **changed: str) -> dict[str, bytes]:
    """The files of the pack, by their path in its archive."""
    card = "# Model card for hearth (low)\n\n* Language: en_US\n* License: public domain\n"
    short = name.removeprefix("vits-piper-")
    return {
        f"{name}/{short}.onnx": model(**changed),
        f"{name}/{short}.onnx.json": json.dumps({"audio": {"sample_rate": RATE}}).encode(),
        f"{name}/tokens.txt": tokens().encode(),
        f"{name}/MODEL_CARD": card.encode(),
    }


def packed(files: dict[str, bytes], packing: str = "bz2") -> bytes:
    """A packed tar of files."""
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode=f"w:{packing}") as tar:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return into.getvalue()


def write_pack(folder: Path, name: str = NAME, **changed: str) -> Path:
    """The pack as it lies installed in `folder`."""
    for path, data in pack_files(name, **changed).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / name
