"""Where the program begins, so that Ctrl-C ends it without a trace while it is still being loaded, too."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Load the command line and run it."""
    try:
        from rasid.cli import main as run
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()
