"""Scripted servers for the bench: real ones over HTTP, which speak the streaming protocol and say what they were written to."""
