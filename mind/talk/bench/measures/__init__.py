"""What is measured of a talk, one idea a file. Every measure takes plain texts or the exchanges.

Each is checked on talks made by hand.
"""
