"""The templates of a rule, compiled and tried on made-up events before anybody relies on them."""

from collections.abc import Iterable, Iterator

from jinja2 import TemplateError

from rasid.alerting.render.render import AlertText, Occasion, render
from rasid.alerting.render.template import Template, TemplateFaultError
from rasid.alerting.render.writing import Language
from rasid.alerting.rules.rule_settings import RuleSettings, TemplateSettings
from rasid.alerting.rules.samples import BARE_SAMPLES, SAMPLES
from rasid_schemas.alerts import Alert, Change, EventCluster

_CHANGES = (Change(field="status", before="planned", after="held"), Change(field="location", after="Baghdad"))
_OCCASIONS = (
    Occasion(),
    Occasion(suppressed=2),
    Occasion("firing", "repeated"),
    Occasion("updated", None, _CHANGES),
    *(Occasion("resolved", reason, _CHANGES) for reason in ("cancelled", "denied", "no_longer_matches")),
    *(Occasion("resolved", reason) for reason in ("merged", "withdrawn", "expired")),
)
_BARE = "where the reports do not tell everything: ask first with `if`, or write `| default('', true)`"


def compile_templates(settings: RuleSettings) -> dict[Language, Template]:
    """The templates of the languages that have one. Raises TemplateFaultError."""
    templates: dict[Language, Template] = {}
    for language in _languages(settings):
        title, summary = _texts(settings.template, language)
        if title is not None or summary is not None:
            templates[language] = Template(title, summary)
            _try(templates[language], settings, language, SAMPLES)
            _try(templates[language], settings, language, BARE_SAMPLES)
    return templates


def _languages(settings: RuleSettings) -> tuple[Language, ...]:
    return ("ar", "en") if settings.language == "source" else (settings.language,)


def _texts(template: TemplateSettings, language: Language) -> tuple[str | None, str | None]:
    own = template.ar if language == "ar" else template.en
    return own.title or template.title, own.summary or template.summary


def _try(template: Template, settings: RuleSettings, language: Language, samples: Iterable[EventCluster]) -> None:
    for cluster in samples:
        for alert, built_in in _alerts(settings, language, cluster):
            try:
                template.tried(alert, built_in)
            except Exception as error:  # whatever it runs into here it would run into later
                kind = cluster.event.type.replace("_", " ")
                told = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
                where = _BARE if samples is BARE_SAMPLES else f"on a {kind} that is {alert.status}"
                raise TemplateFaultError(f"{told}, {where}", _word_of(error)) from error


def _alerts(settings: RuleSettings, language: Language, cluster: EventCluster) -> Iterator[tuple[Alert, AlertText]]:
    for occasion in _OCCASIONS:
        text = render(cluster, occasion, language)
        alert = Alert(
            alert_id="sample", revision=1, rule=settings.name, severity=settings.severity, status=occasion.status,
            labels=settings.labels, cluster=cluster, title=text.title, summary=text.summary, language=language,
            raised_at=cluster.last_seen, reason=occasion.reason, changes=occasion.changes,
            suppressed=occasion.suppressed,
        )  # fmt: skip
        yield alert, text


def _word_of(error: Exception) -> str:
    """What does not exist, so that its line is found."""
    return str(error).partition(" has no ")[2].partition(":")[0]
