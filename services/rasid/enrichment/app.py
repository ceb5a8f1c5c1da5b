"""The Faust app of enrichment."""

from rasid.enrichment.agents import add_agents
from rasid.runtime.application import App, create_app
from rasid.runtime.settings import Settings

GROUP = "rasid-enrichment"


def create_enrichment_app(settings: Settings) -> App:
    """An app that enriches articles; any number of them share the partitions."""
    app = create_app(GROUP, settings)
    add_agents(app, settings)
    return app
