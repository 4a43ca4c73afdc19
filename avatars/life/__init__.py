"""The living body: breath, blinks, gaze, sway, mood, gestures. Numbers only, every random draw from one seeded generator."""
