"""docker-compose.yml says nothing that the program does not understand, and starts nothing unpinned or privileged."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rasid.runtime.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
SERVICES: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")["services"]
OURS = sorted(name for name in SERVICES if name != "kafka")


def test_kafka_is_pinned_and_listens_to_this_machine_alone() -> None:
    assert SERVICES["kafka"]["image"] == "apache/kafka:4.1.1"
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["kafka"]["ports"])


@pytest.mark.parametrize("name", OURS)
def test_every_variable_is_a_setting(name: str) -> None:
    variables = [variable for variable in SERVICES[name]["environment"] if variable.startswith(PREFIX)]
    assert variables
    assert {variable.removeprefix(PREFIX).lower() for variable in variables} <= set(Settings.model_fields)


@pytest.mark.parametrize("name", OURS)
def test_what_is_given_is_accepted(name: str) -> None:
    given = {key.removeprefix(PREFIX).lower(): value for key, value in SERVICES[name]["environment"].items()}
    assert Settings(**given).bootstrap_servers == ["kafka:9092"]


@pytest.mark.parametrize("name", OURS)
def test_every_container_runs_with_nothing_to_write_and_no_rights(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert not service.get("ports")


@pytest.mark.parametrize("name", ["enrichment", "alerting", "notifier"])
def test_workers_come_back_and_tell_whether_they_are_well(name: str) -> None:
    service = SERVICES[name]
    assert service["command"] == ["worker", name]
    assert service["restart"] == "unless-stopped"
    assert "/healthz" in " ".join(service["healthcheck"]["test"])
    assert service["depends_on"] == {"topics": {"condition": "service_completed_successfully"}}


def test_logs_cannot_fill_the_disk() -> None:
    assert all(service["logging"]["options"]["max-size"] for service in SERVICES.values())


def test_the_image_leaves_the_embedded_broker_out() -> None:
    assert "calfkit" not in (ROOT / "requirements.lock").read_text()
