"""The talk: list of bubbles, composer, header and the cards around them."""
