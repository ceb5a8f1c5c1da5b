"""From clusters to alerts: which rules apply, what is told of it, and when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rasid.alerting.alerts.cap import HourlyCap
from rasid.alerting.alerts.corroboration import SourceTimes
from rasid.alerting.alerts.episode import Episode, Verdict
from rasid.alerting.alerts.groups import Groups, grouping
from rasid.alerting.alerts.keys import Due, EpisodeKey, HourEnd, Release, Repeat
from rasid.alerting.alerts.schedule import Schedule
from rasid.alerting.alerts.telling import Told
from rasid.alerting.clusters.fold import HORIZON
from rasid.alerting.rules.facts import Seen
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.shortlist import Shortlist
from rasid_schemas.alerts import AlertReason, EventCluster


@dataclass(slots=True)
class _Watched:
    """A cluster that a rule applies to or may come to apply to."""

    sources: SourceTimes = field(default_factory=SourceTimes)
    episodes: dict[str, Episode] = field(default_factory=dict)  # by rule


class AlertFold:
    """The alerts of one event topic. Feed it every cluster revision, in order; feeding them again rebuilds it.

    All times are record times. A deadline that has passed is dealt with before anything later, and what it tells is
    dated by it: so it makes no difference when the fold hears that it has passed. Memory is bounded by the clusters
    that still take reports. What is told is not yet written: see `Told.alert`.
    """

    def __init__(self, rules: tuple[Rule, ...], horizon: timedelta = HORIZON) -> None:
        self._rules = rules
        self._numbers = {rule.name: number for number, rule in enumerate(rules)}
        self._shortlist = Shortlist(rules)
        conditions = (rule.condition for rule in rules)
        self._named = frozenset[str]().union(*(each.named for each in conditions if not each.outline.is_whole))
        self._horizon = horizon
        self._counts_sources = any(rule.corroboration for rule in rules)
        self._watched: dict[str, _Watched] = {}  # by cluster_id
        self._groups = Groups()
        self._caps = {rule.name: HourlyCap(rule.max_per_hour) for rule in rules}
        self._schedule: Schedule[Due] = Schedule()
        self._closings: Schedule[Due] = Schedule()  # by cluster_id
        self._clock: datetime | None = None

    def last_deadline(self, until: datetime) -> datetime | None:
        """When people were to be told last by a time: an alert that waits, a repetition, the end of a cap's hour.

        The end of a cluster is not among these: that it expires is no news, and is told when something else comes.
        """
        return self._schedule.last_deadline(until)

    def apply(self, cluster: EventCluster, record_time: datetime, quietly: bool = False) -> tuple[Told, ...]:
        """Take in a new revision of a cluster: the alerts that were due before it, then those that it raises.

        A rule that comes to apply fires; while it applies, a change of what the alert shows updates it. Resolved: the
        event was cancelled or denied since, or the rule applies no more. An event that is off from the start fires
        like any other. What was resolved by a cancellation fires again, as a new alert, once the event is on again.
        Each of these waits as long as the rule says. `quietly`: nothing is raised, and what has changed counts as told.
        """
        told = list(self.advance(record_time))
        watched = self._watched.get(cluster.cluster_id) or _Watched()
        if self._counts_sources:
            watched.sources.note(cluster.sources, record_time)
        for rule, applies in self._concerned(watched, cluster):
            episode = self._seen(watched, rule, cluster, applies)
            if episode is None:
                continue
            if quietly:
                self._absorbed(episode)
            elif at_once := self._raised(episode, record_time):
                told.append(at_once)
        if watched.episodes or self._counts_sources:
            self._keep(watched, cluster)
        return (*told, *self.advance(record_time))

    def merge(self, cluster_id: str, survivor: str, record_time: datetime) -> tuple[Told, ...]:
        """Take in that a cluster lives on in another, whose next revision follows.

        Its alerts go on with the survivor, so that nobody is told twice, but where that has one by the same rule.
        """
        told = self.advance(record_time)
        ending = self._watched.get(cluster_id)
        if ending is not None:
            living = self._watched.get(survivor) or _Watched()
            living.sources.take_over(ending.sources)
            self._hand_over(ending, living, survivor)
            if living.episodes or self._counts_sources:
                self._watched[survivor] = living
        return (*told, *self._end(cluster_id, "merged", record_time))

    def _hand_over(self, ending: _Watched, living: _Watched, survivor: str) -> None:
        for rule, episode in list(ending.episodes.items()):
            known = living.episodes.get(rule)
            if not episode.goes_on or (known is not None and known.goes_on):
                continue
            if known is not None:
                self._groups.leave(known)
            self._groups.leave(episode)
            self._repeat_no_more(episode)
            episode.cluster_id = survivor
            episode.number = max(episode.number, known.number if known else 0)
            living.episodes[rule] = ending.episodes.pop(rule)
            self._groups.enter(episode)
            self._repeat_later(episode)

    def withdraw(self, cluster_id: str, record_time: datetime, quietly: bool = False) -> tuple[Told, ...]:
        """Take in that no report of a cluster is left. It may get one again: then what applies fires anew."""
        told = list(self.advance(record_time))
        watched = self._watched.get(cluster_id)
        for episode in watched.episodes.values() if watched else ():
            episode.holds = False
            self._groups.leave(episode)
            if episode.goes_on and not quietly:
                told.append(self._tell(episode, Verdict("resolved", "withdrawn"), record_time))
        return tuple(told)

    def advance(self, record_time: datetime) -> tuple[Told, ...]:
        """Let time pass: the alerts that are due until then. Time never runs backwards."""
        self._clock = record_time if self._clock is None else max(self._clock, record_time)
        return tuple(self._due(self._clock)) if self._may_be_due() else ()

    def _may_be_due(self) -> bool:
        now = self._clock
        return now is not None and (self._schedule.may_be_due(now) or self._closings.may_be_due(now))

    def _concerned(self, watched: _Watched, cluster: EventCluster) -> list[tuple[Rule, bool]]:
        """The rules that apply to a cluster or did before, in their order, and whether they do."""
        seen, span = Seen(cluster, self._named), watched.sources.shortest_span
        applying = [number for number, rule in self._shortlist.of(seen) if rule.applies(seen, span)]
        if not watched.episodes:
            return [(self._rules[number], True) for number in applying]
        concerned = sorted({*applying, *[self._numbers[name] for name in watched.episodes]})
        return [(self._rules[number], number in applying) for number in concerned]

    def _seen(self, watched: _Watched, rule: Rule, cluster: EventCluster, applies: bool) -> Episode | None:
        """The rule's episode with the cluster as it stands: a new one where the rule comes to apply."""
        known = watched.episodes.get(rule.name)
        if known is not None:
            known.cluster, known.holds = cluster, applies
            if not known.resolved or not known.is_to_follow():
                return known
        if not applies:
            return None
        number = known.number + 1 if known else 1
        begun = (cluster.cluster_id, number)
        episode = Episode(rule, begun, cluster.cluster_id, number, grouping(rule, cluster), cluster, applies)
        if known is not None and known.group != episode.group:
            self._groups.leave(known)
        watched.episodes[rule.name] = episode
        return episode

    def _absorbed(self, episode: Episode) -> None:
        """Nothing is told of it, but where it waits: that is news, and told with whatever comes meanwhile."""
        if not self._groups.waits(episode):
            episode.absorb()

    def _raised(self, episode: Episode, since: datetime) -> Told | None:
        """What is told of it at once; the rest waits, also where others came first."""
        verdict = episode.verdict()
        if verdict is None:
            return None
        if episode.rule.is_prompt and not self._groups.know(episode) and not self._may_be_due():
            return self._tell(episode, verdict, since)
        self._wait(episode, verdict, since)
        return None

    def _wait(self, episode: Episode, verdict: Verdict, since: datetime) -> None:
        due = self._groups.join(episode, since, is_uncapped=verdict.status == "resolved")
        if due is not None:
            self._schedule.set(Release(episode.group), due)

    def _keep(self, watched: _Watched, cluster: EventCluster) -> None:
        self._watched[cluster.cluster_id] = watched
        if cluster.cluster_id not in self._closings:
            self._closings.set(cluster.cluster_id, cluster.first_seen + self._horizon)

    def _due(self, now: datetime) -> Iterator[Told]:
        while due := self._earlier().pop_due(now):
            deadline, key = due
            match key:
                case str():
                    yield from self._release_last(key, deadline)
                    yield from self._end(key, "expired", deadline)
                case Release(group):
                    for episode_key in self._groups.release(group):
                        yield from self._release(episode_key, deadline)
                case Repeat(episode_key):
                    yield from self._repeat(episode_key, deadline)
                case HourEnd(rule):
                    yield from self._end_hour(rule, deadline)

    def _earlier(self) -> Schedule[Due]:
        told = self._schedule.next_deadline
        if told is None:  # nobody waits
            return self._closings
        closed = self._closings.next_deadline
        return self._closings if closed is not None and closed < told else self._schedule

    def _release(self, key: EpisodeKey, at: datetime) -> Iterator[Told]:
        episode = self._episode(key)
        verdict = episode.verdict() if episode else None
        if episode is None or verdict is None:
            return
        cap = self._caps[key.rule]
        if verdict.status == "resolved" or cap.admits(at):
            yield self._tell(episode, verdict, at)
            return
        hour_end = cap.ends_at(at)
        if verdict.status == "firing":
            episode.held_back = True
            cap.hold_back(key)
            self._schedule.set(HourEnd(key.rule), hour_end)
        else:
            self._groups.postpone(episode)
            self._schedule.set(Release(episode.group), hour_end)

    def _repeat(self, key: EpisodeKey, at: datetime) -> Iterator[Told]:
        episode = self._episode(key)
        if episode is None or episode.resolved or episode.rule.repeat is None:
            return
        cap = self._caps[key.rule]
        if not episode.holds or self._groups.waits(episode):
            self._schedule.set(Repeat(key), at + episode.rule.repeat)
        elif cap.admits(at):
            yield self._tell(episode, Verdict("firing", "repeated"), at)
        else:
            self._schedule.set(Repeat(key), cap.ends_at(at))

    def _end_hour(self, rule: str, at: datetime) -> Iterator[Told]:
        """Tell the last that was held back and still applies."""
        while key := self._caps[rule].release_last():
            episode = self._episode(key)
            if episode is not None and episode.holds:
                episode.held_back = False
                yield from self._release(key, at)
                return

    def _release_last(self, cluster_id: str, at: datetime) -> Iterator[Told]:
        """What still waits as a cluster closes: a firing alert, or an end that says more than that it expires."""
        watched = self._watched.get(cluster_id)
        for episode in watched.episodes.values() if watched else ():
            verdict = episode.verdict() if self._groups.waits(episode) else None
            if verdict is not None and verdict.status != "updated":
                yield from self._release(episode.key, at)

    def _end(self, cluster_id: str, reason: AlertReason, at: datetime) -> list[Told]:
        watched = self._watched.pop(cluster_id, None)
        self._closings.drop(cluster_id)
        told = []
        for episode in watched.episodes.values() if watched else ():
            self._groups.leave(episode)
            self._repeat_no_more(episode)
            if episode.goes_on:
                told.append(self._tell(episode, Verdict("resolved", reason), at))
        return told

    def _tell(self, episode: Episode, verdict: Verdict, at: datetime) -> Told:
        """An old record may change an alert that was told since: no revision is dated before the one before it."""
        at = at if episode.told_at is None else max(at, episode.told_at)
        episode.tell(verdict, at)
        self._groups.told(episode, at)
        if episode.resolved:
            self._repeat_no_more(episode)
        else:
            self._repeat_later(episode)
        return Told.of(episode, verdict, at, self._caps[episode.rule.name].take_remainder())

    def _repeat_later(self, episode: Episode) -> None:
        if episode.rule.repeat is not None and episode.told_at is not None:
            self._schedule.set(Repeat(episode.key), episode.told_at + episode.rule.repeat)

    def _repeat_no_more(self, episode: Episode) -> None:
        if episode.rule.repeat is not None:
            self._schedule.drop(Repeat(episode.key))

    def _episode(self, key: EpisodeKey) -> Episode | None:
        watched = self._watched.get(key.cluster_id)
        return watched.episodes.get(key.rule) if watched else None
