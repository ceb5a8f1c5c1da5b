"""The chaos suite in short: what `make chaos` does with 20,000 articles, with a few hundred."""

import pytest

from chaos.play import play
from chaos.report import in_lines
from chaos.scenarios import scenario
from chaos.stage import Scale
from support.kafka import Distribution

pytestmark = pytest.mark.kafka

SHORT = Scale(articles=400, kills=2)
CHEAP = (
    "kill-enrichment",
    "kill-alerting",
    "kill-notifier",
    "zombie-enrichment",
    "zombie-alerting",
    "sigterm",
    "broker-restart",
    "poison",
    "too-large",
)
"""Those that no other test stands for and that take no longer than a session's time-out or two."""


@pytest.mark.parametrize("name", CHEAP)
async def test_nothing_is_lost_and_nothing_comes_twice(name: str, kafka_distribution: Distribution) -> None:
    outcome = await play(scenario(name), SHORT)
    assert outcome.is_clean, in_lines(outcome)
