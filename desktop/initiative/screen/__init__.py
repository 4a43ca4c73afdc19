"""What systems tell of the screen: when it was last touched, whether a program fills it, whether it is locked.

Nothing here looks at what is on it: no picture, no title, no name of a program.
"""
