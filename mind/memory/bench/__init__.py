"""Measuring recall: how often the turns that answer a question are found, and how long it takes."""
