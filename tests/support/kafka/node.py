"""A Kafka node in KRaft mode that is started, stopped and killed at will, and keeps its data and ports."""

import contextlib
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

from rasid.devbroker.process import end_with_parent
from rasid.devbroker.readiness import answers
from support.kafka.configuration import HOST, Address
from support.kafka.distribution import Distribution
from support.waiting import eventually

READY_TIMEOUT = 60.0
STOP_TIMEOUT = 20.0


@dataclass(slots=True)
class KafkaNode:
    """One node, broker and controller at once; it keeps its folder and ports over stop, kill and start."""

    address: Address
    folder: Path
    distribution: Distribution
    process: subprocess.Popen[bytes] | None = None

    @property
    def bootstrap(self) -> str:
        """HOST:PORT for Kafka clients."""
        return f"{HOST}:{self.address.port}"

    @property
    def running(self) -> bool:
        """Whether its process is there."""
        return self.process is not None and self.process.poll() is None

    @property
    def log(self) -> str:
        """The last of what it wrote: warnings and errors."""
        file = self.folder / "output.log"
        return file.read_text(errors="replace")[-4000:] if file.exists() else ""

    def spawn(self) -> None:
        """Start its process without waiting until it answers. Call it in the main thread, with which it dies."""
        assert not self.running
        with (self.folder / "output.log").open("ab") as log:
            self.process = subprocess.Popen(
                self.distribution.command("kafka.Kafka", str(self.folder / "server.properties")),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
                preexec_fn=end_with_parent(),
            )  # fmt: skip

    async def start(self) -> None:
        """Start it on what it kept; it takes requests when this returns."""
        self.spawn()
        await self.until_ready()

    async def until_ready(self) -> None:
        """Wait until it takes requests; AssertionError with its log where it ended instead or takes too long."""

        async def ready() -> bool:
            assert self.running, f"Kafka ended at once:\n{self.log}"
            return await answers(HOST, self.address.port)

        await eventually(ready, READY_TIMEOUT, f"Kafka is ready, see {self.folder}")

    async def stop(self) -> None:
        """Stop it in good order (SIGTERM); killed where that takes longer than 20 s."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            with contextlib.suppress(AssertionError):
                await eventually(lambda: not self.running, STOP_TIMEOUT)
        self.kill()

    def kill(self) -> None:
        """SIGKILL, as if the power had gone."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    async def restart(self) -> None:
        """Stop in good order and start again."""
        await self.stop()
        await self.start()
