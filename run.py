#!/usr/bin/env python3
"""Sets Hearth up and starts it: ``python3 run.py [ARGUMENTS]``; ``python3 run.py test`` runs all tests.

Only this file must be readable by every Python, so that an old one gets a clear line instead of a syntax error.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "hearth: this is Python %d.%d; Hearth needs 3.11 or newer.\n"
        "        Install a newer Python 3 and start with it, for example: python3.12 run.py\n" % sys.version_info[:2]
    )
    sys.exit(3)

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from desktop.install.start import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
