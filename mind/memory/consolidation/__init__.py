"""Consolidation: what becomes of a day's talk when nobody talks.

Day notes, chapters, portraits and the diary, each sentence with the turns and memories it rests on. Rules make all of them;
where a brain is there it may word the diary, within what the rules allow.
"""
