"""Silences as their topic tells them, and which of them an alert falls under."""

import logging
from dataclasses import dataclass
from datetime import datetime

from rasid.alerting.labels import labels_of
from rasid.alerting.matchers import Labels, Matcher, MatcherError, all_match, parse_matchers
from rasid.runtime.records import Record
from rasid_schemas.alerts import Alert
from rasid_schemas.codec import ContentError, decode
from rasid_schemas.silences import Silence

logger = logging.getLogger(__name__)


class SilenceError(ValueError):
    """Matchers that no silence may have, or a message that is no silence; says what to mend."""


@dataclass(frozen=True, slots=True)
class Muting:
    """A silence whose matchers are read."""

    silence: Silence
    matchers: tuple[Matcher, ...]

    def is_active(self, now: datetime) -> bool:
        """Whether it has begun and not ended."""
        return self.silence.starts_at <= now < self.silence.ends_at

    def mutes(self, labels: Labels, now: datetime) -> bool:
        """Whether an alert with these labels is not to be told now."""
        return self.is_active(now) and all_match(self.matchers, labels)


class Silences:
    """The newest revision of each silence. What cannot be read is no silence, and is logged."""

    def __init__(self) -> None:
        self._by_id: dict[bytes, Muting] = {}

    def apply(self, record: Record) -> None:
        """Take over a message of the topic; never fails."""
        key = record.key or b""
        if record.value is None:
            self._by_id.pop(key, None)
            return
        try:
            self._by_id[key] = read_silence(key, record.value)
        except (ContentError, SilenceError) as error:  # whoever wrote it must not decide what people are told
            logger.error("%s@%d is no silence and is ignored: %s", record.topic, record.offset, error)

    @property
    def all(self) -> tuple[Silence, ...]:
        """Those that are known, also before their start and behind their end."""
        return tuple(each.silence for each in self._by_id.values())

    def silencing(self, alert: Alert, now: datetime) -> Silence | None:
        """The silence that an alert falls under now, that which lasts longest; null where there is none."""
        labels = labels_of(alert)
        muting = [each.silence for each in self._by_id.values() if each.mutes(labels, now)]
        return max(muting, key=lambda silence: silence.ends_at, default=None)


def read_silence(key: bytes, value: bytes) -> Muting:
    """A message of the topic; raises ContentError and SilenceError."""
    silence = decode(Silence, value)
    if silence.silence_id.encode() != key:
        raise SilenceError("silence_id: is not the key of its message")
    return Muting(silence, silence_matchers(silence.matchers))


def silence_matchers(texts: tuple[str, ...]) -> tuple[Matcher, ...]:
    """The matchers of a silence; raises SilenceError, also where they would match an alert without labels."""
    try:
        matchers = tuple(matcher for text in texts for matcher in parse_matchers(text))
    except MatcherError as error:
        raise SilenceError(f"matchers: {error}") from None
    if all_match(matchers, {}):
        raise SilenceError('matchers: one must ask for a value that is not empty; to silence all: alertname=~".+"')
    return matchers
