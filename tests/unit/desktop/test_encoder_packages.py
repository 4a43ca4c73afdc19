"""The packages that run a model in ONNX come from the lock, or it is said why not."""

import sys

import pytest

from desktop.encoder_models import KNOWN, packages
from desktop.encoder_models.fetch import megabytes_of
from desktop.install.told import SetupFault
from mind.errors import EncoderFault


def test_the_size_to_fetch_counts_what_is_missing(monkeypatch):
    monkeypatch.setattr("desktop.encoder_models.fetch.packages_here", lambda: True)
    assert megabytes_of(KNOWN[0]) == KNOWN[0].megabytes
    monkeypatch.setattr("desktop.encoder_models.fetch.packages_here", lambda: False)
    assert megabytes_of(KNOWN[0]) == KNOWN[0].megabytes + packages.MEGABYTES


def test_exactly_what_is_locked_is_installed_into_this_python(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr("desktop.install.packages.install_locked", lambda *given: asked.append(given))
    monkeypatch.setattr(packages, "packages_here", lambda: True)
    packages.install_packages(tmp_path / "log")
    ((python, requirements, group, log),) = asked
    assert str(python) == sys.executable and group == "encoder" and log == tmp_path / "log"
    assert all(f"{name}==" in requirements for name in packages.PACKAGES)
    assert "--hash=sha256:" in requirements


def test_a_failed_install_says_why_and_what_to_do(monkeypatch, tmp_path):
    def refuse(*_):
        raise SetupFault("the Python package index cannot be reached", "Check the network.")

    monkeypatch.setattr("desktop.install.packages.install_locked", refuse)
    with pytest.raises(EncoderFault, match="package index") as fault:
        packages.install_packages(tmp_path / "log")
    assert fault.value.remedy == "Check the network."
    monkeypatch.setattr("desktop.install.packages.install_locked", lambda *_: None)
    monkeypatch.setattr(packages, "packages_here", lambda: False)
    with pytest.raises(EncoderFault) as fault:
        packages.install_packages(tmp_path / "log")
    assert "pip install" in fault.value.remedy


def test_a_program_in_one_piece_takes_no_packages(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(EncoderFault, match="one piece"):
        packages.install_packages(tmp_path / "log")
