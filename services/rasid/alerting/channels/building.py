"""From a channel as the file writes it to one that sends."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from rasid.alerting.channels.alertmanager import AlertmanagerChannel
from rasid.alerting.channels.apprise import AppriseChannel, UnknownServiceError
from rasid.alerting.channels.channel import Channel
from rasid.alerting.channels.definitions import (
    AlertmanagerDefinition,
    AppriseDefinition,
    Definition,
    LogDefinition,
    WebhookDefinition,
)
from rasid.alerting.channels.log import LogChannel
from rasid.alerting.channels.secrets import SecretError, Secrets, stands_in_the_file
from rasid.alerting.channels.webhook import WebhookChannel, is_secret
from rasid.alerting.routing import Routing
from rasid.alerting.yaml_list import Node


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


def build(definition: Definition, node: Node, defaults: Defaults, secrets: Secrets) -> RoutedChannel:
    """The channel of a definition, whose entry in the file is `node`. Raises SecretError."""
    routing = Routing(
        name=definition.name,
        max_age=definition.max_age or defaults.max_age,
        matchers=definition.matchers,
        send_updated=definition.send_updated,
        send_resolved=definition.send_resolved,
    )
    return RoutedChannel(str(node.values["type"]), routing, _channel(definition, node, routing, defaults, secrets))


def _channel(definition: Definition, node: Node, routing: Routing, defaults: Defaults, secrets: Secrets) -> Channel:
    match definition:
        case LogDefinition():
            return LogChannel()
        case WebhookDefinition():
            return WebhookChannel(
                _web_address(node, secrets, is_secret=True), definition.timeout, _signing_secret(node, secrets)
            )
        case AlertmanagerDefinition():
            ends_after = definition.ends_after or defaults.ends_after
            if ends_after <= routing.max_age:
                raise SecretError("ends_after", "an alert that waited for max_age would be over when it is sent")
            return AlertmanagerChannel(_web_address(node, secrets), definition.timeout, ends_after)
        case AppriseDefinition():
            return _apprise(node, secrets, definition.timeout)
    raise TypeError(definition)


def _web_address(node: Node, secrets: Secrets, is_secret: bool = False) -> str:
    address = _address(node, secrets, is_secret)
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SecretError(_written_key(node, "url"), "is no address that starts with http:// or https://")
    if parts.password and stands_in_the_file(node.values.get("url")):
        raise SecretError("url", "has a password in it: write ${NAME} in its place, and set that variable")
    return address


def _address(node: Node, secrets: Secrets, is_secret: bool) -> str:
    address = secrets.read(node, "url")
    if address is None:
        raise SecretError("url", "missing: give the address as url: ${NAME}, an environment variable, or as url_file")
    if is_secret and stands_in_the_file(node.values.get("url")):
        message = "is a secret, which must not stand in this file: write ${NAME}, and set that variable, or url_file"
        raise SecretError("url", message)
    return address


def _signing_secret(node: Node, secrets: Secrets) -> str | None:
    secret = secrets.read(node, "secret")
    if stands_in_the_file(node.values.get("secret")):
        raise SecretError("secret", "must not stand in this file: write ${NAME}, and set that variable, or secret_file")
    if secret is not None and not is_secret(secret):
        message = "is no secret of Standard Webhooks: whsec_ and 24 to 64 bytes in base64, as of " + _MAKE_SECRET
        raise SecretError(_written_key(node, "secret"), message)
    return secret


_MAKE_SECRET = "`echo whsec_$(openssl rand -base64 32)`"  # noqa: S105  # how to make one


def _apprise(node: Node, secrets: Secrets, timeout: timedelta) -> AppriseChannel:
    try:
        return AppriseChannel(_address(node, secrets, is_secret=True), timeout)
    except UnknownServiceError as error:
        raise SecretError(_written_key(node, "url"), str(error)) from None


def _written_key(node: Node, key: str) -> str:
    """The key under which the file gives a value."""
    return f"{key}_file" if f"{key}_file" in node.values else key
