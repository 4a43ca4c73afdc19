"""Microphones and loudspeakers: which there are, which is meant, and why nothing comes."""
