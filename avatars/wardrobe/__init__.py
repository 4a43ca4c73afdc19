"""What an avatar wears: garments as files, looks put together of them, dyed, layered and fitted to any body. No forge, no Qt."""
