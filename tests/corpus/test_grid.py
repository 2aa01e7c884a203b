"""The plan of the corpus: it leaves out no kind of act, and its sums are what is promised."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from dragoman.events.ontology import cameo_codes, from_cameo
from dragoman.records import EventType, Status

GRID = Path(__file__).parents[2] / "corpus" / "grid.csv"
SYNTAX = {
    "active", "passive", "nominal", "relative", "apposition", "coordination",
    "nested-attribution", "negation", "conditional", "history", "quote-direct",
    "quote-indirect", "numerals-dates", "pronoun", "infinitive", "participle",
}  # fmt: skip
# The mapping table follows the older codebook; the guidelines follow the manual: an apology
# and the end of a curfew or an emergency are CONCEDE, a truce is declared before it is kept,
# and leaving office is a deed.
MANUAL = {
    "055": {EventType.CONCEDE},
    "0813": {EventType.CONCEDE},
    "0814": {EventType.CONCEDE},
    "0871": {EventType.CONCEDE, EventType.RETREAT},
    "0831": {EventType.CONCEDE, EventType.RETREAT},
}
LARGE = ("PROTEST", "COOPERATE", "MOBILIZE", "REQUEST", "RETREAT", "CONCEDE")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with GRID.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def codes(row: dict[str, str]) -> list[str]:
    return [code for code in row["cameo"].split(";") if code]


def statuses(row: dict[str, str]) -> Counter[str]:
    pairs = (part.split(":") for part in row["statuses"].split())
    return Counter({status: int(count) for status, count in pairs})


def test_every_mapped_cameo_code_has_a_cell(rows):
    covered = {code for row in rows for code in codes(row)}
    mapped = {code for code in cameo_codes() if from_cameo(code) is not None}
    assert mapped - covered == set()
    assert covered - mapped == set()


def test_each_cell_has_a_type_that_its_codes_map_to(rows):
    for row in rows:
        for code in codes(row):
            mapped = from_cameo(code)
            assert mapped is not None
            assert EventType(row["type"]) in MANUAL.get(code, {mapped.type}), row["cell"]


def test_cells_are_named_once_and_described(rows):
    names = [row["cell"] for row in rows]
    assert len(names) == len(set(names))
    assert [row["cell"] for row in rows if len(row["kind"].split()) < 2] == []


def test_each_cell_wants_eight_and_its_statuses_add_up(rows):
    for row in rows:
        assert int(row["want"]) >= 8, row["cell"]
        assert set(statuses(row)) <= {status.value for status in Status}, row["cell"]
        if row["type"] != "NONE":
            assert statuses(row).total() == int(row["want"]), row["cell"]


def test_types_are_balanced(rows):
    wanted: Counter[str] = Counter()
    for row in rows:
        wanted[row["type"]] += int(row["want"])
    for type_ in EventType:
        assert wanted[type_.value] >= (300 if type_.value in LARGE else 220)
    assert wanted["NONE"] == 750
    assert 4800 <= wanted.total() <= 5500


def test_every_status_is_wanted_often(rows):
    wanted = sum((statuses(row) for row in rows), Counter())
    assert {status.value for status in Status if wanted[status.value] < 350} == set()


def test_syntax_is_of_the_list_and_none_is_forgotten(rows):
    assert {word for row in rows for word in row["syntax"].split()} == SYNTAX
