"""She does not hear herself: what the loudspeaker plays, and how it is taken out of what the microphone hears."""
