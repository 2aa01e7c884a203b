"""``dragoman corpus``: check, count and compile a corpus in Dragoman's markup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import JsonOption
from dragoman.cli.output import Exit, print_json, tables, words

if TYPE_CHECKING:
    from dragoman.corpus.markup import Fault, MarkedSentence

corpus = typer.Typer(help="Check, count and compile an annotated corpus.", no_args_is_help=True)

Folder = Annotated[
    Path, typer.Argument(help="A corpus (with train, dev, test), one split, or one file.")
]


@corpus.command()
def check(folder: Folder = Path("corpus"), json: JsonOption = False) -> None:
    """Tell every fault with its file and line; exit code 3 if there is one."""
    from dragoman.corpus.check import check as find_faults

    splits, faults = _read(folder)
    faults += find_faults(splits)
    count = sum(len(sentences) for sentences in splits.values())
    if json:
        print_json({"sentences": count, "faults": [str(fault) for fault in faults]})
    else:
        for fault in faults:
            typer.echo(str(fault))
    words().print(f"{count} sentences, {len(faults)} faults")
    if faults:
        raise typer.Exit(Exit.PASSED_OVER)


@corpus.command()
def stats(folder: Folder = Path("corpus"), json: JsonOption = False) -> None:
    """Count what the corpus holds, and how varied it is."""
    from rich.table import Table

    from dragoman.corpus.stats import measure

    splits, _ = _read(folder)
    found = measure([s for sentences in splits.values() for s in sentences])
    if json:
        print_json(found.as_json())
        return
    table = Table(show_header=False)
    for name, value in found.as_json().items():
        shown = value
        if isinstance(value, dict):
            shown = ", ".join(f"{key} {count}" for key, count in list(value.items())[:24])
        table.add_row(name, str(shown))
    tables().print(table)


@corpus.command("compile")
def compile_(
    folder: Folder = Path("corpus"),
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Write here instead of standard output.")
    ] = None,
) -> None:
    """Write the sentences as gold JSON lines (docs/bench.md)."""
    from dragoman.corpus.files import compile_gold

    splits, faults = _read(folder)
    lines = list(compile_gold(s for sentences in splits.values() for s in sentences))
    text = "".join(line + "\n" for line in lines)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
    words().print(f"{len(lines)} sentences, {len(faults)} passed over with a fault")
    if faults:
        raise typer.Exit(Exit.PASSED_OVER)


@corpus.command()
def agree(
    first: Annotated[Path, typer.Argument(help="One annotation: a folder or file.")],
    second: Annotated[Path, typer.Argument(help="Another of the same sentences.")],
    json: JsonOption = False,
) -> None:
    """Say how far two annotators agree, layer by layer."""
    from rich.table import Table

    from dragoman.corpus.agreement import agreement

    found = agreement(*([s for ss in _read(f)[0].values() for s in ss] for f in (first, second)))
    if json:
        print_json(
            {
                "agreement": [
                    {"layer": a.layer, "measure": a.measure, "value": round(a.value, 4), "n": a.n}
                    for a in found
                ]
            }
        )
        return
    table = Table()
    for heading in ("layer", "measure", "value", "n"):
        table.add_column(heading)
    for layer in found:
        digits = 2 if layer.measure == "kappa" else 1
        table.add_row(layer.layer, layer.measure, f"{layer.value:.{digits}f}", str(layer.n))
    tables().print(table)


def _read(folder: Path) -> tuple[dict[str, list[MarkedSentence]], list[Fault]]:
    from dragoman.corpus.files import PARTS, read_split
    from dragoman.corpus.markup import Fault

    folders = {name: folder / name for name in PARTS if any((folder / name).glob("*.txt"))}
    splits: dict[str, list[MarkedSentence]] = {}
    faults: list[Fault] = []
    for name, path in (folders or {folder.name: folder}).items():
        splits[name] = []
        for item in read_split(path):
            if isinstance(item, Fault):
                faults.append(item)
            else:
                splits[name].append(item)
    return splits, faults
