"""Setting up from a clone: virtual environment, locked packages, system libraries. Standard library only."""
