"""``hearth why`` and ``/why``: told in words and in JSON, by rules and by a server, with exit codes."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.settings import Settings, save_settings
from desktop.why.cost import cost_of, cost_words, is_own
from mind.domain import AskedOf
from tests.support.openai_server import says, serving
from tests.support.talk_house import START
from tests.support.turn_doors import door, environment, objects

Hearth = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def hearth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Hearth:
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        code = main(arguments)
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, told.out, told.err)

    return run


def test_the_door_tells_need_intent_and_author_of_her_last_reply(hearth: Hearth) -> None:
    assert hearth("say", "I can't decide between the two flats. What should I do?").returncode == 0
    told = hearth("why").stdout
    assert "I took it that you wanted a piece of advice." in told
    assert "What I meant to do" in told and "My own rules, on this computer." in told
    assert "The exact request" not in told
    assert "助言がほしい" in hearth("why", "--lang", "ja").stdout
    assert "我以为你想要一点建议" in hearth("why", "--lang", "zh").stdout


def test_a_servers_reply_tells_its_request_word_for_word(hearth: Hearth, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says("[nod] The one with the morning sun.")) as server:
        monkeypatch.setenv("HEARTH_BRAIN_URL", server.url)
        monkeypatch.setenv("HEARTH_BRAIN_MODEL", "tiny")
        assert hearth("say", "Which flat should I take?").returncode == 0
        sent = server.chats[0].body["messages"]
    found = json.loads(hearth("why", "--json").stdout)["why"]
    assert found["request"]["messages"] == sent
    assert found["request"]["local"] is True and found["request"]["cost"] is None
    assert found["cues"] == ["nod"] and found["brain"]["model"] == "tiny"
    told = hearth("why", "--request").stdout
    assert sent[0]["content"] in told and "It costs nothing but power" in told and "estimated" in told


def test_a_number_that_is_no_reply_is_a_wrong_command_line(hearth: Hearth) -> None:
    assert hearth("say", "Good evening.").returncode == 0
    wrong = hearth("why", "99")
    assert wrong.returncode == 2 and "99" in wrong.stderr and not wrong.stdout
    assert hearth("why", "1").returncode == 2


def test_before_any_word_of_hers_the_door_says_so(hearth: Hearth) -> None:
    assert "nothing yet" in hearth("why").stdout
    assert json.loads(hearth("why", "--json").stdout) == {"why": None}


def test_in_the_terminal_a_line_asks_why_and_is_not_kept(tmp_path: Path) -> None:
    done = door(tmp_path, "--headless", "--json", "--lang", "en", stdin="Tell me a riddle.\n/why\n")
    told = objects(done.stdout)
    why = next(each for each in told if each["event"] == "why")["why"]
    assert why["need"] == "play" and why["reply"] == next(each for each in told if each["event"] == "reply")["reply"]
    assert [each["event"] for each in told].count("kept") == 1


# --- what it cost


def asked(host: str, tokens_in: int = 1000, tokens_out: int = 100) -> AskedOf:
    return AskedOf(1, START, host, "tiny", (("user", "Hello"),), tokens_in, tokens_out, counted=True)


def priced(url: str, price_in: float | None, price_out: float | None, currency: str = "EUR") -> Settings:
    settings = Settings()
    settings.brain.url, settings.brain.currency = url, currency
    settings.brain.price_in, settings.brain.price_out = price_in, price_out
    return settings


def test_the_cost_follows_the_users_prices_for_that_server_only() -> None:
    brain = priced("https://brain.example.org/v1", 2.0, 10.0).brain
    assert cost_of(asked("brain.example.org"), brain) == pytest.approx(0.003)
    assert cost_words(asked("brain.example.org"), brain, "en") == "About 0.003 EUR"
    assert cost_words(asked("other.example.org"), brain, "en") == "No price set"
    assert cost_words(asked("brain.example.org", 1, 1), brain, "en") == "Less than 0.0001 EUR"


def test_half_a_price_is_no_price_and_a_server_of_ones_own_costs_power() -> None:
    assert cost_of(asked("brain.example.org"), priced("https://brain.example.org/v1", 2.0, None).brain) is None
    for host in ("127.0.0.1:8080", "192.168.1.20:11434", "[::1]:5001", "attic.local:8080"):
        assert is_own(host)
    assert cost_words(asked("127.0.0.1:8080"), Settings().brain, "en") == "It costs nothing but power"
    assert not is_own("api.example.org")


def test_prices_survive_in_the_settings_file(tmp_path: Path, hearth: Hearth) -> None:
    save_settings(tmp_path, priced("https://brain.example.org/v1", 0.15, 0.6, "USD"))
    assert "price_in = 0.15" in (tmp_path / "settings.toml").read_text("utf-8")
