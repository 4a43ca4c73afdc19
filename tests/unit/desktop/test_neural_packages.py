"""The package that runs neural voices comes from the lock, or it is said why not."""

import sys

import pytest

from desktop import neural_packages
from desktop.install.start import groups_for
from desktop.install.told import SetupFault
from voice.errors import ModelFault


def test_exactly_what_is_locked_is_installed_into_this_python(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr("desktop.install.packages.install_locked", lambda *given: asked.append(given))
    monkeypatch.setattr(neural_packages, "packages_here", lambda: True)
    neural_packages.install_packages(tmp_path / "log")
    ((python, requirements, group, log),) = asked
    assert str(python) == sys.executable and group == "voices" and log == tmp_path / "log"
    assert "sherpa-onnx==" in requirements and "--hash=sha256:" in requirements


def test_a_failed_install_says_why_and_what_to_do(monkeypatch, tmp_path):
    def refuse(*_):
        raise SetupFault("the Python package index cannot be reached", "Check the network.")

    monkeypatch.setattr("desktop.install.packages.install_locked", refuse)
    with pytest.raises(ModelFault, match="package index") as fault:
        neural_packages.install_packages(tmp_path / "log")
    assert fault.value.remedy == "Check the network."


def test_installing_a_voice_from_the_terminal_brings_what_runs_it():
    assert "voices" in groups_for(["voices", "install", "vits-piper-en_US-amy-low"])
    assert "voices" not in groups_for(["voices", "list"])
