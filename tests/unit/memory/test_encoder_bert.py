"""A BERT model on numpy gives what the slow way gives, and a damaged folder is refused by name."""

import json

import numpy as np
import pytest

from mind.errors import EncoderFault
from mind.memory.encoders.bert import BertEncoder
from mind.memory.encoders.safetensors import read_tensors
from mind.memory.encoders.wordpiece import WordPiece, words
from tests.support.small_bert import VOCABULARY, slow_encode, weights, write_bert, write_safetensors

TEXTS = ["The cats sleep", "a red boat", "", "sleeping cats, on the boat.", "the the the the the the", "猫 is é"]


def ids(text):
    return WordPiece({piece: number for number, piece in enumerate(VOCABULARY)}).ids(text, 16)


@pytest.mark.parametrize("pooling", ["mean", "first"])
def test_vectors_are_those_of_the_slow_way_whatever_the_batch(tmp_path, pooling):
    encoder = BertEncoder(write_bert(tmp_path / "tiny", pooling=pooling))
    wanted = np.stack([slow_encode(ids(text), weights(), first=pooling == "first") for text in TEXTS])
    assert encoder.encode(TEXTS) == pytest.approx(wanted, abs=1e-5)
    assert np.concatenate([encoder.encode([text], query=True) for text in TEXTS]) == pytest.approx(wanted, abs=1e-5)
    assert encoder.encode([]).shape == (0, encoder.dim)


def test_a_long_text_is_cut_where_the_model_ends(tmp_path):
    encoder = BertEncoder(write_bert(tmp_path / "tiny"))
    assert encoder.encode(["cat " * 5000]) == pytest.approx(encoder.encode(["cat " * 14]), abs=1e-6)


def test_the_key_names_the_bytes_not_the_folder(tmp_path):
    one, same = BertEncoder(write_bert(tmp_path / "one")), BertEncoder(write_bert(tmp_path / "same"))
    other = BertEncoder(write_bert(tmp_path / "other", seed=2))
    assert one.key == same.key != other.key


def test_pieces_are_the_longest_that_are_known():
    assert ids("Cats sleeping") == [2, 5, 6, 7, 8, 3]
    assert ids("dog") == [2, 1, 3]
    assert ids("x" * 500) == [2, 1, 3]
    assert ids("éé") == [2, 17, 18, 3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Don't  stop\tnow!", ["don", "'", "t", "stop", "now", "!"]),
        ("Café\u0301 ÅNGSTRÖM", ["cafe", "angstrom"]),
        ("我爱米拉。ネコ", ["我", "爱", "米", "拉", "。", "ネコ"]),
        ("a\u200db\x00c\u00a0d", ["abc", "d"]),
        ("$5+3=8", ["$", "5", "+", "3", "=", "8"]),
    ],
)
def test_words_are_parted_as_the_model_learnt_them(text, found):
    assert list(words(text)) == found


def test_half_and_brain_floats_read_like_whole_ones(tmp_path):
    values = np.array([[0.5, -2.0, 3.25]], np.float32)
    brain = (values.view(np.uint32) >> 16).astype("<u2")
    write_safetensors(tmp_path / "m", {"a": values, "b": values.astype("<f2"), "c": brain, "d": np.arange(3)})
    read = read_tensors(tmp_path / "m")
    assert sorted(read) == ["a", "b", "c"]
    assert all(np.array_equal(tensor, values) and tensor.dtype == np.float32 for tensor in read.values())


HEADERS = [
    {"dtype": "F32", "shape": [2], "data_offsets": [0, 800]},
    {"dtype": "F32", "shape": [3], "data_offsets": [0, 8]},
    {"dtype": "F32", "shape": [-2], "data_offsets": [0, 8]},
    {"dtype": "F32", "shape": [2], "data_offsets": [8, 0]},
    {"dtype": "F32", "shape": [True, 2], "data_offsets": [0, 8]},
    {"dtype": "F32", "shape": "2", "data_offsets": [0, 8]},
    {"dtype": "F32", "shape": [1] * 40 + [2], "data_offsets": [0, 8]},
]


@pytest.mark.parametrize("entry", HEADERS)
def test_tensors_that_lie_outside_the_file_or_make_no_sense_are_refused(tmp_path, entry):
    write_safetensors(tmp_path / "m", {"a": np.zeros(2, np.float32)}, a=entry)
    with pytest.raises(EncoderFault, match="no sound model file"):
        read_tensors(tmp_path / "m")


@pytest.mark.parametrize("content", [b"", b"\xff" * 30, b"\x04\0\0\0\0\0\0\0[1,]", (10**6).to_bytes(8, "little") + b"{}"])
def test_a_file_that_is_something_else_is_refused(tmp_path, content):
    (tmp_path / "m").write_bytes(content)
    with pytest.raises(EncoderFault):
        read_tensors(tmp_path / "m")


def cut_weights(folder):
    path = folder / "model.safetensors"
    path.write_bytes(path.read_bytes()[:-9])


def lose_a_layer(folder):
    write_safetensors(
        folder / "model.safetensors", {name: one for name, one in weights().items() if "layer.1.output" not in name}
    )


def not_a_number(folder):
    broken = weights()
    broken["encoder.layer.0.output.dense.bias"][0] = np.nan
    write_safetensors(folder / "model.safetensors", broken)


def another_tokenizer(folder):
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"type": "Unigram", "vocab": [["a", -1.0]]}}))


def other_measures(folder):
    write_bert(folder, hidden_size=16)


@pytest.mark.parametrize(
    "harm",
    [
        cut_weights, lose_a_layer, not_a_number, another_tokenizer, other_measures,
        lambda folder: (folder / "model.safetensors").unlink(),
        lambda folder: (folder / "config.json").write_text("[]"),
        lambda folder: (folder / "config.json").write_text("{" * 9999),
        lambda folder: (folder / "vocab.txt").unlink(),
        lambda folder: (folder / "vocab.txt").write_bytes(b"\xff\xfe"),
        lambda folder: (folder / "vocab.txt").write_text("cat\n"),
        lambda folder: (folder / "vocab.txt").write_text("\n".join([*VOCABULARY, "more"])),
        lambda folder: write_bert(folder, model_type="gpt2"),
        lambda folder: write_bert(folder, hidden_act="swish"),
        lambda folder: write_bert(folder, num_hidden_layers=10**9),
        lambda folder: write_bert(folder, hidden_size="8"),
        lambda folder: (folder / "1_Pooling" / "config.json").write_text('{"pooling_mode_max_tokens": true}'),
    ],
)  # fmt: skip
def test_a_damaged_or_foreign_folder_is_a_fault_with_a_remedy(tmp_path, harm):
    folder = write_bert(tmp_path / "tiny")
    harm(folder)
    with pytest.raises(EncoderFault) as fault:
        BertEncoder(folder)
    assert fault.value.remedy
