"""Garments people bring: checked, fitted to the body, dyed like the others, and kept on a shelf in the data folder."""
