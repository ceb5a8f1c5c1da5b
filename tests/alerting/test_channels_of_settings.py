"""Which channels the settings give."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from rasid.alerting.channels.loading import channels_of
from rasid.runtime.settings import Settings, SettingsError

A_DAY = timedelta(days=1)


def names_and_ages(settings: Settings, path: Path | None = None) -> list[tuple[str, timedelta]]:
    return [(each.routing.name, each.routing.max_age) for each in channels_of(settings, path, {})]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "channels.yaml"
    path.write_text("channels: [{name: desk, type: log}]")
    return path


def test_without_a_file_there_are_the_log_and_the_webhook() -> None:
    assert names_and_ages(Settings(notify_max_age=A_DAY)) == [("log", A_DAY)]
    with_webhook = Settings(notify_max_age=A_DAY, webhook_url=SecretStr("https://hooks.example.org/x"))
    assert names_and_ages(with_webhook) == [("log", A_DAY), ("webhook", A_DAY)]


def test_with_a_file_there_are_its_channels(file: Path) -> None:
    assert names_and_ages(Settings(channels=file, notify_max_age=A_DAY)) == [("desk", A_DAY)]


def test_a_webhook_beside_a_file_is_not_silently_left_out(file: Path) -> None:
    settings = Settings(channels=file, webhook_url=SecretStr("https://hooks.example.org/x"))
    with pytest.raises(SettingsError, match="RASID_WEBHOOK_URL: is not used beside RASID_CHANNELS"):
        channels_of(settings)
    assert names_and_ages(settings, file) == [("desk", A_DAY)]
