"""Her on the desktop: a clear window with nothing but her and her words."""
