"""``hearth bond initiative`` tells why she is quiet, and the settings keep only times that there are."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from desktop.cli import main
from desktop.initiative.budget_of import budget_of
from desktop.initiative.told import texts
from desktop.settings import load_settings
from mind.clock import VirtualClock
from mind.initiative.decision import Reason
from mind.languages import LANGS
from tests.integration.test_beginning import INTERVIEW, met
from tests.support.turn_companion import told

SETTINGS = '[initiative]\nquiet_from = "00:00"\nquiet_to = "00:00"\na_day = 2\n'


async def lived(folder: Any) -> None:
    """Somebody told her two days ago of an interview of yesterday."""
    clock = VirtualClock(datetime.now().astimezone() - timedelta(days=2))
    async with met(folder, clock) as she:
        await told(she.say(INTERVIEW["en"], lang="en"))


async def test_the_door_tells_what_she_could_begin_with_and_what_speaks_against_it(tmp_path, capsys):
    (tmp_path / "settings.toml").write_text(SETTINGS)
    await lived(tmp_path)
    assert main(["--data-dir", str(tmp_path), "--lang", "en", "bond", "initiative"]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[0] == "Nothing speaks against it: she may begin any moment."
    assert "Begun today: 0 of 2" in said and "What she could begin with: 1" in said
    (tmp_path / "settings.toml").write_text("[initiative]\nenabled = false\n")
    assert main(["--data-dir", str(tmp_path), "bond", "initiative", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["may_begin"], answer["reason"], answer["hooks"], answer["a_day"]) == (False, "off", ["loop:1"], 0)


@pytest.mark.parametrize("lang", LANGS)
def test_every_reason_has_a_sentence(lang):
    reasons = set(texts(lang)["reason"])
    assert reasons == {*Reason.__args__, "begin"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ['quiet_from = "25:00"', 'quiet_to = "nine"', "a_day = 40", 'quiet_from = "9:00"'])
def test_a_value_that_cannot_be_is_told_and_its_default_used(tmp_path, value):
    (tmp_path / "settings.toml").write_text(f"[initiative]\n{value}\n")
    notices: list[str] = []
    settings = load_settings(tmp_path, notices.append).initiative
    assert (settings.a_day, settings.quiet_from, settings.quiet_to) == (1, "21:00", "09:00")
    assert len(notices) == 1


def test_a_day_of_choosing_that_is_no_time_counts_for_none(tmp_path):
    (tmp_path / "settings.toml").write_text('[initiative]\nchosen_at = "yesterday"\n')
    assert budget_of(load_settings(tmp_path).initiative).chosen_at is None
