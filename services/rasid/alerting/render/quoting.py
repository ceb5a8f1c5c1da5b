"""The words of the first report that an alert quotes."""

from rasid.alerting.render.writing import one_line, shortened
from rasid_schemas.alerts import EventCluster
from rasid_schemas.extraction import Meeting

LONGEST_QUOTE = 200
"""Code points."""


def best_quote(cluster: EventCluster) -> str:
    """The first report's evidence that names most of what the alert tells, shortened; empty where it has none."""
    evidence = cluster.reports[0].evidence
    if not evidence:
        return ""
    best = evidence[0]
    if len(evidence) > 1:
        names = _names(cluster)
        best = max(evidence, key=lambda each: sum(name in each.quote for name in names))
    return shortened(one_line(best.quote).strip('«»“”"'), LONGEST_QUOTE)


def _names(cluster: EventCluster) -> list[str]:
    event = cluster.event
    if isinstance(event, Meeting):
        told = [participant.name.rpartition(" ")[2] for participant in event.participants]
    else:
        told = [event.force or "", f"{event.count:,}" if event.count else ""]
    return [name for name in (*told, event.location or "") if name]
