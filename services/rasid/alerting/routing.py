"""Which alerts a channel gets, and for how long it is tried."""

from dataclasses import dataclass
from datetime import timedelta

from rasid.alerting.labels import labels_of
from rasid.alerting.matchers import Matcher, all_match
from rasid_schemas.alerts import Alert


@dataclass(frozen=True, slots=True)
class Routing:
    """What there is to say of a channel, whatever its type."""

    name: str
    """Names its consumer group, its metrics and its dead letters."""
    max_age: timedelta
    """Older alerts are not sent; one that grows older while it is tried goes to the dead letters."""
    matchers: tuple[Matcher, ...] = ()
    """All must match; without any every alert is meant."""
    send_updated: bool = True
    send_resolved: bool = True
    ignores_silences: bool = False
    """Whether it gets alerts that people have silenced."""

    def wants(self, alert: Alert) -> bool:
        """Whether the channel is to get this revision of an alert."""
        unwanted = {"updated": not self.send_updated, "resolved": not self.send_resolved}
        return not unwanted.get(alert.status, False) and all_match(self.matchers, labels_of(alert))
