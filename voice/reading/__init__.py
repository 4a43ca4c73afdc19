"""What is said aloud: from a written sentence to runs of one language that an engine can read."""
