"""Reading conversations with questions in the LoCoMo file format (Maharana et al. 2024).

A file is one sample or a list of them: ``conversation`` with ``speaker_a``, ``speaker_b``, ``session_N`` (turns with
``speaker``, ``dia_id``, ``text``, perhaps ``blip_caption``) and ``session_N_date_time``; ``qa`` with ``question``,
``evidence`` (dia_ids) and ``category``. Real files are not tidy: evidence that names no turn is left out and counted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Final

from mind.errors import EnvironmentFault
from mind.memory.recall.dates import ISO, MONTHS

LARGEST: Final = 256 * 2**20
"""Bytes."""
LONGEST: Final = 20_000
"""Characters of one turn."""
SESSION: Final = re.compile(r"session_(\d{1,6})")
EVIDENCE: Final = re.compile(r"D\s*:?\s*(\d{1,6})\s*:\s*(\d{1,6})")
CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})\s*(am|pm)?", re.IGNORECASE)
DAY: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9}),?\s+(\d{4})|([a-z]{3,9})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE
)
CJK_DAY: Final = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
BETWEEN: Final = timedelta(days=7)
"""From one session to the next where a file tells no date."""
FIRST: Final = datetime(2020, 1, 1, 12, tzinfo=timezone.utc)

CATEGORIES: Final = {1: "multi-hop", 2: "temporal", 3: "open-domain", 4: "single-hop", 5: "adversarial"}


class ConversationFileFault(EnvironmentFault):
    """A file of conversations that cannot be measured."""

    kind = "conversation-file"


@dataclass(frozen=True, slots=True)
class Line:
    """A turn of a sample. `first` speaks for speaker_a."""

    dia_id: str
    first: bool
    text: str
    session: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the places (in `Sample.lines`) of the turns that answer it."""

    text: str
    category: int
    evidence: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One conversation with its questions. `lost` counts questions without any evidence that names a turn."""

    name: str
    speakers: tuple[str, str]
    lines: tuple[Line, ...]
    questions: tuple[Asked, ...]
    lost: int


def read_samples(path: Path) -> tuple[Sample, ...]:
    """The samples of a file. Raises `ConversationFileFault` that names the file and what is wrong with it."""
    content = _content(path)
    samples = content if isinstance(content, list) else [content]
    if not samples or not all(isinstance(one, dict) for one in samples):
        raise _fault(path, "it holds no samples")
    return tuple(_sample(path, number, one) for number, one in enumerate(samples, 1))


def _content(path: Path) -> Any:
    try:
        if path.stat().st_size > LARGEST:
            raise _fault(path, f"it is larger than {LARGEST // 2**20} MiB")
        return json.loads(path.read_text("utf-8-sig"))
    except OSError as fault:
        raise _fault(path, fault.strerror or "it cannot be read") from fault
    except (ValueError, RecursionError) as fault:
        raise _fault(path, "it is no JSON in UTF-8") from fault


def _fault(path: Path, why: str) -> ConversationFileFault:
    return ConversationFileFault(
        f"{path.name} cannot be measured: {why}.",
        "Give a file in the LoCoMo format: sessions of turns with dia_ids, and questions with their evidence.",
    )


def _sample(path: Path, number: int, raw: Mapping[str, Any]) -> Sample:
    where = f"sample {number}"
    talk = raw.get("conversation")
    if not isinstance(talk, dict):
        raise _fault(path, f"{where} has no conversation")
    speakers = (str(talk.get("speaker_a") or "A"), str(talk.get("speaker_b") or "B"))
    lines = tuple(_lines(path, where, talk, speakers))
    if not lines:
        raise _fault(path, f"{where} has no turns")
    places = {line.dia_id: place for place, line in enumerate(lines)}
    qa = raw.get("qa", [])
    if not isinstance(qa, list):
        raise _fault(path, f"the questions of {where} are no list")
    asked = [_asked(one, places) for one in qa if isinstance(one, dict) and str(one.get("question") or "").strip()]
    usable = tuple(one for one in asked if one.evidence)
    return Sample(str(raw.get("sample_id") or number), speakers, lines, usable, len(asked) - len(usable))


def _lines(path: Path, where: str, talk: Mapping[str, Any], speakers: tuple[str, str]) -> Iterator[Line]:
    numbers = sorted(int(found[1]) for key in talk if (found := SESSION.fullmatch(key)) and isinstance(talk[key], list))
    at = FIRST
    for session in numbers:
        began = read_moment(str(talk.get(f"session_{session}_date_time") or "")) or at + BETWEEN
        for place, turn in enumerate(talk[f"session_{session}"]):
            if not isinstance(turn, dict) or not isinstance(turn.get("text", ""), str):
                raise _fault(path, f"turn {place + 1} of session {session} of {where} is no turn")
            text = _text(turn)
            if len(text) > LONGEST:
                raise _fault(path, f"turn {place + 1} of session {session} of {where} is longer than {LONGEST} characters")
            at = began + timedelta(seconds=20 * place)
            dia_id = _dia_id(str(turn.get("dia_id") or "")) or f"D{session}:{place + 1}"
            yield Line(dia_id, str(turn.get("speaker")) == speakers[0], text, session, at)


def _text(turn: Mapping[str, Any]) -> str:
    """The words, and what a shared photo shows."""
    caption = turn.get("blip_caption")
    shown = f"[{caption.strip()}]" if isinstance(caption, str) and caption.strip() else ""
    return " ".join(part for part in (turn.get("text", "").strip(), shown) if part)


def _dia_id(text: str) -> str:
    found = EVIDENCE.search(text)
    return f"D{int(found[1])}:{int(found[2])}" if found else ""


def _asked(raw: Mapping[str, Any], places: Mapping[str, int]) -> Asked:
    evidence = raw.get("evidence")
    named = " ".join(str(one) for one in evidence) if isinstance(evidence, list) else str(evidence or "")
    ids = [f"D{int(found[1])}:{int(found[2])}" for found in EVIDENCE.finditer(named)]
    category = raw.get("category")
    return Asked(
        str(raw["question"]).strip(),
        category if isinstance(category, int) and category in CATEGORIES else 0,
        tuple(dict.fromkeys(places[one] for one in ids if one in places)),
    )


def read_moment(text: str) -> datetime | None:
    """A moment as these files write it ("1:56 pm on 8 May, 2023"), also an ISO day; None if none is told."""
    day = _day(text)
    if day is None:
        return None
    clock = CLOCK.search(text)
    hour, minute = (int(clock[1]), int(clock[2])) if clock else (12, 0)
    if clock and clock[3]:
        hour = hour % 12 + (12 if clock[3].lower() == "pm" else 0)
    try:
        return datetime(*day, hour, minute, tzinfo=timezone.utc)
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    found = CJK_DAY.search(text) or ISO.search(text)
    if found and found[3]:
        return int(found[1]), int(found[2]), int(found[3])
    for match in DAY.finditer(text):
        day, name, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        month = next((at for at, known in enumerate(MONTHS, 1) if known.startswith(name.lower()[:3])), 0)
        if month:
            return int(year), month, int(day)
    return None
