"""Talks as files that a person can read, keep and print."""
