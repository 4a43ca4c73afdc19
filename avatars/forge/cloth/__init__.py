"""What her clothes are made of: textures painted by numpy, at true scale."""
