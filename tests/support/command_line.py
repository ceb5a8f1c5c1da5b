"""`rasid` as a process, the way a script calls it."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import orjson

COMMAND = (sys.executable, "-m", "rasid")
PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Finished:
    """How a command ended, and what it said."""

    exit_code: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> list[dict[str, object]]:
        """Its standard output, read as JSON lines."""
        return [orjson.loads(line) for line in self.stdout.splitlines()]


async def rasid(
    *arguments: str, stdin: bytes = b"", within: Mapping[str, str] | None = None, **environment: str
) -> Finished:
    """Run a command to its end, with some environment variables, by name or `within` many."""
    process = await asyncio.create_subprocess_exec(
        *COMMAND,
        *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | environment | dict(within or {}),
    )
    try:
        async with asyncio.timeout(PATIENCE):
            stdout, stderr = await process.communicate(stdin)
    finally:
        if process.returncode is None:
            process.kill()
    return Finished(process.returncode or 0, stdout.decode(), stderr.decode())
