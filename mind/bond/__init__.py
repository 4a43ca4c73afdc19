"""The bond: a deterministic model of how close the two are, each change with its cause.

Brains and lexicons only propose events; the rules here decide what they do. Everything is pure: the same events at the
same times give the same state.
"""
