"""What the two can do together, and what waits for its time."""
