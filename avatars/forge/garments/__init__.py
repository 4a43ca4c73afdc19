"""What she wears: every garment is a distance field of its own cut, hollowed to cloth and laid flat for its texture."""
