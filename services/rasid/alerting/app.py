"""The Faust app of alerting."""

from rasid.alerting.agents import add_agents
from rasid.alerting.rules.watched import WatchedRules
from rasid.runtime.application import App, create_app
from rasid.runtime.settings import Settings

GROUP = "rasid-alerting"


def create_alerting_app(settings: Settings, rules: WatchedRules) -> App:
    """An app that clusters events and raises alerts; one is active per event topic, others stand by."""
    app = create_app(GROUP, settings)
    add_agents(app, settings, rules)
    return app
