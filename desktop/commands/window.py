"""``hearth`` without a door: the window."""

from __future__ import annotations

import argparse


def configure(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(args: argparse.Namespace) -> int:
    """Open the window and stay until it closes. Raises `mind.errors.StoreFault`."""
    from desktop.window.opening import open_window

    return open_window(args.data_dir, args.lang)
