"""Rights on a Kafka node (ACLs), given as docs/security.md gives them: by the arguments of `kafka-acls.sh`."""

import argparse
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import for_code
from aiokafka.protocol.admin import CreateAclsRequest, DeleteAclsRequest

# As the protocol numbers them (org.apache.kafka.common.acl and .resource).
_OPERATIONS: Mapping[str, int] = {"Read": 3, "Write": 4, "Create": 5, "Describe": 8}
_RESOURCES: Mapping[str, int] = {"topic": 2, "group": 3}
_PATTERNS: Mapping[str, int] = {"literal": 3, "prefixed": 4}
_ALLOW = 3


@dataclass(frozen=True, slots=True)
class Acl:
    """One right of one user: an operation on a resource."""

    user: str
    operation: str
    resource: str
    name: str
    pattern: str = "literal"

    def __str__(self) -> str:
        return f"{self.operation} {self.resource} {self.name}"


def parsed(line: str) -> list[Acl]:
    """The rights that a line of arguments of `kafka-acls.sh --add` gives; SystemExit where it is none."""
    given = _parser().parse_args(shlex.split(line))
    named = [("topic", name) for name in given.topic] + [("group", name) for name in given.group]
    user = given.allow_principal.removeprefix("User:")
    return [
        Acl(user, operation, resource, name, given.resource_pattern_type)
        for operation, (resource, name) in product(given.operation, named)
    ]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("acls", allow_abbrev=False)
    parser.add_argument("--allow-principal", required=True)
    parser.add_argument("--operation", action="append", choices=_OPERATIONS, required=True)
    parser.add_argument("--topic", action="append", default=[])
    parser.add_argument("--group", action="append", default=[])
    parser.add_argument("--resource-pattern-type", choices=_PATTERNS, default="literal")
    return parser


async def grant(bootstrap: str, acls: Iterable[Acl]) -> None:
    """Give rights; `bootstrap` is a listener where whoever comes may do so."""
    for response in await _sent(bootstrap, [CreateAclsRequest(*_numbers(acl), _ALLOW) for acl in acls]):
        [(code, message)] = response.creation_responses
        assert code == 0, f"{for_code(code).__name__} {message}"


async def revoke(bootstrap: str, acls: Iterable[Acl]) -> None:
    """Take rights back that were given."""
    for response in await _sent(bootstrap, [DeleteAclsRequest(*_numbers(acl), _ALLOW) for acl in acls]):
        [(code, message, matching)] = response.filter_responses
        assert (code, len(matching)) == (0, 1), f"{for_code(code).__name__} {message}"


async def _sent(bootstrap: str, requests: Iterable[CreateAclsRequest | DeleteAclsRequest]) -> list[Any]:
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    try:
        # aiokafka knows these requests and has no public call for them.
        return [await admin._send_to_controller(request) for request in requests]
    finally:
        await admin.close()


def _numbers(acl: Acl) -> tuple[int, str, int, str, str, int]:
    return (
        _RESOURCES[acl.resource], acl.name, _PATTERNS[acl.pattern], f"User:{acl.user}", "*", _OPERATIONS[acl.operation],
    )  # fmt: skip
