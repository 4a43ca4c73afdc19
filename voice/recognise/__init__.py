"""From sound to words: the Vosk recogniser, its models' soundness, and the listener at the microphone."""
