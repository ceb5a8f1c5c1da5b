"""An enrichment worker that does not look for its topics first, as a process."""

from rasid.enrichment.worker import run
from rasid.runtime.logs import configure_logs
from rasid.runtime.settings import load_settings

if __name__ == "__main__":
    settings = load_settings()
    configure_logs(settings)
    run(settings)
