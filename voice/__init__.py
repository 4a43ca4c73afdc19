"""The mouth and the ears: synthesis, visemes, audio in and out, recognition, speech models. Knows no mind, no body, no window."""
