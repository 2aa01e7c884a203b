"""The command line: one file for each command, no logic of its own.

Exit codes are the same for all commands: 0 everything was done; 1 nothing could be done
(the reason is on standard error); 2 the command was called wrongly; 3 done, but some inputs
were passed over (each is told).

What a command needs is imported inside it, so that ``dragoman --help`` answers at once.
"""

from __future__ import annotations

import typer

from dragoman.cli.actors import actors
from dragoman.cli.bench import bench
from dragoman.cli.brief import brief
from dragoman.cli.code import code
from dragoman.cli.corpus import corpus
from dragoman.cli.demo import demo
from dragoman.cli.events import events
from dragoman.cli.ingest import ingest
from dragoman.cli.output import version_option
from dragoman.cli.sanctions import sanctions

app = typer.Typer(
    name="dragoman",
    help="Read dated news about relations between states and make it checkable.",
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    # plain help: rich takes a tenth of a second to import
    rich_markup_mode=None,
)
app.callback()(version_option)
app.command("brief")(brief)
app.command("code")(code)
app.command("ingest")(ingest)
app.command("events")(events)
app.command("bench")(bench)
app.command("demo")(demo)
app.add_typer(actors, name="actors")
app.add_typer(corpus, name="corpus")
app.add_typer(sanctions, name="sanctions")


def main() -> None:
    """Run the command line; errors that a user can mend end it with one line and exit code 1."""
    from dragoman.errors import DragomanError

    try:
        app()
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise SystemExit(1) from error
    except BrokenPipeError:
        # the reader of a pipe has seen enough (`dragoman events | head`)
        raise SystemExit(0) from None
