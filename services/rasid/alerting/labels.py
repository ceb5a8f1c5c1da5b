"""The labels of an alert: what matchers see of it."""

from rasid.alerting.derived import affiliations, languages
from rasid.alerting.matchers import Labels
from rasid_schemas.alerts import Alert
from rasid_schemas.extraction import Meeting


def labels_of(alert: Alert) -> Labels:
    """The labels of the rule, and those that every alert has, which a rule cannot overwrite.

    `alertname` (the rule), `severity`, `alert_id`, `event_type` (meeting, troop_announcement), `event_status`;
    `mode` of a meeting, `action` of a troop announcement; `country` of the event; `affiliations` and `languages`,
    in alphabetical order, separated by commas. What is not known is no label.
    """
    cluster = alert.cluster
    event = cluster.event
    told = {
        "country": event.country or "",
        "affiliations": ",".join(sorted(affiliations(event))),
        "languages": ",".join(sorted(languages(cluster))),
        "event_status": event.status,
        **({"mode": event.mode} if isinstance(event, Meeting) else {"action": event.action}),
    }
    return alert.labels | {name: value for name, value in told.items() if value} | _identity(alert)


def stable_labels(alert: Alert) -> Labels:
    """Those of them that no revision of the alert changes: they tell it from all others."""
    return alert.labels | _identity(alert)


def _identity(alert: Alert) -> dict[str, str]:
    return {
        "alertname": alert.rule,
        "severity": alert.severity,
        "alert_id": alert.alert_id,
        "event_type": alert.cluster.event.type,
    }
