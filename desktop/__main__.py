"""``python -m desktop``: the same as ``hearth``, and the entry of the built program."""

import multiprocessing
import sys

from desktop.cli import main

if __name__ == "__main__":
    # In a built program the children of the voice and of the model check start this file again.
    multiprocessing.freeze_support()
    sys.exit(main())
