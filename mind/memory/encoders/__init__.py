"""Encoders: what turns words into vectors whose angle tells how near two meanings are. All of them optional."""

from mind.errors import EncoderFault
from mind.memory.encoders.protocol import Encoder, Vectors

__all__ = ["Encoder", "EncoderFault", "Vectors"]
