"""Python's garbage collector, kept away from what it cannot free."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_good() -> Iterator[None]:
    """What is imported and built meanwhile lives as long as the process: no collection looks through it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def at_rest() -> Iterator[None]:
    """No collection meanwhile: for work that makes many objects and no cycles. May be entered again inside."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
