"""The command line: what there is to say to Rasid. What each command does is in `rasid.commands`.

Imports stay inside the commands: `rasid --help` should not wait for Kafka clients and gazetteers.
"""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rasid import __version__
from rasid.cli_feedback import feedback_app
from rasid.cli_options import Json, Since, Until
from rasid.cli_options import settings_given as _settings
from rasid.cli_rules import rules_app
from rasid.cli_silences import silences_app
from rasid.commands.kinds import Kind, WorkerKind
from rasid.commands.running import Commands, follow, run

EXIT_CODES = """Exit codes: 0 done, 1 something is wrong with what was given or found, 2 with the command line
or a setting, 3 no broker answers, 4 a worker that did not get on, 130 interrupted."""

app = typer.Typer(cls=Commands, no_args_is_help=True, rich_markup_mode="markdown", pretty_exceptions_enable=False)
topics_app = typer.Typer(no_args_is_help=True, help="The topics on the broker.")
dead_letters_app = typer.Typer(no_args_is_help=True, help="Messages that could not be processed, and why.")
channels_app = typer.Typer(no_args_is_help=True, help="The channels that alerts go out by.")
app.add_typer(topics_app, name="topics")
app.add_typer(dead_letters_app, name="dead-letters")
app.add_typer(channels_app, name="channels")
app.add_typer(rules_app, name="rules")
app.add_typer(silences_app, name="silences")
app.add_typer(feedback_app, name="feedback")

PublishedAt = Annotated[str | None, typer.Option(metavar="DATE", help="When text and HTML files were published.")]
Source = Annotated[str | None, typer.Option(metavar="NAME", help="The outlet of text and HTML files.")]
Language = Annotated[str | None, typer.Option(metavar="TAG", help="Their language; detected where not given.")]
TopicName = Annotated[str | None, typer.Option(metavar="TOPIC", help="Only those of this topic.")]
Code = Annotated[str | None, typer.Option(metavar="CODE", help="Only those with this error code.")]
Files = Annotated[
    list[str] | None, typer.Argument(metavar="FILE...", help="Text, HTML, JSON (lines), ninjs; - is stdin.")
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def rasid(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Rasid watches Arabic and English news for meetings of officials and troop announcements, and alerts.

    Try it: `rasid demo`. Settings are environment variables: `rasid settings`.
    """


@app.command(
    epilog="Examples: `rasid extract articles.jsonl | jq .meetings`, "
    "`rasid extract report.txt --published-at 2026-11-20 --explain`"
)
def extract(
    file: Annotated[str, typer.Argument(help="RawArticle JSON lines, text, HTML, JSON; - is JSON lines.")] = "-",
    explain: Annotated[bool, typer.Option("--explain", help="Show what each field of each event came from.")] = False,
    published_at: PublishedAt = None,
    source: Source = None,
    language: Language = None,
    json: Json = False,
) -> None:
    """Find the events of articles without Kafka; in a pipe EnrichedArticle JSON lines come out."""
    from rasid.commands.articles import described
    from rasid.commands.extract import extract as command
    from rasid.commands.output import choose_output

    said = described(published_at, source, language)
    command(file, choose_output(json), said, _settings().limits, explain)


@app.command(epilog="Example: `rasid demo report.txt --published-at 2026-11-20 --once --json`")
def demo(
    files: Files = None,
    published_at: PublishedAt = None,
    once: Annotated[
        bool, typer.Option("--once", help="End once every article is through; so it does without a terminal.")
    ] = False,
    json: Json = False,
) -> None:
    """Run a broker, the workers and some articles in one go, and show events and alerts live.

    Without files it takes the bundled sample articles. Nothing is kept.
    """
    from rasid.commands.articles import described
    from rasid.commands.demo import demo as command
    from rasid.commands.output import choose_output
    from rasid.commands.produce import read_all, sample_files

    settings = _settings()
    articles = read_all(files or sample_files(), described(published_at), settings)
    ends = once or not sys.stdout.isatty() or not sys.stdin.isatty()
    (run if ends else follow)(command(articles, ends, choose_output(json), settings))


@app.command(epilog="Example: `rasid broker --port 9092`")
def broker(port: Annotated[int, typer.Option(help="The port on 127.0.0.1.", min=1, max=65535)] = 9092) -> None:
    """Run the embedded broker until Ctrl-C. It keeps everything in memory: for trying out only."""
    from rasid.commands.broker import run_broker

    follow(run_broker(port))


@topics_app.command("create", epilog="Example: `RASID_REPLICATION_FACTOR=3 rasid topics create`")
def topics_create(json: Json = False) -> None:
    """Create the topics that are missing; existing ones are left as they are."""
    from rasid.commands.output import choose_output
    from rasid.commands.topics import create

    run(create(_settings(), choose_output(json)))


@topics_app.command("list", epilog="Example: `rasid topics list --json`")
def topics_list(json: Json = False) -> None:
    """List the topics, how many partitions they have on the broker, and what they are for."""
    from rasid.commands.output import choose_output
    from rasid.commands.topics import show

    run(show(_settings(), choose_output(json)))


@app.command(epilog="Example: `RASID_BROKER=kafka://kafka:9092 rasid worker enrichment`")
def worker(kind: Annotated[WorkerKind, typer.Argument(help="Which of them.")]) -> None:
    """Run a worker until it gets SIGTERM or Ctrl-C. Any number of each may run."""
    from rasid.runtime.garbage import kept_for_good
    from rasid.runtime.leaving import end_on_signals

    end_on_signals()
    with kept_for_good():
        from rasid.commands.workers import load_worker

        run_until_signal = load_worker(kind, _settings())
    run_until_signal()


@app.command(epilog="Examples: `rasid produce today/*.html --published-at 2026-11-24`, `feed | rasid produce -`")
def produce(
    files: Files = None,
    samples: Annotated[bool, typer.Option("--samples", help="The bundled sample articles.")] = False,
    published_at: PublishedAt = None,
    source: Source = None,
    language: Language = None,
) -> None:
    """Send articles to the topic articles.raw.v1. All are read and checked before the first is sent."""
    from rasid.commands.articles import described
    from rasid.commands.produce import produce_files

    run(produce_files(files or [], samples, described(published_at, source, language), _settings()))


@app.command(epilog="Example: `rasid tail alerts --from-beginning --max 10 --timeout 60`")
def tail(
    kind: Annotated[Kind, typer.Argument(help="What to show.")],
    from_beginning: Annotated[bool, typer.Option("--from-beginning", help="Also what is there already.")] = False,
    max_messages: Annotated[
        int | None, typer.Option("--max", metavar="N", min=1, help="Stop after N messages.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(metavar="S", min=0, help="Stop after S seconds.")] = None,
    json: Json = False,
) -> None:
    """Show what is on a topic as it comes. Fewer than `--max` messages in the `--timeout` exits with 1."""
    from rasid.commands.output import choose_output
    from rasid.commands.tail import Limits
    from rasid.commands.tail import tail as command

    follow(command(kind, from_beginning, Limits(max_messages, timeout), choose_output(json), _settings()))


@dead_letters_app.command("list", epilog="Example: `rasid dead-letters list --code empty-body --since 2026-11-20`")
def dead_letters_list(
    topic: TopicName = None, code: Code = None, since: Since = None, until: Until = None, json: Json = False
) -> None:
    """List the dead letters with their reasons."""
    from rasid.commands.dead_letters import Filters, list_dead_letters
    from rasid.commands.output import choose_output

    run(list_dead_letters(_settings(), Filters(topic, code, since, until), choose_output(json)))


@dead_letters_app.command(
    "replay",
    epilog="Examples: `rasid dead-letters replay --code processing-failed --dry-run`, "
    "`rasid dead-letters replay articles.raw.v1.dlq/3@17`",
)
def dead_letters_replay(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...", help="As `list` shows them.")] = None,
    topic: TopicName = None,
    code: Code = None,
    since: Since = None,
    until: Until = None,
    every: Annotated[bool, typer.Option("--all", help="All there are.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only list what would be sent.")] = False,
    json: Json = False,
) -> None:
    """Send dead letters once more to the topic they came from, as they came.

    Nothing comes of it twice: ids and times are those of the first time.
    """
    from rasid.commands.dead_letters import Filters
    from rasid.commands.output import choose_output
    from rasid.commands.replaying import Wanted, replay_dead_letters

    wanted = Wanted(ids or (), Filters(topic, code, since, until), every)
    run(replay_dead_letters(_settings(), wanted, dry_run, choose_output(json)))


@dead_letters_app.command("show", epilog="Example: `rasid dead-letters show articles.raw.v1.dlq/3@17`")
def dead_letters_show(
    letter: Annotated[str, typer.Argument(metavar="ID", help="TOPIC/PARTITION@OFFSET, as `list` shows it.")],
    json: Json = False,
) -> None:
    """Show one dead letter whole: reason, headers, bytes."""
    from rasid.commands.dead_letters import show_dead_letter
    from rasid.commands.output import choose_output

    run(show_dead_letter(_settings(), letter, choose_output(json)))


@channels_app.command("check", epilog="Example: `rasid channels check channels.yaml`")
def channels_check(
    file: Annotated[Path | None, typer.Argument(help="A channels file; without one, that of the settings.")] = None,
    json: Json = False,
) -> None:
    """Check a channels file and list its channels; what is wrong is told with line, field and fix.

    Its environment variables and files with secrets must be there; what they hold is shown nowhere.
    """
    from rasid.commands.channels import check_channels
    from rasid.commands.output import choose_output

    check_channels(file, _settings(), choose_output(json))


@channels_app.command("test", epilog="Example: `rasid channels test desk && rasid channels test desk --resolved`")
def channels_test(
    name: Annotated[str, typer.Argument(help="The channel, by its name in the file.")],
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A channels file; else that of the settings.")
    ] = None,
    resolved: Annotated[bool, typer.Option("--resolved", help="Say that the made-up alert is over.")] = False,
    json: Json = False,
) -> None:
    """Send a made-up alert to a channel, past its matchers. Exits with 1 where the channel does not take it."""
    from rasid.commands.channels import try_channel
    from rasid.commands.output import choose_output

    run(try_channel(name, resolved, file, _settings(), choose_output(json)))


@app.command(epilog="Example: `rasid settings --json`")
def settings(json: Json = False) -> None:
    """List the settings: environment variables, their values, what they are for."""
    from rasid.commands.output import choose_output
    from rasid.commands.settings import show_settings

    show_settings(_settings(), choose_output(json))


def main() -> None:
    """Run the command that the arguments name."""
    app()
