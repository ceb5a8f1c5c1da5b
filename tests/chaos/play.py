"""A scenario from its first article to its account."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from time import monotonic

from aiokafka.errors import KafkaError

from chaos.crew import UnexpectedEndError
from chaos.expectation import expected_of
from chaos.ledger import Account, Observed, account
from chaos.scenarios import Scenario
from chaos.stage import Scale, Stage, TooSlowError, staged
from rasid.runtime.reading import read_to_end
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid_schemas.topics import ARTICLES_RAW, CONTRACT_TOPICS, DEAD_LETTER_TOPICS, Topic

AFTERWARDS = 0.1
"""The share of the load that comes once the disturbance is over, and shows that all is well again."""
TELLING_INTERVAL = 0.5
WRITTEN = tuple(topic for topic in CONTRACT_TOPICS if topic is not ARTICLES_RAW)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scenario came to."""

    scenario: str
    what: str
    seconds: float
    account: Account
    fault: str | None = None
    """What went wrong beside the counts: a worker that ended by itself, or what did not come in time."""

    @property
    def is_clean(self) -> bool:
        """Nothing went wrong."""
        return self.account.is_clean and self.fault is None


Tell = Callable[[str], None]
"""Takes a line on how far a scenario is, twice a second."""


def silent(_: str) -> None:
    """For whoever does not watch."""


async def play(scenario: Scenario, scale: Scale, sabotage: str | None = None, tell: Tell = silent) -> Outcome:
    """Run a scenario and count; what goes wrong is in the outcome."""
    messages = scenario.load(scale.articles)
    expected = expected_of(messages)
    started = monotonic()
    async with staged(scenario.setting, scale, sabotage) as stage:
        fault = None
        try:
            async with _telling(stage, tell):
                await _run(scenario, stage)
        except* (UnexpectedEndError, TooSlowError, AssertionError, KafkaError) as group:
            fault = f"{_told(group)}\n{stage.crew.output()}"
        observed = await _observed(stage, len(messages))
    return Outcome(scenario.name, scenario.what, monotonic() - started, account(expected, observed), fault)


async def _run(scenario: Scenario, stage: Stage) -> None:
    messages = scenario.load(stage.scale.articles)
    later = round(len(messages) * (1 - AFTERWARDS))
    await stage.until_all_have_joined()
    if scenario.is_before_the_load:
        await scenario.disturbance(stage)
        await stage.produce(messages[:later])
    else:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(stage.produce(messages[:later]))
            tasks.create_task(scenario.disturbance(stage))
    await stage.produce(messages[later:])
    await stage.until_through()
    stage.crew.require_all()


@asynccontextmanager
async def _telling(stage: Stage, tell: Tell) -> AsyncIterator[None]:
    """Tell how far it is for as long as the block."""

    async def again_and_again() -> None:
        while True:
            with suppress(KafkaError):
                tell(await stage.progress())
            await asyncio.sleep(TELLING_INTERVAL)

    task = asyncio.create_task(again_and_again())
    try:
        yield
    finally:
        task.cancel()


async def _observed(stage: Stage, produced: int) -> Observed:
    return Observed(
        produced=produced,
        published=await _read(stage.settings, WRITTEN),
        dead_letters=await _read(stage.settings, DEAD_LETTER_TOPICS),
        deliveries=tuple(stage.webhook.taken),
    )


async def _read(settings: Settings, topics: tuple[Topic, ...]) -> list[Record]:
    return [record async for record in read_to_end(settings, topics)]


def _told(error: BaseException) -> str:
    """The first error of a group, in words."""
    return _told(error.exceptions[0]) if isinstance(error, BaseExceptionGroup) else f"{type(error).__name__}: {error}"
