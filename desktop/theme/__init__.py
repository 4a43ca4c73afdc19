"""Wool and Ember: colours, type, icons, the stitch and motion."""
