"""A model in ONNX, where the packages for it are installed; where they are not, that is said."""

import builtins
import sys

import numpy as np
import pytest

from mind.errors import EncoderFault
from mind.memory.encoders.onnx import OnnxEncoder
from tests.support.small_onnx import TABLE, VOCABULARY, write_onnx


def row(*pieces):
    made = np.mean([TABLE[VOCABULARY[piece]] for piece in pieces], axis=0)
    return made / np.linalg.norm(made)


@pytest.fixture
def installed():
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")


@pytest.mark.usefixtures("installed")
class TestInstalled:
    def test_rows_are_the_mean_of_their_own_pieces_whatever_the_batch(self, tmp_path):
        encoder = OnnxEncoder(write_onnx(tmp_path / "tiny"))
        texts = ["The cat", "dog", "cat sleeps dog cat cat", ""]
        rows = encoder.encode(texts)
        wanted = [row("[UNK]", "cat"), row("dog"), row("cat", "sleeps", "dog", "cat", "cat"), np.zeros(6)]
        assert rows == pytest.approx(np.stack(wanted), abs=1e-6)
        assert encoder.encode(["dog"]) == pytest.approx(rows[1:2], abs=1e-6)
        assert encoder.dim == 6
        assert encoder.encode([]).shape == (0, 6)

    def test_a_model_may_take_the_first_piece_alone(self, tmp_path):
        encoder = OnnxEncoder(write_onnx(tmp_path / "tiny", pooling="first"))
        assert encoder.encode(["cat dog"]) == pytest.approx(row("cat")[None], abs=1e-6)

    def test_questions_and_texts_get_the_words_their_model_was_taught(self, tmp_path):
        encoder = OnnxEncoder(write_onnx(tmp_path / "tiny", prompts={"query": "query: ", "passage": "passage: "}))
        assert encoder.encode(["cat"], query=True) == pytest.approx(row("query", ":", "cat")[None], abs=1e-6)
        assert encoder.encode(["cat"]) == pytest.approx(row("passage", ":", "cat")[None], abs=1e-6)
        assert encoder.key != OnnxEncoder(write_onnx(tmp_path / "plain")).key

    def test_a_long_text_is_cut_where_the_model_ends(self, tmp_path):
        encoder = OnnxEncoder(write_onnx(tmp_path / "tiny"))
        assert encoder.encode(["cat " * 12 + "dog " * 5000]) == pytest.approx(encoder.encode(["cat"]), abs=1e-6)

    @pytest.mark.parametrize(
        "harm",
        [
            lambda folder: (folder / "model.onnx").write_bytes(b"\x08\x08junk"),
            lambda folder: (folder / "model.onnx").write_bytes(b""),
            lambda folder: (folder / "tokenizer.json").write_text("{}"),
            lambda folder: (folder / "tokenizer.json").write_bytes(b"\xff\xfe"),
            lambda folder: (folder / "config.json").write_text("[]"),
            lambda folder: (folder / "config_sentence_transformers.json").write_text('{"prompts": {"query": 3}}'),
            lambda folder: write_onnx(folder, inputs=("input_ids", "picture")),
            lambda folder: write_onnx(folder, inputs=("words",)),
            lambda folder: write_onnx(folder, table=np.full_like(TABLE, np.nan)),
            lambda folder: write_onnx(folder, table=TABLE[:1]),
        ],
    )
    def test_a_damaged_or_foreign_folder_is_a_fault_with_a_remedy(self, tmp_path, harm):
        folder = write_onnx(tmp_path / "tiny")
        harm(folder)
        with pytest.raises(EncoderFault) as fault:
            OnnxEncoder(folder)
        assert fault.value.remedy


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_a_package_that_is_missing_is_named_with_what_to_do(tmp_path, monkeypatch, package):
    for name in ("onnxruntime", "tokenizers"):
        monkeypatch.setitem(sys.modules, name, None if name == package else builtins)
    folder = write_onnx(tmp_path / "tiny")
    if package == "onnxruntime":
        monkeypatch.setattr("mind.memory.encoders.onnx._tokenizer", lambda *_: None)
    with pytest.raises(EncoderFault, match=f"{package} is not installed") as fault:
        OnnxEncoder(folder)
    assert fault.value.kind == "encoder-packages"
    assert "pip install" in fault.value.remedy


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_missing_file_is_named(tmp_path, name):
    folder = write_onnx(tmp_path / "tiny")
    (folder / name).unlink()
    with pytest.raises(EncoderFault, match=name):
        OnnxEncoder(folder)
