"""The parts of the page "How she sounds": voices to choose and to try, and where more of them come from."""
