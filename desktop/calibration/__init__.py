"""Lips and sound, one minute: how much later than a picture a sound is heard here, and her lips set by it."""
