"""This repository, as git knows it."""

import subprocess

from bench.gold import ROOT


def git(*arguments: str) -> str:
    """What git prints; raises OSError and CalledProcessError."""
    command = ("git", "-C", str(ROOT), *arguments)
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
