"""The workers of a scenario as processes of their own: started, killed, stopped and continued."""

import asyncio
import os
import signal
import sys
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

from rasid.commands.kinds import WorkerKind
from rasid.devbroker.process import SupervisedProcess, supervised

STOP_SECONDS = 12.0
LAST_LINES = 15
GRACE_SECONDS = 10.0
"""Within which a worker must end after SIGTERM."""
TESTS = Path(__file__).parents[1]


class UnexpectedEndError(Exception):
    """A worker ended though nobody made it, or not as it should."""


@dataclass(slots=True)
class Crew:
    """The workers of all kinds; they end with the stack."""

    stack: AsyncExitStack
    environment: Mapping[str, str]
    sabotage: str | None = None
    """The name of what is left out of the workers (chaos.sabotage); only for the runs that must fail."""
    members: dict[WorkerKind, list[SupervisedProcess]] = field(default_factory=dict)
    _started: list[SupervisedProcess] = field(default_factory=list)

    async def start(self, kind: WorkerKind, number: int = 1) -> None:
        """Start some workers of a kind."""
        for _ in range(number):
            process = await self.stack.enter_async_context(
                supervised(self._command(kind), STOP_SECONDS, os.environ | self.environment | self._path())
            )
            self.members.setdefault(kind, []).append(process)
            self._started.append(process)

    async def kill(self, kind: WorkerKind) -> None:
        """SIGKILL to the one that has run longest."""
        worker = self._take(kind)
        worker.kill()
        await worker.wait()

    async def terminate(self, kind: WorkerKind) -> None:
        """SIGTERM to the one that has run longest; raises UnexpectedEndError unless it ends well and in time."""
        worker = self._take(kind)
        worker.process.send_signal(signal.SIGTERM)
        try:
            async with asyncio.timeout(GRACE_SECONDS):
                status = await worker.wait()
        except TimeoutError:
            raise UnexpectedEndError(f"{kind.value} was there {GRACE_SECONDS:.0f} s after SIGTERM") from None
        if status != 0:
            raise UnexpectedEndError(f"{kind.value} ended with {status} after SIGTERM:\n{worker.output[-2000:]}")

    def freeze(self, kind: WorkerKind) -> SupervisedProcess:
        """SIGSTOP to the one that has run longest, which leaves the crew."""
        worker = self._take(kind)
        worker.process.send_signal(signal.SIGSTOP)
        return worker

    def thaw(self, kind: WorkerKind, worker: SupervisedProcess) -> None:
        """SIGCONT to a frozen one, which joins the crew again."""
        worker.process.send_signal(signal.SIGCONT)
        self.members[kind].append(worker)

    def end(self) -> None:
        """SIGKILL to all there ever were, at once: a scenario has been counted, and nobody waits for good manners."""
        for worker in self._started:
            worker.kill()

    def require_all(self) -> None:
        """Raise UnexpectedEndError where one of the crew has ended by itself."""
        for kind, workers in self.members.items():
            for worker in workers:
                if not worker.running:
                    status = worker.process.returncode
                    raise UnexpectedEndError(f"{kind.value} ended by itself with {status}:\n{worker.output[-2000:]}")

    def output(self) -> str:
        """The last that each of the crew wrote."""
        last = [
            f"{kind.value} {worker.pid}: " + "\n".join(list(worker.lines)[-LAST_LINES:])
            for kind, workers in self.members.items()
            for worker in workers
        ]
        return "\n".join(last)

    def _take(self, kind: WorkerKind) -> SupervisedProcess:
        return self.members[kind].pop(0)

    def _command(self, kind: WorkerKind) -> list[str]:
        if self.sabotage is None:
            return [sys.executable, "-m", "rasid", "worker", kind.value]
        return [sys.executable, "-m", "chaos.sabotage", self.sabotage, kind.value]

    def _path(self) -> dict[str, str]:
        """Where a sabotaged worker finds this package."""
        return {"PYTHONPATH": os.pathsep.join(filter(None, (str(TESTS), os.environ.get("PYTHONPATH"))))}
