"""Speech models from a server of our own: list, resume, tampering, cuts, hostile archives."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile

import pytest

from tests.support.voice_model import FOLDER
from tests.support.voice_server import ModelServer
from voice.errors import ModelFault
from voice.models import KNOWN, OfficialModel, find_model, install_model, installed_models, official_models, remove_model
from voice.models.catalogue import model_of
from voice.models.download import download
from voice.models.language import language_of_model

NAME = "vosk-model-small-en-us-0.15"


def archive_of(files: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return into.getvalue()


@pytest.fixture(scope="module")
def archive() -> bytes:
    files = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    return archive_of({f"{NAME}/{name}": data for name, data in files.items()})


@pytest.fixture
def server():
    with ModelServer() as running:
        yield running


def offered(server: ModelServer, data: bytes, name: str = NAME) -> OfficialModel:
    server.files[f"/{name}.zip"] = data
    return OfficialModel(name, "en", server.url(f"/{name}.zip"), len(data), hashlib.md5(data).hexdigest())


def test_a_model_is_installed_with_progress_and_then_used(server, archive, tmp_path):
    told: list[tuple[int, int]] = []
    model = install_model(offered(server, archive), tmp_path / "models", lambda here, whole: told.append((here, whole)))
    assert told[0] == (0, len(archive)) and told[-1] == (len(archive), len(archive))
    assert [found.name for found in installed_models(tmp_path / "models")] == [NAME]
    assert find_model(tmp_path / "models", "en") == model.path == find_model(tmp_path / "models", "ja", NAME)
    assert sorted(path.name for path in (tmp_path / "models").iterdir() if not path.name.endswith(".lock")) == [NAME]
    remove_model(model)
    assert installed_models(tmp_path / "models") == []


def test_a_download_that_was_cut_goes_on_where_it_stopped(server, archive, tmp_path):
    model = offered(server, archive)
    for cut in range(1, 51):
        server.cut_after = len(archive) * cut // 51 - len(server.sent_from(model.name))
        with pytest.raises(ModelFault) as told:
            install_model(model, tmp_path)
        assert told.value.kind == "speech-model-download" and installed_models(tmp_path) == []
    server.cut_after = None
    install_model(model, tmp_path)
    assert len(server.ranges) >= 50 and server.bytes_sent < 1.5 * len(archive)


def test_a_server_that_cannot_resume_sends_all_again(server, archive, tmp_path):
    model = offered(server, archive)
    (tmp_path / f"{NAME}.zip.part").write_bytes(b"something else entirely")
    server.resumes = False
    assert download(model, tmp_path, lambda *_: None, lambda: False).read_bytes() == archive


def test_a_tampered_archive_is_thrown_away_wherever_it_was_touched(server, archive, tmp_path):
    model = offered(server, archive)
    for place in range(0, 100, 10):
        at = len(archive) * place // 100
        server.files[f"/{NAME}.zip"] = archive[:at] + bytes([archive[at] ^ 1]) + archive[at + 1 :]
        with pytest.raises(ModelFault, match="does not match its checksum"):
            install_model(model, tmp_path)
        assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == []
    server.files[f"/{NAME}.zip"] = archive
    assert install_model(model, tmp_path).path.is_dir()


def test_a_stopped_download_is_kept_for_the_next_time(server, archive, tmp_path):
    model = offered(server, archive)
    with pytest.raises(ModelFault) as told:
        install_model(model, tmp_path, cancelled=lambda: True)
    assert told.value.kind == "cancelled"
    kept = (tmp_path / f"{NAME}.zip.part").stat().st_size
    assert 0 < kept < len(archive)
    install_model(model, tmp_path)
    assert server.ranges[-1] == f"bytes={kept}-"


def test_an_endless_answer_is_cut_at_the_promised_size(server, archive, tmp_path):
    model = offered(server, archive)
    server.files[f"/{NAME}.zip"] = archive + b"x" * 5_000_000
    told: list[tuple[int, int]] = []
    assert install_model(model, tmp_path, lambda here, whole: told.append((here, whole))).path.is_dir()
    assert max(told) == (len(archive), len(archive))


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"../escaped": b"x"}, "names"),
        ({f"{NAME}/../../escaped": b"x"}, "names"),
        ({"/abs/escaped": b"x"}, "names"),
        ({f"{NAME}\\..\\escaped": b"x"}, "names"),
        ({"C:/x/escaped": b"x"}, "names"),
        ({"one/a": b"x", "two/b": b"x"}, "one folder"),
        ({"loose": b"x"}, "one folder"),
        ({}, "no files"),
        ({f"{NAME}/{number}": b"" for number in range(600)}, "too many"),
        ({f"{NAME}/bomb": b"\0" * 30_000_000}, "proportion"),
        ({f"{NAME}/readme": b"no model"}, "no speech model"),
    ],
)
def test_hostile_and_useless_archives_are_refused_and_leave_nothing(server, tmp_path, files, why):
    folder = tmp_path / "models"
    with pytest.raises(ModelFault, match=why):
        install_model(offered(server, archive_of(files)), folder)
    assert installed_models(folder) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file() and not path.name.endswith(".lock")] == []


def test_links_in_an_archive_are_refused(server, tmp_path):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as file:
        link = zipfile.ZipInfo(f"{NAME}/am")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc")
    with pytest.raises(ModelFault, match="links"):
        install_model(offered(server, into.getvalue()), tmp_path)


def test_no_archive_at_all_is_told(server, tmp_path):
    with pytest.raises(ModelFault, match="no sound archive"):
        install_model(offered(server, b"<html>moved</html>"), tmp_path)


@pytest.mark.parametrize(("status", "words"), [(404, "404"), (503, "503")])
def test_a_refusal_names_host_and_status(server, archive, tmp_path, status, words):
    model = offered(server, archive)
    server.status = status
    with pytest.raises(ModelFault, match=f"127.0.0.1 answered {words}") as told:
        install_model(model, tmp_path)
    assert told.value.remedy


def test_no_server_is_told_with_its_host(tmp_path):
    with ModelServer() as gone:
        url = gone.url("/x.zip")
    with pytest.raises(ModelFault, match=r"127\.0\.0\.1 cannot be reached"):
        install_model(OfficialModel(NAME, "en", url, 5, "0" * 32), tmp_path)


def row(name: str = NAME, **changes: object) -> dict[str, object]:
    whole = {"name": name, "lang": "en-us", "type": "small", "obsolete": "false", "size": 9, "md5": "a" * 32}
    return {**whole, "url": f"https://example.org/{name}.zip", **changes}


def test_the_list_gives_the_small_models_in_use_ours_first(server):
    rows = [row("vosk-model-small-fr-0.22", lang="fr"), row(KNOWN["ja"], lang="ja"), row(KNOWN["zh"], lang="cn"), row()]
    rows += [row("vosk-model-en-us-0.22", type="big"), row("vosk-model-small-en-us-0.4", obsolete="true"), {}, 7]
    for each in rows[:4]:
        each["url"] = server.url(f"/{each['name']}.zip")
    server.files["/list.json"] = json.dumps(rows).encode()
    found = official_models(server.url("/list.json"))
    assert {model.lang: model.name for model in found[:3]} == KNOWN
    assert [model.lang for model in found] == ["en", "ja", "zh", "fr"]


@pytest.mark.parametrize("answer", [b"<html>sign in</html>", b"{}", b"", b"[" * 100_000])
def test_a_list_that_is_none_is_told(server, answer):
    server.files["/list.json"] = answer
    with pytest.raises(ModelFault, match="gave no list"):
        official_models(server.url("/list.json"))


@pytest.mark.parametrize(
    "wrong",
    [{"name": "../evil"}, {"name": "a/b"}, {"md5": "short"}, {"size": -1}, {"size": "9"}, {"url": "file:///etc/passwd"}],
)
def test_rows_with_dangerous_or_missing_values_are_left_out(wrong):
    assert model_of(row(), "https://example.org/") is not None
    assert model_of(row(**wrong), "https://example.org/") is None


@pytest.mark.parametrize(
    ("name", "lang"),
    [(*reversed(pair),) for pair in KNOWN.items()]
    + [("vosk-model-small-fr-0.22", "fr"), ("vosk-model-en-us-0.22-lgraph", "en"), ("vosk-model-small-en-in-0.4", "en")],
)
def test_a_models_name_tells_its_language(name, lang):
    assert language_of_model(name) == lang


def test_a_half_model_is_not_counted_as_installed(tmp_path):
    (tmp_path / "vosk-model-small-en-us-0.15" / "am").mkdir(parents=True)
    assert installed_models(tmp_path) == [] == installed_models(tmp_path / "nowhere")
    with pytest.raises(ModelFault) as told:
        find_model(tmp_path, "en")
    assert told.value.kind == "speech-model-missing"
