"""Garments as files of their own: what their makers hand over, and how it is written and listed."""
