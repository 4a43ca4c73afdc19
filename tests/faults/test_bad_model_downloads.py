"""Downloads of speech models in bad hands and on a full disk: told, nothing half done, and the next try goes on from there."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import shutil
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.support.voice_model import FOLDER
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault
from voice.models import OfficialModel, install_model, installed_models

NAME = "vosk-model-small-en-us-0.15"
FILES = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in sorted(FOLDER.rglob("*")) if path.is_file()}


def zipped(files: dict[str, bytes], under: str = NAME) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(f"{under}/{name}" if under else name, data)
    return into.getvalue()


GOOD = zipped(FILES)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as running:
        yield running


def offered(server: ModelServer, data: bytes, **changes: Any) -> OfficialModel:
    server.files["/m.zip"] = data
    told = {"url": server.url("/m.zip"), "size": len(data), "md5": hashlib.md5(data).hexdigest()}
    return OfficialModel(NAME, "en", **{**told, **changes})


def with_link() -> bytes:
    into = io.BytesIO(GOOD)
    with zipfile.ZipFile(into, "a") as file:
        link = zipfile.ZipInfo(f"{NAME}/ivector")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc")
    return into.getvalue()


def encrypted() -> bytes:
    data = bytearray(GOOD)
    for magic, flags in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = data.find(magic)
        while at >= 0:
            struct.pack_into("<H", data, at + flags, struct.unpack_from("<H", data, at + flags)[0] | 1)
            at = data.find(magic, at + 4)
    return bytes(data)


def flipped() -> bytes:
    return GOOD[:90_000] + bytes([GOOD[90_000] ^ 1]) + GOOD[90_001:]


Act = Callable[[ModelServer], OfficialModel]


def moved(server: ModelServer) -> OfficialModel:
    """The file's address leads to another file."""
    model = offered(server, GOOD)
    server.files["/other.zip"] = zipped(FILES | {"README": b"not the same"})
    server.redirects["/m.zip"] = server.url("/other.zip").replace("127.0.0.1", "localhost")
    return model


TAMPERED: dict[str, tuple[Act, str]] = {
    "a bit is flipped": (lambda server: offered(server, flipped(), md5=hashlib.md5(GOOD).hexdigest()), "checksum"),
    "a page to sign in": (lambda server: offered(server, b"<html>sign in</html>" * 90, md5="0" * 32), "checksum"),
    "a page with a checksum": (lambda server: offered(server, b"<html>sign in</html>" * 90), "no sound archive"),
    "it leads to another file": (moved, "checksum|broke off"),
    "the list says it is smaller": (lambda server: offered(server, GOOD, size=len(GOOD) - 1000), "checksum"),
    "the list says it is larger": (lambda server: offered(server, GOOD, size=len(GOOD) + 1000), "broke off"),
    "it swells": (lambda server: offered(server, zipped(FILES | {"bomb": b"\0" * 60_000_000})), "proportion"),
    "a name leads outside": (lambda server: offered(server, zipped({"../../escaped": b"x"} | FILES)), "names"),
    "a link leads outside": (lambda server: offered(server, with_link()), "links"),
    "two folders": (lambda server: offered(server, zipped({"a/x": b"", "b/x": b""}, "")), "one folder"),
    "it is encrypted": (lambda server: offered(server, encrypted()), "no sound archive"),
    "another model inside": (lambda server: offered(server, zipped(FILES, "vosk-model-small-cn-0.22")), "Chinese, not English"),
    "a model that was cut": (
        lambda server: offered(server, zipped(FILES | {"graph/HCLr.fst": FILES["graph/HCLr.fst"][:-900]})), "HCLr.fst is cut",
    ),
}  # fmt: skip


def left_in(folder: Path) -> list[str]:
    """All files but locks."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")


@pytest.mark.parametrize("what", TAMPERED)
def test_a_tampered_download_is_told_and_leaves_what_was_there(server, tmp_path, what):
    made, why = TAMPERED[what]
    before = tmp_path / "models" / NAME / "am/final.mdl"
    before.parent.mkdir(parents=True)
    before.write_bytes(b"the one in use")
    with pytest.raises(ModelFault, match=why) as told:
        install_model(made(server), tmp_path / "models")
    assert told.value.remedy and told.value.message.endswith(".")
    kept = [name for name in left_in(tmp_path) if not name.endswith(".part")]
    assert kept == [f"models/{NAME}/am/final.mdl"] and before.read_bytes() == b"the one in use"


class SmallDisk:
    """A disk with so many bytes left; files opened on it anew take from them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room = 1 << 40
        opened = Path.open

        def open_here(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
            file = opened(path, mode, *rest, **more)
            return Filling(file, self) if mode[0] in "wax" else file

        monkeypatch.setattr(Path, "open", open_here)


class Filling:
    """A file on a small disk."""

    def __init__(self, file: Any, disk: SmallDisk) -> None:
        self._file, self._disk = file, disk

    def __enter__(self) -> Filling:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> int:
        took = data[: max(0, self._disk.room)]
        self._disk.room -= len(took)
        self._file.write(took)
        if len(took) < len(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(took)


def test_a_disk_that_fills_at_any_stage_is_told_and_nothing_is_fetched_twice(server, tmp_path, monkeypatch):
    model, disk = offered(server, GOOD), SmallDisk(monkeypatch)
    unpacked = sum(map(len, FILES.values()))
    while_it_comes = [len(GOOD) * part // 25 for part in range(6)]
    while_it_is_unpacked = [unpacked * part // 7 for part in range(7)]
    for room in (*while_it_comes, len(GOOD), *while_it_is_unpacked, unpacked + 100):
        disk.room = room
        with pytest.raises(ModelFault, match="No room left") as told:
            install_model(model, tmp_path)
        assert told.value.remedy and installed_models(tmp_path) == []
        assert {name.rpartition(".")[2] for name in left_in(tmp_path)} <= {"part", "zip"}, "no half model"
    disk.room = 1 << 40
    with monkeypatch.context() as patched, pytest.raises(ModelFault, match="No room left"):
        patched.setattr(tempfile, "TemporaryDirectory", no_folder)
        install_model(model, tmp_path)
    assert [path.suffix for path in tmp_path.iterdir() if path.suffix != ".lock"] == [".zip"], "what has come is kept"
    assert install_model(model, tmp_path).path.is_dir() and [found.name for found in installed_models(tmp_path)] == [NAME]
    assert left_in(tmp_path / NAME) == sorted([*FILES, "hearth-files.json"])
    assert json.loads((tmp_path / NAME / "hearth-files.json").read_text())["am/final.mdl"] == len(FILES["am/final.mdl"])
    begins = [int(asked.removeprefix("bytes=").rstrip("-")) for asked in server.ranges]
    assert len(begins) >= 4 and all(one < two for one, two in pairwise(begins)), "each try goes on behind the last"


def test_a_disk_without_room_for_the_unpacked_model_is_told_before_it_fills(server, tmp_path, monkeypatch):
    model, sizes = offered(server, GOOD), iter((1 << 40, 20_000_000))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1 << 41, 0, next(sizes)))
    with pytest.raises(ModelFault, match="1 MB are needed"):
        install_model(model, tmp_path)
    monkeypatch.undo()
    sent = server.bytes_sent
    assert install_model(model, tmp_path).path.is_dir() and server.bytes_sent == sent


def no_folder(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
