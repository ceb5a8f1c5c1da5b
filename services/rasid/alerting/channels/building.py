"""From a channel as the file writes it to one that sends."""

from dataclasses import dataclass
from datetime import timedelta

from rasid.alerting.channels.alertmanager import AlertmanagerChannel
from rasid.alerting.channels.apprise import AppriseChannel
from rasid.alerting.channels.channel import Channel
from rasid.alerting.channels.definitions import (
    AlertmanagerDefinition,
    AppriseDefinition,
    Definition,
    LogDefinition,
    WebhookDefinition,
)
from rasid.alerting.channels.destinations import Destination
from rasid.alerting.channels.log import LogChannel
from rasid.alerting.channels.secrets import EntryError
from rasid.alerting.channels.webhook import WebhookChannel
from rasid.alerting.routing import Routing


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a channel says nothing else."""

    max_age: timedelta
    ends_after: timedelta
    """When an alert that nothing ends is over, in Alertmanager."""


@dataclass(frozen=True, slots=True)
class RoutedChannel:
    """A channel, and which alerts it is to get."""

    type: str
    routing: Routing
    channel: Channel


def build(definition: Definition, destination: Destination, defaults: Defaults) -> RoutedChannel:
    """The channel of a definition. Raises EntryError, and UnknownServiceError where Apprise cannot use its address."""
    routing = Routing(
        name=definition.name,
        max_age=definition.max_age or defaults.max_age,
        matchers=definition.matchers,
        send_updated=definition.send_updated,
        send_resolved=definition.send_resolved,
        ignores_silences=definition.ignores_silences,
    )
    match definition:
        case LogDefinition():
            return RoutedChannel(definition.type, routing, LogChannel())
        case WebhookDefinition(timeout=timeout):
            webhook = WebhookChannel(destination.url, timeout, destination.secret)
            return RoutedChannel(definition.type, routing, webhook)
        case AlertmanagerDefinition(timeout=timeout):
            ends_after = _ends_after(definition.ends_after or defaults.ends_after, routing.max_age)
            return RoutedChannel(definition.type, routing, AlertmanagerChannel(destination.url, timeout, ends_after))
        case AppriseDefinition(timeout=timeout):
            return RoutedChannel(definition.type, routing, AppriseChannel(destination.url, timeout))
    raise TypeError(definition)


def _ends_after(ends_after: timedelta, max_age: timedelta) -> timedelta:
    if ends_after <= max_age:
        raise EntryError("ends_after", "is no longer than max_age: an alert that waited would be over when it is sent")
    return ends_after
