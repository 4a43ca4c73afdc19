"""The small wardrobe of a body that has outfits of its own: a tile for each, worn with a click."""
