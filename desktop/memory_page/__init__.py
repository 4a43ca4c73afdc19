"""The memory page: what she keeps of the user, with the receipt of every line."""
