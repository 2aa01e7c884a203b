"""Imports files into a folder: read, gathered, written, compiled, and told what became of them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.actors.importers.ftm import read_ftm
from dragoman.actors.importers.gather import Counts, Gatherer
from dragoman.actors.importers.items import Found, Item, PassedOver
from dragoman.actors.importers.known import Known
from dragoman.actors.importers.petrarch import read_petrarch
from dragoman.actors.importers.simple_csv import read_csv
from dragoman.actors.importers.source import SourceFormat, sniff
from dragoman.actors.importers.wikidata import read_wikidata
from dragoman.actors.index import load_index
from dragoman.actors.loader import DATA, load_catalogue
from dragoman.actors.merge import Conflict, merge
from dragoman.actors.own import compile_folder, load_own, write_rows
from dragoman.records import Problem, ProblemKind

_log = logging.getLogger(__name__)
# A file that is all wrong must not fill the memory with problems.
MOST_PROBLEMS = 1000


@dataclass(slots=True)
class Reason:
    """Why something was passed over: how often, and where first."""

    count: int
    example: str


@dataclass(slots=True)
class ImportReport:
    """What became of the entries of the files."""

    entries: int = 0
    counts: Counts = field(default_factory=Counts)
    passed_over: dict[str, Reason] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    conflicts: tuple[Conflict, ...] = ()
    formats: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        """How many rows of the folder are new or changed."""
        return self.counts.new.total() + self.counts.changed.total()

    def pass_over(self, item: PassedOver) -> None:
        """Counts one more thing that the catalogue has no place for."""
        reason = self.passed_over.setdefault(item.reason, Reason(0, item.where))
        reason.count += 1

    def add_problem(self, problem: Problem) -> None:
        """Counts a problem and keeps it, if not too many are kept already."""
        self.problem_count += 1
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(problem)


def import_files(
    paths: Sequence[Path], folder: Path, *, format: SourceFormat | None = None
) -> ImportReport:
    """Adds the actors of ``paths`` to the user's rows in ``folder``, and compiles it anew.

    Without ``format`` each file's own is told from its first lines. Entries that cannot be read
    become problems of the report, and the rest goes on; where nothing at all was found, the
    folder stays as it was. Raises :class:`~dragoman.errors.DataError` where rows that the
    folder holds already cannot be read.
    """
    report = ImportReport()
    own = load_own(folder)
    whole, _ = merge(load_catalogue(DATA), own)
    known = Known(whole, load_index().lexicon)
    gatherer = Gatherer(known, own)
    report.counts = gatherer.counts
    for item in _items(_by_format(paths, format, report), known):
        if isinstance(item, Found):
            report.entries += 1
            for left_out in gatherer.add(item):
                report.pass_over(left_out)
        elif isinstance(item, PassedOver):
            report.pass_over(item)
        else:
            report.add_problem(item)
    if report.rows or folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_rows(folder, gatherer.own())
        report.conflicts = compile_folder(folder).conflicts
    _log.info("%d entries read, %d rows new or changed", report.entries, report.rows)
    return report


def _by_format(
    paths: Sequence[Path], format: SourceFormat | None, report: ImportReport
) -> dict[SourceFormat, list[Path]]:
    files: dict[SourceFormat, list[Path]] = {}
    for path in paths:
        if not path.is_file():
            message = "no such file; a file of actors expected"
            report.add_problem(Problem(ProblemKind.UNREADABLE, str(path), message))
            continue
        found = format or sniff(path)
        if found is None:
            message = (
                "neither a Wikidata dump, FollowTheMoney, an actor dictionary nor a table with "
                "name and country; say which with --format"
            )
            report.add_problem(Problem(ProblemKind.UNSUPPORTED, str(path), message))
            continue
        report.formats[found.value] += 1
        files.setdefault(found, []).append(path)
    return files


def _items(files: dict[SourceFormat, list[Path]], known: Known) -> Iterator[Item]:
    """The items of all files; dumps and entity collections refer across their files."""
    for format, paths in files.items():
        if format is SourceFormat.WIKIDATA:
            yield from read_wikidata(paths, known)
        elif format is SourceFormat.FTM:
            yield from read_ftm(paths, known)
        else:
            read = read_csv if format is SourceFormat.CSV else read_petrarch
            for path in paths:
                yield from read(path, known)
