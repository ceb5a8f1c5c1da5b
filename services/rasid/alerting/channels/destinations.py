"""Where a channel sends to and what it signs with: read, and checked before anything is sent there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from rasid.alerting.channels.secrets import EntryError, Secrets, stands_in_the_file
from rasid.alerting.channels.webhook import is_secret
from rasid.alerting.problems import Problem
from rasid.alerting.yaml_list import Node
from rasid.runtime.web_addresses import is_web_address

_MAKE_SECRET = "`echo whsec_$(openssl rand -base64 32)`"  # noqa: S105  # how to make one


@dataclass(frozen=True, slots=True)
class Destination:
    """An address, empty for a channel that has none, and a secret. Never shown."""

    url: str = ""
    secret: str | None = None

    def __repr__(self) -> str:
        return "Destination(...)"


def read_destination(kind: str, node: Node, secrets: Secrets) -> tuple[Destination, list[Problem]]:
    """What an entry of that type says of it, and all that is wrong with it."""
    values: dict[str, str | None] = {}
    problems = []
    for key, read in _READERS.get(kind, {}).items():
        try:
            values[key] = read(node, secrets)
        except EntryError as error:
            problems.append(node.problem(error.key, str(error)))
    return Destination(values.get("url") or "", values.get("secret")), problems


def written_key(node: Node, key: str) -> str:
    """The key under which the file gives a value: `url` or `url_file`."""
    return f"{key}_file" if f"{key}_file" in node.values else key


def _address(node: Node, secrets: Secrets) -> str:
    address = secrets.read(node, "url")
    if address is None:
        raise EntryError("url", "missing: give the address as url: ${NAME}, an environment variable, or as url_file")
    return address


def _secret_address(node: Node, secrets: Secrets) -> str:
    address = _address(node, secrets)
    if stands_in_the_file(node.values.get("url")):
        message = "is a secret, which must not stand in this file: write ${NAME}, and set that variable, or url_file"
        raise EntryError("url", message)
    return address


def _web_address(node: Node, secrets: Secrets) -> str:
    address = _address(node, secrets)
    if not is_web_address(address):
        raise EntryError(
            written_key(node, "url"), "is no address that starts with http:// or https://, with a port that there is"
        )
    if urlsplit(address).password and stands_in_the_file(node.values.get("url")):
        raise EntryError("url", "has a password in it: write ${NAME} in its place, and set that variable")
    return address


def _secret_web_address(node: Node, secrets: Secrets) -> str:
    _secret_address(node, secrets)
    return _web_address(node, secrets)


def _signing_secret(node: Node, secrets: Secrets) -> str | None:
    secret = secrets.read(node, "secret")
    if stands_in_the_file(node.values.get("secret")):
        raise EntryError("secret", "must not stand in this file: write ${NAME}, and set that variable, or secret_file")
    if secret is not None and not is_secret(secret):
        message = "is no secret of Standard Webhooks: whsec_ and 24 to 64 bytes in base64, as of " + _MAKE_SECRET
        raise EntryError(written_key(node, "secret"), message)
    return secret


_READERS: Mapping[str, Mapping[str, Callable[[Node, Secrets], str | None]]] = MappingProxyType(
    {
        "webhook": {"url": _secret_web_address, "secret": _signing_secret},
        "alertmanager": {"url": _web_address},
        "apprise": {"url": _secret_address},
    }
)
