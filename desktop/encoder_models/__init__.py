"""Encoder models for her memory: which can be had, and how one gets here. Nothing is fetched unless it is asked for."""

from desktop.encoder_models.hub import KNOWN, EncoderModel
from desktop.encoder_models.install import install_encoder

__all__ = ["KNOWN", "EncoderModel", "install_encoder"]
