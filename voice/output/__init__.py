"""Where sound goes: a loudspeaker, silence with a clock, or a film's sound track."""
