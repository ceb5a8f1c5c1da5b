"""The process that works on messages, one after the other, and says at any moment on which it is."""

import logging
import resource
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import SynchronizedArray
from time import monotonic, process_time

import psutil

from bench.fuzz.findings import Counts, Finding, Timed
from bench.fuzz.inspection import inspect
from bench.fuzz.messages import message
from rasid.enrichment.pipeline import prepare

BATCH = 100
"""Messages between two reports."""
TWICE = 8
"""One message in so many is worked on twice, to compare the results."""
_SLOW_FROM = 1.0
_SLOW_PER_BYTE = 150e-6
"""CPU seconds, for whatever is done with a message here: twice the work, and alerting for each event."""


@dataclass(frozen=True, slots=True)
class Job:
    """Which messages to work on: every `step`th number from `first` up to `behind`."""

    seed: int
    first: int
    behind: int
    step: int
    skipped: frozenset[int]
    memory_bytes: int
    """How much address space the process may take."""

    def numbers(self) -> Iterator[int]:
        """The numbers, in order."""
        return (number for number in range(self.first, self.behind, self.step) if number not in self.skipped)


@dataclass(frozen=True, slots=True)
class Report:
    """What was counted since the last report, and the last number it counts."""

    last: int
    counts: Counts


def work(job: Job, reports: Connection, now_at: "SynchronizedArray[float]") -> None:
    """Work on the messages of a job; `now_at` holds the number in hand and when it was taken up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us
    logging.disable(logging.CRITICAL)
    prepare()
    resource.setrlimit(resource.RLIMIT_AS, (job.memory_bytes, job.memory_bytes))
    process = psutil.Process()
    counts = Counts(memory_at_first=process.memory_info().rss)
    last = job.first - job.step
    for last in job.numbers():
        now_at[:] = (last, monotonic())
        _take(job.seed, last, counts)
        if counts.messages == BATCH:
            reports.send(Report(last, _with_memory(counts, process)))
            counts = Counts()
    reports.send(Report(max(last, job.behind), _with_memory(counts, process)))


def _with_memory(counts: Counts, process: psutil.Process) -> Counts:
    counts.memory_at_last = process.memory_info().rss
    counts.memory_peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return counts


def _take(seed: int, number: int, counts: Counts) -> None:
    given = message(seed, number)
    begun = process_time()
    try:
        outcome = inspect(given, again=number % TWICE == 0)
    except Exception as error:  # whatever it is, it is what we look for
        outcome = "finding"
        counts.findings.append(Finding(number, "exception", f"{type(error).__name__}: {error}"[:300]))
    timed = Timed(process_time() - begun, number, len(given.value))
    if timed.seconds > _SLOW_FROM + _SLOW_PER_BYTE * timed.size:
        counts.findings.append(Finding(number, "slow", f"{timed.seconds:.1f} s for {timed.size:,} bytes"))
    counts.add(timed, outcome)
