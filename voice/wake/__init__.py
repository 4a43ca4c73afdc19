"""She is called by name: until then nothing that is said is for her."""
