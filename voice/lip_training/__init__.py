"""How the classifier of mouths was made: ``python -m voice.lip_training``. The app never imports it.

It learns from espeak-ng alone, whose events are the truth: texts, voices and rooms are drawn from one seed.
"""
