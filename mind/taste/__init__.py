"""What this user likes: learnt from signs, shown, and corrected by them."""

from mind.taste.taste import AXES, Axis, Taste

__all__ = ["AXES", "Axis", "Taste"]
