"""``hearth say`` and ``hearth --headless`` as processes, on the real planner and store."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import main
from mind.store import open_store
from tests.support.openai_server import says, serving, wanders
from tests.support.turn_doors import door, environment, objects

Hearth = Callable[..., subprocess.CompletedProcess[str]]

KEYS = {
    "reply", "sentences", "cues", "memories_used", "memories_kept", "bond", "brain", "ended", "error", "ms",
}  # fmt: skip


@pytest.fixture
def hearth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Hearth:
    """Runs a command line in this process: quicker, where the process itself is not what is tried."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)

    def run(*arguments: str, **extra: str) -> subprocess.CompletedProcess[str]:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in extra.items():
                patch.setenv(name, value)
            code = main(arguments)
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, told.out, told.err)

    return run


def test_a_name_is_learnt_and_used_after_a_restart(tmp_path: Path) -> None:
    first = door(tmp_path, "--headless", stdin="Hello, my name is Ada\nI have a cat called Miso\n")
    assert first.returncode == 0, first.stderr
    second = door(tmp_path, "--headless")
    assert "Ada" in second.stdout


def test_stdout_carries_her_words_only(tmp_path: Path) -> None:
    done = door(tmp_path, "--headless", "--lang", "en", stdin="Hello\n\n  \nGood night\n")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    assert "You are talking with an AI" in done.stderr
    assert "You are talking with an AI" not in done.stdout
    assert "[" not in done.stdout


def test_the_language_comes_from_the_locale_or_the_command_line(tmp_path: Path) -> None:
    by_locale = door(tmp_path / "a", "--headless", LANG="zh_CN.UTF-8")
    by_option = door(tmp_path / "b", "--headless", "--lang", "ja")
    assert "AI，不是真人" in by_locale.stderr or "不是真人" in by_locale.stderr
    assert "AIで、人間ではありません" in by_option.stderr
    assert not by_locale.stdout.isascii()
    assert not by_option.stdout.isascii()


def test_the_command_line_is_stronger_than_what_was_chosen_before(tmp_path: Path) -> None:
    door(tmp_path, "--headless", stdin="Hello\n")
    again = door(tmp_path, "--lang", "zh", "--headless")
    assert again.returncode == 0, again.stderr
    assert not again.stdout.isascii()


def test_json_tells_every_step_in_order(tmp_path: Path) -> None:
    told = objects(door(tmp_path, "--headless", "--json", stdin="Hello, my name is Ada\nI like rain\n").stdout)
    steps = [each["event"] for each in told if each["event"] in ("greeting", "kept", "reply")]
    assert steps == ["greeting", "kept", "reply", "kept", "reply"]
    kept = [each["turn_id"] for each in told if each["event"] == "kept"]
    replies = [each for each in told if each["event"] == "reply"]
    assert [each["reply_to"] for each in replies] == kept
    assert all(set(each) >= KEYS for each in replies)


def test_say_answers_one_turn_and_remembers(hearth: Hearth) -> None:
    assert hearth("say", "My name is Ada").returncode == 0
    done = hearth("say", "I have a cat called Miso", "--json")
    (turn,) = objects(done.stdout)
    assert set(turn) >= KEYS
    assert turn["ended"] == "complete"
    assert turn["error"] is None
    assert turn["brain"] == {"kind": "offline", "model": ""}
    assert any(memory["value"] == "Miso" for memory in turn["memories_kept"])
    assert turn["bond"]["changes"]
    assert turn["reply"] == "".join(turn["sentences"]) or turn["reply"].startswith(turn["sentences"][0])


def test_say_without_words_is_a_wrong_command_line(hearth: Hearth) -> None:
    done = hearth("say", " ")
    assert (done.returncode, done.stdout) == (2, "")


def test_say_talks_to_the_server_that_the_environment_names(hearth: Hearth) -> None:
    with serving(says("[happy] From the ", "server.")) as server:
        done = hearth("say", "Hello", HEARTH_BRAIN_URL=server.url, HEARTH_BRAIN_MODEL="tiny", HEARTH_BRAIN_KEY="k-4711"
        )
        assert (done.returncode, done.stdout) == (0, "From the server.\n")
        assert server.chats[0].body["model"] == "tiny"
        assert server.chats[0].headers["authorization"] == "Bearer k-4711"


def test_a_talk_with_a_server_remembers_over_a_restart(tmp_path: Path) -> None:
    with serving(says("[happy] Noted."), says("Go on."), says("Of course.")) as server:
        first = door(
            tmp_path, "--headless", stdin="My name is Ada\nI have a cat called Miso\n", HEARTH_BRAIN_URL=server.url
        )
        again = door(tmp_path, "--headless", stdin="Miso sleeps on my keyboard\n", HEARTH_BRAIN_URL=server.url)
        last = server.chats[-1].body["messages"]
    assert first.stdout.splitlines()[1:] == ["Noted.", "Go on."]
    assert "Ada" in again.stdout.splitlines()[0]
    assert again.stdout.splitlines()[1] == "Of course."
    assert last[0]["role"] == "system"
    assert "Ada" in last[-1]["content"]
    assert "called Miso" in last[-1]["content"]
    assert last[-1]["role"] == "user"


def test_a_server_that_fails_has_its_own_exit_code_and_the_words_are_kept(hearth: Hearth, tmp_path: Path) -> None:
    done = hearth("say", "My bees are well", "--json", HEARTH_BRAIN_URL="http://127.0.0.1:9")
    assert done.returncode == 4
    (turn,) = objects(done.stdout)
    assert turn["reply"] != ""
    assert turn["brain"] == {"kind": "offline", "model": ""}
    assert turn["ended"] == "complete"
    assert turn["error"]["kind"] == "brain-refused"
    assert "127.0.0.1:9" in turn["error"]["message"]
    assert len(done.stderr.strip().splitlines()[-1]) < 300
    store = open_store(tmp_path, readonly=True)
    assert [each.text for each in store.call(lambda uow: uow.turns.recent(5))] == ["My bees are well", turn["reply"]]
    store.close()


def test_a_second_writer_is_sent_away(hearth: Hearth, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    try:
        done = hearth("say", "Hello")
    finally:
        store.close()
    assert (done.returncode, done.stdout) == (5, "")


def test_words_that_are_no_utf8_do_not_stop_the_talk(tmp_path: Path) -> None:
    done = door(tmp_path, "--headless", stdin=b"Hello \xff\xfe there\nGood night")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3


def test_ctrl_c_ends_the_reply_and_keeps_what_was_said(tmp_path: Path) -> None:
    with serving(wanders(gap=0.2)) as server:
        talk = subprocess.Popen(
            [sys.executable, "-m", "desktop", "--headless", "--json"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(tmp_path, HEARTH_BRAIN_URL=server.url),
        )
        assert talk.stdin is not None
        assert talk.stdout is not None
        talk.stdin.write(b"Tell me\n")
        talk.stdin.flush()
        while b"Otters" not in talk.stdout.readline():
            pass
        talk.send_signal(signal.SIGINT)
        _, complaints = talk.communicate(timeout=20)
    assert talk.returncode == 130
    assert b"Traceback" not in complaints
    store = open_store(tmp_path, readonly=True)
    last = store.call(lambda uow: uow.turns.recent(1))[-1]
    store.close()
    assert last.ended == "interrupted"
    assert last.text.startswith("Otters wander here.")


def test_a_reader_that_goes_away_is_no_fault(tmp_path: Path) -> None:
    talk = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--headless"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
    )
    assert talk.stdin is not None
    assert talk.stdout is not None
    assert talk.stdout.readline()
    talk.stdout.close()
    talk.stdin.write(b"Hello\nHello again\n")
    talk.stdin.close()
    assert talk.stderr is not None
    complaints = talk.stderr.read()
    talk.stderr.close()
    assert talk.wait(timeout=20) == 0
    assert b"Error" not in complaints


@pytest.mark.skipif(not Path("/dev/pts/ptmx").exists(), reason="no pseudo-terminals here")
def test_a_terminal_is_asked_once_whether_its_user_is_an_adult(tmp_path: Path) -> None:
    assert "18 or older" in in_terminal(tmp_path, "y\nHello\n\x04")
    assert "18 or older" not in in_terminal(tmp_path, "Hello\n\x04")


def in_terminal(home: Path, typed: str) -> str:
    """Everything a terminal shows while `typed` is typed."""
    master, slave = pty.openpty()
    talk = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--headless"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(home),
        close_fds=True,
    )
    os.close(slave)
    os.write(master, typed.encode())
    shown: list[bytes] = []

    def read() -> None:
        try:
            while piece := os.read(master, 4096):
                shown.append(piece)
        except OSError:
            return  # a terminal whose last user has gone reads as an error

    reader = threading.Thread(target=read)
    reader.start()
    assert talk.wait(timeout=30) == 0
    reader.join(5)
    os.close(master)
    return b"".join(shown).decode(errors="replace")
