"""What docs/security.md gives each worker is what it needs."""

import pytest
from pydantic import SecretStr

from rasid.alerting.app import GROUP as ALERTING_GROUP
from rasid.alerting.channels.loading import channels_of
from rasid.alerting.notifier import group_of
from rasid.commands.kinds import WorkerKind
from rasid.commands.workers import NEEDS
from rasid.enrichment.app import GROUP as ENRICHMENT_GROUP
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ALL_TOPICS
from support.kafka.acls import Acl
from support.kafka.documented import documented_acls


def given(user: str) -> list[Acl]:
    return [acl for acl in documented_acls() if acl.user == user]


@pytest.mark.parametrize("kind", WorkerKind)
def test_a_worker_may_read_and_write_its_topics_and_no_others(kind: WorkerKind) -> None:
    topics = {(acl.operation, acl.name) for acl in given(f"rasid-{kind}") if acl.resource == "topic"}
    reads = {("Read", topic.name) for topic in NEEDS[kind].read}
    writes = {("Write", topic.name) for topic in NEEDS[kind].written}
    assert topics == reads | writes


def test_a_worker_may_join_its_own_groups() -> None:
    groups = {acl.user: (acl.name, acl.pattern) for acl in documented_acls() if acl.resource == "group"}
    assert groups["rasid-enrichment"] == (ENRICHMENT_GROUP, "literal")
    assert groups["rasid-alerting"] == (ALERTING_GROUP, "literal")
    prefix, pattern = groups["rasid-notifier"]
    hook = SecretStr("https://hooks.example/")
    named = [group_of(each.routing.name) for each in channels_of(Settings(webhook_url=hook))]
    assert pattern == "prefixed"
    assert all(group.startswith(prefix) for group in named)


def test_whoever_creates_the_topics_may_create_each() -> None:
    prefixes = tuple(acl.name for acl in given("rasid-operator") if acl.operation == "Create")
    assert all(topic.name.startswith(prefixes) for topic in ALL_TOPICS)
