"""What the app's creator works with: the plain person as a file, and the layers that paint a face."""
