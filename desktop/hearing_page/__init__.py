"""What listening shows: when she listens, to what, through what, and whether it works."""
