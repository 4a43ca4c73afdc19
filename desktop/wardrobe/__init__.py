"""The wardrobe: what she has, drawn by the stage, worn with a click."""
