"""What share of the time each step of the fold takes: the steps are timed from outside, and slower for it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from time import perf_counter
from typing import Any
from unittest.mock import patch

from rasid.alerting import event_fold
from rasid.alerting.alerts.fold import AlertFold
from rasid.alerting.alerts.telling import Told
from rasid.alerting.clusters.index import ClusterIndex
from rasid.alerting.clusters.matching import Compared
from rasid.alerting.clusters.open_cluster import OpenCluster
from rasid.alerting.clusters.telling import Telling
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.shortlist import Shortlist

_STEPS: tuple[tuple[str, object, tuple[str, ...]], ...] = (
    ("decode", event_fold, ("decode",)),
    ("what it tells", Telling, ("of",)),
    ("names and keys", Compared, ("of", "places")),
    ("candidates", ClusterIndex, ("candidates",)),
    ("comparison", OpenCluster, ("likeness", "is_one_with")),
    ("cluster", OpenCluster, ("take", "publish")),
    ("index", ClusterIndex, ("add", "rebuild", "remove")),
    ("rules", Rule, ("applies",)),
    ("rules", Shortlist, ("of",)),
    ("alerts", AlertFold, ("apply", "merge", "withdraw", "advance")),
    ("telling", Told, ("alert",)),
    ("messages", event_fold, ("fitted", "encode_around", "encoded_message")),
)
REST = "the rest"


class Shares:
    """Seconds by step, those of the steps within it left out."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._within: list[float] = []
        """For each step that has begun and not ended, what was spent in others meanwhile."""

    def timed(self, step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, whose time counts as the step's."""

        @wraps(function)
        def timing(*args: Any, **named: Any) -> Any:  # noqa: ANN401  # any function
            self._within.append(0.0)
            started = perf_counter()
            try:
                return function(*args, **named)
            finally:
                spent = perf_counter() - started
                self.seconds[step] += spent - self._within.pop()
                if self._within:
                    self._within[-1] += spent

        return timing


@contextmanager
def timed_steps(shares: Shares) -> Iterator[None]:
    """Have the steps of all folds timed for a while."""
    with ExitStack() as patches:
        for step, owner, names in _STEPS:
            for name in names:
                function = getattr(owner, name)
                bound = getattr(function, "__self__", None) is owner  # a class method
                timing = shares.timed(step, function)
                patches.enter_context(patch.object(owner, name, staticmethod(timing) if bound else timing))
        yield
