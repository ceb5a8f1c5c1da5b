"""Alerts that wait, and are told together: `group_by`, `group_wait` and `throttle`."""

from dataclasses import dataclass, field
from datetime import datetime

from rasid.alerting.alerts.episode import Episode
from rasid.alerting.alerts.keys import EpisodeKey, GroupKey
from rasid.alerting.rules.rule import Rule
from rasid_schemas.alerts import EventCluster


def grouping(rule: Rule, cluster: EventCluster) -> tuple[str, ...]:
    """The event's values that a rule's alerts are grouped by; none where each cluster is alone."""
    return tuple([str(getattr(cluster.event, name, None) or "") for name in rule.group_by])


@dataclass(slots=True)
class _Group:
    members: set[EpisodeKey] = field(default_factory=set)
    waiting: dict[EpisodeKey, None] = field(default_factory=dict)  # in the order they came
    told_at: datetime | None = None
    is_postponed: bool = False
    """Whether those who wait do so for the end of their rule's hour."""


class Groups:
    """The groups of which somebody waits, or may have to. Belongs to one `AlertFold`."""

    def __init__(self) -> None:
        self._groups: dict[GroupKey, _Group] = {}

    def know(self, episode: Episode) -> bool:
        """Whether anything is known of an episode's group: who waits, who is in it, when it was told."""
        return self._of(episode) is not None

    def join(self, episode: Episode, since: datetime, is_uncapped: bool) -> datetime | None:
        """Let an episode wait with its group; when the group is due, or null where that is settled already.

        The first to wait is told after `group_wait`, and not before `throttle` has passed since the group was last
        told; whoever comes meanwhile is told with it. `is_uncapped`: it does not wait for the end of an hour.
        """
        group = self._with(episode)
        is_first = not group.waiting or (group.is_postponed and is_uncapped)
        group.waiting[episode.key] = None
        if not is_first:
            return None
        group.is_postponed = False
        due = since + episode.rule.group_wait
        return due if group.told_at is None else max(due, group.told_at + episode.rule.throttle)

    def enter(self, episode: Episode) -> None:
        """Count an episode that was told elsewhere as one of its group."""
        group = self._with(episode)
        group.told_at = group.told_at or episode.told_at

    def postpone(self, episode: Episode) -> None:
        """Let an episode that was released wait on, for the end of its rule's hour."""
        group = self._with(episode)
        group.is_postponed = True
        group.waiting[episode.key] = None

    def _with(self, episode: Episode) -> _Group:
        group = self._groups.setdefault(episode.group, _Group())
        group.members.add(episode.key)
        return group

    def waits(self, episode: Episode) -> bool:
        """Whether something is still to be told of an episode."""
        group = self._of(episode)
        return group is not None and episode.key in group.waiting

    def release(self, key: GroupKey) -> tuple[EpisodeKey, ...]:
        """Those that waited, in the order they came."""
        group = self._groups.get(key)
        if group is None:
            return ()
        released = tuple(group.waiting)
        group.waiting.clear()
        return released

    def told(self, episode: Episode, at: datetime) -> None:
        """Remember when a group was last told."""
        group = self._of(episode)
        if group is None:
            return
        group.told_at = at
        if not episode.rule.throttle and not group.waiting:  # nobody will ask when it was told
            del self._groups[episode.group]

    def leave(self, episode: Episode) -> None:
        """Forget an episode, and its group with its last member."""
        group = self._of(episode)
        if group is None:
            return
        group.members.discard(episode.key)
        group.waiting.pop(episode.key, None)
        if not group.members:
            del self._groups[episode.group]

    def _of(self, episode: Episode) -> _Group | None:
        return self._groups.get(episode.group) if self._groups else None  # mostly nobody waits
