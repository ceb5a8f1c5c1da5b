"""What comes due in the life of alerts."""

from typing import NamedTuple


class EpisodeKey(NamedTuple):
    """A rule on a cluster: it has at most one alert that is not resolved."""

    cluster_id: str
    rule: str


class GroupKey(NamedTuple):
    """Alerts of a rule that wait and are told together; without `group_by` each cluster is a group of its own."""

    rule: str
    values: tuple[str, ...]


class Release(NamedTuple):
    """A group's alerts are told."""

    group: GroupKey


class Repeat(NamedTuple):
    """An alert that still fires is told again."""

    episode: EpisodeKey


class HourEnd(NamedTuple):
    """The hour of a rule's cap is over."""

    rule: str


ClusterId = str
"""Of a cluster that takes no more reports: its alerts expire."""

Due = Release | Repeat | HourEnd | ClusterId
