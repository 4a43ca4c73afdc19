"""What lies in a pack's folder, and how it wants its words: told by the files and by the notes in the model, not by its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from voice.errors import ModelFault
from voice.voice_packs.known import known
from voice.voice_packs.onnx_notes import notes
from voice.voice_packs.pack import Family

REMEDY: Final = "Remove the pack and download it again, or choose another."
KIND: Final = "voice-pack"
NO_VOICE: Final = "no-voice"
"""The kind of the fault that the pack asked for is not here, though another may be."""

VOCODERS: Final = ("vocos", "hifigan")
MOST_SPEAKERS: Final = 2000

Way = Literal["sounds", "letters"]
"""A voice is given the sounds of a sentence in IPA, or its letters, which it looks up in a lexicon of its own."""

LANGUAGES: Final = {
    "english": "en", "chinese": "zh", "mandarin": "zh", "japanese": "ja", "en": "en", "zh": "zh", "cmn": "zh", "ja": "ja",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """A pack that looks whole. `ways` says for each of its languages how it wants a sentence; `accent` is espeak-ng's name of
    the language whose sounds it was taught, `version` that of the family."""

    folder: Path
    family: Family
    model: Path
    tokens: Path
    lexicons: tuple[Path, ...]
    vocoder: Path | None
    voices: Path | None
    rate: int
    speakers: int
    names: tuple[str, ...]
    ways: dict[str, Way]
    accent: str
    version: int

    @property
    def langs(self) -> tuple[str, ...]:
        """The languages it speaks."""
        return tuple(self.ways)


def laid_out(folder: Path) -> Layout:
    """The pack in `folder`. Quick; says nothing of whether the model works. Raises `ModelFault` naming what is missing."""
    if not folder.is_dir():
        raise ModelFault(f"There is no voice pack at {folder}.", "Choose another voice, or download it.", kind=NO_VOICE)
    model = model_of(folder)
    told = told_by(model)
    family = family_of(folder, told)
    tokens = present(folder, "tokens.txt")
    vocoder = next((path for path in sorted(folder.glob("*.onnx")) if path.name.startswith(VOCODERS)), None)
    if family == "matcha" and vocoder is None:
        raise lacking(folder, "vocos-22khz-univ.onnx")
    voices = present(folder, "voices.bin") if family == "kokoro" else None
    lexicons = tuple(sorted(folder.glob("lexicon*.txt")))
    return Layout(
        folder, family, model, tokens, lexicons, vocoder, voices,
        number(told, "sample_rate", 22050, folder), max(1, min(MOST_SPEAKERS, number(told, "n_speakers", 1, folder))),
        tuple(name.strip() for name in told.get("speaker_names", "").split(",") if name.strip()),
        ways_of(folder, family, told, lexicons), told.get("voice", "") or "en-us",
        number(told, "version", 1, folder),
    )  # fmt: skip


def model_of(folder: Path) -> Path:
    """The weights: of several the full ones, of Matcha's steps three."""
    found = [path for path in folder.glob("*.onnx") if not path.name.startswith(VOCODERS) and path.stat().st_size]
    if not found:
        raise lacking(folder, "model.onnx")
    return min(found, key=lambda path: ("steps-3" not in path.name, "int8" in path.name or "fp16" in path.name, path.name))


def told_by(model: Path) -> dict[str, str]:
    """The notes of the model. Raises `ModelFault`."""
    try:
        return notes(model)
    except (ValueError, OSError) as fault:
        raise ModelFault(f"{model.parent.name} is no sound voice pack: {model.name} is damaged.", REMEDY, kind=KIND) from fault


def family_of(folder: Path, told: dict[str, str]) -> Family:
    """By the notes in the model. Raises `ModelFault` for a model that is no voice, or of a family unknown here."""
    kind, comment = told.get("model_type", ""), told.get("comment", "")
    if kind == "vits" and ("piper" in comment or "icefall" in comment):
        return "piper"
    if kind in ("vits", "melo-vits") and "melo" in comment + kind:
        return "melo"
    if kind == "kokoro" or kind.startswith("kokoro"):
        return "kokoro"
    if kind == "matcha-tts":
        return "matcha"
    raise ModelFault(
        f"{folder.name} is no voice that Hearth knows ({kind or 'it does not say what it is'}).",
        "Choose a voice of the families Piper, Melo, Kokoro or Matcha.",
        kind=KIND,
    )


def ways_of(folder: Path, family: Family, told: dict[str, str], lexicons: tuple[Path, ...]) -> dict[str, Way]:
    """Its languages, and how it wants the sentences of each.

    Chinese is looked up where a lexicon is there; the rest is given as sounds, since no lexicon holds every word and what it
    lacks would be left out.
    """
    of_name = known(folder.name)
    langs = of_name.langs if of_name else langs_of(told)
    if family == "melo":
        return dict.fromkeys(langs, "letters")
    chinese = any("zh" in path.stem or path.stem == "lexicon" for path in lexicons)
    spoken = [lang for lang in langs if chinese or lang != "zh" or family == "piper"]
    return {lang: "letters" if lang == "zh" and chinese else "sounds" for lang in spoken}


def langs_of(told: dict[str, str]) -> tuple[str, ...]:
    """The languages that the notes name."""
    words = (told.get("language", "") + " " + told.get("voice", "").split("-")[0]).lower()
    for sign in ",+/.;":
        words = words.replace(sign, " ")
    found = [LANGUAGES[word] for word in words.split() if word in LANGUAGES]
    return tuple(dict.fromkeys(found)) or ("en",)


def present(folder: Path, name: str) -> Path:
    """A file that must be there and hold something."""
    path = folder / name
    if not path.is_file() or path.stat().st_size == 0:
        raise lacking(folder, name)
    return path


def lacking(folder: Path, name: str) -> ModelFault:
    """A file is not there."""
    return ModelFault(f"{folder.name} is no whole voice pack: {name} is missing.", REMEDY, kind=KIND)


def number(told: dict[str, str], key: str, otherwise: int, folder: Path) -> int:
    """A number of the notes."""
    text = told.get(key, "")
    if not text:
        return otherwise
    if not (text.isascii() and text.isdigit() and len(text) < 7):
        raise ModelFault(f"{folder.name} is no sound voice pack: its {key} is no number.", REMEDY, kind=KIND)
    return int(text)
