"""docker-compose.yml says nothing that the program does not understand, and starts nothing unpinned or privileged."""

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rasid.runtime.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
SERVICES: dict[str, Any] = YAML(typ="safe").load(ROOT / "docker-compose.yml")["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
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


@pytest.mark.parametrize("name", SERVICES)
def test_every_container_runs_without_rights_and_gets_none(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "pid", "network_mode", "devices", "user"} & set(service)


@pytest.mark.parametrize("name", OURS)
def test_ours_have_nothing_to_write_to_but_memory(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["tmpfs"] == ["/tmp"]
    assert all(volume.endswith(":ro") for volume in service.get("volumes", []))


@pytest.mark.parametrize("name", SERVICES)
def test_no_port_is_open_beyond_this_machine(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


def test_only_kafka_keeps_anything() -> None:
    kept = {name: service["volumes"] for name, service in SERVICES.items() if "volumes" in service}
    assert kept == {"kafka": ["kafka-data:/var/lib/kafka/data"], "alerting": ["./config:/etc/rasid:ro"]}


def test_images_are_pinned_and_ours_runs_as_nobody_in_particular() -> None:
    images = re.findall(r"^FROM (\S+)", DOCKERFILE, re.MULTILINE)
    assert set(images) == {"python:3.11-slim-bookworm"}
    assert re.findall(r"^USER (\S+)", DOCKERFILE.split("FROM")[-1], re.MULTILINE) == ["10001"]
    assert {SERVICES[name]["image"] for name in OURS} == {"rasid:local"}


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
