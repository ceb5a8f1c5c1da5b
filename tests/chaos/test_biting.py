"""The suite reports what a missing guarantee costs; else its zeros would mean nothing."""

import pytest

from chaos.biting import BITES, Bite, bite
from chaos.report import in_lines
from chaos.stage import Scale
from support.kafka import Distribution

pytestmark = pytest.mark.kafka


@pytest.mark.parametrize("each", BITES, ids=lambda each: each.sabotage)
async def test_what_is_taken_out_is_missed(each: Bite, kafka_distribution: Distribution) -> None:
    bitten = await bite(each, Scale(articles=300, kills=1))
    assert bitten.is_caught, in_lines(bitten.outcome)
