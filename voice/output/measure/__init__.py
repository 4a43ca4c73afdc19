"""How her voice comes out: a loudspeaker that nobody hears, an ear on it, and what the two tell."""
