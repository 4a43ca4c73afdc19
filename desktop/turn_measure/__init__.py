"""A spoken turn, measured: a voice speaks to her over a cable, she listens, thinks and answers, and an ear hears both."""
