"""From sounds to lips: the table of mouths, the timeline of a sentence, and the track that a face follows."""
