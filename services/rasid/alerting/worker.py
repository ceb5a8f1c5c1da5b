"""The alerting worker as a process."""

from typing import NoReturn

from rasid.alerting.app import create_alerting_app
from rasid.alerting.rules.rule import Rule
from rasid.runtime.settings import Settings
from rasid.runtime.worker import Worker, use_uvloop


def run(settings: Settings, rules: tuple[Rule, ...]) -> NoReturn:
    """Raise alerts until a signal; leaves the process."""
    use_uvloop()
    Worker(create_alerting_app(settings, rules), settings).execute_from_commandline()
