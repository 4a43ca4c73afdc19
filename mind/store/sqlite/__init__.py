"""All that is SQLite's own: how it is opened, its full-text index, its upkeep."""
