"""The alerting worker as a process."""

from typing import NoReturn

from rasid.alerting.app import create_alerting_app
from rasid.alerting.rules.watched import WatchedRules
from rasid.alerting.takeover import look_for_garbage_seldom
from rasid.runtime.loop import use_uvloop
from rasid.runtime.settings import Settings
from rasid.runtime.worker import Worker


def run(settings: Settings, rules: WatchedRules) -> NoReturn:
    """Raise alerts until a signal; leaves the process."""
    use_uvloop()
    look_for_garbage_seldom()
    Worker(create_alerting_app(settings, rules), settings).execute_from_commandline()
