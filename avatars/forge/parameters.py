"""What distinguishes one person from another: see `avatars.creator.parameters`."""

from avatars.creator.parameters import HAIR_STYLES, Colour, Eyes, Hair, HairStyle, Person, Skin

__all__ = ["HAIR_STYLES", "Colour", "Eyes", "Hair", "HairStyle", "Person", "Skin"]
