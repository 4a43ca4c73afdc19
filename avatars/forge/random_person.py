"""A good-looking adult by chance: see `avatars.creator.random_person`."""

from avatars.creator.random_person import random_person

__all__ = ["random_person"]
