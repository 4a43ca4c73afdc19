"""What she said lately, to read and to hear again. Nothing of it is kept anywhere but in the talk itself."""
