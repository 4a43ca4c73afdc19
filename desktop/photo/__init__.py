"""Poses and pictures: what she can be asked to do, the light and the place, and a picture to keep."""
