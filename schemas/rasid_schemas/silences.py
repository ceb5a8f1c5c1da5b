"""Silences: alerts that people do not want to be told of for a while."""

from typing import Self

from pydantic import AwareDatetime, Field, model_validator

from rasid_schemas.base import Contract

MOST_MATCHERS = 100


class Silence(Contract):
    """Alerts whose labels all matchers match are not told from `starts_at` until before `ends_at`."""

    silence_id: str = Field(min_length=1, max_length=200)
    """Also the key: what is written under it again takes the place of what was."""
    matchers: tuple[str, ...] = Field(min_length=1, max_length=MOST_MATCHERS)
    """As Alertmanager writes them, `severity="info"`. One at least must not match the empty value."""
    author: str = Field(min_length=1, max_length=200)
    """Who wants it, as they call themselves: nothing proves it."""
    reason: str = Field(min_length=1, max_length=2000)
    starts_at: AwareDatetime
    ends_at: AwareDatetime
    """Not before `starts_at`; a time that has passed ends the silence."""
    updated_at: AwareDatetime
    """When it was last written."""

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Self:
        if self.ends_at < self.starts_at:
            raise ValueError("ends_at must not be before starts_at")
        return self
