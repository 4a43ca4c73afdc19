"""Chinese as it is said: figures in hanzi, and hanzi in pinyin."""
