"""Invented fortnights, played again: what she keeps, ends, brings back and writes down. The files beside this one are the tests.

``python -m tests.stories.write`` plays them and writes her lines anew; read them before they are committed.
"""

from pathlib import Path

import pytest

from tests.support.story_play import play

STORIES = sorted(Path(__file__).parent.glob("*.story"))


@pytest.mark.parametrize("story", STORIES, ids=lambda file: file.stem)
async def test_the_story_comes_out_as_it_is_told(story, tmp_path):
    text = story.read_text("utf-8")
    played = await play(text, tmp_path)
    assert played.failed == []
    assert "\n".join(played.lines) == text.rstrip("\n")
