"""JSON Schemas and the AsyncAPI document, written from the models: `python -m rasid_schemas.export`."""

import io
from collections.abc import Iterator
from pathlib import Path

import orjson
from ruamel.yaml import YAML

from rasid_schemas.articles import RawArticle
from rasid_schemas.base import Contract
from rasid_schemas.ninjs import NinjsItem
from rasid_schemas.topics import ALL_TOPICS, ARTICLES_RAW, CONTRACT_TOPICS, Topic

SCHEMAS = Path(__file__).parent.parent
CONTRACT_VERSION = "1.0.0"
HEADERS = {
    "ce_specversion": "CloudEvents version, 1.0.",
    "ce_id": "Unique with ce_source: the same id is the same message.",
    "ce_source": "/rasid/enrichment, /rasid/alerting, or /rasid/operator for what people write.",
    "ce_type": "What the value is.",
    "ce_time": "Record time of what caused the message.",
    "content-type": "application/json.",
    "traceparent": "W3C trace context.",
}

Json = dict[str, object]


def exported() -> Iterator[tuple[Path, bytes]]:
    """Every generated file, with its path below `schemas/` and its content."""
    for model in _models():
        yield Path("json") / f"{model.__name__}.schema.json", json_schema(model)
    yield Path("asyncapi.yaml"), asyncapi()


def json_schema(model: type[Contract]) -> bytes:
    """The JSON Schema (2020-12) of a message's value."""
    schema = model.model_json_schema(mode="validation" if model in _INCOMING else "serialization")
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:rasid:{model.__name__}:v1"}
    return orjson.dumps(document | schema, option=orjson.OPT_INDENT_2) + b"\n"


def asyncapi() -> bytes:
    """The AsyncAPI 3.0 document of all topics."""
    document: Json = {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Rasid",
            "version": CONTRACT_VERSION,
            "description": "Articles in; meetings, troop announcements, clusters and alerts out.",
        },
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in ALL_TOPICS},
        "operations": {topic.name: _operation(topic) for topic in ALL_TOPICS},
    }
    text = io.StringIO()
    yaml = YAML()
    yaml.width = 120
    yaml.dump(document, text)
    return b"# Generated from the models by `python -m rasid_schemas.export`.\n" + text.getvalue().encode()


_INCOMING: frozenset[type[Contract]] = frozenset({RawArticle, NinjsItem})


def _models() -> list[type[Contract]]:
    return [*(topic.model for topic in CONTRACT_TOPICS if topic.model), NinjsItem]


def _channel(topic: Topic) -> Json:
    return {
        "address": topic.name,
        "description": topic.summary,
        "messages": {model: _message(topic, model) for model in _message_names(topic)},
        "bindings": {"kafka": _kafka_binding(topic)},
    }


def _message_names(topic: Topic) -> list[str]:
    if topic.model is None:
        return ["DeadLetter"]
    return [topic.model.__name__, *([NinjsItem.__name__] if topic is ARTICLES_RAW else [])]


def _message(topic: Topic, name: str) -> Json:
    message: Json = {"name": topic.ce_type or name, "bindings": {"kafka": {"key": {"type": "string"}}}}
    if topic.model is None:
        return message
    message["payload"] = {"$ref": f"./json/{name}.schema.json"}
    if topic is not ARTICLES_RAW:
        properties = {header: {"type": "string", "description": text} for header, text in HEADERS.items()}
        message["headers"] = {"type": "object", "required": list(HEADERS), "properties": properties}
    return message


def _kafka_binding(topic: Topic) -> Json:
    configuration: Json = {
        "cleanup.policy": topic.cleanup_policy.split(","),
        "retention.ms": topic.retention_ms if topic.retention_ms is not None else -1,
        "max.message.bytes": topic.max_message_bytes,
    }
    if topic.timestamp_after_max_ms is not None:
        configuration["message.timestamp.after.max.ms"] = topic.timestamp_after_max_ms
    return {"topic": topic.name, "partitions": topic.partitions, "topicConfiguration": configuration}


def _operation(topic: Topic) -> Json:
    """From Rasid's side: what it receives, and what it sends."""
    action = "receive" if topic is ARTICLES_RAW else "send"
    return {"action": action, "channel": {"$ref": f"#/channels/{topic.name.replace('/', '~1')}"}}


def main() -> None:
    """Write every generated file."""
    for path, content in exported():
        (SCHEMAS / path).parent.mkdir(exist_ok=True)
        (SCHEMAS / path).write_bytes(content)


if __name__ == "__main__":
    main()
