"""How a command ends when it cannot go on: one line that says what is wrong and how to mend it."""

from rasid.runtime.leaving import EXIT_NO_BROKER

FAILED = 1
"""Something was found wrong: an article refused, a rule file with mistakes."""
USAGE = 2
"""The command line itself is wrong, or names a file that is not there."""
BROKER_UNREACHABLE = EXIT_NO_BROKER


class CommandError(Exception):
    """Ends a command with a message on standard error and an exit code; never shown as a trace."""

    def __init__(self, message: str, exit_code: int = FAILED) -> None:
        super().__init__(message)
        self.exit_code = exit_code
