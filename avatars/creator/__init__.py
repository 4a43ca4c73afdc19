"""The creator: people of the user's own, made of sliders, colours and paint, live and without the forge."""
