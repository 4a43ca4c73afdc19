"""The main window: where things stand, pages, keys, one window for each data folder."""
