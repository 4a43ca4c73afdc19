"""The table of lips: each voice by each method, and whether the goals are reached."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from voice.lip_bench.methods import BEST, METHODS
from voice.lip_bench.score import Agreement, agreement, shown_frames, true_frames
from voice.lip_bench.voices import Spoken, Voice
from voice.take import Take, joined
from voice.visemes.features import FRAME
from voice.visemes.measure import Said, measure
from voice.visemes.timeline import timeline

FILMED: Final = 3
"""Sentences of each voice whose film is looked at for closures and lead; the rest is judged by frames alone."""

ESPEAK_GOAL, OTHER_GOAL, OPEN_GOAL = 0.88, 0.78, 0.95


@dataclass(frozen=True, slots=True)
class Row:
    """A voice by a method. Shares of frames in 0..1, `speech` those of speech without silence; word errors, lead and cost in ms;
    `closures` in per cent of p b m. None where the truth does not tell."""

    voice: str
    method: str
    seconds: float
    agreement: float
    open_closed: float
    speech: float
    speech_open_closed: float
    word_error: float | None
    word_error_p90: float | None
    closures: float
    lead: float
    cost: float

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {key: round(value, 4) if isinstance(value, float) else value for key, value in asdict(self).items()}


def table(
    voices: Iterable[Voice], sentences: Mapping[str, Sequence[str]], told: Callable[[str], None], methods: Sequence[str] = ()
) -> list[Row]:
    """A row for each voice and method."""
    rows: list[Row] = []
    for voice in voices:
        told(f"{voice.title} speaks")
        said = [voice.say(text) for text in sentences[voice.lang]]
        rows += [row(voice.title, name, said) for name in methods or METHODS]
    return rows


def row(voice: str, method: str, said: Sequence[Spoken]) -> Row:
    """One voice by one method."""
    total, seconds, spent = Agreement(), 0.0, 0.0
    errors: list[float] = []
    filmed: list[Said] = []
    for spoken in said:
        begin = time.thread_time()
        take = METHODS[method](spoken)
        spent += time.thread_time() - begin
        seconds += len(spoken.pcm) / spoken.rate
        count = int(len(spoken.pcm) / spoken.rate / FRAME)
        shown = shown_frames(timeline(take.phones, len(take.pcm) / take.rate), count)
        total += agreement(true_frames(spoken.phones, count), shown)
        errors += word_errors(spoken, take)
        if len(filmed) < FILMED:
            filmed.append(Said(joined(spoken.text, [take]), spoken.phones))
    lips = measure(filmed)
    return Row(
        voice, method, seconds, total.right / total.judged, total.open_right / total.judged, total.spoken_right / total.spoken,
        total.spoken_open_right / total.spoken, statistics.median(errors) if errors else None,
        statistics.quantiles(errors, n=10)[-1] if len(errors) > 1 else None, lips.seen, lips.lead, 1000 * spent / seconds,
    )  # fmt: skip


def word_errors(spoken: Spoken, take: Take) -> list[float]:
    """How far off each word of the caption begins, ms."""
    truth = {begin: at for at, begin, end in spoken.words if end > begin}
    return [1000 * abs(at - truth[begin]) for at, begin, _ in take.words if begin in truth]


def goals(rows: Sequence[Row]) -> list[tuple[str, float, float]]:
    """What is to be reached: its name, its figure and the least that it should be."""
    best = [one for one in rows if one.method == BEST]
    espeak = [one for one in best if one.voice.startswith("espeak")]
    found: list[tuple[str, float, float]] = []
    if espeak:
        found.append(("agreement, median of espeak voices", statistics.median(one.agreement for one in espeak), ESPEAK_GOAL))
        found.append(("open/closed, median of espeak voices", statistics.median(one.open_closed for one in espeak), OPEN_GOAL))
    for one in best:
        if not one.voice.startswith("espeak"):
            found.append((f"agreement, {one.voice}", one.agreement, OTHER_GOAL))
            found.append((f"open/closed, {one.voice}", one.open_closed, OPEN_GOAL))
    return found


def lines(rows: Sequence[Row]) -> list[str]:
    """The table as text: agreement of frames, open/closed, both again in speech alone; words; film; cost."""
    out = [
        f"{'voice':<24}{'method':<14}{'frames':>7}{'open':>6}{'(speech':>9}{'open)':>7}{'words ms':>10}{'p90':>6}"
        f"{'p b m':>7}{'lead':>6}{'ms/s':>6}"
    ]
    for one in rows:
        out.append(
            f"{one.voice:<24}{one.method:<14}{share(one.agreement):>7}{share(one.open_closed):>6}{share(one.speech):>9}"
            f"{share(one.speech_open_closed):>7}{whole(one.word_error):>10}{whole(one.word_error_p90):>6}"
            f"{one.closures:>6.0f}%{whole(one.lead):>6}{one.cost:>6.1f}"
        )
    for name, figure, least in goals(rows):
        out.append(f"{'reached' if figure >= least else 'MISSED':<8} {name}: {share(figure)} (at least {share(least)})")
    return out


def share(value: float) -> str:
    """A share as statisticians write it."""
    return f"{value:.2f}".removeprefix("0")


def whole(value: float | None) -> str:
    """A number of milliseconds, or a dash."""
    return "-" if value is None or value != value else f"{value:.0f}"
