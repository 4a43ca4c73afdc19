"""When she begins a talk by herself: what the shell knows of screen, clock and user, and how quietly it is shown."""
