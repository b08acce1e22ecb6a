"""Entry of `python -m sqlgen`."""

import sys

from sqlgen.cli import main

sys.exit(main(sys.argv[1:]))
