"""Workers as processes that are measured: one that ends by itself ends the measurement."""

from rasid.devbroker.process import SupervisedProcess


class WorkerEndedError(Exception):
    """A worker ended by itself, or stands still; the message has the last of its output."""


def require_running(name: str, worker: SupervisedProcess) -> None:
    """Raise WorkerEndedError where it is gone."""
    if not worker.running:
        raise WorkerEndedError(f"{name} ended by itself:\n{worker.output[-2000:]}")
