"""Running a Faust app as a process: signals, health, and an end within its time."""

import gc
import logging
import os
import threading
from typing import NoReturn

import faust
from aiokafka.errors import KafkaConnectionError
from mode import Service

from rasid.runtime.application import App
from rasid.runtime.clients import BrokerUnreachableError
from rasid.runtime.health import http_server
from rasid.runtime.leaving import EXIT_NO_BROKER, EXIT_UNFINISHED, end_at_once, leave
from rasid.runtime.rights import NOT_ALLOWED
from rasid.runtime.settings import Settings
from rasid.runtime.watch import watch

logger = logging.getLogger(__name__)

STOP_SECONDS = 8.0
"""After a signal the process ends within ten seconds, whatever it waits for; what is in hand stays uncommitted. On a
busy machine the signal itself is heard late."""


class Supervision(Service):
    """Serves /healthz and /metrics while the worker runs, and has it watched."""

    def __init__(self, app: App, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self._settings = settings

    async def on_start(self) -> None:
        """Open the port; one that is occupied ends the worker."""
        await self.add_async_context(http_server(self._settings, self._has_joined))
        watch(self._settings, self._app.conf.id, self._app.assigned, self._has_joined, self._app.pulse)

    def _has_joined(self) -> bool:
        return self._app.started and self._app.rebalancing_count > 0 and not self._app.rebalancing


class Worker(faust.Worker):
    """A Faust worker that logs as Rasid does and does not outstay a signal."""

    def __init__(self, app: App, settings: Settings) -> None:
        super().__init__(app, Supervision(app, settings), quiet=True, override_logging=False, redirect_stdouts=False)
        self.spinner = None  # it writes to standard output, terminal or not
        self._settings = settings

    async def start(self) -> None:
        """Start all there is; end in a line where the broker, which had answered before, has gone since."""
        try:
            await super().start()
        except KafkaConnectionError:
            leave(str(BrokerUnreachableError(self._settings)), EXIT_NO_BROKER)

    def execute_from_commandline(self) -> NoReturn:
        """Run until a signal or a fault; leaves the process."""
        try:
            super().execute_from_commandline()
        except SystemExit as end:
            end_at_once(end.code if isinstance(end.code, int) else EXIT_UNFINISHED)

    def on_worker_shutdown(self) -> None:
        """Say in a line what Faust tells in a long trace: it ends where it may not read, and on other errors."""
        if isinstance(self.crash_reason, NOT_ALLOWED):
            logger.critical("may not READ: %s", self.crash_reason)
        super().on_worker_shutdown()

    def _on_sigint(self) -> None:
        leave_in_time()
        super()._on_sigint()

    def _on_sigterm(self) -> None:
        leave_in_time()
        super()._on_sigterm()


def leave_in_time() -> None:
    """From a signal on: end the process at the deadline, whatever still keeps it.

    Faust collects garbage every time it looks whether messages are still in hand. Nothing here is worth that any more.
    """
    gc.freeze()
    deadline = threading.Timer(STOP_SECONDS, os._exit, (EXIT_UNFINISHED,))
    deadline.daemon = True
    deadline.start()
