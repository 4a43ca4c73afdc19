"""Her room: furniture and decorations to place behind her."""
