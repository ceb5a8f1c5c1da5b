"""The scenarios, as a table."""

from collections.abc import Callable
from dataclasses import dataclass, field

from chaos import disturbances as disturb
from chaos import webhook
from chaos.articles import KnownArticle, known_articles, mixed_in, poison, too_large
from chaos.disturbances import ALERTING, ENRICHMENT, NOTIFIER, SMALL_LIMIT, Disturbance
from chaos.stage import Setting

ONE_IN = 50
Load = Callable[[int], list[KnownArticle]]
"""The messages of a load with so many known articles."""


def plain(count: int) -> list[KnownArticle]:
    """Known articles alone."""
    return list(known_articles(count))


def poisoned(count: int) -> list[KnownArticle]:
    """Known articles, and a message that is none at 1 in 50."""
    return mixed_in(plain(count), poison(count), ONE_IN)


def some_too_large(count: int) -> list[KnownArticle]:
    """Known articles, and at 1 in 50 one whose result is larger than its topic takes."""
    return mixed_in(plain(count), too_large(count, SMALL_LIMIT + 4096), ONE_IN)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that goes wrong, alone."""

    name: str
    what: str
    disturbance: Disturbance = disturb.nothing
    load: Load = plain
    setting: Setting = field(default_factory=Setting)
    is_before_the_load: bool = False
    """Whether the disturbance comes before the first article."""


SCENARIOS = (
    Scenario("kill-enrichment", "kill -9 of enrichment workers at random moments", disturb.killed(ENRICHMENT)),
    Scenario("kill-alerting", "kill -9 of the alerting worker at random moments", disturb.killed(ALERTING)),
    Scenario("kill-notifier", "kill -9 of the notifier at random moments", disturb.killed(NOTIFIER)),
    Scenario("zombie-enrichment", "SIGSTOP of enrichment, a takeover, SIGCONT", disturb.frozen(ENRICHMENT)),
    Scenario("zombie-alerting", "SIGSTOP of alerting, a takeover, SIGCONT", disturb.frozen(ALERTING)),
    Scenario("sigterm", "SIGTERM to each kind of worker in mid-batch, twice", disturb.terminated),
    Scenario("broker-restart", "the only broker restarts, then is killed", disturb.broker_restarted),
    Scenario("broker-loss", "one of three brokers is killed", disturb.broker_lost, setting=Setting(nodes=3)),
    Scenario("controller-loss", "the leader of three is killed", disturb.controller_lost, setting=Setting(nodes=3)),
    Scenario("join-and-leave", "two more workers join and two leave, of each Faust app", disturb.joined_and_left),
    Scenario("partitions-1", "the raw topic has 1 partition", setting=Setting(partitions=1)),
    Scenario("partitions-4", "the raw topic has 4 partitions", setting=Setting(partitions=4)),
    Scenario("partitions-16", "the raw topic has 16 partitions", setting=Setting(partitions=16)),
    Scenario("poison", "one message in 50 is no article", load=poisoned),
    Scenario("webhook-down", "nobody listens at the webhook for most of the run", disturb.webhook_gone),
    Scenario("webhook-slow", "the webhook takes half a second", setting=Setting(behaviour=webhook.slow)),
    Scenario("webhook-500", "the webhook answers 500", setting=Setting(behaviour=webhook.failing)),
    Scenario("webhook-hangs", "the webhook takes alerts and never answers", setting=Setting(behaviour=webhook.hanging)),
    Scenario(
        "too-large", "the broker refuses the result of one article in 50", disturb.small_limit, some_too_large,
        Setting(partitions=1), is_before_the_load=True,
    ),
)  # fmt: skip


def scenario(name: str) -> Scenario:
    """The scenario of that name; raises KeyError."""
    return {each.name: each for each in SCENARIOS}[name]
