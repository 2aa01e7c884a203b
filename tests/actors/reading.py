"""Helpers: a sentence read with the installed catalogue, and a small catalogue of our own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from dragoman.actors import Resolver, default_resolver
from dragoman.actors.loader import DATA
from dragoman.language import split_sentences
from dragoman.records import Document, Mention

SPRING = dt.date(2024, 3, 30)

SMALL = {
    "states.csv": (
        "id,iso2,name,official_name,aliases,demonyms,capital,seats,native,kind,start,end,"
        "successors,note\n"
        "ARL,AR,Arland,Republic of Arland,A.R.,Arlandic;Arlanders,Arport,Grey House,,state,,,,\n"
        "BOR,BO,Bora,Kingdom of Bora,,Boran;Borans,Borville,,Бора,state,2001,,,\n"
        "OLB,OB,Old Bora,Union of Bora,,Boran,Borville,,,former,,2001,BOR,\n"
    ),
    "organisations.csv": (
        "id,name,aliases,kind,sector,parent,start,end,seats,native,note\n"
        "LEAGUE,League of Two Seas,L2S,regional,IGO,,1990,,,,\n"
        "LEAGUE-COM,Seas Commission,,organ,IGO,LEAGUE,1990,,,,\n"
    ),
    "groups.csv": (
        "id,name,aliases,countries,sector,start,end,native,note\n"
        "FREEBOR,Free Bora Army,FBA,BOR,REB,2010,,,\n"
    ),
    "agencies.csv": (
        "id,country,sector,kind,name,aliases,start,end,successor,native,note\n"
        "ARL-AIS,ARL,SPY,intelligence,Arlandic Intelligence Service,AIS,1990,,,,\n"
        "ARL-MFA,ARL,GOV,foreign-ministry,Foreign Ministry of Arland,Arlandic Foreign Ministry,"
        ",,,,\n"
        "BOR-NSB,BOR,SPY,intelligence,National Security Bureau of Bora,NSB,,,,,ambiguous: NSB\n"
    ),
    "holders/ARL.csv": (
        "office,title,person,aliases,native,start,end,note\n"
        "head-of-state,President,Ana Torvald,Anna Torvald,,2015-05-01,2020-05-01,\n"
        "head-of-state,President,Emil Kestrel,,,2020-05-01,,\n"
        "intelligence-chief:AIS,AIS Director;Spy Chief,Ivo Marchetti,,,2018,,\n"
    ),
    "holders/BOR.csv": (
        "office,title,person,aliases,native,start,end,note\n"
        "head-of-government,Prime Minister,Lena Duval,,,2019-02,,\n"
    ),
    "holders/INT.csv": (
        "office,title,person,aliases,native,start,end,note\n"
        "LEAGUE:chief,League Secretary-General,Otto Brandmeier,,,2021-01-01,,\n"
    ),
}


def write_catalogue(folder: Path, **changed: str) -> Path:
    """The small catalogue in ``folder``, with the word lists of the installed one."""
    for name in ("titles.csv", "lexicon.toml"):
        (folder / name).write_text((DATA / name).read_text(encoding="utf-8"), encoding="utf-8")
    for name, text in {**SMALL, **changed}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def mentions(
    text: str, day: dt.date = SPRING, *, resolver: Resolver | None = None
) -> list[Mention]:
    """The mentions of ``text`` as of ``day``."""
    document = Document(text, day)
    resolver = resolver or default_resolver()
    return list(resolver.resolve(document, split_sentences(document)))


def named(
    text: str, day: dt.date = SPRING, *, resolver: Resolver | None = None
) -> list[tuple[str, str | None]]:
    """Words and code of every mention."""
    return [(m.span.of(text), m.code) for m in mentions(text, day, resolver=resolver)]


def only(
    text: str, words: str, day: dt.date = SPRING, *, resolver: Resolver | None = None
) -> Mention:
    """The one mention of ``text`` that covers exactly ``words``."""
    found = [m for m in mentions(text, day, resolver=resolver) if m.span.of(text) == words]
    assert len(found) == 1, f"{words!r} in {named(text, day, resolver=resolver)}"
    return found[0]
