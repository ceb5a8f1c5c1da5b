"""Settings from environment variables `RASID_*`; `rasid settings` lists them with their values."""

from datetime import timedelta
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rasid_schemas.codec import DEFAULT_MAX_BODY_BYTES

PREFIX = "RASID_"


class SettingsError(Exception):
    """A setting that cannot be used; names the variable and the fix."""


class Settings(BaseSettings):
    """Everything that whoever runs Rasid may change. Durations are ISO 8601 or seconds."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, use_attribute_docstrings=True)

    broker: str = "kafka://localhost:9092"
    """Where Kafka is: kafka://host:port, several hosts separated by commas."""
    partitions: int | None = Field(default=None, ge=1)
    """Partitions of the article topics when they are created; 12 where not given."""
    replication_factor: int = Field(default=1, ge=1)
    """Copies of each topic when they are created; 3 on a cluster that should survive the loss of a broker."""
    rules: Path | None = None
    """The alert rules, a YAML file; the bundled ones where not given."""
    max_body_bytes: int = Field(default=DEFAULT_MAX_BODY_BYTES, ge=1)
    """Articles with a longer body go to the dead letters."""
    cluster_horizon: timedelta = timedelta(days=7)
    """How long after its first report a cluster takes further ones."""
    notify_max_age: timedelta = timedelta(hours=24)
    """Alerts older than this are not sent: replaying last year pages nobody."""
    webhook_url: str | None = None
    """Where the notifier posts alerts as CloudEvents; without it they are logged only."""
    webhook_timeout: float = Field(default=10.0, gt=0)
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
    session_timeout: float = Field(default=10.0, ge=6)
    """Seconds after which a silent worker's partitions go to another."""

    @field_validator("broker")
    @classmethod
    def _is_a_kafka_url(cls, broker: str) -> str:
        for host in _hosts(broker):
            parts = urlsplit(f"kafka://{host}")
            if not parts.hostname or parts.port is None:
                raise ValueError(f"{broker!r} is not of the form kafka://host:port")
        return broker

    @field_validator("webhook_url")
    @classmethod
    def _is_a_web_address(cls, url: str | None) -> str | None:
        if url is not None and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
            raise ValueError("must be an address that starts with http:// or https://")
        return url

    @property
    def bootstrap_servers(self) -> list[str]:
        """The brokers as host:port."""
        return _hosts(self.broker)


def _hosts(broker: str) -> list[str]:
    return [host.strip() for host in broker.removeprefix("kafka://").split(",") if host.strip()] or [""]


def load_settings() -> Settings:
    """Read the environment; raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        problem = error.errors()[0]
        variable = PREFIX + str(problem["loc"][0]).upper()
        raise SettingsError(f"{variable}: {problem['msg'].removeprefix('Value error, ')}") from None


def shown(name: str, settings: Settings) -> str:
    """A setting's value for people: an address without what it may hold in secret."""
    value = getattr(settings, name)
    if value is None:
        return ""
    if name == "webhook_url":
        return f"{urlsplit(value).scheme}://{urlsplit(value).hostname}/…"
    return str(value)
