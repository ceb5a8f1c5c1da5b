"""What goes wrong: each a function that waits for its moment and then does one thing to the stage."""

import asyncio
from collections.abc import Callable, Coroutine
from itertools import cycle

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.admin.config_resource import ConfigResource, ConfigResourceType

from chaos.stage import Stage
from rasid.commands.kinds import WorkerKind
from rasid_schemas.topics import ARTICLES_ENRICHED
from support.kafka import KafkaNode
from support.kafka.quorum import controller_leader

Disturbance = Callable[[Stage], Coroutine[object, object, None]]

ENRICHMENT, ALERTING, NOTIFIER = WorkerKind.ENRICHMENT, WorkerKind.ALERTING, WorkerKind.NOTIFIER
SMALL_LIMIT = 16 * 1024
"""Bytes; less than what a producer sends in one batch, so that small messages are refused with the large one."""


async def nothing(_: Stage) -> None:
    """All goes well."""


def killed(kind: WorkerKind) -> Disturbance:
    """`kill -9` of a worker at random moments, each time with another started in its place."""

    async def disturb(stage: Stage) -> None:
        for share in sorted(stage.random.uniform(0.05, 0.8) for _ in range(stage.scale.kills)):
            await stage.until(kind, share)
            await stage.random_moment()
            await stage.crew.kill(kind)
            await stage.crew.start(kind)

    return disturb


def frozen(kind: WorkerKind) -> Disturbance:
    """SIGSTOP for so long that another has taken over and done all there is; then SIGCONT, and it writes on."""

    async def disturb(stage: Stage) -> None:
        await stage.until(kind, 0.2)
        await stage.random_moment()
        zombie = stage.crew.freeze(kind)
        await stage.crew.start(kind)
        await stage.until_through()
        stage.crew.thaw(kind, zombie)

    return disturb


async def terminated(stage: Stage) -> None:
    """SIGTERM to workers with a batch in hand; each must end well within ten seconds."""
    for share, kind in zip((0.1, 0.2, 0.3, 0.4, 0.5, 0.6), cycle(WorkerKind), strict=False):
        await stage.until(kind, share)
        await stage.until_all_have_joined()  # one that is still starting has no batch in hand
        await stage.random_moment()
        await stage.crew.terminate(kind)
        await stage.crew.start(kind)


async def broker_restarted(stage: Stage) -> None:
    """The only broker is restarted in good order, and later killed and started."""
    [node] = stage.cluster.nodes
    await stage.until(ENRICHMENT, 0.2)
    await node.restart()
    await stage.until(ENRICHMENT, 0.5)
    node.kill()
    await node.start()


async def broker_lost(stage: Stage) -> None:
    """One of three brokers is killed, and comes back later."""
    leader = await _controller_leader(stage)
    await _lose(stage, next(node for node in stage.cluster.nodes if node is not leader))


async def controller_lost(stage: Stage) -> None:
    """The broker that leads the controllers is killed, and comes back later."""
    await _lose(stage, await _controller_leader(stage))


async def joined_and_left(stage: Stage) -> None:
    """Two more workers of enrichment and of alerting join, and two of each leave."""
    await stage.until(ENRICHMENT, 0.1)
    await asyncio.gather(stage.crew.start(ENRICHMENT, 2), stage.crew.start(ALERTING, 2))
    await stage.until(ENRICHMENT, 0.4)
    await stage.until(ALERTING, 0.4)
    for kind in (ENRICHMENT, ALERTING) * 2:
        await stage.crew.terminate(kind)


async def webhook_gone(stage: Stage) -> None:
    """Nobody listens at the webhook's address while most of the alerts are raised."""
    await stage.until(NOTIFIER, 0.1)
    await stage.webhook.stop()
    await stage.until(ALERTING, 0.8)
    await stage.webhook.start()


async def small_limit(stage: Stage) -> None:
    """The topic of enriched articles takes only small messages."""
    client = AIOKafkaAdminClient(bootstrap_servers=stage.settings.bootstrap_servers)
    await client.start()
    try:
        limit = {"max.message.bytes": str(SMALL_LIMIT)}
        await client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, ARTICLES_ENRICHED.name, limit)])
    finally:
        await client.close()


async def _lose(stage: Stage, node: KafkaNode) -> None:
    await stage.until(ENRICHMENT, 0.2)
    node.kill()
    await stage.until(ENRICHMENT, 0.6)
    await node.start()
    await stage.cluster.until_ready()


async def _controller_leader(stage: Stage) -> KafkaNode:
    leader = await controller_leader(stage.cluster.bootstrap)
    return next(node for node in stage.cluster.nodes if node.address.node_id == leader)
