"""Speech models on this machine: what is installed, what can be had, how it gets here."""

from voice.models.catalogue import KNOWN, OfficialModel, official_models
from voice.models.install import install_model
from voice.models.installed import InstalledModel, find_model, installed_models, remove_model
from voice.models.language import check_language

__all__ = [
    "KNOWN",
    "InstalledModel",
    "OfficialModel",
    "check_language",
    "find_model",
    "install_model",
    "installed_models",
    "official_models",
    "remove_model",
]
