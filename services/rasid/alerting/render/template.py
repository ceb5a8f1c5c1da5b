"""Templates of a rule: its own title and summary in place of the built-in ones."""

import logging
from dataclasses import replace
from functools import cache
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError, TemplateSyntaxError, meta

from rasid.alerting.problems import suggestion
from rasid.alerting.render.render import LONGEST_SUMMARY, LONGEST_TITLE, AlertText
from rasid.alerting.render.sandbox import Sandbox, Written, refuse_what_is_endless
from rasid.alerting.render.writing import shortened
from rasid_schemas.alerts import Alert

logger = logging.getLogger(__name__)

VARIABLES = (
    "title", "summary", "event", "cluster", "status", "reason", "changes", "severity", "rule", "labels", "sources",
    "articles", "quote", "link", "suppressed", "language",
)  # fmt: skip


class TemplateFaultError(Exception):
    """Why a template cannot be used. `word` is where that stands in it, empty where that is not known."""

    def __init__(self, message: str, word: str = "") -> None:
        super().__init__(message)
        self.word = word


class Template:
    """A rule's title and summary in one language. One that fails falls back to the built-in text, and says so once."""

    def __init__(self, title: str | None, summary: str | None) -> None:
        """Compile both; null is the built-in one. Raises TemplateFaultError."""
        self._title = None if title is None else _compiled(title)
        self._summary = None if summary is None else _compiled(summary)
        self._has_failed = False

    def text(self, alert: Alert, built_in: AlertText) -> AlertText:
        """What the template says of an alert. Never fails."""
        try:
            return self.tried(alert, built_in)
        except Exception as error:  # whatever a template runs into, the alert is told
            if not self._has_failed:
                logger.warning("template of rule %s failed, told in built-in words: %s", alert.rule, error)
            self._has_failed = True
            return built_in

    def tried(self, alert: Alert, built_in: AlertText) -> AlertText:
        """The same; raises whatever the template runs into. Where it says nothing, the built-in text stands."""
        variables = _variables(alert, built_in)
        title = summary = ""
        if self._title is not None:
            title = shortened(" ".join(_written(self._title, variables, LONGEST_TITLE).split()), LONGEST_TITLE)
        if self._summary is not None:
            summary = shortened(_written(self._summary, variables, LONGEST_SUMMARY).strip(), LONGEST_SUMMARY)
        return replace(built_in, title=title or built_in.title, summary=summary or built_in.summary)


@cache
def _sandbox() -> Sandbox:
    return Sandbox()


def _compiled(source: str) -> JinjaTemplate:
    try:
        parsed = _sandbox().parse(source)
        refuse_what_is_endless(parsed)
        unknown = sorted(meta.find_undeclared_variables(parsed) - set(VARIABLES))
        compiled = _sandbox().from_string(parsed)
    except TemplateSyntaxError as error:  # and TemplateAssertionError
        line = source.splitlines()[error.lineno - 1 : error.lineno]
        raise TemplateFaultError(f"not a template: {error.message}", line[0].strip() if line else "") from error
    except (TemplateError, RecursionError) as error:
        raise TemplateFaultError(f"not a template: {error}") from error
    if unknown:
        raise TemplateFaultError(f"there is no {unknown[0]}: {suggestion(unknown[0], VARIABLES)}", unknown[0])
    return compiled


def _written(template: JinjaTemplate, variables: dict[str, Any], longest: int) -> str:
    """What a template prints, as far as it can be used."""
    parts, length = [], 0
    for part in template.generate(variables):
        parts.append(part)
        length += len(part)
        if length > 2 * longest:  # blanks may go yet
            break
    return "".join(parts)


def _variables(alert: Alert, built_in: AlertText) -> dict[str, Any]:
    cluster = alert.cluster
    return {
        "title": Written(built_in.title), "summary": Written(built_in.summary), "event": cluster.event,
        "cluster": cluster, "status": alert.status, "reason": alert.reason, "changes": alert.changes,
        "severity": alert.severity, "rule": alert.rule, "labels": alert.labels, "sources": cluster.sources,
        "articles": cluster.articles, "quote": built_in.quote, "link": Written(built_in.link),
        "suppressed": alert.suppressed, "language": built_in.language,
    }  # fmt: skip
