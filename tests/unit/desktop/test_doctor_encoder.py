"""The doctor tries what she remembers with."""

from desktop.doctor.rooms import encoder
from desktop.encoders import encoder_folder
from desktop.settings.model import BrainSettings, MemorySettings, Settings
from tests.support.openai_server import refuses, serving
from tests.support.small_bert import write_bert


def test_none_is_a_choice(tmp_path):
    assert encoder(tmp_path, Settings()).state == "optional"


def test_a_model_is_tried_and_one_that_is_gone_is_missing(tmp_path):
    write_bert(encoder_folder(tmp_path) / "tiny")
    settings = Settings(memory=MemorySettings(encoder="tiny"))
    assert (encoder(tmp_path, settings).state, encoder(tmp_path, settings).detail) == ("ok", "tiny gives vectors of 8")
    gone = encoder(tmp_path, Settings(memory=MemorySettings(encoder="gone")))
    assert gone.state == "missing" and gone.remedy


def test_a_server_is_asked(tmp_path, monkeypatch):
    monkeypatch.delenv("HEARTH_BRAIN_URL", raising=False)
    with serving(refuses(404)) as server:
        memory = MemorySettings(encoder="server", embedding_model="e")
        found = encoder(tmp_path, Settings(brain=BrainSettings(url=server.url), memory=memory))
    assert found.state == "missing" and "404" in found.detail
