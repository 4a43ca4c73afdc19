"""Who has the floor: ducking and stopping when the user speaks over her, and what is said over her as a turn."""
