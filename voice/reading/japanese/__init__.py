"""Japanese as it is said: figures with their counters, and kanji in kana."""
