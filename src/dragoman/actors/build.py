"""Compiles the CSV files into the one file that is loaded at run time.

``python -m dragoman.actors.build`` writes it; with ``--check`` it only says whether the
file is up to date (exit status 1 if it is not).
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import logging
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.actors.catalogue import Catalogue, Term, Title
from dragoman.actors.forms import WordLists, all_forms, native_forms, repeated_words
from dragoman.actors.index import INDEX
from dragoman.actors.loader import DATA, load_catalogue
from dragoman.actors.trie import build_trie, lower_starts
from dragoman.actors.words import title_key
from dragoman.errors import DataError
from dragoman.records import Sector

_log = logging.getLogger(__name__)


def compile_index(folder: Path = DATA) -> bytes:
    """The index of the catalogue in ``folder``, the same bytes for the same files.

    Gzipped lines: first one JSON object with everything but the tree of names, then a line for
    each word that a name may start with: the word, a tab, and its branch as JSON. Branches are
    parsed when their word is met, which keeps the start short.

    Raises :class:`~dragoman.errors.DataError` for a file that is not as it should be.
    """
    lexicon = load_lexicon(folder)
    catalogue = _with_portfolios(load_catalogue(folder), lexicon)
    repeated = repeated_words(catalogue)
    if repeated:
        raise DataError(f"titles.csv: {', '.join(repeated)} found twice; keep each word once")
    return _pack(index_data(catalogue, lexicon))


def load_lexicon(folder: Path = DATA) -> WordLists:
    """The word lists of ``lexicon.toml``."""
    path = folder / "lexicon.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"{path.name}: {error}; a TOML file of word lists expected") from error


def index_data(catalogue: Catalogue, lexicon: WordLists) -> dict[str, Any]:
    """What the index holds, as plain lists and dictionaries."""
    persons = _persons(catalogue.terms)
    numbered = [(n, term) for n, terms in enumerate(persons.values()) for term in terms]
    trie = build_trie(all_forms(catalogue, lexicon, numbered))
    return {
        "states": {
            s.id: [s.name, s.kind, s.iso2, s.period.start, s.period.end] for s in catalogue.states
        },
        "organisations": {
            o.id: [o.name, o.kind, o.sector, o.parent, o.period.start, o.period.end]
            for o in catalogue.organisations
        },
        "groups": {
            g.id: [g.name, g.sector, list(g.countries), g.period.start, g.period.end]
            for g in catalogue.groups
        },
        "agencies": {
            a.id: [a.name, a.country, a.sector, a.kind, a.period.start, a.period.end]
            for a in catalogue.agencies
        },
        "persons": [[name, place, _term_rows(t)] for (place, name), t in persons.items()],
        "offices": _offices(catalogue.terms),
        "titles": [
            [list(t.offices), t.sector, t.kind, t.tag, t.agency, int(t.alone)]
            for t in catalogue.titles
        ],
        "lexicon": lexicon,
        "native": native_forms(catalogue, numbered),
        "lower_starts": lower_starts(trie),
        "trie": trie,
    }


def _persons(terms: Sequence[Term]) -> dict[tuple[str, str], list[Term]]:
    """Terms by place and person: one name in one file is one person."""
    persons: dict[tuple[str, str], list[Term]] = {}
    for term in terms:
        persons.setdefault((term.place, term.person), []).append(term)
    return persons


def _term_rows(terms: Sequence[Term]) -> list[list[str | int]]:
    return [
        [
            t.office,
            t.period.start,
            t.period.end,
            t.titles[0] if t.titles else "",
            int(t.acting),
            int(t.family_name_first),
        ]
        for t in terms
    ]


def _offices(terms: Sequence[Term]) -> dict[str, dict[str, list[str]]]:
    """The titles of each office of each place, in small letters and without small words."""
    offices: dict[str, dict[str, list[str]]] = {}
    for term in terms:
        known = offices.setdefault(term.place, {}).setdefault(term.office, [])
        known += [k for t in term.titles if (k := title_key(t)) not in known]
    return offices


def _with_portfolios(catalogue: Catalogue, lexicon: WordLists) -> Catalogue:
    """The catalogue with the titles that are made from a list of portfolios."""
    known = {w for t in catalogue.titles for w in t.words}
    ministers: list[str] = []
    ministries: list[str] = []
    for portfolio in lexicon["titles"]["portfolios"]:
        ministers += [f"{portfolio} {m}" for m in ("minister", "secretary")]
        ministers += [f"minister {p} {portfolio}" for p in ("of", "for")]
        ministries += [f"{portfolio} ministry", f"ministry of {portfolio}"]
        ministries += [f"{portfolio} department", f"department of {portfolio}"]
    made = (
        Title(_fresh(ministers, known), kind="person", tag="minister", sector=Sector.GOV),
        Title(_fresh(ministries, known), kind="body", tag="ministry", sector=Sector.GOV),
    )
    return Catalogue(
        states=catalogue.states,
        organisations=catalogue.organisations,
        groups=catalogue.groups,
        agencies=catalogue.agencies,
        terms=catalogue.terms,
        titles=(*catalogue.titles, *made),
    )


def _fresh(words: Sequence[str], known: set[str]) -> tuple[str, ...]:
    return tuple(w for w in dict.fromkeys(words) if w not in known)


def _pack(data: dict[str, Any]) -> bytes:
    trie = data.pop("trie")
    lines = [_json(data), *(f"{word}\t{_json(branch)}" for word, branch in trie.items())]
    text = "\n".join(lines)
    stream = io.BytesIO()
    # No name and no time in the header, so that the bytes depend on the content alone.
    with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=9) as packed:
        packed.write(text.encode("utf-8"))
    return stream.getvalue()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def is_fresh(folder: Path = DATA) -> bool:
    """Whether the index of ``folder`` holds what its CSV files say.

    Contents are compared, not compressed bytes: another zlib may compress otherwise.
    """
    path = folder / INDEX
    if not path.exists():
        return False
    return gzip.decompress(path.read_bytes()) == gzip.decompress(compile_index(folder))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m dragoman.actors.build", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    parser.add_argument("--folder", type=Path, default=DATA, help="where the CSV files are")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    path = options.folder / INDEX
    try:
        if not options.check:
            path.write_bytes(compile_index(options.folder))
            _log.info("wrote %s (%d bytes)", path.name, path.stat().st_size)
            return 0
        fresh = is_fresh(options.folder)
    except DataError as error:
        _log.error("%s", error)
        return 2
    if not fresh:
        _log.error("%s is stale: run python -m dragoman.actors.build", path.name)
    return 0 if fresh else 1


if __name__ == "__main__":
    sys.exit(main())
