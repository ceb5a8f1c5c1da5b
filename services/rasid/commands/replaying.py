"""`rasid dead-letters replay`: messages that could not be processed, sent once more to the topic they came from.

They go out as they came, with their key, headers and record time. What comes of them has the ids it would have had
the first time, so nothing comes twice; what is older than `notify_max_age` is recorded and alerts nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console

from rasid.commands.dead_letters import Filters, dead_letters, named_dead_letters
from rasid.commands.errors import FAILED, USAGE, CommandError
from rasid.commands.letters import letter_id
from rasid.commands.output import Output
from rasid.commands.sending import send_all
from rasid.runtime.clients import producer, send
from rasid.runtime.dead_letters import DeadLetter, original
from rasid.runtime.records import Outgoing
from rasid.runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which dead letters to replay: those named, else those the filters take."""

    ids: Sequence[str]
    filters: Filters
    every: bool

    def check(self) -> None:
        """Raise CommandError where nothing says which."""
        if not self.ids and not self.every and self.filters == Filters():
            raise CommandError("which dead letters? Name them, give a filter such as --code, or --all", USAGE)
        if self.ids and (self.every or self.filters != Filters()):
            raise CommandError("give either ids or filters, not both", USAGE)


async def replay_dead_letters(settings: Settings, wanted: Wanted, dry_run: bool, output: Output) -> None:
    """Send the wanted letters again, or only list them; raises CommandError, also where the broker refuses some."""
    wanted.check()
    if wanted.ids:
        letters = await named_dead_letters(settings, wanted.ids)
    else:
        letters = [letter async for letter in dead_letters(settings, wanted.filters)]
    if dry_run:
        output.dead_letters(letters)
        return
    told = Console(stderr=True, highlight=False)
    whole = [(letter, message) for letter in letters if (message := _message(letter, told)) is not None]
    async with producer(settings) as client:
        refused = await send_all(whole, lambda each: send(client, each[1]), "sending")
    told.print(f"{len(whole) - len(refused)} of {len(letters)} dead letters sent again")
    if refused:
        ids = ", ".join(letter_id(letter) for letter, _ in refused)
        raise CommandError(f"their topic takes no message of such a size or record time: {ids}", FAILED)


def _message(letter: DeadLetter, told: Console) -> Outgoing | None:
    message = original(letter)
    if message is None:
        told.print(f"{letter_id(letter)} is left out: its value was too large to be kept; produce it again")
    return message
