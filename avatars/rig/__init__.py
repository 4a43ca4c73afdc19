"""The runtime of a loaded avatar: skeleton, normalised bones, expressions, gaze, springs. Numbers only, no graphics."""
