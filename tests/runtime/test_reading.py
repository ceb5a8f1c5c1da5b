"""What is read of topics without a consumer group."""

import pytest

from rasid.devbroker.broker import embedded_broker
from rasid.runtime.clients import BrokerUnreachableError, consumer
from rasid.runtime.reading import existing
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics
from rasid_schemas.topics import ALERTS


async def test_a_broker_that_answers_no_more_is_not_one_without_topics() -> None:
    async with embedded_broker() as broker:
        settings = Settings(broker=f"kafka://{broker.bootstrap}")
        await create_topics(settings)
        async with consumer(settings) as client:
            await broker.process.stop(5)
            with pytest.raises(BrokerUnreachableError, match="answers no more"):
                await existing(client, [ALERTS])
