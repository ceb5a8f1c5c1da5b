"""The agents of alerting: one per event topic, each a fold over its one partition."""

from functools import partial
from typing import Any

from faust.types import StreamT

from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.takeover import FoldedTopic
from rasid.runtime.application import App, source
from rasid.runtime.delivery import Delivery
from rasid.runtime.replay import Replay
from rasid.runtime.settings import Settings
from rasid_schemas.topics import MEETINGS, TROOP_ANNOUNCEMENTS, Topic


def add_agents(app: App, settings: Settings, rules: tuple[Rule, ...]) -> None:
    """Have the app fold both event topics."""
    for topic in (MEETINGS, TROOP_ANNOUNCEMENTS):
        _add_agent(app, settings, rules, topic)


def _add_agent(app: App, settings: Settings, rules: tuple[Rule, ...], topic: Topic) -> None:
    new_fold = partial(EventFold, topic, rules, settings.cluster_horizon)
    folded = FoldedTopic(new_fold, Replay(settings, app.pulse))
    delivery = Delivery(app, folded.handle, settings.batch_size, prepare=folded.stand_at)

    @app.agent(source(app, topic), name=f"alerting-{topic.name}")
    async def alerting(stream: StreamT[Any]) -> None:
        await delivery.run(stream)
