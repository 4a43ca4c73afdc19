"""Invented users who live with a companion for half a year: what the bond makes of them shows whether its rules are right.

`types` is the format of a user, `development` the ones the rules were tuned on, `judged` others that were written afterwards
to judge them. `noise` is a listener who mishears, `runner` lives the days, `checks` says what must hold.
"""
