"""How the speech model of the tests was made: ``python -m voice.ear_training FOLDER``. The app never imports it.

A Vosk model of some 170 words that understands espeak-ng's voices and nobody else: it learns from espeak-ng alone, whose events
are the truth, so that speech can be tested end to end without a download. Texts, voices and rooms are drawn from one seed.
"""
