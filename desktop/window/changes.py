"""What a setting that changed asks of the house."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """The settings are already kept when one of these is told."""

    brain = Signal()
    engine = Signal()
    """Another voice or loudspeaker."""
    tuning = Signal()
    """Pace, pitch or loudness."""
    ears = Signal()
    """Another microphone, speech model, or way to listen."""
    memory = Signal()
    """Something else she remembers with."""
    drawn = Signal()
    """The stage was borrowed for a picture: camera and size are to be set again."""
    look = Signal()
    avatar = Signal()
    """Another body on the stage."""
    terms = Signal(object)
    """What the two are to each other, or what she is called, was set."""
    bond = Signal()
    """It was paused, taken up again or begun anew."""
    taste = Signal()
    """What the user likes of her, or her manner, was set."""
    likings = Signal()
    """What the user likes of her is to be shown."""
    transcript = Signal()
    """What she said is to be shown."""
    calibration = Signal()
    """Lips and sound are to be measured against each other."""
    creator = Signal()
    """A person of the user's own is to be made."""
    room = Signal()
    """Her room is to be furnished."""
    wardrobe = Signal()
    """Garments of the user's own came or went."""
    erased = Signal()
    language = Signal(str)
