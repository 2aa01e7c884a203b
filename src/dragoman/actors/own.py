"""A user's own catalogue: a folder of CSV rows, compiled with the shipped ones into one index.

The folder holds rows in the layout of ``data/`` (``organisations.csv``, ``groups.csv``,
``agencies.csv``, ``holders/XXX.csv``), the merged index, and a stamp that tells whether rows or
the shipped catalogue changed since the index was made.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.actors.build import compile_index
from dragoman.actors.catalogue import Catalogue, Term
from dragoman.actors.figures import OFFICES
from dragoman.actors.index import INDEX, CatalogueIndex, load_index, read_index
from dragoman.actors.loader import DATA, load_catalogue
from dragoman.actors.merge import Conflict, merge
from dragoman.actors.resolver import Resolver, default_resolver
from dragoman.actors.tables import HEADERS, HOLDERS, Entry, write_table
from dragoman.errors import DataError

STAMP = "index.stamp"
_HEADS_OFFICES = re.compile(r"^\[offices\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Compiled:
    """What a folder was compiled to: how many rows of the user's, and the conflicts."""

    rows: int
    conflicts: tuple[Conflict, ...]


def resolver_for(folder: Path | None) -> Resolver:
    """The resolver over the merged catalogue in ``folder``; the shipped one for ``None``.

    Raises :class:`~dragoman.errors.DataError`, which says what to run, where the folder holds no
    index, or one that is older than its rows or than the shipped catalogue.
    """
    return default_resolver() if folder is None else Resolver(index_for(folder))


def index_for(folder: Path | None) -> CatalogueIndex:
    """The merged index in ``folder``; the shipped one for ``None``.

    Errors as for :func:`resolver_for`.
    """
    if folder is None:
        return load_index()
    require_fresh(folder)
    return read_index(folder / INDEX)


def require_fresh(folder: Path) -> None:
    """Raises :class:`~dragoman.errors.DataError` unless the index of ``folder`` is up to date."""
    if not folder.is_dir():
        raise DataError(
            f"{folder}: no such folder; one with your own actors is expected: "
            f"`dragoman actors import FILE --to {folder}` makes it"
        )
    if not (folder / INDEX).exists():
        raise DataError(f"{folder}: no compiled catalogue; run `dragoman actors compile {folder}`")
    if not is_fresh(folder):
        raise DataError(
            f"{folder}: rows or the shipped catalogue changed since it was compiled; "
            f"run `dragoman actors compile {folder}`"
        )


def is_fresh(folder: Path) -> bool:
    """Whether the merged index was made of the rows as they are, and of this shipped catalogue."""
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
        return (folder / INDEX).exists() and stamp["made_from"] == _fingerprint(folder)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def load_own(folder: Path) -> Catalogue:
    """The user's rows alone; nothing where the folder has none.

    Raises :class:`~dragoman.errors.DataError` with file and line for a row that cannot be read.
    """
    if (folder / "states.csv").exists():
        raise DataError(
            f"{folder / 'states.csv'}: states cannot be added; take the file away, and write "
            "armed groups and parties to groups.csv"
        )
    return load_catalogue(folder)


def compile_folder(folder: Path) -> Compiled:
    """Merges the rows of ``folder`` with the shipped catalogue and writes the index there.

    The former index stays in place until the new one is whole. Raises
    :class:`~dragoman.errors.DataError` for a row that cannot be read.
    """
    own = load_own(folder)
    merged, conflicts = merge(load_catalogue(DATA), own)
    made_from = _fingerprint(folder)
    with tempfile.TemporaryDirectory() as name:
        layout = Path(name)
        _write_whole(merged, layout)
        index = compile_index(layout)
    _replace(folder / INDEX, index)
    stamp = json.dumps({"made_from": made_from}) + "\n"
    _replace(folder / STAMP, stamp.encode("utf-8"))
    return Compiled(sum(1 for _ in own.ids()) + len(own.terms), conflicts)


def write_rows(folder: Path, own: Catalogue) -> None:
    """Writes the user's rows to ``folder``, in the layout of the shipped files."""
    parts: dict[str, Sequence[Entry]] = {
        "organisations.csv": own.organisations,
        "groups.csv": own.groups,
        "agencies.csv": own.agencies,
    }
    assert set(parts) | {HOLDERS} == set(HEADERS)
    for file, entries in parts.items():
        if entries or (folder / file).exists():
            write_table(folder / file, entries)
    for place, terms in _by_place(own.terms).items():
        write_table(folder / HOLDERS / f"{place}.csv", terms)


def _by_place(terms: tuple[Term, ...]) -> dict[str, list[Term]]:
    places: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        places[term.place].append(term)
    return dict(sorted(places.items()))


def _write_whole(merged: Catalogue, layout: Path) -> None:
    """The merged catalogue as a folder that the compiler reads."""
    write_rows(layout, merged)
    for file in ("states.csv", "titles.csv"):
        shutil.copyfile(DATA / file, layout / file)
    lists = (DATA / "lexicon.toml").read_text(encoding="utf-8")
    rows = "".join(f'\n{office} = ["{s}", {rank}]' for office, (s, rank) in OFFICES.items())
    lists, count = _HEADS_OFFICES.subn(lambda match: match.group() + rows, lists, count=1)
    if not count:
        raise DataError("lexicon.toml: no table [offices] found; install Dragoman again")
    (layout / "lexicon.toml").write_text(lists, encoding="utf-8")


def _fingerprint(folder: Path) -> str:
    """What the merged index depends on, as one number: the user's rows and the shipped index."""
    digest = hashlib.sha256((DATA / INDEX).read_bytes())
    files = [folder / name for name in HEADERS if name != HOLDERS]
    for path in (*files, *sorted((folder / HOLDERS).glob("*.csv"))):
        if path.exists():
            digest.update(f"\n{path.relative_to(folder).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _replace(path: Path, content: bytes) -> None:
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(content)
    fresh.replace(path)
