"""Whether the suite bites: with a guarantee taken out of the workers it must report what that costs."""

from collections.abc import Callable
from dataclasses import dataclass

from chaos.ledger import Account
from chaos.play import Outcome, Tell, play, silent
from chaos.sabotage import DELIVERY_NOT_AWAITED, NO_REPLAY
from chaos.scenarios import scenario
from chaos.stage import Scale


@dataclass(frozen=True, slots=True)
class Bite:
    """A sabotage, the scenario that must show it, and how."""

    sabotage: str
    scenario: str
    must_report: str
    is_caught: Callable[[Account], bool]


@dataclass(frozen=True, slots=True)
class Bitten:
    """A sabotaged run, and whether the suite noticed."""

    bite: Bite
    outcome: Outcome

    @property
    def is_caught(self) -> bool:
        """Whether the account shows what it must."""
        return self.bite.is_caught(self.outcome.account)


BITES = (
    # Faust flushes its producer before it commits: what is not awaited is missed only where the broker refuses it.
    Bite(DELIVERY_NOT_AWAITED, "too-large", "losses", lambda a: a.lost.total > 0),
    Bite(NO_REPLAY, "kill-alerting", "second alerts or differing contents", lambda a: a.duplicates + a.differing > 0),
)


async def bite(each: Bite, scale: Scale, tell: Tell = silent) -> Bitten:
    """Run a scenario with sabotaged workers."""
    return Bitten(each, await play(scenario(each.scenario), scale, each.sabotage, tell))
