"""The bond: the word for it, the knit, and why it moved."""
