"""`python -m chaos`: the chaos suite from the command line."""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from chaos.biting import BITES, Bitten, bite
from chaos.play import Outcome, Tell, play
from chaos.report import ReportError, json_line, show, write_table
from chaos.scenarios import SCENARIOS, Scenario, scenario
from chaos.stage import Scale
from support.fetching import UnavailableError
from support.kafka import fetched_distribution

FAILED, USAGE = 1, 2
INTERRUPTED = 130

app = typer.Typer(add_completion=False, no_args_is_help=True, rich_markup_mode="markdown")
_errors = Console(stderr=True, highlight=False)

Articles = Annotated[int, typer.Option("--articles", min=50, help="Known articles a scenario.")]
Kills = Annotated[int, typer.Option("--kills", min=1, help="How often a worker is killed.")]
Rate = Annotated[float | None, typer.Option("--rate", min=1, help="Articles a second; flat out without it.")]
Seed = Annotated[int, typer.Option("--seed", help="Of the random moments.")]
Json = Annotated[bool, typer.Option("--json", help="JSON lines, as in a pipe.")]


@app.callback()
def chaos() -> None:
    """Known articles through all workers on Apache Kafka while something goes wrong, and a count of what came of it.

    Needs Java 17 and Maven. Everything is on the loopback and has ended when the command does.
    """


@app.command(
    epilog="Examples: `python -m chaos run`, `python -m chaos run --articles 2000 kill-enrichment broker-restart`, "
    "`python -m chaos run --table docs/guarantees.md`"
)
def run(
    names: Annotated[list[str] | None, typer.Argument(metavar="SCENARIO...", help="All where none is named.")] = None,
    show_list: Annotated[bool, typer.Option("--list", help="List the scenarios and end.")] = False,
    articles: Articles = 20_000,
    kills: Kills = 10,
    rate: Rate = None,
    seed: Seed = 1,
    table: Annotated[
        Path | None, typer.Option(help="Write the table between this file's marks.", dir_okay=False, exists=True)
    ] = None,
    json: Json = False,
) -> None:
    """Run scenarios. Exits with 1 where anything was lost, differs, came twice or went wrong otherwise."""
    chosen = _scenarios(names or [])
    if show_list:
        for each in chosen:
            typer.echo(f"{each.name:20} {each.what}")
        return
    outcomes: list[Outcome] = []
    as_json = json or not sys.stdout.isatty()

    def tell(outcome: Outcome) -> None:
        outcomes.append(outcome)
        _tell(outcome, as_json)
        _write(table, outcomes)

    _write(table, outcomes)  # a file without its marks is told before an hour has passed
    _run(_play_all(chosen, Scale(articles, kills, rate, seed), tell))
    if not as_json:
        show(Console(highlight=False), outcomes)
    if not all(outcome.is_clean for outcome in outcomes):
        raise typer.Exit(FAILED)


@app.command("bite", epilog="Example: `python -m chaos bite --articles 1000`")
def bite_(articles: Articles = 2000, kills: Kills = 3, seed: Seed = 1, json: Json = False) -> None:
    """Run the suite with guarantees taken out of the workers. Exits with 0 only where it reports each of them."""
    bitten: list[Bitten] = []
    _run(_bite_all(Scale(articles, kills, None, seed), json or not sys.stdout.isatty(), bitten))
    if not all(each.is_caught for each in bitten):
        raise typer.Exit(FAILED)


async def _play_all(chosen: Sequence[Scenario], scale: Scale, tell: Callable[[Outcome], None]) -> None:
    for each in chosen:
        with _progress(each.name, each.what) as tell_progress:
            outcome = await play(each, scale, tell=tell_progress)
        tell(outcome)


def _tell(outcome: Outcome, as_json: bool) -> None:
    if as_json:
        typer.echo(json_line(outcome))
    else:
        _errors.print(f"{outcome.scenario}: {'ok' if outcome.is_clean else 'FAILED'}, {outcome.seconds:.0f} s")


async def _bite_all(scale: Scale, as_json: bool, bitten: list[Bitten]) -> None:
    for each in BITES:
        with _progress(each.scenario, f"with {each.sabotage}") as tell:
            bitten.append(await bite(each, scale, tell))
    named = [replace(b.outcome, scenario=f"{b.bite.scenario}, {b.bite.sabotage}") for b in bitten]
    if as_json:
        for outcome in named:
            typer.echo(json_line(outcome))
    else:
        show(Console(highlight=False), named)
    for each_bitten in bitten:
        verdict = "caught" if each_bitten.is_caught else f"NOT CAUGHT: it should report {each_bitten.bite.must_report}"
        _errors.print(f"{each_bitten.bite.sabotage}: {verdict}")


@contextmanager
def _progress(name: str, what: str) -> Iterator[Tell]:
    """A line on a terminal that says how far a scenario is."""
    with _errors.status(f"{name}: {what}") as status:
        yield lambda line: status.update(f"{name}: {line}")


def _scenarios(names: Sequence[str]) -> tuple[Scenario, ...]:
    try:
        return tuple(map(scenario, names)) or SCENARIOS
    except KeyError as unknown:
        raise typer.BadParameter(f"there is no scenario {unknown}; --list names them") from None


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        fetched_distribution()
    except UnavailableError as error:
        _errors.print(f"chaos: {error}")
        raise typer.Exit(FAILED) from None
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # brokers that are gone are the point
    with suppress(KeyboardInterrupt):
        asyncio.run(work)
        return
    raise typer.Exit(INTERRUPTED)


def _write(table: Path | None, outcomes: Sequence[Outcome]) -> None:
    if table is None:
        return
    try:
        write_table(table, outcomes)
    except ReportError as error:
        _errors.print(f"chaos: {error}")
        raise typer.Exit(FAILED) from None
