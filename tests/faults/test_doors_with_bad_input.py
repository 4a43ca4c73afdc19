"""The doors with wrong arguments, wrong files and wrong addresses: one clear line, the right code, nothing lost."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.exit_codes import Exit
from desktop.film.script import read_script
from desktop.headless.lines import Lines
from mind.errors import StoreFull
from mind.store import faults
from tests.support.turn_doors import door, environment

Door = Callable[..., subprocess.CompletedProcess[str]]

ADDRESSES = [
    "http://", "://", "http://[::1", "http://127.0.0.1:99999/v1", "http://127.0.0.1:abc/v1", "not a url",
    "javascript:alert(1)", "ftp://127.0.0.1/v1", "file:///etc/passwd", "http://１２７.0.0.1/v1",
]  # fmt: skip


@pytest.fixture
def hearth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Door:
    """Runs a command line in this process."""
    for name, value in environment(tmp_path / "data").items():
        monkeypatch.setenv(name, value)

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        told = capsys.readouterr()
        return subprocess.CompletedProcess(arguments, code, told.out, told.err)

    return run


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_named_and_the_words_are_kept(
    hearth: Door, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HEARTH_BRAIN_URL", address)
    monkeypatch.setenv("HEARTH_BRAIN_MODEL", "tiny")
    done = hearth("say", "My boat is called Perch", "--json")
    assert done.returncode == Exit.BRAIN
    turn = json.loads(done.stdout)
    assert (turn["brain"]["kind"], turn["ended"], turn["error"]["kind"]) == ("offline", "complete", "brain-no-address")
    assert turn["reply"]
    assert "HEARTH_BRAIN_URL" in done.stderr
    assert "My boat is called Perch" in hearth("memory", "search", "Perch").stdout


@pytest.mark.parametrize("key", ["two\nlines", "键"])
def test_a_key_no_request_can_carry_is_told_without_showing_it(
    hearth: Door, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv("HEARTH_BRAIN_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("HEARTH_BRAIN_MODEL", "tiny")
    monkeypatch.setenv("HEARTH_BRAIN_KEY", key)
    done = hearth("say", "Hello", "--json")
    assert (done.returncode, json.loads(done.stdout)["error"]["kind"]) == (Exit.BRAIN, "brain-no-key")
    assert key not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("memory", "forget", 10**23),
        ("memory", "forget", 0),
        ("memory", "search", "cat", "--limit", 10**20),
        ("memory", "search", "cat", "--limit", -5),
        ("bond", "why", "--limit", "²"),
    ],
)
def test_a_number_that_cannot_be_is_a_wrong_command_line(hearth: Door, words: tuple[object, ...]) -> None:
    done = hearth(*words)
    assert (done.returncode, done.stdout) == (Exit.USAGE, "")
    assert "is no number from 1 up" in done.stderr


@pytest.mark.parametrize("words", ["say hi", "memory list", "bond show", "data check", "data backup", "data restore --fresh"])
def test_a_file_in_the_folders_place_is_never_a_sound_empty_memory(hearth: Door, tmp_path: Path, words: str) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    done = hearth(*words.split(), "--data-dir", tmp_path / "file")
    assert (done.returncode, done.stdout) == (Exit.DATA, "")
    assert f"{tmp_path / 'file'} is a file" in done.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_databases_place_is_named(hearth: Door, tmp_path: Path) -> None:
    (tmp_path / "data" / "hearth.db").mkdir(parents=True)
    for words in (("say", "hi"), ("memory", "list")):
        done = hearth(*words)
        assert done.returncode == Exit.DATA
        assert "hearth.db is a folder" in done.stderr


@pytest.mark.parametrize("what", ["missing", "junk", "empty", "itself"])
def test_a_named_file_that_is_no_backup_is_the_users_to_change(hearth: Door, tmp_path: Path, what: str) -> None:
    hearth("say", "My name is Ada")
    named = tmp_path / "data" / "hearth.db" if what == "itself" else tmp_path / what
    if what in ("junk", "empty"):
        named.write_bytes(b"\x17" * 9000 * (what == "junk"))
    done = hearth("data", "restore", named)
    assert done.returncode == Exit.USAGE
    assert str(named) in done.stderr
    assert "Ada" in hearth("memory", "list").stdout


def test_a_backup_that_cannot_be_written_names_its_own_place(hearth: Door, tmp_path: Path) -> None:
    hearth("say", "Hello")
    target = tmp_path / "nowhere" / "b.db"
    done = hearth("data", "backup", target)
    assert done.returncode == Exit.USAGE
    assert f"{target} cannot be written" in done.stderr
    assert "--data-dir" not in done.stderr


def test_no_room_for_the_logs_index_is_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = faults.sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = 4874  # SQLITE_IOERR_SHMSIZE
    assert not isinstance(faults.fault_of(error, tmp_path), StoreFull)
    monkeypatch.setattr(faults, "LEAST_FREE", 2**62)
    assert isinstance(faults.fault_of(error, tmp_path), StoreFull)


@pytest.mark.parametrize("text", ["", "🎉", "..."])
def test_what_has_no_sound_makes_no_sound_file(hearth: Door, tmp_path: Path, text: str) -> None:
    done = hearth("speak", text, "--out", tmp_path / "x.wav")
    assert done.returncode == Exit.USAGE
    assert "Nothing in this text can be spoken" in done.stderr
    assert not (tmp_path / "x.wav").exists()


def test_sound_and_mouth_shapes_never_overwrite_each_other(hearth: Door, tmp_path: Path) -> None:
    done = hearth("speak", "hi", "--out", tmp_path / "x", "--visemes", tmp_path / "x")
    assert done.returncode == Exit.USAGE
    assert not (tmp_path / "x").exists()


def test_a_home_of_nobody_is_a_name_like_any_other(
    hearth: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEARTH_HOME", "~nobody-lives-here/x")
    assert hearth("data", "path").stdout == f"{tmp_path / '~nobody-lives-here' / 'x'}\n"


def test_a_terminal_that_knows_ascii_only_gets_every_word(tmp_path: Path) -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = door(tmp_path, "--headless", "--lang", "zh", stdin="我叫小明\n".encode(), **ascii_only)
    assert done.returncode == 0, done.stderr
    listed = door(tmp_path, "memory", "list", "--lang", "zh", **ascii_only)
    assert listed.returncode == 0, listed.stderr
    assert "小明" in listed.stdout


def test_a_script_line_without_words_is_left_out(tmp_path: Path) -> None:
    script = tmp_path / "script.txt"
    script.write_bytes("\x00\x1b\n# note\nHello\n 你好 \n".encode())
    assert read_script(script) == ("Hello", "你好")


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
async def test_lines_are_read_as_their_mark_says_even_byte_by_byte(coding: str) -> None:
    reader, writer = os.pipe()
    mark = b"\xfe\xff" if coding == "utf-16-be" else b""
    lines = Lines(reader, "ascii")
    first = asyncio.ensure_future(lines.next())
    for byte in mark + "我爱茶\r\nso do I".encode(coding):
        os.write(writer, bytes((byte,)))
        await asyncio.sleep(0)
    os.close(writer)
    try:
        assert [await first, await lines.next(), await lines.next()] == ["我爱茶\r", "so do I", None]
    finally:
        os.close(reader)
