"""Words that the command line takes: light, since every command waits for their import."""

from enum import StrEnum


class WorkerKind(StrEnum):
    """The workers there are."""

    ENRICHMENT = "enrichment"
    ALERTING = "alerting"
    NOTIFIER = "notifier"


class Kind(StrEnum):
    """What there is to follow."""

    ARTICLES = "articles"
    MEETINGS = "meetings"
    TROOPS = "troops"
    CLUSTERS = "clusters"
    ALERTS = "alerts"
    DEAD_LETTERS = "dead-letters"
