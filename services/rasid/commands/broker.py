"""`rasid broker`: the embedded broker by itself."""

from rich.console import Console

from rasid.commands.errors import FAILED, CommandError
from rasid.devbroker.broker import embedded_broker


async def run_broker(port: int) -> None:
    """Run a broker until cancelled; raises BrokerError where the port is occupied."""
    async with embedded_broker(port) as broker:
        Console(stderr=True, highlight=False).print(
            f"broker at kafka://{broker.bootstrap}, in memory only; Ctrl-C ends it", soft_wrap=True
        )
        status = await broker.wait()
    raise CommandError(f"the broker ended by itself with {status}:\n{broker.output}", FAILED)
