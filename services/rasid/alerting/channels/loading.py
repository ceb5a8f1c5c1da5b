"""The channels that the settings name."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from rasid.alerting.channels.building import Defaults, RoutedChannel
from rasid.alerting.channels.channel_file import load_channels
from rasid.alerting.channels.log import LogChannel
from rasid.alerting.channels.webhook import WebhookChannel
from rasid.alerting.routing import Routing
from rasid.runtime.settings import Settings, SettingsError


def channels_of(
    settings: Settings, path: Path | None = None, environment: Mapping[str, str] = os.environ
) -> tuple[RoutedChannel, ...]:
    """The channels of the file given, else of that of RASID_CHANNELS, else the log and the webhook of the settings.

    Raises ChannelFileError, and SettingsError where the settings name a webhook beside a file.
    """
    file = path or settings.channels
    if file is None:
        return _simple(settings)
    if path is None and settings.webhook_url is not None:
        raise SettingsError("RASID_WEBHOOK_URL: is not used beside RASID_CHANNELS; make it a channel of that file")
    return load_channels(file, Defaults(settings.notify_max_age, settings.cluster_horizon), environment)


def _simple(settings: Settings) -> tuple[RoutedChannel, ...]:
    log = RoutedChannel("log", Routing("log", settings.notify_max_age, ignores_silences=True), LogChannel())
    if settings.webhook_url is None:
        return (log,)
    webhook = WebhookChannel(settings.webhook_url.get_secret_value(), timedelta(seconds=settings.webhook_timeout))
    return (log, RoutedChannel("webhook", Routing("webhook", settings.notify_max_age), webhook))
