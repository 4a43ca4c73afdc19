"""Folders of speech models that were cut, are for another language, or are too big: each is told by its name, with a remedy."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path

import pytest

from tests.support.voice_model import FOLDER
from voice.errors import ModelFault
from voice.models import check_language, find_model, installed_models
from voice.models.language import language_of, language_of_words
from voice.recognise import memory, soundness
from voice.recognise.graph_files import is_whole, names_words
from voice.recognise.memory import free_memory, group_free, linux_free, needed_for
from voice.recognise.sizes import keep_sizes
from voice.recognise.soundness import check_files, try_model
from voice.wake.vocabulary import vocabulary_of

PLACES = (0.0, 0.1, 0.5, 0.9, 0.999)
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file() and path.stat().st_size)


@pytest.fixture
def copied(tmp_path) -> Path:
    return shutil.copytree(FOLDER, tmp_path / "model")


@pytest.fixture
def no_child(monkeypatch):
    """No process is begun for a model that is known to be bad."""
    monkeypatch.setattr(soundness.multiprocessing, "get_context", lambda _: pytest.fail("the model was loaded"))


def test_a_model_that_was_cut_anywhere_since_it_was_installed_is_told_by_that_file(copied):
    keep_sizes(copied)
    check_files(copied)
    for name in FILES:
        data = (copied / name).read_bytes()
        for place in PLACES:
            (copied / name).write_bytes(data[: int(place * len(data))])
            with pytest.raises(ModelFault, match=name) as told:
                check_files(copied)
            assert told.value.remedy
        (copied / name).unlink()
        with pytest.raises(ModelFault, match=name):
            check_files(copied)
        (copied / name).write_bytes(data)
    check_files(copied)
    for note in ("", "[]", "{"):
        (copied / "hearth-files.json").write_text(note)
        with pytest.raises(ModelFault, match=r"hearth-files\.json"):
            check_files(copied)


@pytest.mark.parametrize("name", ["graph/HCLr.fst", "graph/Gr.fst"])
def test_a_graph_that_lost_its_end_is_found_though_it_would_load(copied, name, no_child):
    file = copied / name
    data = file.read_bytes()
    assert is_whole(file)
    for cut in (*range(0, len(data), len(data) // 40), len(data) - 1):
        file.write_bytes(data[:cut])
        assert not is_whole(file), f"cut at {cut} of {len(data)}"
    with pytest.raises(ModelFault, match=rf"{name} is cut short"):
        try_model(copied)


def test_graphs_with_names_gaps_and_of_other_types_are_read_past_or_let_be(tmp_path):
    head = struct.pack("<ii5si8sii", 2125659606, 5, b"const", 8, b"standard", 2, 2 | 4)
    head += struct.pack("<Qqqq", 1, 0, 1, 0)
    table = struct.pack("<ii5sqq", 2125658996, 5, b"words", 1, 1) + struct.pack("<i5sq", 5, b"<eps>", 0)
    body = head + table
    body += b"\0" * (-len(body) % 16) + bytes(20)
    body += b"\0" * (-len(body) % 16)
    file = tmp_path / "Gr.fst"
    for cut in range(len(head), len(body) - 12):
        file.write_bytes(body[:cut])
        assert not is_whole(file) and names_words(file)
    file.write_bytes(body)
    assert is_whole(file)
    file.write_bytes(head.replace(b"const", b"ngram"))
    assert is_whole(file) and names_words(file)
    file.write_bytes(b"<html>")
    assert not is_whole(file) and not names_words(file)


def test_marks_of_words_that_end_in_the_middle_are_told(copied, no_child):
    marks = copied / "graph/phones/word_boundary.int"
    marks.write_bytes(marks.read_bytes()[:-5])
    with pytest.raises(ModelFault, match=r"word_boundary\.int is cut short"):
        try_model(copied)


def named(folder: Path, name: str) -> Path:
    return shutil.copytree(FOLDER, folder / name)


def spelt(folder: Path, words: tuple[str, ...]) -> None:
    lines = [f"{word} {number}" for number, word in enumerate(("<eps>", *words, "[unk]", "#0"))]
    (folder / "graph/words.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_model_of_another_language_is_told_and_never_taken_in_its_place(tmp_path):
    chinese = named(tmp_path, "vosk-model-small-cn-0.22")
    with pytest.raises(ModelFault, match="understand Chinese, not English") as told:
        find_model(tmp_path, "en")
    assert told.value.kind == "speech-model-language" and "English" in told.value.remedy
    assert find_model(tmp_path, "zh") == chinese == find_model(tmp_path, "en", chinese.name), "what was chosen by name is taken"
    with pytest.raises(ModelFault, match=r"cn-0\.22 understands Chinese, not Japanese") as told:
        check_language(chinese, "ja")
    assert told.value.kind == "speech-model-language" and told.value.remedy
    check_language(chinese, "zh")


def test_an_installed_model_that_was_cut_is_told_rather_than_none(tmp_path):
    folder = named(tmp_path, "vosk-model-small-en-us-0.15")
    (folder / "graph/Gr.fst").unlink()
    for chosen in ("", folder.name, str(folder)):
        with pytest.raises(ModelFault, match=r"Gr\.fst is missing"):
            find_model(tmp_path, "en", chosen)
    with pytest.raises(ModelFault, match="No speech model is installed"):
        find_model(tmp_path, "zh")


def test_a_folder_whose_name_tells_nothing_is_known_by_the_script_of_its_words(tmp_path):
    folder = named(tmp_path, "my-model")
    assert language_of(folder) == ""
    check_language(folder, "ja")
    assert find_model(tmp_path, "ja") == folder, "nobody knows better"
    for words, lang in (
        (("今天", "天气", "很", "好", "ok"), "zh"),
        (("今日", "は", "いい", "天気", "テレビ"), "ja"),
        (("오늘", "날씨", "좋다"), "ko"),
    ):
        spelt(folder, words)
        vocabulary_of.__globals__["read"].cache_clear()
        assert language_of(folder) == lang
        with pytest.raises(ModelFault, match="not English"):
            check_language(folder, "en")
        assert [model.lang for model in installed_models(tmp_path)] == [lang]
    assert language_of_words(()) == "" == language_of_words(["[noise]", "<eps>", "der", "und"])


def test_a_model_too_big_for_the_free_memory_is_not_loaded(copied, monkeypatch, no_child):
    (copied / "rescore").mkdir()
    with (copied / "rescore/G.carpa").open("wb") as file:
        file.truncate(1_700_000_000)
    assert needed_for(copied) == pytest.approx(10.35e9, rel=0.01)
    monkeypatch.setattr(memory, "free_memory", lambda: 6_100_000_000)
    with pytest.raises(ModelFault, match=r"needs about 10\.4 GB of memory, and 6\.1 GB are free") as told:
        try_model(copied)
    assert told.value.kind == "speech-model-memory" and "small model" in told.value.remedy


def test_free_memory_is_that_of_the_system_or_of_the_container(tmp_path):
    assert needed_for(FOLDER) < 160_000_000 < (free_memory() or 1e12)
    (tmp_path / "meminfo").write_text("MemTotal: 8000 kB\nMemAvailable:   3000 kB\n")
    assert linux_free(tmp_path / "meminfo") == 3_072_000 and linux_free(tmp_path / "none") is None
    assert group_free(tmp_path) is None
    (tmp_path / "memory.max").write_text("5000\n")
    (tmp_path / "memory.current").write_text("2000\n")
    assert group_free(tmp_path) == 3000
    (tmp_path / "memory.max").write_text("max\n")
    assert group_free(tmp_path) is None
