"""Alerts posted to a Prometheus Alertmanager, by its API v2.

An alert's identity there is its set of labels, so these are the ones that no revision changes; what changes is in the
annotations. Alertmanager would end an alert without `endsAt` after its `resolve_timeout`, five minutes, so every
alert has one: its own end where it is resolved, and far ahead while it is not.

One alert is posted at a time. Alertmanager takes the valid alerts of a request and answers 400 for the others, so a
400 means that this one was not taken, and nothing else was in question.
"""

from datetime import datetime, timedelta

import orjson
from yarl import URL

from rasid.alerting.channels.message import message_of
from rasid.alerting.channels.posting import Poster
from rasid.alerting.labels import stable_labels
from rasid_schemas.alerts import Alert

PATH = "api/v2/alerts"
_HEADERS = {"Content-Type": "application/json"}


class AlertmanagerChannel:
    """Posts each alert to one Alertmanager."""

    def __init__(self, url: str, timeout: timedelta, ends_after: timedelta) -> None:
        """`url` is Alertmanager's own, with its `--web.route-prefix`. `ends_after`: when what nothing ends is over."""
        self._poster = Poster(str(URL(url) / PATH), timeout, tells_why=True)
        self._ends_after = ends_after

    async def send(self, alert: Alert) -> None:
        """Post an alert; raises ChannelUnavailableError or AlertRefusedError."""
        await self._poster.post(orjson.dumps([postable(alert, self._ends_after)]), _HEADERS)

    async def close(self) -> None:
        """Close the connections."""
        await self._poster.close()


def postable(alert: Alert, ends_after: timedelta) -> dict[str, object]:
    """The alert as API v2 takes it."""
    ends_at = alert.raised_at if alert.status == "resolved" else alert.raised_at + ends_after
    link = message_of(alert).link
    return {
        "labels": dict(stable_labels(alert)),
        "annotations": annotations(alert),
        "startsAt": _time(alert.started_at or alert.raised_at),
        "endsAt": _time(ends_at),
        **({"generatorURL": str(URL(link))} if _is_web_address(link) else {}),
    }


def annotations(alert: Alert) -> dict[str, str]:
    """What a revision may change: the text, and how many tell of it."""
    message = message_of(alert)
    told = {
        "title": message.title,
        "summary": message.summary,
        "quote": message.quote,
        "source": message.source,
        "link": message.link,
        "event_status": alert.cluster.event.status,
        "sources": str(alert.cluster.sources),
        "revision": str(alert.revision),
        "reason": alert.reason or "",
    }
    return {name: text for name, text in told.items() if text}


def _is_web_address(link: str) -> bool:
    try:
        url = URL(link)
    except ValueError:
        return False
    return url.scheme in {"http", "https"} and bool(url.host)


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
