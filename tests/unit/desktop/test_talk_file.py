"""A talk as text, Markdown and JSON: times, names, days that end at four, and signs that mean nothing."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from desktop.export.asking import stretch_of
from desktop.export.talk_file import Names, as_markdown, as_text, escaped, format_of, json_line, left_out
from mind.domain import Turn

WORDS = {
    "title": "Talk with Nora", "left_out_1": "(one)", "left_out_n": "({count})", "stopped": "(stopped)", "cut": "(broke off)",
}
NAMES = Names("Nora", "Alex", WORDS)
EVENING = datetime(2026, 3, 2, 23, 50).astimezone()


def turns():
    return (
        Turn(1, "user", "I baked *two* loaves.\n# really", EVENING, "en", "typed"),
        Turn(2, "companion", "Two, and", EVENING + timedelta(minutes=1), "en", "own", "interrupted", 1),
        Turn(3, "user", "still up", EVENING + timedelta(hours=3), "en", "voice"),
        Turn(4, "user", "morning", EVENING + timedelta(hours=8), "en", "typed"),
    )


def test_plain_text_tells_who_said_what_when_and_a_night_belongs_to_its_evening():
    lines = list(as_text(turns(), NAMES))
    assert lines[0] == "Talk with Nora"
    assert [line for line in lines if line.startswith("2026-")] == ["2026-03-02", "2026-03-03"]
    assert "23:50 Alex: I baked *two* loaves.\n      # really" in lines
    assert "23:51 Nora: Two, and (stopped)" in lines
    assert lines.index("02:50 Alex: still up") < lines.index("2026-03-03")


def test_words_mean_nothing_to_markdown():
    text = "\n".join(as_markdown(turns(), NAMES))
    assert "# Talk with Nora" in text and "## 2026-03-02" in text
    assert "**Alex**, 23:50: I baked \\*two\\* loaves.  \n\\# really" in text
    assert escaped("- a\n1. b <b> [x](y) `c`") == "\\- a\n\\1. b \\<b\\> \\[x\\](y) \\`c\\`"


def test_json_keeps_the_offset_and_the_ids():
    told = json.loads(json_line(turns()[1], NAMES))
    assert (told["id"], told["speaker"], told["name"], told["ended"]) == (2, "companion", "Nora", "interrupted")
    assert datetime.fromisoformat(told["at"]) == EVENING + timedelta(minutes=1)


def test_what_is_left_out_is_said():
    assert [left_out(count, NAMES) for count in (0, 1, 3)] == ["", "(one)", "(3)"]


def test_a_files_ending_tells_its_kind():
    assert [format_of(ending) for ending in (".md", ".JSON", ".markdown", ".txt", ".pdf", "")] == [
        "md", "json", "md", "txt", None, None,
    ]  # fmt: skip


def test_a_span_ends_today():
    day = date(2026, 3, 10)
    assert stretch_of("sitting", day) is None
    assert stretch_of("day", day).first == day and stretch_of("week", day).first == date(2026, 3, 4)
    assert stretch_of("always", day).first is None
