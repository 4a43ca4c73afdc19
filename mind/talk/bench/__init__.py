"""Whether an evening with the offline brain is good company, in figures: scripted users, a house, measures, transcripts.

Everything here is invented. The users of `users/LANG` are those the words were tuned with, those of `users/LANG/kept` are
looked at only in the end. See `mind.talk.bench.script` for their files and `mind.talk.bench.figures` for what is measured.
"""
