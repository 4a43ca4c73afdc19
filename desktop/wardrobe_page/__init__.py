"""The wardrobe: what she has and what may come, tried on at once, dyed, kept as looks, given."""
