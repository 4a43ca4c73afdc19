"""The shells and the composition root: window, terminal, command line. The only room that imports Qt widgets."""
