"""Her diary: a sheet a day, what it rests on, and the margin that is the user's."""
