"""What a rule's condition sees of a cluster."""

import cel

from rasid.alerting.clusters.dates import age_in_days, publication_time
from rasid.alerting.rules.fields import MEETING_FIELDS, PARTICIPANT_FIELDS, REPORT_FIELDS, TROOP_FIELDS
from rasid.alerting.rules.mentions import mentions
from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.extraction import Meeting, Participant, TroopAnnouncement

Fact = object


def facts(cluster: EventCluster) -> cel.Context:
    """The variables `event` and `cluster`, whose fields `fields.py` has, and the function `mentions`.

    What an event does not tell is left out rather than null: CEL then treats every comparison with it as failed,
    and `||` as decided by its other side. In the elements of a list it is the empty text, since one failed
    comparison would fail CEL's `exists` for all elements.
    """
    context = cel.Context(functions={"mentions": mentions})
    context.add_variable("event", event_facts(cluster))
    context.add_variable("cluster", _cluster_facts(cluster))
    return context


def event_facts(cluster: EventCluster) -> dict[str, Fact]:
    """What is known of the event, by field."""
    event = cluster.event
    values: dict[str, Fact] = {}
    if isinstance(event, Meeting):
        values = {name: getattr(event, name) for name in MEETING_FIELDS}
        values["participants"] = [_participant_facts(participant) for participant in event.participants]
    else:
        values = {name: getattr(event, name) for name in TROOP_FIELDS}
    values["age_days"] = age_when_told(cluster)
    values["affiliations"] = affiliations(event)
    return {name: value for name, value in values.items() if value is not None}


def _cluster_facts(cluster: EventCluster) -> dict[str, Fact]:
    return {
        "articles": cluster.articles,
        "sources": cluster.sources,
        "first_seen": cluster.first_seen,
        "last_seen": cluster.last_seen,
        "languages": languages(cluster),
        "reports": [{name: getattr(report, name) or "" for name in REPORT_FIELDS} for report in cluster.reports],
    }


def _participant_facts(participant: Participant) -> dict[str, str]:
    return {name: getattr(participant, name) or "" for name in PARTICIPANT_FIELDS}


def affiliations(event: Meeting | TroopAnnouncement) -> list[str]:
    """Every country or organisation that acts, each once, in the order told."""
    if isinstance(event, Meeting):
        told = [participant.affiliation for participant in event.participants]
    else:
        told = [event.force_affiliation]
    return list(dict.fromkeys(affiliation for affiliation in told if affiliation))


def languages(cluster: EventCluster) -> list[str]:
    """The languages of its reports, without region, each once, in the order told."""
    told = (_language(report) for report in cluster.reports if report.language)
    return list(dict.fromkeys(told))


def age_when_told(cluster: EventCluster) -> int | None:
    """The event's age in days when it was first told: later reports do not make news old."""
    published = (publication_time(report.published_at, cluster.last_seen) for report in cluster.reports)
    return age_in_days(cluster.event.date, min(published).date())


def _language(report: Report) -> str:
    return (report.language or "").split("-")[0].lower()
