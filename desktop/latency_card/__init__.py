"""How long the last turn took, shown quietly beside the talk."""
