"""Settings from the environment."""

from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from rasid.runtime.security import client_security
from rasid.runtime.settings import Settings, SettingsError, load_settings, shown


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("RASID_BROKER", "localhost", "not of the form kafka://host:port"),
        ("RASID_BROKER", "", "not of the form kafka://host:port"),
        ("RASID_BROKER", "kafka://a:9092,b", "not of the form kafka://host:port"),
        ("RASID_PARTITIONS", "0", "greater than or equal to 1"),
        ("RASID_HTTP_PORT", "70000", "less than or equal to 65535"),
        ("RASID_LOG_LEVEL", "loud", "'debug', 'info', 'warning' or 'error'"),
        ("RASID_WEBHOOK_URL", "ftp://example.org", "must be an address that starts with http"),
        ("RASID_WEBHOOK_URL", "https://desk:a/word@example.org", "with a port from 1 to 65535"),
        ("RASID_WEBHOOK_URL", "https://example.org:99999/", "with a port from 1 to 65535"),
        ("RASID_NOTIFY_MAX_AGE", "soon", "'soon' is no duration: write it as 30s, 10m, 1h30m or 2d"),
        ("RASID_NOTIFY_MAX_AGE", "0s", "must be more than no time"),
        ("RASID_CLUSTER_HORIZON", "-P1D", "must be more than no time"),
        ("RASID_WEBHOOK_TIMEOUT", "inf", "must be a finite number"),
        ("RASID_HTTP_PORT", "web", "must be a valid integer"),
    ],
)
def test_a_wrong_setting_names_its_variable(
    variable: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError, match=f"^{variable}: ") as error:
        load_settings()
    assert told in str(error.value)


@pytest.mark.parametrize("value", ["6h", "PT6H", "06:00:00"])
def test_a_duration_is_written_as_in_rule_files_or_as_iso_8601(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASID_NOTIFY_MAX_AGE", value)
    settings = load_settings()
    assert (settings.notify_max_age, shown("notify_max_age", settings)) == (timedelta(hours=6), "6h")


def test_several_brokers_are_separated_by_commas() -> None:
    assert Settings(broker="kafka://a:9092, b:9093").bootstrap_servers == ["a:9092", "b:9093"]


def test_a_webhook_address_is_shown_without_what_may_be_secret() -> None:
    settings = Settings(webhook_url=SecretStr("https://user:word@hooks.example.org/T0/secret"))
    assert shown("webhook_url", settings) == "https://hooks.example.org/…"
    assert "secret" not in repr(settings)
    assert "user:word" not in repr(settings)


@pytest.mark.parametrize("address", ["kafka://desk:a-word@broker:9092", "desk:a-word@broker"])
def test_a_password_in_the_brokers_address_is_refused_and_not_repeated(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RASID_BROKER", address)
    with pytest.raises(SettingsError, match="takes no user or password; set RASID_SASL_USERNAME") as error:
        load_settings()
    assert "a-word" not in str(error.value)


def test_a_secret_comes_from_a_file_and_is_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "RASID_SASL_PASSWORD").write_text("a-word\n")
    for name, value in {"SECRETS_DIR": str(tmp_path), "SASL_USERNAME": "desk", "SECURITY_PROTOCOL": "SASL_SSL"}.items():
        monkeypatch.setenv(f"RASID_{name}", value)
    settings = load_settings()
    assert settings.sasl_password is not None
    assert settings.sasl_password.get_secret_value() == "a-word"
    assert "a-word" not in repr(settings) + shown("sasl_password", settings)


def test_sasl_without_a_user_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASID_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
    with pytest.raises(SettingsError, match="needs RASID_SASL_USERNAME and RASID_SASL_PASSWORD"):
        load_settings()


@pytest.mark.parametrize("variable", ["RASID_SSL_CA_LOCATION", "RASID_SECRETS_DIR"])
def test_a_file_that_is_not_there_is_named(variable: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASID_SECURITY_PROTOCOL", "SSL")
    monkeypatch.setenv(variable, str(tmp_path / "missing"))
    with pytest.raises(SettingsError, match=f"{variable}.*missing"):
        client_security(load_settings())
