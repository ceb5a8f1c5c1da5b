"""`rasid worker`: one of the three workers as a process."""

import asyncio
import socket

from rasid.commands.errors import CommandError
from rasid.commands.kinds import WorkerKind
from rasid.runtime.logs import configure_logs
from rasid.runtime.settings import Settings
from rasid.runtime.topics import list_topics


def run_worker(kind: WorkerKind, settings: Settings) -> None:
    """Run a worker until a signal; raises CommandError where rules or topics are not as they must be."""
    configure_logs(settings)
    _require_port(settings)
    match kind:
        case WorkerKind.ENRICHMENT:
            from rasid.enrichment.worker import run as run_enrichment

            _require_topics(settings)
            run_enrichment(settings)
        case WorkerKind.ALERTING:
            from rasid.alerting.worker import run as run_alerting
            from rasid.commands.rules import rules_of

            rules = rules_of(settings)
            _require_topics(settings)
            run_alerting(settings, rules)
        case WorkerKind.NOTIFIER:
            from rasid.alerting.notifier_worker import run as run_notifier

            _require_topics(settings)
            run_notifier(settings)


def _require_topics(settings: Settings) -> None:
    states = asyncio.run(list_topics(settings))
    missing = [state.topic.name for state in states if state.partitions is None]
    if missing:
        raise CommandError(f"the broker has no topic {missing[0]}; run `rasid topics create`")


def _require_port(settings: Settings) -> None:
    """Tell an occupied port before anything starts; a worker that finds out later ends with a trace."""
    if settings.http_port is None:
        return
    try:
        socket.create_server((settings.http_host, settings.http_port)).close()
    except OSError as error:
        place = f"{settings.http_host}:{settings.http_port}"
        raise CommandError(
            f"cannot serve at {place}: {error.strerror}; set RASID_HTTP_HOST or RASID_HTTP_PORT"
        ) from None
