"""Ending the process at once, where going on would cost messages: what is in hand stays uncommitted."""

import logging
import os

EXIT_UNFINISHED = 1

logger = logging.getLogger(__name__)


def leave(reason: str, status: int, error: BaseException | None = None) -> None:
    """End the process, with the reason in the log; with a trace where an error of ours is the cause."""
    logger.critical("%s; the worker ends, so that another goes on", reason, exc_info=error)
    os._exit(status)
