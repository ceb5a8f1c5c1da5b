"""The agents of alerting: one per event topic, each a fold over its one partition."""

from collections.abc import Callable
from functools import partial
from typing import Any

from faust.types import StreamT

from rasid.alerting.clock import wall_clock
from rasid.alerting.event_fold import EventFold
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.watched import WatchedRules
from rasid.alerting.takeover import FoldedTopic
from rasid.alerting.timekeeping import TimeKeeper, keep_time
from rasid.runtime.application import App, source
from rasid.runtime.delivery import Delivery
from rasid.runtime.outbox import Outbox
from rasid.runtime.reading import committed
from rasid.runtime.replay import Replay
from rasid.runtime.settings import Settings
from rasid_schemas.topics import EVENT_TOPICS, Topic


def add_agents(app: App, settings: Settings, rules: WatchedRules) -> None:
    """Have the app fold both event topics."""
    folds = {
        topic: FoldedTopic(_new_fold(settings, rules.rules, topic), Replay(settings, app.pulse))
        for topic in EVENT_TOPICS
    }
    keepers = {topic: _add_agent(app, settings, topic, folds[topic]) for topic in EVENT_TOPICS}

    @app.on_partitions_assigned.connect
    async def others_had_them(*_: object, **__: object) -> None:
        for keeper in keepers.values():
            keeper.expect_others()

    @app.task  # type: ignore[untyped-decorator]
    async def tell_the_time() -> None:
        await keep_time(lambda: [keepers[t] for t in keepers if (t.name, 0) in app.assigned()], wall_clock)

    @app.task  # type: ignore[untyped-decorator]
    async def take_up_changed_rules() -> None:
        async for changed in rules.changes():
            for topic in EVENT_TOPICS:
                folds[topic].use(_new_fold(settings, changed, topic))
                keepers[topic].expect_others()


def _new_fold(settings: Settings, rules: tuple[Rule, ...], topic: Topic) -> Callable[[], EventFold]:
    return partial(EventFold, topic, rules, settings.cluster_horizon)


def _add_agent(app: App, settings: Settings, topic: Topic, folded: FoldedTopic) -> TimeKeeper:
    delivery = Delivery(app, folded.handle, settings.batch_size, prepare=folded.stand_at)

    @app.agent(source(app, topic), name=f"alerting-{topic.name}")
    async def alerting(stream: StreamT[Any]) -> None:
        await delivery.run(stream)

    return TimeKeeper(topic, folded, partial(committed, settings, app.conf.id), Outbox(app).send)
