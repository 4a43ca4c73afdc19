"""The first meeting: her and her voice, who you are, and whether she hears you."""
