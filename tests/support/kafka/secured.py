"""A Kafka node with one more listener: encrypted, and open only to users with a password (SASL_SSL, SCRAM-SHA-512).

With an authorizer, those users may do what their ACLs allow and nothing else; whoever comes by the plain listener,
as the tests do, may do everything.
"""

import asyncio
import contextlib
import subprocess
import tempfile
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from support.kafka.cluster import run_storage_tool
from support.kafka.configuration import HOST, Address, free_addresses, properties
from support.kafka.distribution import fetched_distribution
from support.kafka.node import KafkaNode

USERNAME, PASSWORD = "rasid", "a-word-of-the-tests"
MECHANISM = "SCRAM-SHA-512"
_STORE_PASSWORD = "of-the-key-store"
_DENY_BY_DEFAULT = """\
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
"""


@dataclass(frozen=True, slots=True)
class SecuredNode:
    """The node, where its secured listener is, and the certificate that it shows."""

    node: KafkaNode
    bootstrap: str
    certificate: Path


@contextlib.asynccontextmanager
async def secured_kafka_node(
    users: Collection[str] = (USERNAME,), authorizer: bool = False
) -> AsyncIterator[SecuredNode]:
    """A fresh node whose users all have one password; gone with its data when the block is left.

    Raises UnavailableError.
    """
    distribution = fetched_distribution()
    with tempfile.TemporaryDirectory(prefix="rasid-kafka-") as name:
        folder = Path(name)
        address, listener = free_addresses(2)
        certificate = await _certificate(folder)
        settings = properties(address, [address], folder / "data") + _secured(listener.port, address, folder)
        (folder / "server.properties").write_text(settings + (_DENY_BY_DEFAULT if authorizer else ""))
        node = KafkaNode(address, folder, distribution)
        scram = [("--add-scram", f"{MECHANISM}=[name={user},password={PASSWORD}]") for user in users]
        await run_storage_tool(node, *chain.from_iterable(scram))
        try:
            await node.start()
            yield SecuredNode(node, f"{HOST}:{listener.port}", certificate)
        finally:
            node.kill()


def _secured(port: int, address: Address, folder: Path) -> str:
    """Settings that come after, and so win over, those of a plain node."""
    settings = {
        "listeners": f"SECURED://{HOST}:{port},PLAINTEXT://{HOST}:{address.port},CONTROLLER://{HOST}:{address.controller_port}",
        "advertised.listeners": f"SECURED://{HOST}:{port},PLAINTEXT://{HOST}:{address.port}",
        "listener.security.protocol.map": "SECURED:SASL_SSL,CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
        "sasl.enabled.mechanisms": MECHANISM,
        "listener.name.secured.scram-sha-512.sasl.jaas.config": (
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"
        ),
        "ssl.keystore.location": folder / "keystore.p12",
        "ssl.keystore.password": _STORE_PASSWORD,
        "ssl.keystore.type": "PKCS12",
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


async def _certificate(folder: Path) -> Path:
    """A key of its own for this address, made with Java's keytool, and its certificate as PEM."""
    store = ("-keystore", str(folder / "keystore.p12"), "-storepass", _STORE_PASSWORD, "-alias", "broker")
    name = ("-dname", "CN=rasid tests", "-ext", f"san=ip:{HOST}", "-validity", "2")
    await _keytool("-genkeypair", "-keyalg", "EC", *name, "-storetype", "PKCS12", *store)
    certificate = folder / "certificate.pem"
    await _keytool("-exportcert", "-rfc", "-file", str(certificate), *store)
    return certificate


async def _keytool(*arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(
        "keytool", *arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    output, _ = await process.communicate()
    assert process.returncode == 0, output.decode()
