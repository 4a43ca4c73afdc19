"""Keeping a server's replies from sameness while they stream: what was said before, loops, foreign or broken words."""
