"""One sentence in six feelings, side by side: ``python -m tests.support.voice_emotions`` writes docs/voice/emotions.{md,png}.

Measured on the samples that the engine really gave, each three times, the middle one kept.
"""

from __future__ import annotations

import statistics
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.support.voice_figures import Figures, figures, pitch_track
from voice.delivery import delivery
from voice.espeak.library import library
from voice.espeak.synthesiser import EspeakSynthesiser
from voice.espeak.voices import settings_for
from voice.spoken_text import spoken_runs
from voice.utterance import Utterance
from voice.visemes.mouths import GLIDES, VOWELS, bare

FEELINGS = ("neutral", "happy", "excited", "sad", "angry", "relaxed")
SENTENCES = {
    "en": "I was just thinking about what you said yesterday, and I am glad you told me.",
    "zh": "我刚才在想你昨天说的话，很高兴你告诉我。",
    "ja": "きのう言ってくれたことを考えていました。話してくれて、うれしいです。",
}
DOCS = Path(__file__).parents[2] / "docs" / "voice"
WIDE, HIGH, LEFT = 1200, 150, 150
SECONDS = 6.0
LOW, TOP = 120.0, 380.0
INK, WAVE, PITCH, LINE, ROOM = "#2A2225", "#C9BDBB", "#B23F22", "#E4DBD4", "#F7F1EA"


@dataclass(frozen=True)
class Heard:
    """A feeling's figures in a language, and syllables a second while the voice sounds."""

    feeling: str
    lang: str
    measured: Figures
    pace: float


def said(lang: str, feeling: str) -> Utterance:
    """The sentence in a feeling."""
    return EspeakSynthesiser().speak(SENTENCES[lang], delivery(lang, feeling))


def syllables(lang: str) -> int:
    """Vowels in the engine's own phonemes of the sentence."""
    how = delivery(lang)
    return sum(
        bare(event.name) in VOWELS or bare(event.name) in GLIDES
        for run in spoken_runs(SENTENCES[lang], lang)
        for event in library().synthesise(run.text, settings_for(run.lang, how), lambda: False).phonemes
    )


def heard(lang: str, feeling: str) -> Heard:
    """The middle of three takes: the engine never says a sentence twice alike."""
    takes = [figures(said(lang, feeling)) for _ in range(3)]
    middle = Figures(*(statistics.median(values) for values in zip(*map(astuple, takes), strict=True)))
    return Heard(feeling, lang, middle, syllables(lang) / middle.voiced)


def table(lang: str) -> list[str]:
    """Markdown lines, the first the neutral one, the others beside it in percent and decibels."""
    rows = [heard(lang, feeling) for feeling in FEELINGS]
    base = rows[0].measured
    lines = ["| feeling | syllables/s | pitch, median | movement | level | rest after |", "|---|---|---|---|---|---|"]
    for row in rows:
        m = row.measured
        lines.append(
            f"| {row.feeling} | {row.pace:.1f} ({row.pace / rows[0].pace - 1:+.0%}) | {m.f0:.0f} Hz ({m.f0 / base.f0 - 1:+.0%}) "
            f"| {m.span:.1f} semitones | {m.level - base.level:+.1f} dB | {m.rest:.2f} s |"
        )
    return lines


def picture(lang: str) -> Image.Image:
    """Waveform (grey) and pitch (red) of each feeling over the same six seconds and the same 120 to 380 Hz."""
    image = Image.new("RGB", (WIDE, HIGH * len(FEELINGS) + 30), ROOM)
    draw = ImageDraw.Draw(image)
    large, small = ImageFont.load_default(20), ImageFont.load_default(14)
    for row, feeling in enumerate(FEELINGS):
        top = row * HIGH
        draw.line([(0, top), (WIDE, top)], LINE)
        draw.text((16, top + 18), feeling, INK, large)
        utterance = said(lang, feeling)
        paint_wave(draw, utterance, top)
        at, hertz = pitch_track(utterance.pcm.astype(float), utterance.rate)
        draw.text((16, top + 52), f"{np.median(hertz):.0f} Hz", PITCH, small)
        draw.text((16, top + 74), f"{utterance.seconds:.2f} s", INK, small)
        for when, pitch in zip(at, hertz, strict=True):
            x = LEFT + when / SECONDS * (WIDE - LEFT)
            y = top + HIGH - 12 - (min(max(pitch, LOW), TOP) - LOW) / (TOP - LOW) * (HIGH - 24)
            draw.ellipse([x - 2, y - 2, x + 2, y + 2], PITCH)
    for second in range(int(SECONDS) + 1):
        x = LEFT + second / SECONDS * (WIDE - LEFT)
        draw.line([(x, 0), (x, HIGH * len(FEELINGS))], LINE)
        draw.text((min(x, WIDE - 30), HIGH * len(FEELINGS) + 6), f"{second} s", INK, small)
    return image


def paint_wave(draw: ImageDraw.ImageDraw, utterance: Utterance, top: int) -> None:
    """The outline of the sound."""
    step = int(utterance.rate * SECONDS / (WIDE - LEFT))
    middle = top + HIGH / 2
    for x in range(min(WIDE - LEFT, len(utterance.pcm) // step)):
        piece = utterance.pcm[x * step : (x + 1) * step].astype(float) / 32768
        draw.line([(LEFT + x, middle - piece.max() * HIGH * 0.5), (LEFT + x, middle - piece.min() * HIGH * 0.5)], WAVE)


def page() -> str:
    """The page."""
    lines = [
        "# Feelings in the voice",
        "",
        "One sentence in six feelings, spoken by her own voice (espeak-ng) and measured on the samples. The figures come from",
        "`voice/delivery.py`, how much of them is heard from the setting *Feeling in the voice*. Written by",
        "`python -m tests.support.voice_emotions`.",
        "",
        "![Waveform and pitch of one sentence in six feelings](emotions.png)",
    ]
    for lang, sentence in SENTENCES.items():
        lines += ["", f"**{lang}**: {sentence}", "", *table(lang)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    (DOCS / "emotions.md").write_text(page(), encoding="utf-8")
    picture("en").quantize(32).save(DOCS / "emotions.png", optimize=True)
