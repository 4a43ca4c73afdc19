"""Japanese as it is read: kanji into kana."""
