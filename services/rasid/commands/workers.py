"""`rasid worker`: one of the three workers as a process."""

import asyncio
import socket
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from rasid.commands.errors import CommandError
from rasid.commands.kinds import WorkerKind
from rasid.runtime.bundled import rule_file
from rasid.runtime.logs import configure_logs
from rasid.runtime.rights import Needs, require_rights
from rasid.runtime.settings import Settings
from rasid.runtime.topics import list_topics
from rasid_schemas.topics import (
    ALERTS,
    ARTICLES_ENRICHED,
    ARTICLES_RAW,
    CLUSTERS,
    EVENT_TOPICS,
    SILENCES,
)

NEEDS = {
    WorkerKind.ENRICHMENT: Needs(
        (ARTICLES_RAW, *EVENT_TOPICS), (ARTICLES_ENRICHED, *EVENT_TOPICS, ARTICLES_RAW.dead_letters)
    ),
    WorkerKind.ALERTING: Needs(
        EVENT_TOPICS, (*EVENT_TOPICS, CLUSTERS, ALERTS, *(topic.dead_letters for topic in EVENT_TOPICS))
    ),
    WorkerKind.NOTIFIER: Needs((ALERTS, SILENCES), (ALERTS.dead_letters,)),
}


def load_worker(kind: WorkerKind, settings: Settings) -> Callable[[], None]:
    """What runs a worker until a signal; raises CommandError where rules, topics or rights are not as they must be."""
    configure_logs(settings)
    _require_port(settings)
    match kind:
        case WorkerKind.ENRICHMENT:
            from rasid.enrichment.app import GROUP as ENRICHMENT_GROUP
            from rasid.enrichment.worker import run as run_enrichment

            _require_broker(settings, kind, [ENRICHMENT_GROUP])
            return partial(run_enrichment, settings)
        case WorkerKind.ALERTING:
            from rasid.alerting.app import GROUP as ALERTING_GROUP
            from rasid.alerting.rules.watched import WatchedRules
            from rasid.alerting.worker import run as run_alerting

            rules = WatchedRules(rule_file(settings))
            _require_broker(settings, kind, [ALERTING_GROUP])
            return partial(run_alerting, settings, rules)
        case WorkerKind.NOTIFIER:
            from rasid.alerting.channels.loading import channels_of
            from rasid.alerting.notifier import group_of
            from rasid.alerting.notifier_worker import run as run_notifier

            channels = channels_of(settings)
            _require_broker(settings, kind, [group_of(each.routing.name) for each in channels])
            return partial(run_notifier, settings, channels)


def _require_broker(settings: Settings, kind: WorkerKind, groups: Iterable[str]) -> None:
    """Tell what the broker lacks or forbids."""
    needs = replace(NEEDS[kind], groups=tuple(groups))
    if settings.security_protocol != "PLAINTEXT":  # where nobody is known, nobody has rights of their own
        asyncio.run(require_rights(settings, needs))
    missing = [s.topic.name for s in asyncio.run(list_topics(settings, needs.topics)) if s.partitions is None]
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
