"""One time that a rule applies to a cluster, from firing to resolved, and what is still to be told of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from rasid.alerting.alerts.changes import has_changed
from rasid.alerting.alerts.keys import EpisodeKey, GroupKey
from rasid.alerting.clusters.statuses import CALLED_OFF
from rasid.alerting.rules.rule import Rule
from rasid_schemas.alerts import AlertReason, AlertStatus, EventCluster


class Verdict(NamedTuple):
    """What is to be told of an episode now."""

    status: AlertStatus
    reason: AlertReason | None = None
    since: EventCluster | None = None
    """The cluster as it was last told, where it is told what has changed since."""


@dataclass(slots=True)
class Episode:
    """Belongs to one `AlertFold`. `told` is the cluster as it was last told, null before that."""

    rule: Rule
    begun: tuple[str, int]
    """The cluster that it began on and the how-manieth of the rule there it was: what its alert is known by."""
    cluster_id: str
    """The cluster that it is on, in which the one that it began on may live on."""
    number: int
    grouping: tuple[str, ...]
    """The values that its rule groups by, as they were when it began."""
    cluster: EventCluster
    holds: bool
    """Whether the rule applies to the cluster as it stands."""
    told: EventCluster | None = None
    revision: int = 0
    started_at: datetime | None = None
    told_at: datetime | None = None
    resolved: bool = False
    held_back: bool = False
    """Beyond the rule's cap: nothing is told of it."""

    @property
    def key(self) -> EpisodeKey:
        """The rule and the cluster."""
        return EpisodeKey(self.cluster_id, self.rule.name)

    @property
    def group(self) -> GroupKey:
        """Those it is told with: by the event's values, else the cluster that it began on alone."""
        return GroupKey(self.rule.name, self.grouping or self.begun[:1])

    @property
    def goes_on(self) -> bool:
        """Whether people were told of it, and not yet of its end."""
        return self.revision > 0 and not self.resolved

    @property
    def called_off(self) -> bool:
        """Whether the event stands cancelled or denied."""
        return self.cluster.event.status in CALLED_OFF

    @property
    def was_called_off(self) -> bool:
        """Whether it did when last told."""
        return self.told is not None and self.told.event.status in CALLED_OFF

    def verdict(self) -> Verdict | None:
        """What people should hear; null where there is nothing new."""
        if self.held_back or self.resolved:
            return None
        if self.revision == 0:
            return Verdict("firing") if self.holds else None
        if self.called_off and (not self.holds or not self.was_called_off):
            return Verdict("resolved", "cancelled" if self.cluster.event.status == "cancelled" else "denied", self.told)
        if not self.holds:
            return Verdict("resolved", "no_longer_matches", self.told)
        if self.told is None or not has_changed(self.told, self.cluster):
            return None
        return Verdict("updated", since=self.told)

    def is_to_follow(self) -> bool:
        """Whether a resolved episode is followed by another: the rule applies again, and not since it is still off."""
        return self.holds and not (self.was_called_off and self.called_off)

    def tell(self, verdict: Verdict, at: datetime) -> None:
        """Remember what was told."""
        self.revision += 1
        self.started_at = self.started_at or at
        self.told, self.told_at = self.cluster, at
        self.resolved = verdict.status == "resolved"

    def absorb(self) -> None:
        """Take what has changed for told."""
        self.told = self.cluster
