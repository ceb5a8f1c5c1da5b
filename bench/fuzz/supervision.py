"""Worker processes watched: one that hangs or dies is a finding, and another goes on behind its message."""

from collections.abc import Callable
from dataclasses import replace
from multiprocessing import get_context
from time import monotonic, sleep

from bench.fuzz.findings import Counts, Finding
from bench.fuzz.worker import Job, Report, work

_LOOKS_PER_SECOND = 10
_UP_WITHIN = 120.0
"""Seconds a process may take to build its tables."""


class Watched:
    """A worker process on one job, begun again behind each message that it does not get over."""

    def __init__(self, job: Job, seconds: float) -> None:
        self._job = job
        self._seconds = seconds
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self._reports, theirs = context.Pipe(duplex=False)
        self._now_at = context.Array("d", (-1.0, monotonic() + _UP_WITHIN))
        self._process = context.Process(target=work, args=(self._job, theirs, self._now_at), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_done(self) -> bool:
        """Whether all its messages are counted."""
        return self._job.first >= self._job.behind

    def counted(self) -> Counts:
        """What it counted since the last look; a hang or a crash among it."""
        counts, lived = Counts(), self._process.is_alive()  # asked before its last report is read
        try:
            while not self.is_done and self._reports.poll():
                self._take_report(self._reports.recv(), counts)
        except EOFError:  # it ended, and not as it should
            self._process.join()
        number, since = self._now_at[:]
        if self.is_done:
            self._process.join()
        elif not lived:
            self._skip(int(number), "crash", f"exit code {self._process.exitcode}", counts)
        elif monotonic() - since > self._seconds:
            self._process.kill()
            self._process.join()
            self._skip(int(number), "hang", f"longer than {self._seconds:g} s", counts)
        return counts

    def _take_report(self, report: Report, counts: Counts) -> None:
        counts.merge(report.counts)
        self._job = replace(self._job, first=report.last + self._job.step)

    def _skip(self, number: int, what: str, told: str, counts: Counts) -> None:
        if number < 0:
            raise RuntimeError(f"a worker came to no message at all: {told}")
        counts.findings.append(Finding(number, what, told))
        counts.messages += 1
        counts.outcomes["finding"] += 1
        self._job = replace(self._job, skipped=self._job.skipped | {number})
        self._begin()

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()


def run(jobs: list[Job], seconds: float, told: Callable[[Counts], None]) -> Counts:
    """Work on all jobs at once; `told` is called with what was counted since, several times a second."""
    total = Counts()
    workers = [Watched(job, seconds) for job in jobs]
    try:
        while not all(worker.is_done for worker in workers):
            sleep(1 / _LOOKS_PER_SECOND)
            for worker in workers:
                if not worker.is_done:
                    counts = worker.counted()
                    total.merge(counts)
                    told(counts)
    finally:
        for worker in workers:
            worker.end()
    return total
