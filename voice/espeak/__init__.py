"""Speech by espeak-ng: the library that comes with `espeakng_loader`, its events, its voices."""
