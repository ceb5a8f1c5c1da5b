"""`rasid topics`: the topics of the contract on the broker."""

from rasid.commands.output import Output
from rasid.commands.rows import Row
from rasid.runtime.settings import Settings
from rasid.runtime.topics import create_topics, list_topics


async def create(settings: Settings, output: Output) -> None:
    """Create those that are missing; existing ones are left as they are."""
    output.table("topics created", [{"created": name} for name in await create_topics(settings)])


async def show(settings: Settings, output: Output) -> None:
    """List them with what they are for."""
    rows: list[Row] = [
        {"topic": state.topic.name, "partitions": state.partitions, "summary": state.topic.summary}
        for state in await list_topics(settings)
    ]
    output.table("topics", rows)
