"""Which node leads the controllers, by Kafka's DescribeQuorum request, which aiokafka does not know."""

from aiokafka.client import AIOKafkaClient
from aiokafka.protocol.api import Request, RequestStruct, Response
from aiokafka.protocol.types import CompactArray, CompactString, Int16, Int32, Int64, Schema, TaggedFields

API_KEY = 55
METADATA_TOPIC = "__cluster_metadata"
_REPLICAS = CompactArray(("replica_id", Int32), ("log_end_offset", Int64), ("tags", TaggedFields))


class _Response(Response):  # type: ignore[misc]
    API_KEY = API_KEY
    API_VERSION = 0
    SCHEMA = Schema(
        ("error_code", Int16),
        ("topics", CompactArray(
            ("name", CompactString("utf-8")),
            ("partitions", CompactArray(
                ("index", Int32), ("error_code", Int16), ("leader_id", Int32), ("leader_epoch", Int32),
                ("high_watermark", Int64), ("current_voters", _REPLICAS), ("observers", _REPLICAS),
                ("tags", TaggedFields),
            )),
            ("tags", TaggedFields),
        )),
        ("tags", TaggedFields),
    )  # fmt: skip


class _RequestStruct(RequestStruct):  # type: ignore[misc]
    API_KEY = API_KEY
    API_VERSION = 0
    FLEXIBLE_VERSION = True
    RESPONSE_TYPE = _Response
    SCHEMA = Schema(
        ("topics", CompactArray(
            ("name", CompactString("utf-8")),
            ("partitions", CompactArray(("index", Int32), ("tags", TaggedFields))),
            ("tags", TaggedFields),
        )),
        ("tags", TaggedFields),
    )  # fmt: skip


class _DescribeQuorum(Request[_RequestStruct]):  # type: ignore[misc]
    API_KEY = API_KEY

    def build(self, request_struct_class: type[_RequestStruct]) -> _RequestStruct:
        return request_struct_class([(METADATA_TOPIC, [(0, {})], {})], {})


async def controller_leader(bootstrap: str) -> int:
    """The id of the node that leads the quorum now. Raises KafkaError where no broker answers."""
    client = AIOKafkaClient(bootstrap_servers=bootstrap)
    await client.bootstrap()
    try:
        response = await client.send(client.get_random_node(), _DescribeQuorum())
    finally:
        await client.close()
    [(_, [(_, error, leader, *_), *_], _)] = response.topics
    assert error == 0, f"DescribeQuorum: error {error}"
    return int(leader)
