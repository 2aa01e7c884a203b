"""Small sources of our own for the tests of the importers; every name in them is invented."""

from __future__ import annotations

import functools
import json

from dragoman.actors.importers.items import Found, PassedOver
from dragoman.actors.importers.known import Known
from dragoman.actors.index import load_index
from dragoman.actors.loader import load_catalogue
from dragoman.records import Problem


@functools.cache
def known():
    return Known(load_catalogue(), load_index().lexicon)


def sorted_items(items):
    """Entries, what was passed over, and problems, apart."""
    items = list(items)
    return (
        [i.entry for i in items if isinstance(i, Found)],
        [i.reason for i in items if isinstance(i, PassedOver)],
        [i for i in items if isinstance(i, Problem)],
    )


def item(value):
    return {"snaktype": "value", "datavalue": {"type": "wikibase-entityid", "value": {"id": value}}}


def string(value):
    return {"snaktype": "value", "datavalue": {"type": "string", "value": value}}


def mono(value, language):
    return {
        "snaktype": "value",
        "datavalue": {"type": "monolingualtext", "value": {"text": value, "language": language}},
    }


def day(value, precision=11):
    time = {"time": f"+{value}T00:00:00Z", "precision": precision}
    return {"snaktype": "value", "datavalue": {"type": "time", "value": time}}


def statement(snak, *, rank="normal", **qualifiers):
    return {
        "mainsnak": snak,
        "rank": rank,
        "qualifiers": {prop: [value] for prop, value in qualifiers.items()},
    }


def entity(id_, label, *, aliases=(), labels=None, **claims):
    named = {"en": {"language": "en", "value": label}} if label else {}
    for language, text in (labels or {}).items():
        named[language] = {"language": language, "value": text}
    return {
        "type": "item",
        "id": id_,
        "labels": named,
        "aliases": {"en": [{"language": "en", "value": a} for a in aliases]},
        "claims": dict(claims),
    }


def dump(path, entities):
    path.write_text("".join(json.dumps(e) + "\n" for e in entities), encoding="utf-8")
    return path


def ftm(id_, schema, **properties):
    values = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return {"id": id_, "schema": schema, "properties": values}


def japan():
    """A dump with a country, its class of ministries, two positions and their holders."""
    q = entity
    return [
        q("Q17", "Japan", P298=[statement(string("JPN"))], P31=[statement(item("Q3624078"))]),
        q("Q900", "tidal ministry", P279=[statement(item("Q192350"))]),
        q(
            "Q901",
            "Ministry of Tides of Japan",
            aliases=["Japanese Tides Ministry", "Japan", "x"],
            labels={"ja": "潮汐省"},
            P31=[statement(item("Q900"))],
            P17=[statement(item("Q17"))],
            P571=[statement(day("2031-01-00", 10))],
        ),
        q(
            "Q902",
            "Minister for Foreign Affairs of Japan",
            P279=[statement(item("Q4164871"))],
            P17=[statement(item("Q17"))],
        ),
        q("Q903", "member of the House of Tides of Japan", P279=[statement(item("Q4164871"))]),
        q(
            "Q904",
            "Kenta Morisawa",
            aliases=["K. Morisawa"],
            labels={"ja": "森沢健太"},
            P31=[statement(item("Q5"))],
            P27=[statement(item("Q17"))],
            P39=[
                statement(item("Q902"), P580=day("2033-04-01"), P582=day("2035-00-00", 9)),
                statement(item("Q902"), rank="deprecated", P580=day("1999-01-01")),
                statement(item("Q903")),
                statement(item("Q999")),
            ],
        ),
    ]
