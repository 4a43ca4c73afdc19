"""Voice packs from a server of our own into a folder, by the real engine: whole ones, stopped ones, and every kind of broken."""

from __future__ import annotations

import errno
import random
from pathlib import Path

import psutil
import pytest

pytest.importorskip("sherpa_onnx")

from tests.support import neural_children
from tests.support.small_voice import NAME, PITCHES, model, pack_files, packed, tokens, write_pack
from tests.support.spawned import spawned_children
from tests.support.voice_release import Release
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault, SynthesisFault
from voice.neural import trial
from voice.neural.held import HeldVoice
from voice.voice_packs import VoicePack, install_pack, installed_packs, offered_packs, remove_pack
from voice.voice_packs.layout import laid_out
from voice.voice_packs.onnx_notes import notes

CHANCE = random.Random(6)


@pytest.fixture(autouse=True)
def no_child_is_left():
    yield
    assert psutil.wait_procs(spawned_children(), 3.0)[1] == []


@pytest.fixture
def release():
    with ModelServer() as running:
        yield Release(running)


def offered(release: Release, data: bytes | None = None) -> VoicePack:
    """The small voice on the list, or another archive under its name."""
    release.rows["tts-models"].clear()
    if data is None:
        release.add_voice()
    else:
        release.add(f"{NAME}.tar.bz2", data)
    (pack,) = offered_packs(release.source)
    return pack


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock"))


def changed(**files: bytes | None) -> bytes:
    """The archive with files replaced by their last names (dots as underscores), or left out."""
    found = pack_files()
    for path in list(found):
        name = path.rpartition("/")[2].replace(".", "_").replace("-", "_")
        if name in files:
            data = files[name]
            if data is None:
                del found[path]
            else:
                found[path] = data
    return packed(found)


def test_a_voice_comes_with_progress_speaks_and_goes(release, tmp_path):
    told: list[tuple[int, int]] = []
    pack = offered(release)
    installed = install_pack(pack, tmp_path, lambda here, whole: told.append((here, whole)))
    assert told[0] == (0, pack.size) and told[-1] == (pack.size, pack.size)
    assert (installed.langs, installed.speakers, installed.licence) == (("en",), len(PITCHES), "public domain")
    assert installed_packs(tmp_path) == [installed]
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")) == [NAME]
    remove_pack(installed)
    assert installed_packs(tmp_path) == [] and left_in(tmp_path) == []


def test_a_stopped_download_is_kept_for_the_next_time(release, tmp_path):
    pack = offered(release)
    with pytest.raises(ModelFault) as told:
        install_pack(pack, tmp_path, cancelled=lambda: True)
    assert told.value.kind == "cancelled" and installed_packs(tmp_path) == []
    assert install_pack(pack, tmp_path).name == NAME


def test_what_only_older_engines_need_is_not_kept(release, tmp_path):
    pack = offered(release, packed(pack_files() | {f"{NAME}/espeak-ng-data/phontab": b"old"}))
    assert not (install_pack(pack, tmp_path).path / "espeak-ng-data").exists()


def test_a_download_cut_at_fifty_places_goes_on_and_ends_in_a_voice(release, tmp_path):
    pack = offered(release)
    for cut in range(1, 51):
        part = tmp_path / f"{NAME}.tar.bz2.part"
        release.server.cut_after = pack.size * cut // 51 - (part.stat().st_size if part.exists() else 0)
        with pytest.raises(ModelFault) as told:
            install_pack(pack, tmp_path)
        assert told.value.remedy and installed_packs(tmp_path) == []
    release.server.cut_after = None
    assert install_pack(pack, tmp_path).speakers == 2


def test_an_archive_tampered_with_at_ten_places_is_refused(release, tmp_path):
    pack = offered(release)
    data = release.server.files[f"/files/{NAME}.tar.bz2"]
    for place in range(10):
        at = len(data) * place // 10
        release.server.files[f"/files/{NAME}.tar.bz2"] = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises(ModelFault, match="does not match its checksum"):
            install_pack(pack, tmp_path)
        assert left_in(tmp_path) == []


WHOLE = model()

BROKEN = {
    "no model": (changed(en_US_hearth_low_onnx=None), "model.onnx is missing"),
    "no list of sounds": (changed(tokens_txt=None), r"tokens\.txt is missing"),
    "empty list of sounds": (changed(tokens_txt=b""), r"tokens\.txt is missing"),
    "garbage": (changed(en_US_hearth_low_onnx=CHANCE.randbytes(20_000)), "is damaged"),
    "a web page": (changed(en_US_hearth_low_onnx=b"<html>moved</html>"), "is damaged"),
    "half a model": (changed(en_US_hearth_low_onnx=WHOLE[: len(WHOLE) // 2]), "is damaged"),
    "recogniser": (changed(en_US_hearth_low_onnx=model(model_type="whisper")), "no voice that Hearth knows .whisper."),
    "unknown": (changed(en_US_hearth_low_onnx=model(model_type="")), "it does not say what it is"),
    "no rate": (changed(en_US_hearth_low_onnx=model(sample_rate="fast")), "sample_rate is no number"),
    "many speakers": (changed(en_US_hearth_low_onnx=model(n_speakers="9" * 9)), "n_speakers is no number"),
    "other sounds": (changed(tokens_txt="".join(f"{chr(0x4E00 + n)} {n}\n" for n in range(60)).encode()), "does not fit it"),
    "no padding": (changed(tokens_txt=tokens().replace("_ 0\n", "").encode()), "does not work"),
    "numbers too high": (changed(tokens_txt=tokens().replace("ɛ ", "ɛ 99").encode()), "does not work"),
    "doubled": (changed(tokens_txt=(tokens() + "i 3\n").encode()), "does not work"),
    "another folder": (packed(pack_files("vits-piper-en_US-other-low")), "something else in it"),
    "loose files": (packed({"model.onnx": WHOLE}), "one folder"),
    "climbing": (packed({"../x": b"x"}), "names"),
    "bomb": (packed({f"{NAME}/model.onnx": b"\0" * 30_000_000}), "proportion"),
    "no archive": (b"<html>moved</html>", "no sound archive"),
    "graph of nothing": (changed(en_US_hearth_low_onnx=WHOLE.replace(b"LessOrEqual", b"LessOrNever")), "does not work"),
    "silent": (changed(en_US_hearth_low_onnx=model(loud=0.0)), "cannot be speech"),
    "no numbers": (changed(en_US_hearth_low_onnx=model(loud=float("nan"))), "does not work"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_pack_is_told_leaves_nothing_and_keeps_the_voice_that_was_there(release, tmp_path, kind):
    data, why = BROKEN[kind]
    before = write_pack(tmp_path)
    (before / "mine.txt").write_text("kept")
    with pytest.raises(ModelFault, match=why) as told:
        install_pack(offered(release, data), tmp_path)
    assert told.value.remedy and "\n" not in told.value.message
    assert (before / "mine.txt").read_text() == "kept"
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == [NAME]
    assert not list(tmp_path.glob(f".{NAME}-*"))


def test_a_model_cut_at_fifty_places_is_damaged(tmp_path):
    for cut in range(1, 51):
        file = tmp_path / "model.onnx"
        file.write_bytes(WHOLE[: len(WHOLE) * cut // 51])
        with pytest.raises(ValueError, match="protocol buffer"):
            notes(file)
    file.write_bytes(WHOLE)
    assert notes(file)["comment"] == "piper"


def test_weights_tampered_with_are_refused_or_still_speak(tmp_path):
    folder = write_pack(tmp_path)
    path = next(folder.glob("*.onnx"))
    for _ in range(6):
        at = CHANCE.randrange(len(WHOLE))
        path.write_bytes(WHOLE[:at] + CHANCE.randbytes(8) + WHOLE[at + 8 :])
        try:
            trial.try_pack(folder)
        except ModelFault as fault:
            assert fault.remedy


def test_a_newer_pack_takes_the_place_of_the_older_one(release, tmp_path):
    before = write_pack(tmp_path)
    (before / "mine.txt").write_text("old")
    install_pack(offered(release), tmp_path)
    assert not (before / "mine.txt").exists() and laid_out(before).speakers == 2


def test_two_installs_at_once_do_not_mix(release, tmp_path):
    pack = offered(release)
    second: list[str] = []

    def meanwhile(here: int, whole: int) -> None:
        if not second:
            with pytest.raises(ModelFault, match="being downloaded already") as told:
                install_pack(pack, tmp_path)
            second.append(told.value.remedy)

    assert install_pack(pack, tmp_path, meanwhile).name == NAME and second == ["Wait for it."]


def test_what_a_killed_install_left_is_cleared_by_the_next(release, tmp_path):
    left = tmp_path / f".{NAME}-abc123" / NAME
    left.mkdir(parents=True)
    (left / "model.onnx").write_bytes(b"half")
    install_pack(offered(release), tmp_path)
    assert not left.parent.exists()


def test_a_disk_that_fills_while_unpacking_leaves_the_old_voice(release, tmp_path, monkeypatch):
    before = write_pack(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("voice.models.unpack.write", full)
    with pytest.raises(ModelFault, match="No room left") as told:
        install_pack(offered(release), tmp_path)
    assert told.value.remedy and laid_out(before).speakers == 2 and not list(tmp_path.glob(f".{NAME}-*"))


def test_a_stop_while_it_is_tried_keeps_the_download_and_installs_nothing(release, tmp_path):
    pack = offered(release)
    calls = iter([False] * 3)
    with pytest.raises(ModelFault) as told:
        install_pack(pack, tmp_path, cancelled=lambda: next(calls, True))
    assert told.value.kind == "cancelled" and installed_packs(tmp_path) == []
    sent = release.server.bytes_sent
    assert install_pack(pack, tmp_path).name == NAME and release.server.bytes_sent == sent


@pytest.mark.parametrize(
    ("work", "why"),
    [
        (neural_children.dies_loading, "its files do not fit together"),
        (neural_children.says_why, "no such model"),
        (neural_children.never_loads, "did not load within"),
    ],
)
def test_a_child_that_does_not_load_is_told(tmp_path, monkeypatch, work, why):
    monkeypatch.setattr("voice.neural.held.STARTING", 1.0)
    voice = HeldVoice(write_pack(tmp_path), 1, work)
    try:
        with pytest.raises(SynthesisFault, match=why) as told:
            voice.ready(lambda: False)
        assert told.value.remedy
    finally:
        voice.close()


def test_a_child_killed_while_it_loads_is_told(tmp_path):
    voice = HeldVoice(write_pack(tmp_path), 1, neural_children.never_loads)
    (child,) = spawned_children()
    child.kill()
    with pytest.raises(SynthesisFault, match="cannot be loaded"):
        voice.ready(lambda: False)
    voice.close()


def test_without_the_package_a_pack_is_installed_untried(release, tmp_path, monkeypatch):
    monkeypatch.setattr("voice.neural.packages.find_spec", lambda _: None)
    assert install_pack(offered(release), tmp_path).name == NAME


def test_a_half_pack_is_not_counted_as_installed(tmp_path):
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "tokens.txt").write_text("a 1\n")
    assert installed_packs(tmp_path) == [] == installed_packs(tmp_path / "nowhere")
