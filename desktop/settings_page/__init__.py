"""Settings: what she thinks with, how she sounds and listens, how the window looks. Changes apply at once."""
