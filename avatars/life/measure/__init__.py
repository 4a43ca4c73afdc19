"""Measuring life: bodies that live for minutes without a picture, and the figures that tell whether they seem alive."""
