"""What the user set: one model, one TOML file, secrets in the keyring."""

from desktop.settings.file import load_settings, save_settings
from desktop.settings.model import Settings

__all__ = ["Settings", "load_settings", "save_settings"]
