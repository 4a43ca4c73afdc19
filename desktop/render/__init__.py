"""Pictures of her: what to show, how it is taken, and sheets of many with captions."""
