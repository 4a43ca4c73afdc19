"""The small voice as the families Kokoro and Matcha pack theirs, with a lexicon for Chinese."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.support import onnx_graph
from tests.support.onnx_graph import node
from tests.support.small_onnx import FLOAT, INT64
from tests.support.small_voice import PITCHES, TOKENS, notes, sounded, spread, tables, tokens

KOKORO = "kokoro-multi-lang-v1_0"
MATCHA = "matcha-icefall-zh-baker"
VOCODER = "vocos-22khz-univ.onnx"
ROWS, WIDTH = 510, 4
"""Of a style: one for each length of a sentence, and its numbers, of which the first is the speaker's."""

SYLLABLES = {"早": "tsɑu", "上": "ʃɑŋ", "好": "hɑu", "朋": "pəŋ", "友": "jou", "你": "ni", "世": "ʃi", "界": "kjɛ"}
MORE = "ʲɯɴɕʦʨʥɸβçɲɨAOIWYTᵊʤʧQ"
"""Signs of Kokoro's that the small voice knows but is silent at."""


def lexicon() -> str:
    """Chinese as far as the tests speak it."""
    return "".join(f"{word} {' '.join(sounds)}\n" for word, sounds in SYLLABLES.items())


def kokoro() -> bytes:
    """The voice as Kokoro's: the speaker is a row of numbers, the pace a speed."""
    first = [
        node("Squeeze", ["tokens", "axis0"], "all"), node("Min", ["all", "highest"], "ids"),
        node("Reciprocal", ["speed"], "slow"), node("Gather", ["style", "first"], "row", axis=1),
        node("Cast", ["row"], "sid", to=INT64),
    ]  # fmt: skip
    inputs = {"tokens": (INT64, ("one", "length")), "style": (FLOAT, (1, WIDTH)), "speed": (FLOAT, (1,))}
    told = notes(
        model_type="kokoro", language="multi-lang, e.g., English, Chinese", version="2", style_dim=f"{ROWS},1,{WIDTH}",
        comment="This is Kokoro", speaker_names="af_wool,zm_ember",
    )  # fmt: skip
    numbers = tables(1.0) | {"highest": np.asarray(len(TOKENS) - 1, np.int64)}
    return onnx_graph.model([*first, *spread(), *sounded("audio")], numbers, inputs, "audio", told)


def styles() -> bytes:
    """Every row of a speaker begins with their number."""
    rows = np.zeros((len(PITCHES), ROWS, WIDTH), np.float32)
    rows[:, :, 0] = np.arange(len(PITCHES))[:, None]
    return rows.tobytes()


def matcha() -> bytes:
    """The first half of the voice as Matcha's: from signs to frames."""
    first = [
        node("Squeeze", ["x", "axis0"], "ids"), node("Identity", ["length_scale"], "slow"), node("Identity", ["woman"], "sid"),
    ]  # fmt: skip
    last = node("Concat", ["smooth", "breath"], "mel", axis=1)
    inputs = {"x": (INT64, ("one", "length")), "x_length": (INT64, ("one",))}
    inputs |= {"noise_scale": (FLOAT, (1,)), "length_scale": (FLOAT, (1,))}
    told = notes(model_type="matcha-tts", language="Chinese", has_espeak="0", use_eos_bos="0", pad_id="0", n_speakers="1")
    return onnx_graph.model([*first, *spread(), last], tables(1.0), inputs, "mel", told | {"speaker_names": ""})


def vocoder() -> bytes:
    """The second half: from frames to a sound."""
    first = [
        node("Slice", ["mel", "from0", "to", "axis1"], "smooth"), node("Slice", ["mel", "to", "beyond", "axis1"], "breath"),
        node("Shape", ["mel"], "sizes"), node("Gather", ["sizes", "third"], "size"), node("Cast", ["size"], "end", to=FLOAT),
        node("Identity", ["woman"], "sid"),
    ]  # fmt: skip
    told = {"model_type": "hifigan", "sample_rate": notes()["sample_rate"]}
    return onnx_graph.model(
        [*first, *sounded("audio")], tables(1.0), {"mel": (FLOAT, ("one", "channels", "frames"))}, "audio", told
    )


def family_files(name: str) -> dict[str, bytes]:
    """The files of a pack of one of these families, by their path in its archive; of Matcha's without the vocoder."""
    if name == KOKORO:
        signs = tokens() + "".join(f"{sign} {len(TOKENS) + number}\n" for number, sign in enumerate(MORE))
        files = {"model.onnx": kokoro(), "voices.bin": styles(), "tokens.txt": signs.encode()}
        files |= {"lexicon-zh.txt": lexicon().encode(), "lexicon-us-en.txt": b"hello h o\n"}
    else:
        files = {"model-steps-3.onnx": matcha(), "tokens.txt": tokens().encode(), "lexicon.txt": lexicon().encode()}
    return {f"{name}/{file}": data for file, data in files.items()}


def write_family(folder: Path, name: str) -> Path:
    """The pack as it lies installed in `folder`."""
    files = family_files(name) | ({f"{name}/{VOCODER}": vocoder()} if name == MATCHA else {})
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder / name
