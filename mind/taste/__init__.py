"""What this user likes: learnt from signs, shown, and corrected by them."""

from mind.taste.taste import AXES, Axis, Because, Taste, TasteChange

__all__ = ["AXES", "Axis", "Because", "Taste", "TasteChange"]
