"""Ending the process at once, where going on would cost messages: what is in hand stays uncommitted."""

import logging
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

EXIT_DONE = 0
EXIT_UNFINISHED = 1
EXIT_NO_BROKER = 3

logger = logging.getLogger(__name__)


def end_on_signals() -> None:
    """Until a worker hears SIGTERM and Ctrl-C itself, either ends the process at once, and well: nothing is in hand."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _end)


def _end(_number: int, _frame: FrameType | None) -> NoReturn:
    os._exit(EXIT_DONE)


def leave(reason: str, status: int, error: BaseException | None = None) -> NoReturn:
    """End the process, with the reason in the log; with a trace where an error of ours is the cause."""
    logger.critical("%s; the worker ends, so that another goes on", reason, exc_info=error)
    os._exit(status)


def end_at_once(status: int) -> NoReturn:
    """End the process when its work is done, without taking the interpreter apart.

    Threads still run then, the watch and those that look at files, with loops and libraries of C and Rust: workers have
    ended with SIGSEGV after a SIGTERM, most likely there.
    """
    logging.shutdown()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)
