"""Whether somebody speaks: a voice activity detector over a noise floor that follows the room."""
