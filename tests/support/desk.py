"""What a rule's alerts come to, over clusters and time: without records, topics or templates."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.clusters.fold import ClusterFold
from rasid.alerting.rules.rules import parse_rules
from rasid_schemas.alerts import Alert
from rasid_schemas.events import Event
from support.alerts import written
from support.events import at, meeting, person

RULE = 'rules: [{{name: talks, severity: info, when: "{}", {}}}]'


class Desk:
    """What somebody at the end of the line sees of a rule."""

    def __init__(self, settings: str, when: str = "event.type == 'meeting'") -> None:
        self.clusters = ClusterFold()
        self.alerts = AlertFold(parse_rules(RULE.format(when, settings), Path("rules.yaml")))
        self.told: list[Alert] = []

    def hears(self, event: Event, seconds: float, quietly: bool = False) -> None:
        now = at() + timedelta(seconds=seconds)
        for cluster in self.clusters.changes(event, now):
            if cluster.merged_into is not None:
                self.told += written(self.alerts.merge(cluster.cluster_id, cluster.merged_into, now))
            else:
                self.told += written(self.alerts.apply(cluster, now, quietly))

    def loses(self, event: Event, seconds: float, quietly: bool = False) -> None:
        """The event's article tells it no more."""
        now = at() + timedelta(seconds=seconds)
        withdrawn = self.clusters.withdraw(event.event_id, now)
        assert withdrawn is not None
        if withdrawn.cluster is not None:
            self.told += written(self.alerts.apply(withdrawn.cluster, now, quietly))
        else:
            self.told += written(self.alerts.withdraw(withdrawn.cluster_id, now, quietly))

    def waits(self, seconds: float) -> None:
        self.told += written(self.alerts.advance(at() + timedelta(seconds=seconds)))

    @property
    def summary(self) -> list[tuple[str, int, float]]:
        return [(a.status, a.cluster.sources, (a.raised_at - at()).total_seconds()) for a in self.told]


def talks(number: int, status: str = "planned", host: str = "Hala al-Mansouri", **fields: Any) -> Event:
    guest = person("Eva Nordgren", "commander", "NATO")
    told = {"date": "2024-05-21", "status": status, "country": "JO"} | fields
    return meeting(f"urn:{number}", person(host), guest, source=f"Wire {number}", published=at(hours=number), **told)
