"""The body: VRM reader, Panda3D stage, face, motion, springs, and the forge that makes our own avatar. Imports no Qt."""
