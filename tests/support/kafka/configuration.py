"""Where the nodes of a cluster listen, and the settings they run with."""

import contextlib
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a node listens: for clients, and for the other controllers."""

    node_id: int
    port: int
    controller_port: int


def free_addresses(size: int) -> list[Address]:
    """Addresses of `size` nodes, numbered from 1, on ports that nobody uses now."""
    with contextlib.ExitStack() as stack:
        # All are held until the last is chosen, or the same port could come twice.
        probes = [stack.enter_context(socket.create_server((HOST, 0))) for _ in range(2 * size)]
        ports = [probe.getsockname()[1] for probe in probes]
    return [Address(number + 1, ports[2 * number], ports[2 * number + 1]) for number in range(size)]


def properties(address: Address, cluster: Sequence[Address], data: Path) -> str:
    """The node's server.properties: as many copies of everything as the cluster can hold, up to three."""
    voters = ",".join(f"{one.node_id}@{HOST}:{one.controller_port}" for one in cluster)
    copies = min(3, len(cluster))
    settings = {
        "process.roles": "broker,controller",
        "node.id": address.node_id,
        "controller.quorum.voters": voters,
        "listeners": f"PLAINTEXT://{HOST}:{address.port},CONTROLLER://{HOST}:{address.controller_port}",
        "advertised.listeners": f"PLAINTEXT://{HOST}:{address.port}",
        "inter.broker.listener.name": "PLAINTEXT",
        "controller.listener.names": "CONTROLLER",
        "listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "log.dirs": data,
        "auto.create.topics.enable": "false",
        "default.replication.factor": copies,
        "min.insync.replicas": min(2, copies),
        "offsets.topic.replication.factor": copies,
        "offsets.topic.num.partitions": 4,
        "transaction.state.log.replication.factor": copies,
        "transaction.state.log.min.isr": min(2, copies),
        "transaction.state.log.num.partitions": 4,
        "group.initial.rebalance.delay.ms": 0,
        "group.min.session.timeout.ms": 1000,
        # A node that was killed can come back, and its partitions move, only after this; by default after 9 s.
        "broker.session.timeout.ms": 1500,
        "broker.heartbeat.interval.ms": 300,
        "log.cleaner.dedupe.buffer.size": 4 * 1024 * 1024,
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())
