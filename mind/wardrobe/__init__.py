"""What she knows of clothes: which exist, which are hers and why, what goes together, what she likes, what is asked for."""
