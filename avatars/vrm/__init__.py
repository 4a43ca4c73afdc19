"""Reading VRM files. Everything is checked before use: a file either loads or is refused by name and place."""
