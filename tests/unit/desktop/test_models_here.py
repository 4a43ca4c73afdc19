"""Which speech models she can use, as the doors tell it: those in the data folder and those chosen elsewhere."""

from __future__ import annotations

import argparse
import shutil

from desktop.commands.hear_models import list_models
from desktop.conversation.models_here import models_here
from desktop.doctor.rooms import speech_models
from desktop.settings import Settings, save_settings
from tests.support.voice_model import FOLDER


def test_a_model_that_was_chosen_elsewhere_counts_and_a_damaged_one_is_named(tmp_path, capsys):
    data, own, settings = tmp_path / "data", tmp_path / "own", Settings()
    data.mkdir()
    assert speech_models(data, settings).state == "optional"
    shutil.copytree(FOLDER, own)
    settings.hearing.models = {"ja": str(own)}
    (model,) = models_here(data, settings)
    assert (model.name, model.lang, model.path) == ("own", "ja", own)
    found = speech_models(data, settings)
    assert (found.state, found.detail) == ("ok", "own")
    save_settings(data, settings)
    asked = argparse.Namespace(data_dir=str(data), json=False)
    assert list_models(asked) == 0
    assert capsys.readouterr().out == "own  ja, wake word, chosen\n"
    (own / "am/final.mdl").unlink()
    found = speech_models(data, settings)
    assert found.state == "missing" and "am/final.mdl" in found.detail and found.remedy
    assert list_models(asked) == 0
    told = capsys.readouterr()
    assert told.out == "" and "am/final.mdl" in told.err
