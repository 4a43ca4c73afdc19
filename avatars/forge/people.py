"""The people Hearth ships: see `avatars.creator.people`."""

from avatars.creator.people import KAI, MIRA, PEOPLE

__all__ = ["KAI", "MIRA", "PEOPLE"]
