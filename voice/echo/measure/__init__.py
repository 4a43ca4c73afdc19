"""How well she does not hear herself, in figures: made rooms, made speech, the real way of sound."""
