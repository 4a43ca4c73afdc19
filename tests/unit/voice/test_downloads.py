"""Downloads from a server of our own that redirects, lies about ranges, and of a disk that is full."""

from __future__ import annotations

import errno
import hashlib
import shutil
from pathlib import Path

import pytest

from tests.support.voice_release import HOST
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault
from voice.models.download import disk_fault, download
from voice.models.fetch import refuse_elsewhere
from voice.voice_packs.pack import PackFile

DATA = bytes(range(256)) * 2000


@pytest.fixture
def server():
    with ModelServer() as running:
        running.files["/voice.bin"] = DATA
        yield running


def wanted(server: ModelServer, path: str = "/voice.bin", sha256: str = "") -> PackFile:
    return PackFile("voice.bin", server.url(path), len(DATA), sha256 or hashlib.sha256(DATA).hexdigest(), (HOST,))


def brought(file: PackFile, folder: Path) -> bytes:
    return download(file, folder, lambda *_: None, lambda: False).read_bytes()


def test_a_file_is_checked_by_its_sha256(server, tmp_path):
    assert brought(wanted(server), tmp_path) == DATA
    with pytest.raises(ModelFault, match="does not match its checksum"):
        brought(wanted(server, sha256="0" * 64), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["voice.bin"]


@pytest.mark.parametrize("sha256", ["x" * 64, "0" * 63, " "])
def test_what_comes_without_a_checksum_is_not_fetched(server, tmp_path, sha256):
    with pytest.raises(ModelFault, match="without a checksum"):
        brought(wanted(server, sha256=sha256), tmp_path)
    assert server.bytes_sent == 0


def test_redirects_are_followed_on_known_hosts_only(server, tmp_path):
    server.redirects["/moved"] = server.url("/voice.bin")
    assert brought(wanted(server, "/moved"), tmp_path) == DATA
    server.redirects["/lured"] = server.url("/voice.bin").replace(HOST, "localhost")
    (tmp_path / "voice.bin").unlink()
    with pytest.raises(ModelFault, match="localhost is not where such a file comes from"):
        brought(wanted(server, "/lured"), tmp_path)
    server.redirects["/away"] = "file:///etc/passwd"
    with pytest.raises(ModelFault):
        brought(wanted(server, "/away"), tmp_path)
    assert [path for path in tmp_path.iterdir() if path.stat().st_size] == []


def test_another_host_is_refused_before_anything_is_sent(tmp_path):
    file = PackFile("voice.bin", "https://elsewhere.example/voice.bin", 5, "0" * 64, ("github.com",))
    with pytest.raises(ModelFault, match=r"elsewhere\.example is not where") as told:
        brought(file, tmp_path)
    assert told.value.remedy


def test_an_encrypted_connection_is_not_left(tmp_path):
    with pytest.raises(ModelFault, match="unprotected"):
        refuse_elsewhere("http://github.com/x", ("github.com",), "https://github.com/y")


def test_what_is_longer_here_than_there_begins_anew(server, tmp_path):
    (tmp_path / "voice.bin.part").write_bytes(DATA[:300_000])
    server.files["/voice.bin"] = DATA[:200_000]
    with pytest.raises(ModelFault, match="416"):
        brought(wanted(server), tmp_path)
    server.files["/voice.bin"] = DATA
    assert brought(wanted(server), tmp_path) == DATA


def test_an_answer_from_the_wrong_place_is_not_patched_in(server, tmp_path):
    (tmp_path / "voice.bin.part").write_bytes(DATA[:1000])
    server.resumes_at = 5000
    with pytest.raises(ModelFault, match="another file there"):
        brought(wanted(server), tmp_path)
    server.resumes_at = None
    assert brought(wanted(server), tmp_path) == DATA


def test_a_file_of_another_length_behind_the_same_name_is_noticed_on_resuming(server, tmp_path):
    (tmp_path / "voice.bin.part").write_bytes(DATA[:1000])
    server.files["/voice.bin"] = DATA + b"more"
    with pytest.raises(ModelFault, match="another file there"):
        brought(wanted(server), tmp_path)
    assert not (tmp_path / "voice.bin.part").exists()


def test_a_full_disk_is_told_before_and_while_it_fills(server, tmp_path, monkeypatch):
    (tmp_path / "voice.bin.part").symlink_to("/dev/full")
    with pytest.raises(ModelFault, match="No room left") as told:
        brought(wanted(server), tmp_path)
    assert told.value.remedy
    (tmp_path / "voice.bin.part").unlink()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    sent = server.bytes_sent
    with pytest.raises(ModelFault, match="1 MB are needed"):
        brought(wanted(server), tmp_path)
    assert server.bytes_sent == sent


def test_other_refusals_of_the_disk_name_the_folder(tmp_path):
    assert "cannot be written (Permission denied)" in disk_fault(OSError(errno.EACCES, "Permission denied"), tmp_path).message


def test_a_stop_is_heeded_at_once_while_a_slow_server_trickles(server, tmp_path):
    seen: list[int] = []
    with pytest.raises(ModelFault) as told:
        download(wanted(server), tmp_path, lambda here, _: seen.append(here), lambda: len(seen) > 1)
    assert told.value.kind == "cancelled" and len(seen) == 2
    assert brought(wanted(server), tmp_path) == DATA
