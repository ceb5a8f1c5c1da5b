"""Logs: coloured lines on a terminal, JSON lines elsewhere; Faust's and aiokafka's as well as ours."""

import logging
import sys

import structlog

from rasid.runtime.settings import Settings

QUIET = ("aiokafka", "faust", "mode", "asyncio")
"""Libraries whose everyday messages are of no use to whoever runs Rasid."""
NEVER_DEBUGGED = "aiokafka.conn"
"""It would log each request as it is sent, and so the password of SASL's PLAIN."""


def configure_logs(settings: Settings) -> None:
    """Send every log line of the process to standard error, in the form the settings ask for."""
    console = settings.log_format == "console" or (settings.log_format == "auto" and sys.stderr.isatty())
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.ExtraAdder(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_renderers(console)],
        )
    )
    level = settings.log_level.upper()
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(level if settings.log_level == "debug" else "WARNING")
    logging.getLogger(NEVER_DEBUGGED).setLevel("WARNING")


def _renderers(console: bool) -> list[structlog.typing.Processor]:
    if console:
        return [structlog.dev.ConsoleRenderer()]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
