"""Packed tars from hostile and broken hands. Zips are held to the same in the tests of model installs."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.small_voice import NAME, pack_files, packed
from voice.errors import ModelFault
from voice.models.suspicion import Limits, unsafe
from voice.models.unpack import unpack


def tar_of(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    into = io.BytesIO()
    with tarfile.open(fileobj=into, mode="w:bz2") as tar:
        for member, data in members:
            member.size = len(data) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(data))
    return into.getvalue()


def plain(name: str, data: bytes = b"x") -> tuple[tarfile.TarInfo, bytes]:
    return tarfile.TarInfo(name), data


def special(name: str, kind: bytes, target: str = "") -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member, b""


def tried(data: bytes, folder: Path, limits: Limits | None = None) -> Path:
    archive = folder / "voice.tar.bz2"
    archive.write_bytes(data)
    near = folder / "near"
    near.mkdir(exist_ok=True)
    return unpack(archive, near, limits) if limits else unpack(archive, near)


@pytest.mark.parametrize("packing", ["bz2", "gz", "xz"])
def test_a_packed_tar_comes_out_as_it_went_in(tmp_path, packing):
    files = pack_files()
    root = tried(packed(files, packing), tmp_path)
    assert {path.relative_to(root.parent).as_posix(): path.read_bytes() for path in root.rglob("*")} == files


def test_what_a_mac_adds_is_left_out(tmp_path):
    data = tar_of(plain("._v"), plain("v/._model.onnx"), plain("v/.DS_Store"), plain("./v/model.onnx", b"m"))
    root = tried(data, tmp_path)
    assert [path.name for path in root.iterdir()] == ["model.onnx"] and root.name == "v"


@pytest.mark.parametrize(
    ("members", "why"),
    [
        ([plain("../escaped")], "names"),
        ([plain("v/../../escaped")], "names"),
        ([plain("/abs/escaped")], "names"),
        ([plain("v\\..\\escaped")], "names"),
        ([plain("C:/x/escaped")], "names"),
        ([plain("v/con.txt")], "names"),
        ([plain("v/ends. ")], "names"),
        ([plain("v/new\nline")], "names"),
        ([plain("v/" + "long" * 60)], "names"),
        ([plain("v/a"), plain("v/A")], "names"),
        ([plain("v/a"), plain("./v/a")], "names"),
        ([special("../up", tarfile.DIRTYPE)], "names"),
        ([special("v/link", tarfile.SYMTYPE, "/etc/passwd")], "links"),
        ([special("v/link", tarfile.LNKTYPE, "v/a")], "links"),
        ([plain("v/a"), special("v/a", tarfile.SYMTYPE, "../../x")], "links"),
        ([special("v/device", tarfile.CHRTYPE)], "more than files"),
        ([special("v/block", tarfile.BLKTYPE)], "more than files"),
        ([special("v/pipe", tarfile.FIFOTYPE)], "more than files"),
        ([plain("one/a"), plain("two/b")], "one folder"),
        ([plain("loose")], "one folder"),
        ([], "no files"),
        ([plain(f"v/{number}", b"") for number in range(600)], "too many"),
        ([plain("v/bomb", b"\0" * 30_000_000)], "proportion"),
    ],
)
def test_hostile_archives_are_refused_and_nothing_is_written_outside(tmp_path, members, why):
    with pytest.raises(ModelFault, match=why) as told:
        tried(tar_of(*members), tmp_path)
    assert told.value.remedy
    outside = [path for path in tmp_path.rglob("*") if path.is_file() and "near" not in path.parts]
    assert [path.name for path in outside] == ["voice.tar.bz2"]
    assert not any(path.is_symlink() for path in tmp_path.rglob("*"))


def test_a_header_that_says_it_is_huge_is_not_believed(tmp_path):
    header = tarfile.TarInfo("v/pax")
    header.type, header.size = tarfile.XHDTYPE, 900_000_000
    bomb = bz2.compress(header.tobuf() + b"\0" * 20_000_000)
    with pytest.raises(ModelFault, match=r"proportion|no sound archive"):
        tried(bomb, tmp_path)


def test_many_middling_files_are_one_large_one(tmp_path):
    noise = [plain(f"v/{number}", bytes(range(256)) * 400) for number in range(20)]
    with pytest.raises(ModelFault, match="too large"):
        tried(tar_of(*noise), tmp_path, Limits(bytes=1_000_000))


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress])
def test_an_archive_cut_at_any_of_fifty_places_is_no_archive(tmp_path, pack: Callable[[bytes], bytes]):
    whole = pack(packed(pack_files(), ""))
    for cut in range(1, 51):
        with pytest.raises(ModelFault, match=r"no sound archive|no files"):
            tried(whole[: len(whole) * cut // 51], tmp_path)
        for left in (tmp_path / "near").rglob(f"{NAME}/*"):
            left.unlink()


def test_a_zip_whose_content_was_changed_is_no_archive(tmp_path):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        file.writestr("v/a", b"some words")
    data = into.getvalue().replace(b"some words", b"some swords"[:10])
    with pytest.raises(ModelFault, match="no sound archive"):
        tried(data, tmp_path)


def test_names_of_real_packs_are_safe():
    for name in ("kokoro-multi-lang-v1_0/espeak-ng-data/voices/!v/Mr serious", "v/espeak-ng-data/lang/aav/vi-VN-x-central"):
        assert not unsafe(name)
