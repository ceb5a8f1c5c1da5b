"""Log lines: JSON in a pipe, whoever writes them."""

import logging

import orjson
import pytest
import structlog

from rasid.runtime.logs import configure_logs
from rasid.runtime.settings import Settings


@pytest.fixture(autouse=True)
def restored_logging() -> object:
    """Whatever a test configures is undone."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def test_our_lines_and_those_of_libraries_are_json(capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs(Settings(log_format="json"))
    structlog.stdlib.get_logger("rasid.alerts").info("لقاء في بغداد", rule="meetings")
    logging.getLogger("aiokafka").warning("broker %s is gone", "a:9092")
    logging.getLogger("faust").info("nobody needs to know")
    ours, theirs = (orjson.loads(line) for line in capfd.readouterr().err.splitlines())
    assert (ours["event"], ours["rule"], ours["level"], ours["logger"]) == (
        "لقاء في بغداد",
        "meetings",
        "info",
        "rasid.alerts",
    )
    assert (theirs["event"], theirs["level"]) == ("broker a:9092 is gone", "warning")


def test_an_error_of_ours_brings_its_trace(capfd: pytest.CaptureFixture[str]) -> None:
    configure_logs(Settings(log_format="json"))
    logging.getLogger("rasid").error("failed", exc_info=ValueError("why"))
    assert "ValueError: why" in orjson.loads(capfd.readouterr().err)["exception"]
