"""The enrichment worker as a process."""

from typing import NoReturn

from rasid.enrichment.app import create_enrichment_app
from rasid.enrichment.pipeline import prepare
from rasid.runtime.loop import use_uvloop
from rasid.runtime.settings import Settings
from rasid.runtime.worker import Worker


def run(settings: Settings) -> NoReturn:
    """Enrich until a signal; leaves the process."""
    use_uvloop()
    prepare()
    Worker(create_enrichment_app(settings), settings).execute_from_commandline()
