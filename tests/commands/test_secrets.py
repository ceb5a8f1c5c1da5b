"""What is secret is nowhere to be read: not in the settings, not in a log, not in an error, not in a command line."""

import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.main import get_command

from rasid.alerting.channels.channel import AlertRefusedError, ChannelUnavailableError
from rasid.alerting.channels.webhook import WebhookChannel
from rasid.cli import app
from rasid.runtime.settings import Settings
from support.alerts import alert
from support.command_line import rasid
from support.receiver import Receiver

PASSWORD, TOKEN, WORD = "pass-word-1", "token-in-path-2", "user-word-3"
SECRETS = (PASSWORD, TOKEN, WORD, "token-in-query-4")
NOBODY = "kafka://127.0.0.1:9"
ENVIRONMENT = {
    "RASID_BROKER": NOBODY,
    "RASID_SECURITY_PROTOCOL": "SASL_PLAINTEXT",
    "RASID_SASL_MECHANISM": "PLAIN",
    "RASID_SASL_USERNAME": "desk",
    "RASID_SASL_PASSWORD": PASSWORD,
    "RASID_WEBHOOK_URL": f"https://desk:{WORD}@hooks.example/{TOKEN}?key=token-in-query-4",
}


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("form", [[], ["--json"]])
async def test_the_settings_show_none(form: list[str]) -> None:
    shown = await rasid("settings", *form, within=ENVIRONMENT)
    assert shown.exit_code == 0
    assert "https://hooks.example/" in shown.stdout
    assert not secrets_in(shown.stdout + shown.stderr)


@pytest.mark.parametrize("log_format", ["json", "console"])
async def test_a_worker_that_finds_no_broker_logs_none_though_it_logs_all_it_can(log_format: str) -> None:
    within = ENVIRONMENT | {"RASID_LOG_FORMAT": log_format, "RASID_LOG_LEVEL": "debug"}
    ended = await rasid("worker", "notifier", within=within)
    assert ended.exit_code == 3
    assert "no Kafka broker answers at kafka://127.0.0.1:9" in ended.stderr
    assert not secrets_in(ended.stdout + ended.stderr)


@pytest.mark.parametrize(
    "wrong",
    [
        {"RASID_WEBHOOK_URL": f"ftp://desk:{WORD}@hooks.example/{TOKEN}"},
        {"RASID_SASL_USERNAME": ""},
        {"RASID_BROKER": f"kafka://desk:{WORD}@broker:9092"},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
async def test_a_setting_that_is_refused_is_not_repeated(wrong: dict[str, str]) -> None:
    ended = await rasid("topics", "list", within=ENVIRONMENT | wrong)
    assert ended.exit_code == 2
    assert not secrets_in(ended.stdout + ended.stderr)


@pytest.mark.parametrize("status", [302, 400, 401, 500])
async def test_a_webhook_that_answers_no_is_told_without_its_address(
    receiver: Receiver, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    receiver.answer = lambda _: status
    with caplog.at_level(logging.DEBUG), pytest.raises((AlertRefusedError, ChannelUnavailableError)) as error:
        await post(f"{receiver.url}?key={TOKEN}")
    logged = [record.getMessage() for record in caplog.records if record.name != "aiohttp.access"]  # the receiver's own
    assert not secrets_in(f"{error.value!r} {error.value.__cause__!r} {logged}")


@pytest.mark.parametrize("address", [f"http://127.0.0.1:9/{TOKEN}", f"http://nowhere.invalid/{TOKEN}"])
async def test_a_webhook_that_is_not_there_is_told_without_its_address(address: str) -> None:
    with pytest.raises(ChannelUnavailableError) as error:
        await post(address)
    assert not secrets_in(f"{error.value!r} {error.value.__cause__!r}")


async def post(address: str) -> None:
    """An alert, by a channel that is closed whatever becomes of it."""
    channel = WebhookChannel(address, timeout=timedelta(seconds=5))
    try:
        await channel.send(alert(datetime.now(UTC)))
    finally:
        await channel.close()


def test_no_command_takes_a_secret_where_a_list_of_processes_would_show_it() -> None:
    secret = {name for name in Settings.model_fields if name.endswith(("password", "url"))}
    options = {str(parameter.name) for command in _commands(get_command(app)) for parameter in command.params}
    assert secret == {"sasl_password", "webhook_url"}
    assert not options & (secret | {"password", "token", "url"})


def _commands(command: object) -> list:  # type: ignore[type-arg]
    inner = getattr(command, "commands", {}).values()
    return [command, *(each for one in inner for each in _commands(one))]


@pytest.mark.parametrize("variable", ["RASID_SASL_PASSWORD", "RASID_WEBHOOK_URL"])
async def test_each_secret_may_stand_in_a_file(variable: str, tmp_path: Path) -> None:
    (tmp_path / variable).write_text(ENVIRONMENT[variable] + "\n")
    within = {name: value for name, value in ENVIRONMENT.items() if name != variable}
    shown = await rasid("settings", "--json", within=within | {"RASID_SECRETS_DIR": str(tmp_path)})
    assert shown.exit_code == 0
    assert next(line["value"] for line in shown.lines if line["variable"] == variable)
    assert not secrets_in(shown.stdout + shown.stderr)
