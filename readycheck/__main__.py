"""`python -m readycheck`."""

import sys

from readycheck.cli import main

sys.exit(main())
