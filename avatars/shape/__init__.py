"""What can be changed about a person: the sliders, and how they move a body."""
