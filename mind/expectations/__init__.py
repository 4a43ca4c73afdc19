"""What the two expect of each other and what she notices, as rules: loops, promises, patterns, days of the year, steps. Pure.

Nothing here reads a clock or a store, and nothing that a clock alone says (past, to come, too late) is ever kept: a clock that
was wrong for a day changes nothing for good.
"""
