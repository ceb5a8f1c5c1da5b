"""`rasid feedback` on the command line."""

from typing import Annotated

import typer

from rasid.cli_options import Author, Json, Since, settings_given
from rasid.commands.running import run

feedback_app = typer.Typer(no_args_is_help=True, help="What is right and wrong among the events.")

Id = Annotated[str, typer.Argument(metavar="ID", help="Of an event; or of an alert or cluster.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="What is wrong, or worth knowing.")]
AllReports = Annotated[bool, typer.Option("--all-reports", help="Every event that an alert or cluster is made of.")]


@feedback_app.command("wrong", epilog="""Example: `rasid feedback wrong EVENT_ID --note "They spoke by telephone"`""")
def feedback_wrong(
    event: Id, note: Note = None, author: Author = None, all_reports: AllReports = False, json: Json = False
) -> None:
    """Say that an article does not tell this event, or not so."""
    from rasid.commands.feedback import Judgement, give_feedback
    from rasid.commands.output import choose_output

    judgement = Judgement("wrong", note, author)
    run(give_feedback(settings_given(), event, all_reports, judgement, choose_output(json)))


@feedback_app.command("right", epilog="Example: `rasid feedback right ALERT_ID --all-reports`")
def feedback_right(
    event: Id, note: Note = None, author: Author = None, all_reports: AllReports = False, json: Json = False
) -> None:
    """Say that an article tells this event, with every field right."""
    from rasid.commands.feedback import Judgement, give_feedback
    from rasid.commands.output import choose_output

    judgement = Judgement("right", note, author)
    run(give_feedback(settings_given(), event, all_reports, judgement, choose_output(json)))


@feedback_app.command("list", epilog="Example: `rasid feedback list --since 2026-11-20`")
def feedback_list(since: Since = None, json: Json = False) -> None:
    """List the newest verdict on each event."""
    from rasid.commands.feedback import list_feedback
    from rasid.commands.output import choose_output

    run(list_feedback(settings_given(), since, choose_output(json)))


@feedback_app.command("export", epilog="Example: `rasid feedback export --since 2026-11-20 > to-label.jsonl`")
def feedback_export(since: Since = None) -> None:
    """Write the articles that feedback was given on, with what is right in them, as lines of a gold set."""
    from rasid.commands.feedback_export import export_feedback

    run(export_feedback(settings_given(), since))
