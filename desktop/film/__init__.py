"""A conversation as a film: the same turn, voice, lips and stage in virtual time; only the sink is another."""
