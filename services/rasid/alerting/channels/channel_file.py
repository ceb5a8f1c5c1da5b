"""The file of channels: read, checked, and made into channels. Nothing is opened before the first alert is sent."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from rasid.alerting.channels.apprise import UnknownServiceError
from rasid.alerting.channels.building import Defaults, RoutedChannel, build
from rasid.alerting.channels.definitions import TYPES, Definition, message_of
from rasid.alerting.channels.destinations import read_destination, written_key
from rasid.alerting.channels.secrets import EntryError, Secrets
from rasid.alerting.problems import FileError, Problem, suggestion
from rasid.alerting.yaml_list import Node, YamlList, duplicates


class ChannelFileError(FileError):
    """A channels file cannot be used."""


CHANNELS = YamlList(
    key="channels",
    entry="a channel has the keys name, type and those of its type",
    none="no channels, so nobody would ever be told",
    unreadable=ChannelFileError,
    invalid=ChannelFileError,
)


def load_channels(path: Path, defaults: Defaults, environment: Mapping[str, str]) -> tuple[RoutedChannel, ...]:
    """The channels of a file, in its order. Raises ChannelFileError with everything that is wrong."""
    nodes, problems = CHANNELS.nodes(CHANNELS.read(path), path)
    found = [*problems, *duplicates(nodes, "channel")]
    channels = []
    for node in nodes:
        channel = _channel(node, defaults, Secrets(path.parent, environment))
        if isinstance(channel, RoutedChannel):
            channels.append(channel)
        else:
            found.extend(channel)
    if found:
        raise ChannelFileError(path, tuple(found))
    return tuple(channels)


def _channel(node: Node, defaults: Defaults, secrets: Secrets) -> RoutedChannel | list[Problem]:
    kind = str(node.values.get("type", ""))
    if kind not in TYPES:
        return [_type_problem(node, kind), *_unknown_keys(node)]
    destination, problems = read_destination(kind, node, secrets)
    definition = _definition(node, TYPES[kind])
    if not isinstance(definition, Definition):
        return definition + [problem for problem in problems if problem.field not in {d.field for d in definition}]
    if problems:
        return problems
    try:
        return build(definition, destination, defaults)
    except UnknownServiceError as error:
        return [node.problem(written_key(node, "url"), str(error))]
    except EntryError as error:
        return [node.problem(error.key, str(error))]


def _definition(node: Node, model: type[Definition]) -> Definition | list[Problem]:
    try:
        return model.model_validate(node.values)
    except ValidationError as error:
        return [node.problem(str(each["loc"][0]), message_of(each, model)) for each in error.errors()]


def _type_problem(node: Node, kind: str) -> Problem:
    if not kind:
        return node.problem("type", f"missing: there are {', '.join(TYPES)}")
    return node.problem("type", f"{kind[:60]!r} is no type: {suggestion(kind, TYPES)}")


def _unknown_keys(node: Node) -> list[Problem]:
    known = {key: None for model in TYPES.values() for key in model.model_fields}
    return [node.problem(key, f"unknown key: {suggestion(key, known)}") for key in node.values if key not in known]
