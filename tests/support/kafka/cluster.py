"""One Kafka node or three, fresh and ready for as long as a block."""

import asyncio
import contextlib
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from support.kafka.configuration import Address, free_addresses, properties
from support.kafka.distribution import CLUSTER_ID, Distribution, fetched_distribution
from support.kafka.node import READY_TIMEOUT, KafkaNode
from support.waiting import eventually


@dataclass(frozen=True, slots=True)
class KafkaCluster:
    """Nodes that hold copies of each other's topics."""

    nodes: tuple[KafkaNode, ...]

    @property
    def bootstrap(self) -> str:
        """All nodes, separated by commas."""
        return ",".join(node.bootstrap for node in self.nodes)

    async def until_ready(self) -> None:
        """Wait until every node that runs takes requests and all of them know each other."""
        running = [node for node in self.nodes if node.running]
        await asyncio.gather(*(node.until_ready() for node in running))
        for node in running:
            await eventually(partial(_knows, node, len(running)), READY_TIMEOUT, "all have joined")


@contextlib.asynccontextmanager
async def kafka_node() -> AsyncIterator[KafkaNode]:
    """A node of its own with nothing on it, ready; gone with its data when the block is left."""
    async with kafka_cluster(1) as cluster:
        yield cluster.nodes[0]


@contextlib.asynccontextmanager
async def kafka_cluster(size: int = 3) -> AsyncIterator[KafkaCluster]:
    """Some nodes, each a broker and a voter among the controllers; gone with their data when the block is left.

    Raises UnavailableError where this machine cannot run Kafka.
    """
    distribution = fetched_distribution()
    with tempfile.TemporaryDirectory(prefix="rasid-kafka-") as folder:
        addresses = free_addresses(size)
        nodes = tuple(_prepared(address, addresses, Path(folder), distribution) for address in addresses)
        cluster = KafkaCluster(nodes)
        try:
            await asyncio.gather(*(_format(node) for node in nodes))
            for node in nodes:
                node.spawn()
            await cluster.until_ready()
            yield cluster
        finally:
            for node in nodes:
                node.kill()


def _prepared(address: Address, cluster: Sequence[Address], folder: Path, distribution: Distribution) -> KafkaNode:
    own = folder / f"node-{address.node_id}"
    own.mkdir()
    (own / "server.properties").write_text(properties(address, cluster, own / "data"))
    return KafkaNode(address, own, distribution)


async def _format(node: KafkaNode) -> None:
    """Give the node its empty storage: what the StorageTool makes is kept, for it takes half as long as the broker."""
    data, kept = node.folder / "data", node.distribution.storage(node.address.node_id)
    if kept.exists():
        shutil.copytree(kept, data)
        return
    await run_storage_tool(node)
    with tempfile.TemporaryDirectory(dir=kept.parent) as scratch, contextlib.suppress(OSError):
        # It fails where another run of the tests was quicker, which is as good.
        shutil.copytree(data, Path(scratch) / "storage").rename(kept)


async def run_storage_tool(node: KafkaNode, *options: str) -> None:
    """Format the storage of a node; AssertionError with the tool's output where that fails."""
    properties = str(node.folder / "server.properties")
    command = node.distribution.command(
        "kafka.tools.StorageTool", "format", "-t", CLUSTER_ID, "-c", properties, *options
    )
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()


async def _knows(node: KafkaNode, brokers: int) -> bool:
    admin = AIOKafkaAdminClient(bootstrap_servers=node.bootstrap)
    try:
        await admin.start()
        return len((await admin.describe_cluster())["brokers"]) == brokers
    except KafkaError:  # it may still have one in its list that is gone
        return False
    finally:
        await admin.close()
