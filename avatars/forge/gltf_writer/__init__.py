"""Writes what the makers made as one GLB file: glTF 2.0 with the VRM 1.0 extensions."""
