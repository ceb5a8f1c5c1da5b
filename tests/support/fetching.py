"""What the tests need of others and fetch once: the cache for it, and running what fetches it."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest


class UnavailableError(Exception):
    """Something real cannot be run on this machine; the message says what is missing."""


def cache_folder() -> Path:
    """`$RASID_CACHE`, else `$XDG_CACHE_HOME/rasid` or `~/.cache/rasid`."""
    given = os.environ.get("RASID_CACHE")
    user_cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = Path(given) if given else user_cache / "rasid"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Keep other processes out for as long as the block lasts."""
    with file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def output_of(
    command: Sequence[str], timeout: float, environment: Mapping[str, str] | None = None, folder: str | None = None
) -> str:
    """What a command printed; UnavailableError where it fails or takes longer than `timeout` seconds."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            timeout=timeout, check=True, env=environment, cwd=folder,
        )  # fmt: skip
    except subprocess.CalledProcessError as error:
        raise UnavailableError(f"{command[0]} failed: {error.output[-1000:]}") from error
    except subprocess.TimeoutExpired as error:
        raise UnavailableError(f"{command[0]} did not end within {timeout:.0f} s") from error
    return done.stdout


def tell(message: str) -> None:
    """Say what takes so long."""
    sys.stderr.write(f"rasid tests: {message}\n")
    sys.stderr.flush()


def skip_or_fail(name: str, error: UnavailableError) -> NoReturn:
    """Skip the test loudly; with RASID_REQUIRE_KAFKA=1, which CI sets, fail it."""
    if os.environ.get("RASID_REQUIRE_KAFKA") == "1":
        pytest.fail(f"{name} is required (RASID_REQUIRE_KAFKA=1): {error}", pytrace=False)
    pytest.skip(f"NOT TESTED ON {name.upper()}: {error}")
