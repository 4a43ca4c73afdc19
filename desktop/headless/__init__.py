"""The companion in the terminal: the same one as in the window, on stdin and stdout."""
