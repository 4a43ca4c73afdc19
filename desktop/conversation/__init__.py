"""The conversation as the window leads it: turns, speech and hearing, on Qt's thread."""
