"""PulseAudio (and PipeWire, which speaks as it does) without Qt: asked for its devices, and for streams that outlive a server."""
