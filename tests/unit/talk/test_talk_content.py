"""The shipped content: it loads, its samples hold, and broken files are told with file and line."""

from __future__ import annotations

import pytest

from assets import asset
from mind.languages import LANGS
from mind.talk.blocks import ContentError
from mind.talk.content import load
from mind.talk.lint import lint


@pytest.mark.parametrize("lang", LANGS)
def test_the_linter_has_no_complaint(lang):
    assert list(lint(load(asset("talk", lang), lang))) == []


def test_english_is_as_large_as_an_evening_needs():
    content = load(asset("talk", "en"), "en")
    assert len(content.facts) >= 45
    assert len(content.topics) >= 18
    assert len(content.gambits) >= 60
    assert len(content.tells) >= 60
    assert len(content.stories) >= 4
    assert sum(len(g.say) for g in content.greets.values()) + len(content.frame("greet.open")) >= 40
    assert len(content.acts["goodbye"].say) >= 20


def test_what_zh_and_ja_offer_bears_the_ids_of_english():
    english = load(asset("talk", "en"), "en")
    for lang in ("zh", "ja"):
        other = load(asset("talk", lang), lang)
        for name in ("name.ask", "name.got", "presence", "fallback.own", "time.now"):
            assert other.frame(name), f"{lang} has no frame {name}"
        assert {"hello", "goodbye", "answer.yes", "answer.no"} <= set(other.acts)
        assert set(other.frames) & set(english.frames)


@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("act\n", "bad.talk:1", "needs a name"),
        ("  pat hello\n", "bad.talk:1", "before the first header"),
        ("act x\n  |tod=night hello\n", "bad.talk:2", "closing"),
        ("act x\n  say\n  | Hi {name\n", "bad.talk:3", "brace"),
        ("act x\n  pat (a|b\n", "bad.talk:2", "bracket"),
        ("act x\n  pat ~nothing\n", "bad.talk:2", "unknown concept"),
        ("act x\n  pat {y:nothing}\n", "bad.talk:2", "neither a type nor a concept"),
        ("act x\n  colour red\n", "bad.talk:2", "no field"),
        ("act x\n  tier high\n", "bad.talk:2", "number"),
        ("act x\n  say\n  |mood=odd| Hi\n", "bad.talk:3", "unknown condition"),
        ("act x\n  say\n  | a\nact x\n  say\n  | b\n", "bad.talk:4", "twice"),
        ("gambit tea.x\n  say\n  | Tea?\n", "bad.talk:1", "no topic"),
        ("poem x\n", "bad.talk:1", "unknown kind"),
        ("fact x\n  value 1\n", "bad.talk:1", "needs 'key'"),
    ],
)
def test_a_broken_file_is_told_with_its_place(tmp_path, text, where, says):
    (tmp_path / "bad.talk").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load(tmp_path, "en")
    assert where in str(caught.value)
    assert says in str(caught.value)


def test_loading_does_not_compile_every_pattern():
    content = load(asset("talk", "en"), "en")
    assert all(p._compiled is None for a in content.acts.values() for p in a.match.patterns)
