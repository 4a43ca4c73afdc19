"""The doors, one module each.

A door module defines ``configure(parser)`` for its arguments and ``run(args) -> int`` for its work, and imports nothing heavy
at its top: ``hearth --help`` reads them all.
"""
