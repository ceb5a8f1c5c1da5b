"""Samples of the workers and of how far they are, every few seconds, to a file and to whoever watches."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO

import psutil
from aiokafka import AIOKafkaConsumer
from aiokafka.admin import AIOKafkaAdminClient

from bench.soak.flow import Flow
from bench.soak.records import Line, Sample, WorkerSample
from bench.soak.topics import events_behind
from bench.workers import require_running
from rasid.devbroker.process import SupervisedProcess

INTERVAL = 5.0
"""Seconds between samples."""
Watcher = Callable[[Sample], None]


@dataclass(frozen=True, slots=True)
class Sampler:
    """Writes a sample whenever it is asked to."""

    file: BinaryIO
    workers: Mapping[str, SupervisedProcess]
    flow: Flow
    client: AIOKafkaConsumer
    groups: AIOKafkaAdminClient
    broker: Path
    """The broker's folder."""
    watcher: Watcher

    async def run(self) -> None:
        """Sample until cancelled; raises WorkerEndedError."""
        started = monotonic()
        while True:
            sample = await self._sample(monotonic() - started)
            write(self.file, sample)
            self.watcher(sample)
            await asyncio.sleep(INTERVAL)

    async def _sample(self, seconds: float) -> Sample:
        for name, worker in self.workers.items():
            require_running(name, worker)
        return Sample(
            seconds=round(seconds, 1),
            produced=self.flow.produced,
            articles=self.flow.enriched,
            behind=await events_behind(self.client, self.groups),
            posted=len(self.flow.posted),
            disk=await asyncio.to_thread(_size, self.broker),
            workers={name: _look_at(worker.pid) for name, worker in self.workers.items()},
        )


def write(file: BinaryIO, line: Line) -> None:
    """Write a line, at once: a run that is cut short can be drawn."""
    file.write(line.model_dump_json().encode() + b"\n")
    file.flush()


def _look_at(pid: int) -> WorkerSample:
    process = psutil.Process(pid)
    memory, cpu = process.memory_full_info(), process.cpu_times()
    return WorkerSample(
        rss=memory.rss,
        uss=memory.uss,
        descriptors=process.num_fds(),
        threads=process.num_threads(),
        cpu=round(cpu.user + cpu.system, 2),
    )


def _size(folder: Path) -> int:
    """Bytes on the disk; the broker may delete what is looked at."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_blocks * 512
        except FileNotFoundError:
            continue
    return total
