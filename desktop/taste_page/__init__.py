"""How the user likes her: her manner, and the taste card with its reasons."""
