"""Settings from environment variables `RASID_*`; `rasid settings` lists them with their values.

What is secret may stand in files instead: `RASID_SECRETS_DIR` names a folder, such as `/run/secrets`, with a file for
each setting that is to come from there, called as its variable.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, Self
from urllib.parse import urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidatorFunctionWrapHandler,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from rasid.runtime.durations import HINT, duration, written
from rasid.runtime.web_addresses import is_web_address
from rasid_schemas.limits import DEFAULT_LIMITS, Limits

PREFIX = "RASID_"
SECRETS_DIR = PREFIX + "SECRETS_DIR"
LONGEST_ANSWER = 20.0


class SettingsError(Exception):
    """A setting that cannot be used; names the variable and the fix."""


class Settings(BaseSettings):
    """Everything that whoever runs Rasid may change.

    Durations are written as in rule files, `7d`, or as in ISO 8601; time-outs are seconds.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, use_attribute_docstrings=True)

    broker: str = "kafka://localhost:9092"
    """Where Kafka is: kafka://host:port, several hosts separated by commas."""
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = "PLAINTEXT"
    """How the broker's listener is protected."""
    sasl_mechanism: Literal["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] = "SCRAM-SHA-512"
    """How the password is proven where the protocol is SASL_..."""
    sasl_username: str | None = None
    """The user of SASL."""
    sasl_password: SecretStr | None = None
    """The password of SASL; never shown. Better in a file: see RASID_SECRETS_DIR in the README."""
    ssl_ca_location: Path | None = None
    """The certificates that the brokers' are signed with (PEM); those of the system where not given."""
    ssl_certificate_location: Path | None = None
    """Our own certificate (PEM), where the brokers ask for one."""
    ssl_key_location: Path | None = None
    """The key of our own certificate (PEM), where it is not in the same file."""
    partitions: int | None = Field(default=None, ge=1)
    """Partitions of the article topics when they are created; 12 where not given."""
    replication_factor: int = Field(default=1, ge=1)
    """Copies of each topic when they are created; 3 on a cluster that should survive the loss of a broker."""
    rules: Path | None = None
    """The alert rules, a YAML file; the bundled ones where not given."""
    max_message_bytes: int = Field(default=DEFAULT_LIMITS.max_message_bytes, ge=1)
    """Raw articles whose JSON is larger go to the dead letters; so they do for the limits that follow."""
    max_body_bytes: int = Field(default=DEFAULT_LIMITS.max_body_bytes, ge=1)
    """The longest body of an article."""
    max_field_bytes: int = Field(default=DEFAULT_LIMITS.max_field_bytes, ge=1)
    """The longest of its other fields: uri, headline, source, ..., each key and value of its metadata."""
    max_metadata_bytes: int = Field(default=DEFAULT_LIMITS.max_metadata_bytes, ge=0)
    """All keys and values of its metadata together; every event of the article carries them."""
    max_metadata_entries: int = Field(default=DEFAULT_LIMITS.max_metadata_entries, ge=0)
    """How many entries its metadata may have."""
    max_events: int = Field(default=DEFAULT_LIMITS.max_events, ge=1)
    """How many events may be found in one article."""
    cluster_horizon: timedelta = timedelta(days=7)
    """How long after its first report a cluster takes further ones."""
    notify_max_age: timedelta = timedelta(hours=24)
    """Alerts older than this are not sent: replaying last year pages nobody."""
    channels: Path | None = None
    """The channels that the notifier sends alerts by, a YAML file; the log and the webhook where not given."""
    webhook_url: SecretStr | None = None
    """Where the notifier posts alerts as CloudEvents; without it they are logged only. Only its host is shown."""
    webhook_timeout: float = Field(default=10.0, gt=0, allow_inf_nan=False)
    """Seconds the notifier waits for the webhook to answer."""
    http_host: str = "127.0.0.1"
    """The address at which a worker serves /healthz and /metrics."""
    http_port: int | None = Field(default=None, ge=0, le=65535)
    """The port at which a worker serves /healthz and /metrics; without it neither is served."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """How much is logged."""
    log_format: Literal["auto", "console", "json"] = "auto"
    """Coloured lines (console) or JSON lines; auto is console on a terminal."""
    batch_size: int = Field(default=200, ge=1)
    """How many messages a worker has in hand at the most."""
    stall_timeout: float = Field(default=120.0, ge=6, allow_inf_nan=False)
    """Seconds a partition with messages to read may stand before its worker ends with an error."""
    session_timeout: float = Field(default=10.0, ge=6, allow_inf_nan=False)
    """Seconds after which a silent worker's partitions go to another."""

    @field_validator("broker")
    @classmethod
    def _is_a_kafka_url(cls, broker: str) -> str:
        if "@" in broker:  # not repeated, since it may hold a password
            raise ValueError("takes no user or password; set RASID_SASL_USERNAME and RASID_SASL_PASSWORD")
        for host in _hosts(broker):
            parts = urlsplit(f"kafka://{host}")
            if not parts.hostname or parts.port is None:
                raise ValueError(f"{broker!r} is not of the form kafka://host:port")
        return broker

    @field_validator("cluster_horizon", "notify_max_age", mode="wrap")
    @classmethod
    def _is_a_duration(cls, given: object, read: ValidatorFunctionWrapHandler) -> object:
        with suppress(ValueError):
            return duration(given)
        try:
            return read(given)
        except ValidationError:
            raise ValueError(f"{given!r} is no duration: {HINT}") from None

    @field_validator("cluster_horizon", "notify_max_age")
    @classmethod
    def _is_some_time(cls, time: timedelta) -> timedelta:
        """Without any no two reports would be of one event, or nobody would ever be told."""
        if time <= timedelta():
            raise ValueError("must be more than no time")
        return time

    @field_validator("webhook_url")
    @classmethod
    def _is_a_web_address(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None and not is_web_address(url.get_secret_value()):
            raise ValueError(
                "must be an address that starts with http:// or https://, with a port from 1 to 65535 if any"
            )
        return url

    @model_validator(mode="after")
    def _sasl_is_complete(self) -> Self:
        if self.uses_sasl and not (self.sasl_username and self.sasl_password):
            raise ValueError(f"{self.security_protocol} needs RASID_SASL_USERNAME and RASID_SASL_PASSWORD")
        return self

    @property
    def uses_tls(self) -> bool:
        """Whether the connection is encrypted."""
        return self.security_protocol.endswith("SSL")

    @property
    def uses_sasl(self) -> bool:
        """Whether a user and password are asked for."""
        return self.security_protocol.startswith("SASL")

    @property
    def answer_timeout(self) -> float:
        """Seconds the broker has to acknowledge a message before it is sent again: each try counts as getting on."""
        return min(LONGEST_ANSWER, self.stall_timeout / 3)

    @property
    def limits(self) -> Limits:
        """What is taken of one article at the most."""
        return Limits(
            max_message_bytes=self.max_message_bytes,
            max_body_bytes=self.max_body_bytes,
            max_field_bytes=self.max_field_bytes,
            max_metadata_bytes=self.max_metadata_bytes,
            max_metadata_entries=self.max_metadata_entries,
            max_events=self.max_events,
        )

    @property
    def bootstrap_servers(self) -> list[str]:
        """The brokers as host:port."""
        return _hosts(self.broker)


def _hosts(broker: str) -> list[str]:
    return [host.strip() for host in broker.removeprefix("kafka://").split(",") if host.strip()] or [""]


def load_settings() -> Settings:
    """Read the environment; raises SettingsError."""
    try:
        return Settings(_secrets_dir=_secrets_dir())
    except ValidationError as error:
        problem = error.errors()[0]
        variable = PREFIX + str(problem["loc"][0] if problem["loc"] else "security_protocol").upper()
        told = problem["msg"].removeprefix("Value error, ").replace("Input should be", "must be")
        raise SettingsError(f"{variable}: {told}") from None


def misspelt(names: Iterable[str]) -> dict[str, str]:
    """Environment variables that are no settings and look like one, each with the one that may be meant."""
    known = {field.upper(): PREFIX + field.upper() for field in Settings.model_fields}
    found = {}
    for name in names:
        rest = name.removeprefix(PREFIX)
        close = get_close_matches(rest, known, n=1, cutoff=0.8)
        if rest != name and rest not in known and name != SECRETS_DIR and close:
            found[name] = known[close[0]]
    return found


def _secrets_dir() -> str | None:
    """The folder with secrets; raises SettingsError where it is named and not there."""
    folder = os.environ.get(SECRETS_DIR)
    if folder is not None and not Path(folder).is_dir():
        raise SettingsError(f"{SECRETS_DIR}: there is no folder {folder}")
    return folder


def shown(name: str, settings: Settings) -> str:
    """A setting's value for people: an address without what it may hold in secret."""
    value = getattr(settings, name)
    if value is None:
        return ""
    if name == "webhook_url":
        parts = urlsplit(value.get_secret_value())
        return f"{parts.scheme}://{parts.hostname}/…"
    return written(value) if isinstance(value, timedelta) else str(value)
