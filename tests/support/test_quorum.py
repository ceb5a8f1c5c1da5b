from aiokafka.errors import KafkaError

from support.kafka import KafkaCluster
from support.kafka.quorum import controller_leader
from support.waiting import eventually


async def test_another_node_leads_once_the_leader_is_gone(kafka_of_three: KafkaCluster) -> None:
    first = await controller_leader(kafka_of_three.bootstrap)
    [leader] = [node for node in kafka_of_three.nodes if node.address.node_id == first]
    others = ",".join(node.bootstrap for node in kafka_of_three.nodes if node is not leader)
    leader.kill()

    async def another_leads() -> bool:
        try:
            return await controller_leader(others) not in (-1, first)
        except KafkaError:  # it was asked of the one that is gone, of which the others do not know yet
            return False

    await eventually(another_leads, 60, "another node leads")
