"""Encoder models from a hub: listed, fetched, checked, tried and put in place; a stop or a lie leaves no half model."""

import hashlib
import json

import pytest

from desktop.encoder_models import KNOWN, EncoderModel, install_encoder
from desktop.encoder_models.hub import HubFile, chosen
from tests.support.small_onnx import write_onnx
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault

MODEL = EncoderModel("tiny", "someone/tiny", 1)
LIST = "/api/models/someone/tiny/tree/main?recursive=true"


def listing(files, large=("onnx/model_quantized.onnx",)):
    rows = [{"type": "directory", "path": "onnx", "size": 0, "oid": "0" * 40}]
    for path, data in files.items():
        row = {"type": "file", "path": path, "size": len(data)}
        if path in large:
            rows.append(row | {"oid": "1" * 40, "lfs": {"oid": hashlib.sha256(data).hexdigest(), "size": len(data)}})
        else:
            rows.append(row | {"oid": hashlib.sha1(f"blob {len(data)}\0".encode() + data).hexdigest()})
    return rows


@pytest.fixture
def files(tmp_path):
    folder = write_onnx(tmp_path / "original", prompts={"query": "query: "})
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    found["onnx/model_quantized.onnx"] = found.pop("model.onnx")
    return found | {"onnx/model.onnx": b"much larger", "README.md": b"words"}


@pytest.fixture
def server(files):
    with ModelServer() as running:
        offer(running, files)
        yield running


def offer(server, files, rows=None):
    server.files = {f"/someone/tiny/resolve/main/{path}": data for path, data in files.items()}
    server.files[LIST] = json.dumps(listing(files) if rows is None else rows).encode()


def install(server, folder, model=MODEL, **more):
    return install_encoder(model, folder, hub=server.url(""), **more)


def test_a_model_comes_whole_with_its_progress_and_replaces_an_older_one(server, files, tmp_path):
    folder = tmp_path / "encoders"
    (folder / "tiny").mkdir(parents=True)
    (folder / "tiny" / "old").write_text("old")
    told = []
    path = install(server, folder, progress=lambda here, whole: told.append((here, whole)))
    assert path == folder / "tiny"
    names = {"model.onnx", "tokenizer.json", "config.json", "1_Pooling", "config_sentence_transformers.json"}
    assert {one.name for one in path.iterdir()} == names
    assert (path / "model.onnx").read_bytes() == files["onnx/model_quantized.onnx"]
    assert told == sorted(told) and told[-1][0] == told[-1][1]
    assert [one.name for one in folder.iterdir() if one.is_dir()] == ["tiny"]
    assert "/someone/tiny/resolve/main/README.md" not in server._received


def test_a_model_taught_with_words_before_its_texts_gets_them(server, tmp_path):
    path = install(server, tmp_path / "encoders", EncoderModel("tiny", "someone/tiny", 1, {"query": "q: "}))
    assert json.loads((path / "config_sentence_transformers.json").read_text()) == {"prompts": {"query": "q: "}}


def test_what_breaks_off_is_gone_on_with_later(server, files, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.encoder_models.install._try", lambda *_: None)
    large = files | {"onnx/model_quantized.onnx": bytes(range(256)) * 40}
    offer(server, large)
    server.cut_after = 4000
    with pytest.raises(ModelFault, match="broke off"):
        install(server, tmp_path / "encoders")
    server.cut_after = None
    path = install(server, tmp_path / "encoders")
    assert (path / "model.onnx").read_bytes() == large["onnx/model_quantized.onnx"]
    assert server.ranges == ["bytes=4000-"]


def test_a_stopped_download_goes_on_where_it_was(server, files, tmp_path, monkeypatch):
    monkeypatch.setattr("desktop.encoder_models.install.PIECE", 64)
    with pytest.raises(ModelFault) as stopped:
        install(server, tmp_path / "encoders", cancelled=lambda: True)
    assert stopped.value.kind == "cancelled"
    assert not (tmp_path / "encoders" / "tiny").exists()
    install(server, tmp_path / "encoders")
    assert server.ranges == ["bytes=64-"]


def lying(files):
    rows = listing(files)
    for row in rows:
        if row["path"] == "onnx/model_quantized.onnx":
            row["lfs"]["oid"] = "0" * 64
    return rows


def test_content_that_is_not_what_the_list_says_is_thrown_away(server, files, tmp_path):
    offer(server, files, lying(files))
    with pytest.raises(ModelFault, match="checksum"):
        install(server, tmp_path / "encoders")
    assert not list((tmp_path / "encoders").rglob("*.half"))
    offer(server, files | {"tokenizer.json": b"{}"}, listing(files))
    with pytest.raises(ModelFault):
        install(server, tmp_path / "encoders")
    assert not (tmp_path / "encoders" / "tiny").exists()


def test_a_model_that_does_not_work_is_not_put_in_place(server, files, tmp_path):
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tokenizers")
    offer(server, files | {"onnx/model_quantized.onnx": b"no model"})
    with pytest.raises(ModelFault, match="does not work"):
        install(server, tmp_path / "encoders")
    assert not [one for one in (tmp_path / "encoders").iterdir() if one.is_dir()]


@pytest.mark.parametrize(
    "rows",
    ["no list", [], {}, [{"type": "file"}], [{"type": "file", "path": "config.json", "size": 3}], [7], "[" * 50_000],
    ids=range(7),
)
def test_a_list_that_offers_nothing_usable_is_a_fault(server, files, tmp_path, rows):
    offer(server, files, rows)
    if isinstance(rows, str):
        server.files[LIST] = rows.encode()
    with pytest.raises(ModelFault) as fault:
        install(server, tmp_path / "encoders")
    assert fault.value.remedy


def test_a_hub_that_cannot_be_reached_is_a_fault(tmp_path):
    with ModelServer() as server, pytest.raises(ModelFault, match="404"):
        install(server, tmp_path / "encoders")


@pytest.mark.parametrize(
    ("offered", "taken"),
    [
        (["onnx/model.onnx", "onnx/model_fp16.onnx", "onnx/model_quantized.onnx"], "onnx/model_quantized.onnx"),
        (["model.onnx", "onnx/model_O4.onnx", "onnx/model_q4.onnx"], "model.onnx"),
        (["onnx/model.onnx", "onnx/model.onnx_data", "onnx/model_int8.onnx"], "onnx/model_int8.onnx"),
        (["openvino/model.onnx", "onnx/model_uint8.onnx", "deep/onnx/model.onnx"], "onnx/model_uint8.onnx"),
    ],
)
def test_the_lightest_sound_weights_are_taken(offered, taken):
    files = [HubFile(path, 5, sha256="a" * 64) for path in (*offered, "tokenizer.json", "config.json")]
    assert chosen(MODEL, files)[0] == (next(file for file in files if file.path == taken), "model.onnx")


def test_the_models_offered_have_names_that_can_be_folders():
    assert all(model.name == model.repository.split("/")[1] and model.megabytes for model in KNOWN)
