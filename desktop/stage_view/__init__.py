"""Her stage in the window: frames, the room behind her, captions and the buttons over it."""
