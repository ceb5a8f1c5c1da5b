"""`rasid channels`: what can be said of a channels file without Kafka, and a made-up alert to try a channel with."""

import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

from rasid.alerting.channels.building import RoutedChannel
from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.channels.loading import channels_of
from rasid.alerting.problems import suggestion
from rasid.alerting.rules.samples import SAMPLES
from rasid.commands.errors import USAGE, CommandError
from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.durations import written
from rasid.runtime.logs import configure_logs
from rasid.runtime.settings import Settings
from rasid_schemas.alerts import Alert, AlertStatus

TEST_NAMESPACE = UUID("0b9a2f0e-3c53-5a87-9d0c-54b1f5d1c6a2")
"""Of the UUIDv5 that identifies the made-up alert of a channel."""


def check_channels(path: Path | None, settings: Settings, output: Output) -> None:
    """Read a channels file and list its channels, without secrets; raises ChannelFileError."""
    output.table("channels", [_row(each) for each in channels_of(settings, path)])


async def try_channel(name: str, resolved: bool, path: Path | None, settings: Settings, output: Output) -> None:
    """Send a made-up alert to one channel, whatever its matchers; raises CommandError where it does not take it."""
    configure_logs(settings)
    routed = _named(name, channels_of(settings, path))
    alert = made_up_alert(name, "resolved" if resolved else "firing")
    try:
        await routed.channel.send(alert)
    except (AlertRefusedError, ChannelUnavailableError) as error:
        raise CommandError(f"{name} did not take the alert: {error}") from None
    finally:
        await routed.channel.close()
    output.table("sent", [{"channel": name, "status": alert.status, "id": alert.idempotency_key}])


def made_up_alert(channel: str, status: AlertStatus) -> Alert:
    """An alert on an invented event. Each is a later revision of the same, so that one can end the other."""
    return Alert(
        alert_id=str(uuid5(TEST_NAMESPACE, channel)),
        revision=int(time.time()),
        rule="test",
        severity="info",
        status=status,
        cluster=SAMPLES[0],
        title=f"A test of the channel {channel} · تجربة للقناة {channel}",
        summary="Nothing has happened: somebody ran `rasid channels test`. · لم يحدث شيء: هذه مجرد تجربة.",
        raised_at=datetime.now(UTC),
    )


def _named(name: str, channels: tuple[RoutedChannel, ...]) -> RoutedChannel:
    known = {each.routing.name: each for each in channels}
    if name not in known:
        raise CommandError(f"there is no channel {name}: {suggestion(name, known)}", USAGE)
    return known[name]


def _row(routed: RoutedChannel) -> Row:
    routing = routed.routing
    return {
        "channel": routing.name,
        "type": routed.type,
        "matchers": ", ".join(map(str, routing.matchers)),
        "max_age": written(routing.max_age),
        "sends": ", ".join(_statuses(routed)),
    }


def _statuses(routed: RoutedChannel) -> list[str]:
    wanted = {"firing": True, "updated": routed.routing.send_updated, "resolved": routed.routing.send_resolved}
    return [status for status, sent in wanted.items() if sent]
