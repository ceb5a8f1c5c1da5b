"""A child process that ends with whoever started it, whatever happens to them."""

import asyncio
import contextlib
import ctypes
import os
import signal
import sys
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field

KEPT_LINES = 200
PR_SET_PDEATHSIG = 1


@dataclass(frozen=True, slots=True)
class SupervisedProcess:
    """A running child in a session of its own; standard output and error are kept, not shown."""

    process: asyncio.subprocess.Process
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=KEPT_LINES))

    @property
    def pid(self) -> int:
        """Also the id of its process group."""
        return self.process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.returncode is None

    @property
    def output(self) -> str:
        """The last 200 lines it wrote."""
        return "\n".join(self.lines)

    async def wait(self) -> int:
        """Wait until it ends; its exit status, negative where a signal ended it."""
        return await self.process.wait()

    async def stop(self, timeout_seconds: float) -> None:
        """End it and its children: SIGTERM, and SIGKILL when `timeout_seconds` have passed or this is cancelled."""
        try:
            self._signal(signal.SIGTERM)
            async with asyncio.timeout(timeout_seconds):
                await self.wait()
        except TimeoutError:
            pass
        finally:
            self.kill()
        await self.wait()

    def kill(self) -> None:
        """SIGKILL to it and its children, at once."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        # Children may outlive the leader of the group: the group is what is ended. It is gone when nobody is in it.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.pid, number)


async def _keep(stream: asyncio.StreamReader | None, lines: deque[str]) -> None:
    while stream is not None and (line := await _next_line(stream)):
        lines.append(line.decode(errors="replace").rstrip())


async def _next_line(stream: asyncio.StreamReader) -> bytes:
    try:
        return await stream.readline()
    except ValueError:  # longer than the reader's buffer, which it has then dropped
        return b"(a line too long to keep)"


def end_with_parent() -> Callable[[], None] | None:
    """What a child runs before its program (`preexec_fn`): the kernel then kills it when its parent is gone.

    PR_SET_PDEATHSIG is Linux's alone; None elsewhere. It watches the thread that starts the child, not the process.
    """
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None, use_errno=True)  # loaded here, since the forked child should do next to nothing
    parent = os.getpid()

    def ask_the_kernel() -> None:
        library.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # gone before it could be asked
            os._exit(1)

    return ask_the_kernel


@contextlib.asynccontextmanager
async def supervised(
    command: Sequence[str], stop_timeout: float, environment: Mapping[str, str] | None = None
) -> AsyncIterator[SupervisedProcess]:
    """Run `command` for as long as the block; it has ended for certain when the block is left.

    It runs in a session of its own, so a Ctrl-C in the terminal reaches it only through its parent. When the
    parent is killed with SIGKILL it dies too: on Linux by PR_SET_PDEATHSIG, which watches the thread that started
    it. Other systems have no equivalent; there it outlives a parent that was killed, and only that.
    `stop_timeout` is in seconds. Raises OSError where the program cannot be started.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        env=environment,
        start_new_session=True,
        preexec_fn=end_with_parent(),
    )
    child = SupervisedProcess(process)
    reader = asyncio.create_task(_keep(process.stdout, child.lines))
    try:
        yield child
    finally:
        try:
            await child.stop(stop_timeout)
        finally:
            reader.cancel()
