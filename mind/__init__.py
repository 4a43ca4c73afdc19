"""The person: conversation, brains, memory, bond, guards and the store. No Qt, no Panda3D, no audio."""
