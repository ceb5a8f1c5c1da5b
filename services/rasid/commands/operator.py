"""What people write on topics by a command: silences and feedback."""

import getpass
from datetime import UTC, datetime
from uuid import uuid4

from rasid.commands.errors import USAGE, CommandError
from rasid.runtime.clients import producer, send
from rasid.runtime.cloudevents import TRACEPARENT, message
from rasid.runtime.records import Record
from rasid.runtime.settings import Settings
from rasid.runtime.topics import require_topic
from rasid_schemas.base import Contract
from rasid_schemas.topics import Topic

CE_SOURCE = "/rasid/operator"


class Desk:
    """Writes messages of one topic for one person, dated now."""

    def __init__(self, settings: Settings, topic: Topic) -> None:
        self._settings = settings
        self._topic = topic

    async def write(self, *messages: tuple[str, str, Contract]) -> None:
        """Return when the broker has some messages, each with its key and ce_id; raises TopicMissingError."""
        await require_topic(self._settings, self._topic)
        async with producer(self._settings) as client:
            for key, ce_id, model in messages:
                outgoing = message(self._topic, model, key, ce_id, CE_SOURCE, _cause(self._topic))
                await (await send(client, outgoing))


def now() -> datetime:
    """The time of day, to the millisecond as Kafka keeps it."""
    time = datetime.now(UTC)
    return time.replace(microsecond=time.microsecond // 1000 * 1000)


def author_of(given: str | None) -> str:
    """The name given, else that of the user of this process; raises CommandError where neither is there."""
    if given is not None and not given.strip():
        raise CommandError("--author: is empty; give the name that others know you by", USAGE)
    try:
        return given or getpass.getuser()
    except (KeyError, OSError):  # a container's user may have a number alone
        raise CommandError("who are you? This user has no name: give --author", USAGE) from None


def _cause(topic: Topic) -> Record:
    """Somebody's wish: a trace begins here."""
    trace = f"00-{uuid4().hex}-{uuid4().hex[:16]}-01".encode()
    return Record(topic.name, 0, 0, int(now().timestamp() * 1000), None, None, ((TRACEPARENT, trace),))
