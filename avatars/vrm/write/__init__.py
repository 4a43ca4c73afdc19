"""Writing a loaded avatar as a VRM 1.0 file: what she wears now, for other programs."""
