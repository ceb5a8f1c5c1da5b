"""Rules that are read again when their files change. Files that are wrong leave the rules as they were."""

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from pathlib import Path

from watchfiles import awatch

from rasid.alerting.rules.errors import RuleError
from rasid.alerting.rules.rule import Rule
from rasid.alerting.rules.rules import files_to_watch, load_rules
from rasid.runtime import metrics

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 5000
"""Files are compared at least so often, for file systems that tell of no changes."""
SETTLES_MS = 500
"""A change is taken up after so long at the most: editors write in several steps."""


class WatchedRules:
    """The rules of a file and its watchlists, as they last were right. Belongs to one worker."""

    def __init__(self, path: Path) -> None:
        """Read them; raises RuleError."""
        self._path = path
        self._files = files_to_watch(path)
        self._contents = _contents(self._files)
        self.rules = load_rules(path)
        metrics.RULES_RELOAD_SUCCESS.set(1)

    async def changes(self) -> AsyncGenerator[tuple[Rule, ...]]:
        """The new rules each time that the files change and are right, for ever."""
        while True:
            if await asyncio.to_thread(self.reread):
                yield self.rules
            await self._something_happens()

    def reread(self) -> bool:
        """Read the files again if they have changed; whether there are new rules. What is wrong is logged."""
        contents = _contents(self._files)
        if contents == self._contents:
            return False
        self._files = files_to_watch(self._path)
        self._contents = _contents(self._files)
        try:
            self.rules = load_rules(self._path)
        except Exception as error:  # a fault of ours as well: what is in force must stay so
            metrics.RULES_RELOAD_SUCCESS.set(0)
            ours = None if isinstance(error, RuleError) else error
            logger.error("the changed rules are wrong; the old ones stay in force:\n%s", error, exc_info=ours)
            return False
        metrics.RULES_RELOAD_SUCCESS.set(1)
        logger.info("%s was read again: %d rules", self._path, len(self.rules))
        return True

    async def _something_happens(self) -> None:
        """Wait for a change in a folder: a file that is replaced, or behind a link that turns, is not the same file."""
        folders = {file.parent for file in self._files if file.parent.is_dir()}
        happenings = awatch(
            *folders, watch_filter=None, recursive=False, debounce=SETTLES_MS, rust_timeout=LOOK_EVERY_MS,
            yield_on_timeout=True,
        )  # fmt: skip
        try:
            async with aclosing(happenings):
                await anext(happenings)
        except (OSError, RuntimeError) as error:  # the system watches no more folders for us
            logger.debug("changes of rules are looked for instead: %s", error)
            await asyncio.sleep(LOOK_EVERY_MS / 1000)


def _contents(files: tuple[Path, ...]) -> Mapping[Path, bytes | None]:
    return {file: _content(file) for file in files}


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (OSError, ValueError):
        return None
