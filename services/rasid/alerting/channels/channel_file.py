"""The file of channels: read, checked, and made into channels. Nothing is opened before the first alert is sent."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from rasid.alerting.channels.building import Defaults, RoutedChannel, build
from rasid.alerting.channels.definitions import TYPES, message_of
from rasid.alerting.channels.secrets import SecretError, Secrets
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
    kind = node.values.get("type")
    if kind is None:
        return [node.problem("type", f"missing: there are {', '.join(TYPES)}")]
    model = TYPES.get(str(kind))
    if model is None:
        return [node.problem("type", f"{str(kind)[:60]!r} is no type: {suggestion(str(kind), TYPES)}")]
    try:
        definition = model.model_validate(node.values)
        return build(definition, node, defaults, secrets)
    except ValidationError as error:
        return [node.problem(str(each["loc"][0]), message_of(each, model)) for each in error.errors()]
    except SecretError as error:
        return [node.problem(error.key, str(error))]
