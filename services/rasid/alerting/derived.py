"""What an event and a cluster tell that no field of theirs holds."""

from rasid_schemas.alerts import EventCluster, Report
from rasid_schemas.extraction import Meeting, TroopAnnouncement


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


def _language(report: Report) -> str:
    return (report.language or "").split("-")[0].lower()
