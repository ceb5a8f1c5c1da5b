"""Apache Kafka for the tests: a real broker from its Maven jars, one node or three, stopped and killed at will."""

from support.kafka.cluster import KafkaCluster, kafka_cluster, kafka_node
from support.kafka.distribution import Distribution, fetched_distribution
from support.kafka.node import KafkaNode

__all__ = [
    "Distribution",
    "KafkaCluster",
    "KafkaNode",
    "fetched_distribution",
    "kafka_cluster",
    "kafka_node",
]
